"""Columns of numbers, and a text as the numbers of its characters.

Columns are lists, or, for a text so large that these would not fit in memory, arrays; ``array`` is imported for these
alone: it is 2 ms of a cold start. The codecs are taken from where they are: by name each is a module to be loaded.
"""

from __future__ import annotations

from _operator import itemgetter  # as ``operator`` has it, which would be another module to import
from codecs import utf_16_le_decode, utf_16_le_encode, utf_32_le_encode

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableSequence, Sequence

HUGE = 1_000_000  # characters


def column(size: int, kind: str = "I") -> Callable[..., MutableSequence[int]]:
    """The type of a column for a text of ``size`` characters: of offsets, or of what ``array`` calls ``kind``."""
    if size <= HUGE:
        return list
    from array import array

    return lambda numbers=(): array(kind, numbers)


_ascending: list[int] = []


def ascending(size: int) -> list[int]:
    """The numbers below ``size``, and more: to take those that are there costs a third of making them anew."""
    if len(_ascending) < size:
        _ascending.extend(range(len(_ascending), size))
    return _ascending


def places_of(text: str, part: str) -> list[int]:
    """Where a part stands in a text: of a character that is rare, found much faster than by a class of several."""
    found: list[int] = []
    at = text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def utf16(text: str) -> bytes:
    """The text as little-endian UTF-16; surrogates stay what they are."""
    return utf_16_le_encode(text, "surrogatepass")[0]


def of_utf16(data: bytes) -> str:
    """The text that ``utf16`` made these bytes of."""
    return utf_16_le_decode(data, "surrogatepass")[0]


def utf32(text: str) -> bytes:
    """The text as little-endian UTF-32; surrogates stay what they are."""
    return utf_32_le_encode(text, "surrogatepass")[0]


def low_bytes(text: str) -> bytes:
    """The low byte of each character."""
    return utf32(text)[::4]


def high_bytes(text: str) -> bytes:
    """The high byte of each character of 16 bits, which tells Han characters; of others those of two halves."""
    return utf16(text)[1::2]


def picked(table: Sequence[int], numbers: Iterable[int]) -> tuple[int, ...]:
    """What a table has at each of the numbers: a third faster than asking for one after the other."""
    found: tuple[int, ...] = itemgetter(0, 0, *numbers)(table)
    return found[2:]


@lru_cache(maxsize=1)
def pair_hashes(text: str, mask: int) -> memoryview:
    """For each character a number of it and the one behind it: the first ^ the second << 5, under ``mask``.

    Those of the last text are kept: several ask for the same.
    """
    raw = utf32(text)
    number = int.from_bytes(raw, "little")
    under = _repeated(mask, len(text).bit_length())
    return memoryview(((number ^ number >> 27) & under).to_bytes(len(raw), "little")).cast("I")


@lru_cache(maxsize=32)
def _repeated(mask: int, bits: int) -> int:
    """A number of 32 bits, again and again: more than any length of so many bits."""
    return int.from_bytes(mask.to_bytes(4, "little") * (1 << bits), "little")
