"""Which characters are met side by side in right texts: two, and three, as bits at their hashes.

The bits are data, made by ``benchmarks/met.py``; some that were never met look as if they were, none the other way.
"""

from __future__ import annotations

import os

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = os.path.dirname(os.path.abspath(__file__))
PAIRS, TRIPLES = os.path.join(_HERE, "met_pairs.bits"), os.path.join(_HERE, "met_triples.bits")
PAIR_BITS, TRIPLE_BITS = 1 << 22, 3 << 19
_SHIFT = 7
_HASHES = 4
_64 = (1 << 64) - 1
_MIXERS = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_LAST = 0xBF58476D1CE4E5B9
_ONE_HOT = bytes(1 << (at & 7) for at in range(256))
_UNSET = bytes((1, *bytes(255)))
_HAN = bytes(0x4E <= at <= 0x9F for at in range(256))


@lru_cache(maxsize=2)
def _bits(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def pair_place(first: str, second: str) -> int:
    """The bit of two characters."""
    return (ord(first) ^ ord(second) << _SHIFT) & (PAIR_BITS - 1)


def triple_places(triple: str) -> list[int]:
    """The bits of three characters."""
    mixed = sum(ord(char) * by for char, by in zip(triple, _MIXERS, strict=True)) & _64
    mixed = (mixed ^ mixed >> 29) * _LAST & _64
    step = mixed >> 32 | 1
    return [(mixed + turn * step) % TRIPLE_BITS for turn in range(_HASHES)]


def pair_met(first: str, second: str) -> bool:
    """Whether the two characters are met side by side."""
    at = pair_place(first, second)
    return _bits(PAIRS)[at >> 3] >> (at & 7) & 1 > 0


def triple_met(triple: str) -> bool:
    """Whether the three characters are met often, all of them Han."""
    bits = _bits(TRIPLES)
    return all(bits[at >> 3] >> (at & 7) & 1 for at in triple_places(triple))


def unmet_pairs(text: str) -> Iterator[int]:
    """Where two Han characters stand side by side that are never met so, in one pass."""
    from itertools import compress

    raw = text.encode("utf-32-le", "surrogatepass")
    size = len(raw)
    number = int.from_bytes(raw, "little")
    hashes = number ^ number >> 32 - _SHIFT
    lanes = len(text)
    places = (hashes >> 3 & _lanes(PAIR_BITS // 8 - 1, lanes)).to_bytes(size, "little")
    known = bytes(map(_bits(PAIRS).__getitem__, memoryview(places).cast("I")))
    which = (hashes & _lanes(7, lanes)).to_bytes(size, "little")[::4].translate(_ONE_HOT)
    both = int.from_bytes(known, "little") & int.from_bytes(which, "little")
    unset = int.from_bytes(both.to_bytes(lanes, "little").translate(_UNSET), "little")
    han = int.from_bytes(raw[1::4].translate(_HAN), "little")
    return compress(range(lanes), (unset & han & han >> 8).to_bytes(lanes, "little"))


def _lanes(mask: int, count: int) -> int:
    return int.from_bytes(mask.to_bytes(4, "little") * count, "little")
