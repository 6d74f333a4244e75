"""The letters of a draft: its reading text without marks and blanks, which copying changes first."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.quick import regex

_OTHER = regex.later(r"[^\w\n]|_")
_LETTERS = regex.later(r"[^\W_]+")


def lines(text: str) -> list[str]:
    """The letters of each line of a reading text."""
    return _OTHER.sub("", text).split("\n")


def letters(text: str) -> str:
    return "".join(_LETTERS.findall(text))


class Letters:
    """Where the letters of a reading text stand in it; both are counted from 0."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []  # of each run of letters, in the text
        self._before: list[int] = []  # letters before it
        before = 0
        for found in _LETTERS.finditer(text):
            start, end = found.span()
            self._starts.append(start)
            self._before.append(before)
            before += end - start
        self._count = before

    def offset(self, letter: int) -> int:
        """Where in the text a letter stands. Raises ``IndexError`` where there is no such letter."""
        if not 0 <= letter < self._count:
            raise IndexError(letter)
        run = bisect_right(self._before, letter) - 1
        return self._starts[run] + letter - self._before[run]

    def until(self, offset: int) -> int:
        """How many letters stand before a place of the text."""
        run = bisect_right(self._starts, offset) - 1
        if run < 0:
            return 0
        after = self._before[run + 1] if run + 1 < len(self._before) else self._count
        return min(self._before[run] + offset - self._starts[run], after)
