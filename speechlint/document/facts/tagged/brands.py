"""Short names of companies, 261,000 of them, as a table of bits: whether one is among them, never wrongly said not to be.

``brands.bin`` is written by ``benchmarks/brands.py`` from a public list. Of characters that are no short name, three in
a thousand are taken for one.
"""

from __future__ import annotations

from zlib import crc32

from speechlint.document.facts.tagged.hashed import path
from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = path("brands.bin")
SIZES = (4, 3, 2)  # characters of a short name
_HAN = regex.later("[\u4e00-\u9fff]{2,}")
_BITS = 6  # for each name
COMMON = 20  # a word met more often is no name by itself


def bits(name: str, size: int) -> Iterator[tuple[int, int]]:
    """The bytes and the bits of them that stand for a name, in a table of ``size`` bytes."""
    at = crc32(name.encode("utf-16-le"))
    step = at >> 11 | 1
    for _ in range(_BITS):
        at = (at + step) % (8 * size)
        yield at >> 3, 1 << (at & 7)


@lru_cache(maxsize=1)
def _table() -> bytes:
    with open(TABLE, "rb") as file:
        return file.read()


@lru_cache(maxsize=1 << 15)
def is_one(name: str) -> bool:
    table = _table()
    size = len(table)
    for byte, bit in bits(name, size):
        if not table[byte] & bit:
            return False
    return frequency(name) < COMMON


def marks(text: str) -> list[str]:
    """For each character the size of the longest short name that it is in, and its place there; "" where it is in none."""
    told = [""] * len(text)
    for found in _HAN.finditer(text):
        start, end = found.span()
        for size in SIZES:
            for at in range(start, end - size + 1):
                if not told[at] and not told[at + size - 1] and is_one(text[at : at + size]):
                    told[at : at + size] = [f"{size}{place}" for place in range(size)]
    return told
