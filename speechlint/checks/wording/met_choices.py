"""Which of two words is met between what stands around: a logarithm of the odds for each context that tells something.

The table is data, made by ``benchmarks/choices.py``: no text can be read back. Each context (one to three characters
before the place, or behind it) is a number of 16 bits at its hash and the odds in one byte, in eighths. Ahead of them
stands a bit for each two characters before one that may be meant to be another: mostly they are not.
"""

from __future__ import annotations

import os

from speechlint.quick.functools import lru_cache

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "met_choices.bits")
STEP, MOST = 8, 127  # odds are told in eighths, up to so many
PROBES = 8  # places at which a context may stand, from its hash on
WIDEST = 3  # characters of a context
EDGE = " "
BITS = 1 << 21
_BYTES = BITS >> 3
_ROW = 3  # bytes of a context: two of its number, one of its odds
_64 = (1 << 64) - 1
_MIXER, _LAST = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9


@lru_cache(maxsize=1)
def _table() -> tuple[bytes, int]:
    """The data, and how many places it has for contexts."""
    with open(TABLE, "rb", buffering=0) as file:
        data = file.read()
    return data, (len(data) - _BYTES) // _ROW


def plain(text: str) -> str:
    """The text with one character for all digits, one for all letters, and an edge for all that is neither nor Han."""
    return "".join([one if "\u4e00" <= one <= "\u9fff" else _kind(one) for one in text])


def _kind(one: str) -> str:
    if not one.isascii():
        return EDGE
    return "0" if one.isdigit() else "a" if one.isalpha() else EDGE


def bit(two: str, word: str, side: int) -> tuple[int, int]:
    """The byte and the bit of two characters before another one, or, at an edge, of two behind it (``side`` 1)."""
    at = (ord(two[0]) * 331 ^ ord(two[1]) << 5 ^ ord(word) * 77 ^ side * 9_731) & BITS - 1
    return at >> 3, 1 << (at & 7)


def may_be_meant(text: str, at: int) -> bool:
    """Whether the character at ``at`` may be meant to be another, by the two before it, at an edge those behind it."""
    two, side = plain(f"{EDGE}{EDGE}{text[max(0, at - 2) : at]}")[-2:], 0
    if two[-1] == EDGE:
        two, side = plain(text[at + 1 : at + 3]), 1
        if len(two) < 2:
            return False
    byte, mask = bit(two, text[at], side)
    return bool(_table()[0][byte] & mask)


def seed(wrong: str, right: str) -> int:
    """What the contexts of one word in the place of another are told by."""
    return folded(0, f"{wrong} {right}") & ~1


def folded(start: int, text: str) -> int:
    """A number of ``start`` and the characters of ``text``."""
    for one in text:
        start = (start ^ ord(one)) * _MIXER & _64
    return start


def place(mixed: int, size: int) -> tuple[int, bytes]:
    """Where in a table of ``size`` places a context begins to be looked for, and the number it has there."""
    mixed = (mixed ^ mixed >> 29) * _LAST & _64
    return (mixed >> 32) % (size - PROBES), (mixed & 0xFFFF or 1).to_bytes(2, "little")


def odds(mixed: int) -> int | None:
    """The odds of a context, in eighths; None if it tells nothing."""
    data, size = _table()
    at, mark = place(mixed, size)
    first = _BYTES + 2 * at
    end = first + 2 * PROBES
    found = data.find(mark, first, end)
    while found >= 0 and found - first & 1:  # the end of one number and the beginning of the next
        found = data.find(mark, found + 1, end)
    return data[_BYTES + 2 * size + (found - _BYTES) // 2] - (MOST + 1) if found >= 0 else None


def before(own: int, context: str, least: int) -> float:
    """How much the characters of ``context`` before a place tell, the nearest last: at least so many, but for edges."""
    return _longest(own, context[::-1], least)


def behind(own: int, context: str) -> float:
    """How much the characters of ``context`` behind a place tell."""
    return _longest(own ^ 1, context, 1)


def usual(own: int) -> float:
    """The odds where nothing is known of what is around."""
    return (odds(own) or 0) / STEP


def _longest(mixed: int, context: str, least: int) -> float:
    """What the longest context that is known tells; an edge ends it."""
    found = 0
    for size, one in enumerate(context, 1):
        mixed = (mixed ^ ord(one)) * _MIXER & _64
        told = odds(mixed) if size >= least or one == EDGE else None
        if told is not None:
            found = told
        if one == EDGE:
            break
    return found / STEP
