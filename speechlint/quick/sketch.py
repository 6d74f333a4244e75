"""A set of words as a table of bytes: loaded at once, never built. Of words not in it, one in thousands is taken for one."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_MARKS = 255
_MANY = 1_000_003
_ROOM = 8  # slots a word


def sketch(words: Collection[str]) -> bytes:
    """The table of ``words``."""
    size = _ROOM * len(words) + 1
    table = bytearray(size)
    for word in words:
        slot, mark = _place(word, size)
        table[slot] = mark
    return bytes(table)


def holds(table: bytes, word: str) -> bool:
    """Whether ``word`` is in the set, or seems to be; one in fifteen of the set was displaced by another."""
    slot, mark = _place(word, len(table))
    return table[slot] == mark


def endings(words: Collection[str]) -> bytes:
    """A table of the last two characters of ``words`` that have two, for ``may_end``."""
    pairs = {word[-2:] for word in words if len(word) > 1}
    table = bytearray(_ROOM * len(pairs) + 1)
    for pair in pairs:
        table[_slot(pair, len(table))] = 1
    return bytes(table)


def may_end(table: bytes, text: str, end: int) -> bool:
    """Whether what stands before ``end`` in a text may end in one of those words; where it does, it is never missed."""
    return end > 1 and bool(table[(ord(text[end - 2]) << 5 ^ ord(text[end - 1])) % len(table)])


def _slot(pair: str, size: int) -> int:
    return (ord(pair[0]) << 5 ^ ord(pair[1])) % size


def _place(word: str, size: int) -> tuple[int, int]:
    number = 0
    for char in word:
        number = number * _MANY + ord(char)
    return number % size, number // size % _MARKS + 1
