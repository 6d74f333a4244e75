"""Which characters are met side by side in right texts: two, the two around a third, and three, as bits at their hashes.

Of three there are two files: what is met often, which a mended text must show, and what is met at all, which a slip is not.

The bits are data, made by ``benchmarks/met.py``; some that were never met look as if they were, none the other way.
"""

from __future__ import annotations

import os
from itertools import compress, count

from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import pair_hashes, picked, utf32
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = os.path.dirname(os.path.abspath(__file__))
PAIRS, TRIPLES = os.path.join(_HERE, "met_pairs.bits"), os.path.join(_HERE, "met_triples.bits")
SEEN = os.path.join(_HERE, "met_seen.bits")
PAIR_BYTES, TRIPLE_BYTES, SEEN_BYTES = 1 << 19, 1 << 17, 1 << 19
_FRAME = 0x2AAAA  # sets the bytes of frames apart from those of pairs
_HASHES = 3
_BESIDE, _FEW = 2, 4  # pairs so near each other are one group; more in a group are damage
_64 = (1 << 64) - 1
_MIXERS = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_LAST = 0xBF58476D1CE4E5B9
_CHUNK = 65_536
_BIT = bytes(1 << (low >> 5) for low in range(256))
_UNSET = bytes((1, *bytes(255)))
_HAN = bytes(0x4E <= high <= 0x9F for high in range(256))


@lru_cache(maxsize=3)
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


def triple_places(triple: str, size: int = TRIPLE_BYTES) -> Iterator[tuple[int, int]]:
    """The bytes and bits of three characters among so many bytes."""
    mixed, step = _mixed(triple)
    for _ in range(_HASHES):
        yield mixed >> 3 & (size - 1), 1 << (mixed & 7)
        mixed += step


def _mixed(triple: str) -> tuple[int, int]:
    """The first hash of three characters, and how far it is to the next."""
    first, second, third = triple
    mixed = (ord(first) * _MIXERS[0] + ord(second) * _MIXERS[1] + ord(third) * _MIXERS[2]) & _64
    mixed = (mixed ^ mixed >> 29) * _LAST & _64
    return mixed, mixed >> 32 | 1


def pair_met(first: str, second: str) -> bool:
    """Whether the two characters are met side by side."""
    at, bit = pair_place(first, second)
    return bool(_bits(PAIRS)[at] & bit)


def triple_met(triple: str) -> bool:
    """Whether the three characters are met often; never where one is no Han character."""
    return _has(_bits(TRIPLES), triple, TRIPLE_BYTES)


def triple_seen(triple: str) -> bool:
    """Whether the three characters are met at all."""
    return _has(_bits(SEEN), triple, SEEN_BYTES)


def _has(bits: bytes, triple: str, size: int) -> bool:
    mixed, step = _mixed(triple)
    for _ in range(_HASHES):
        if not bits[mixed >> 3 & (size - 1)] & 1 << (mixed & 7):
            return False
        mixed += step
    return True


def between(first: str, others: str, last: str) -> list[str]:
    """Which of ``others`` are met behind ``first`` and before ``last``, as far as these are Han characters."""
    bits, under, found = _bits(PAIRS), PAIR_BYTES - 1, list(others)
    if is_han(first):
        one = ord(first)
        found = [char for char in found if bits[(one ^ ord(char) << 5) & under] & 1 << (one >> 5 & 7)]
    if is_han(last):
        two = ord(last) << 5
        found = [char for char in found if bits[(ord(char) ^ two) & under] & 1 << (ord(char) >> 5 & 7)]
    return found


def is_han(char: str) -> bool:
    """Whether it is a Han character; none and several are not."""
    return len(char) == 1 and "\u4e00" <= char <= "\u9fff"


def unmet(text: str) -> Iterator[int]:
    """Where a Han character stands that is never met with the one before nor with the one behind it."""
    last = -2
    for at in strange(text):
        if at == last + 1:
            yield at
        last = at


def strange(text: str) -> Iterator[int]:
    """Where two Han characters stand that are never met side by side."""
    for first in range(0, len(text), _CHUNK):
        for at in _strange(text[first : first + _CHUNK + 1]):
            yield first + at


def _strange(chunk: str) -> Iterator[int]:
    bits, last = _bits(PAIRS), len(chunk) - 1
    raw, hashes = utf32(chunk), pair_hashes(chunk, PAIR_BYTES - 1)
    han = _number(raw[1::4].translate(_HAN))
    both = (han & han >> 8).to_bytes(last + 1, "little")
    known = _number(bytes(picked(bits, hashes[:last]))) & _number(raw[::4].translate(_BIT)[:last])
    odd = _number(known.to_bytes(last, "little").translate(_UNSET)) & _number(both[:last])
    found = odd.to_bytes(last, "little")
    return compress(count(), found) if found.find(1) >= 0 else iter(())


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


def doubtful(text: str) -> Iterator[int]:
    """Where a Han character stands that is never met with one beside it, while the two around it are met often with
    some other between them, or it is the first or last of its run. Many of them together are no words at all.
    """
    bits, under, last = _bits(PAIRS), PAIR_BYTES - 1, -1
    for pair in _scattered(strange(text)):
        for at in (pair, pair + 1):
            if at <= last:
                continue
            last = at
            one, two = ord(text[at - 1 : at] or "."), ord(text[at + 1 : at + 2] or ".")
            inner = bits[(one ^ two << 5) & under ^ _FRAME] & 1 << (one >> 5 & 7)
            if inner or not (is_han(chr(one)) and is_han(chr(two))):
                yield at


def _scattered(places: Iterable[int]) -> Iterator[int]:
    """Those of the places, in order, that stand by themselves or few together."""
    group: list[int] = []
    for place in places:
        if group and place - group[-1] > _BESIDE:
            yield from group if len(group) <= _FEW else ()
            group = []
        group.append(place)
    yield from group if len(group) <= _FEW else ()
