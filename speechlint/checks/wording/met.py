"""Which characters are met side by side in right texts: two, the two around a third, and three, as bits at their hashes.

The bits are data, made by ``benchmarks/met.py``; some that were never met look as if they were, none the other way.
"""

from __future__ import annotations

import os
from itertools import compress

from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import ascending, pair_hashes, picked, utf32
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = os.path.dirname(os.path.abspath(__file__))
PAIRS, TRIPLES = os.path.join(_HERE, "met_pairs.bits"), os.path.join(_HERE, "met_triples.bits")
PAIR_BYTES, TRIPLE_BYTES = 1 << 19, 1 << 17
_FRAME = 0x2AAAA  # sets the bytes of frames apart from those of pairs
_HASHES = 3
_64 = (1 << 64) - 1
_MIXERS = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_LAST = 0xBF58476D1CE4E5B9
_CHUNK = 65_536
_BIT = bytes(1 << (low >> 5) for low in range(256))
_UNSET = bytes((1, *bytes(255)))
_HAN = bytes(0x4E <= high <= 0x9F for high in range(256))


@lru_cache(maxsize=2)
def _bits(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def pair_place(first: str, second: str) -> tuple[int, int]:
    """The byte and the bit of two characters side by side."""
    one = ord(first)
    return (one ^ ord(second) << 5) & (PAIR_BYTES - 1), 1 << (one >> 5 & 7)


def frame_place(first: str, last: str) -> tuple[int, int]:
    """The byte and the bit of two characters with a third between them."""
    at, bit = pair_place(first, last)
    return at ^ _FRAME, bit


def triple_places(triple: str) -> Iterator[tuple[int, int]]:
    """The bytes and bits of three characters."""
    first, second, third = map(ord, triple)
    mixed = (first * _MIXERS[0] + second * _MIXERS[1] + third * _MIXERS[2]) & _64
    mixed = (mixed ^ mixed >> 29) * _LAST & _64
    step = mixed >> 32 | 1
    for _ in range(_HASHES):
        yield mixed >> 3 & (TRIPLE_BYTES - 1), 1 << (mixed & 7)
        mixed += step


def pair_met(first: str, second: str) -> bool:
    """Whether the two characters are met side by side."""
    at, bit = pair_place(first, second)
    return bool(_bits(PAIRS)[at] & bit)


def triple_met(triple: str) -> bool:
    """Whether the three characters are met often; never where one is no Han character."""
    bits = _bits(TRIPLES)
    return all(bits[at] & bit for at, bit in triple_places(triple))


def between(first: str, others: Iterable[int], last: str) -> list[str]:
    """Which of ``others``, numbers of characters, are met behind ``first`` and before ``last``."""
    bits, under = _bits(PAIRS), PAIR_BYTES - 1
    one, two = ord(first), ord(last) << 5
    bit = 1 << (one >> 5 & 7)
    return [
        chr(other)
        for other in others
        if bits[(one ^ other << 5) & under] & bit and bits[(other ^ two) & under] & 1 << (other >> 5 & 7)
    ]


def unmet(text: str) -> Iterator[int]:
    """Where a Han character stands that is never met with the one before nor with the one behind it."""
    lines = f"\n{text}\n"  # as the index of literals has it: the hashes are the same
    for first in range(0, len(lines), _CHUNK):
        for at in _unmet(lines[first : first + _CHUNK + 2]):
            yield first + at - 1


def _unmet(chunk: str) -> Iterator[int]:
    """Where they stand, but for the first; of the two pairs that each is in, one begins at an even place, and beside
    those alone the others are looked at.
    """
    bits, last = _bits(PAIRS), len(chunk) - 1
    raw, hashes = utf32(chunk), pair_hashes(chunk, PAIR_BYTES - 1)
    own = raw[::4].translate(_BIT)
    han = _number(raw[1::4].translate(_HAN))
    both = (han & han >> 8).to_bytes(last + 1, "little")
    known = _number(bytes(picked(bits, hashes[:last:2]))) & _number(own[:last:2])
    size = (last + 1) // 2
    odd = _number(known.to_bytes(size, "little").translate(_UNSET)) & _number(both[:last:2])
    beside = ((odd | odd >> 8) & _number(both[1:last:2])).to_bytes(size, "little")
    strange = odd.to_bytes(size + 1, "little")
    for at in compress(ascending(len(chunk))[1 : len(chunk) : 2], beside) if beside.find(1) >= 0 else ():
        if not bits[hashes[at]] & own[at]:
            if strange[at // 2]:
                yield at
            if strange[at // 2 + 1]:
                yield at + 1


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


def framed(text: str) -> list[int]:
    """Those of ``unmet`` places around which stand two that are met often with some other character between them."""
    bits, under = _bits(PAIRS), PAIR_BYTES - 1
    found = []
    for at in unmet(text):
        one = ord(text[at - 1])
        if bits[(one ^ ord(text[at + 1]) << 5) & under ^ _FRAME] & 1 << (one >> 5 & 7):
            found.append(at)
    return found
