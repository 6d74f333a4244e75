"""The letters of a draft: its reading text without marks and blanks, which copying changes first."""

from __future__ import annotations

from speechlint.quick import regex

_OTHER = regex.later(r"[^\w\n]|_")
_LETTERS = regex.later(r"[^\W_]+")


def lines(text: str) -> list[str]:
    """The letters of each line of a reading text."""
    return _OTHER.sub("", text).split("\n")


def letters(text: str) -> str:
    return "".join(_LETTERS.findall(text))


def offsets(text: str) -> list[int]:
    """Where in ``text`` each of its letters stands."""
    return [at for found in _LETTERS.finditer(text) for at in range(*found.span())]
