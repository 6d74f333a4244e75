"""Columns of numbers, and a text as the numbers of its characters.

Columns are lists, or, for a text so large that these would not fit in memory, arrays; ``array`` is imported for these
alone: it is 2 ms of a cold start. UTF-16 and UTF-32 are written in the machine's own order, which Python does by
itself; for a named order it imports a module, and calls it for every text.
"""

from __future__ import annotations

import sys

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableSequence

HUGE = 1_000_000  # characters


def column(size: int, kind: str = "I") -> Callable[[Iterable[int]], MutableSequence[int]]:
    """The type of a column for a text of ``size`` characters: of offsets, or of what ``array`` calls ``kind``."""
    if size <= HUGE:
        return list
    from array import array

    return lambda numbers: array(kind, numbers)


_LITTLE = sys.byteorder == "little"


def utf16(text: str) -> bytes:
    """The text as little-endian UTF-16; surrogates stay what they are."""
    if _LITTLE:
        return text.encode("utf-16", "surrogatepass")[2:]
    return text.encode("utf-16-le", "surrogatepass")


def from_utf16(data: bytes) -> str:
    """The text that ``utf16`` wrote; it does not begin with a byte order mark."""
    return data.decode("utf-16" if _LITTLE else "utf-16-le", "surrogatepass")


def low_bytes(text: str) -> bytes:
    """The low byte of each character."""
    return text.encode("utf-32", "surrogatepass")[4 if _LITTLE else 7 :: 4]


def high_bytes(text: str) -> bytes:
    """The high byte of each character of 16 bits, which tells Han characters; of others those of two halves."""
    return utf16(text)[1::2]


def pair_hashes(text: str, mask: int) -> memoryview:
    """For each character a number of it and the one behind it: the first ^ the second << 5, under ``mask``."""
    raw = text.encode("utf-32", "surrogatepass")[4:] if _LITTLE else text.encode("utf-32-le", "surrogatepass")
    number = int.from_bytes(raw, "little")
    under = int.from_bytes(mask.to_bytes(4, "little") * len(text), "little")
    return memoryview(((number ^ number >> 27) & under).to_bytes(len(raw), sys.byteorder)).cast("I")
