"""Path patterns in the config and the sidecar: those of .gitignore, without negation."""

from __future__ import annotations

import os
import re

from speechlint.quick import regex
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.errors import SpeechlintError

_ANYWHERE = "**/"
_PIECES = regex.later(r"\*\*/|\*\*|\*|\?|\[[!^]?[^\]/]+\]")


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
    return plain in seen.plain if plain else bool(_compiled(pattern).fullmatch(seen.relative))


@cache
def _plain(pattern: str) -> str:
    """The key of a pattern without wildcards in ``At.plain``; "" for any other."""
    if not is_plain(pattern):
        return ""
    return ("" if "/" in pattern.rstrip("/") else _ANYWHERE) + pattern.strip("/").removeprefix("./")


def is_plain(pattern: str) -> bool:
    """Whether the pattern is the path of one file."""
    return not _PIECES.search(pattern)


def check(pattern: str, where: str, error: type[SpeechlintError]) -> None:
    """Raise ``error``, naming ``where``, if a class of characters in the pattern makes no sense, as in ``[z-a]``."""
    try:
        _compiled(pattern)
    except re.error:
        raise error(
            f"{where}: 路径“{pattern}”里的方括号写得不对",
            f"{where}: the brackets in '{pattern}' make no sense",
        ) from None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = []
    body = pattern.strip("/").removeprefix("./")
    at = 0
    for piece in _PIECES.finditer(body):
        parts += [regex.escape(body[at : piece.start()]), _regex(piece.group())]
        at = piece.end()
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    return re.compile(f"{anywhere}{''.join(parts)}{regex.escape(body[at:])}(?:/.*)?", re.DOTALL)


def _regex(piece: str) -> str:
    if piece.startswith("["):
        return f"[^{piece[2:]}" if piece[1] in "!^" else piece
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}[piece]
