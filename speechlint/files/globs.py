"""Path patterns in the config and the sidecar: those of .gitignore, without negation."""

from __future__ import annotations

import os

from speechlint.quick import regex
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_PIECES = regex.later(r"\*\*/|\*\*|\*|\?|\[[!^]?[^\]/]+\]")


def matches(path: str, root: str, patterns: Iterable[str]) -> bool:
    """Whether ``path`` fits one of the patterns, which are relative to the folder ``root``.

    ``*`` stays within a name, ``**`` crosses folders, a pattern without ``/`` fits at any depth, and
    a folder stands for everything in it.
    """
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(root)).replace(os.sep, "/")
    return any(_compiled(pattern).fullmatch(relative) for pattern in patterns)


def is_plain(pattern: str) -> bool:
    """Whether the pattern is the path of one file."""
    return not _PIECES.search(pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = []
    body = pattern.strip("/").removeprefix("./")
    at = 0
    for piece in _PIECES.finditer(body):
        parts += [regex.escape(body[at : piece.start()]), _regex(piece.group())]
        at = piece.end()
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    return regex.compile(f"{anywhere}{''.join(parts)}{regex.escape(body[at:])}(?:/.*)?", regex.DOTALL)


def _regex(piece: str) -> str:
    if piece.startswith("["):
        return f"[^{piece[2:]}" if piece[1] in "!^" else piece
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}[piece]
