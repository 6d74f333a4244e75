"""Path patterns in the config and the sidecar: those of .gitignore, without negation.

A pattern is run as a set of states, one bit each, so that a path takes the time of its length, whatever the stars.
"""

from __future__ import annotations

import os

from speechlint.quick import regex
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from speechlint.errors import SpeechlintError

_ANYWHERE = "**/"
_WILD = regex.later(r"[*?]|\[[!^]?[^\]/]+\]")
_PIECES = regex.later(r"(?:\*\*+/)+|\*\*+|\*|\?|\[[!^]?[^\]/]+\]|.", regex.DOTALL)


def matches(path: str, root: str, patterns: Iterable[str]) -> bool:
    """Whether ``path`` fits one of the patterns, which are relative to the folder ``root``.

    ``*`` stays within a name, ``**`` crosses folders, a pattern without ``/`` fits at any depth, and
    a folder stands for everything in it.
    """
    seen = at(path, root)
    return any(fits(seen, pattern) for pattern in patterns)


class At(NamedTuple):
    """Where a path is, seen from a folder, and every plain pattern that fits it."""

    relative: str
    plain: frozenset[str]


def at(path: str, root: str) -> At:
    """Where ``path`` is for patterns that are relative to the folder ``root``."""
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(root)).replace(os.sep, "/")
    names = relative.split("/")
    above = ["/".join(names[: end + 1]) for end in range(len(names))]
    return At(relative, frozenset((*above, *(_ANYWHERE + name for name in names))))


def fits(seen: At, pattern: str) -> bool:
    """Whether what is ``seen`` fits the pattern."""
    plain = _plain(pattern)
    return plain in seen.plain if plain else _states(pattern).take(seen.relative)


@cache
def _plain(pattern: str) -> str:
    """The key of a pattern without wildcards in ``At.plain``; "" for any other."""
    if not is_plain(pattern):
        return ""
    return ("" if "/" in pattern.rstrip("/") else _ANYWHERE) + pattern.strip("/").removeprefix("./")


def is_plain(pattern: str) -> bool:
    """Whether the pattern is the path of one file."""
    return not _WILD.search(pattern)


def check(pattern: str, where: str, error: type[SpeechlintError]) -> None:
    """Raise ``error``, naming ``where``, if a class of characters in the pattern makes no sense, as in ``[z-a]``."""
    import re

    try:
        _states(pattern)
    except re.error:
        raise error(
            f"{where}: 路径“{pattern}”里的方括号写得不对",
            f"{where}: the brackets in '{pattern}' make no sense",
        ) from None


def _class(piece: str) -> str:
    """The expression for a class of characters; what expressions may read as sets of sets stands for itself."""
    inside = piece[1:-1]
    for char in "[&~|":
        inside = inside.replace(char, f"\\{char}")
    return f"[^{inside[1:]}]" if piece[1] in "!^" else f"[{inside}]"


class _States:
    """State ``n`` has read ``n`` pieces. ``stays`` may read any character and be there still, ``names`` any but ``/``;
    ``skips`` is at a ``**/`` too, as if that were read.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._steps: list[str | re.Pattern[str]] = []
        self._stays = self._names = self._skips = 0
        for piece in pieces:
            self._add(piece, 1 << len(self._steps))
        self._last = 1 << len(self._steps)
        self._masks: dict[str, int] = {}

    def _add(self, piece: str, here: int) -> None:
        if piece.endswith(_ANYWHERE):
            self._skips |= here
            self._stays |= here << 1
            self._steps += ("", "/")
        elif piece.startswith("**"):
            self._stays |= here
        elif piece == "*":
            self._names |= here
        elif piece != "?" and len(piece) > 1:
            self._steps.append(regex.compile(_class(piece)))
        else:
            self._steps.append(piece)

    def take(self, path: str) -> bool:
        """Whether the pieces make up the path, or a folder above it."""
        now = self._entered(1)
        for char in path:
            if not now or (char == "/" and now & self._last):
                return bool(now)
            stay = self._stays if char == "/" else self._stays | self._names
            now = self._entered((now & self._mask(char)) << 1 | now & stay)
        return bool(now & self._last)

    def _entered(self, now: int) -> int:
        into = now & self._skips
        return now | into << 1 | into << 2

    def _mask(self, char: str) -> int:
        """The states whose next piece is the character."""
        if char not in self._masks:
            fitting = (1 << at for at, step in enumerate(self._steps) if _reads(step, char))
            self._masks[char] = sum(fitting)
        return self._masks[char]


def _reads(step: str | re.Pattern[str], char: str) -> bool:
    if isinstance(step, str):
        return step == char or (step == "?" and char != "/")
    return char != "/" and bool(step.fullmatch(char))


@cache
def _states(pattern: str) -> _States:
    body = pattern.strip("/").removeprefix("./")
    anywhere = "" if "/" in pattern.rstrip("/") else _ANYWHERE
    return _States(_PIECES.findall(anywhere + body))
