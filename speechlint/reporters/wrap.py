"""Text broken into lines of a screen as Chinese is: no closing mark begins a line, no Latin word or number is cut."""

from __future__ import annotations

from speechlint.reporters.excerpt import columns

_CLOSING = "，。、；：？！”’）》」』】〉…—·%％,.;:?!)]}⟧"
_OPENING = "“‘（《「『【〈([{⟦"


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` columns; what may not be broken and is wider is cut all the same."""
    if columns(text) <= width:
        return [text]
    lines: list[str] = []
    start = stop = used = 0
    for at, char in enumerate(text):
        if at > start and _may_break(text[at - 1], char):
            stop = at
        used += columns(char)
        if used > width and at > start:
            cut = stop if stop > start else at
            lines.append(text[start:cut].rstrip(" "))
            start, used = cut, columns(text[cut : at + 1])
    return [*lines, text[start:]]


def cut(text: str, width: int) -> str:
    """The beginning of ``text`` that fits, with ``…`` where something is left out."""
    return text if columns(text) <= width else wrapped(text, width - 2)[0] + "…"


def flowing(parts: list[str], width: int, between: str) -> list[str]:
    """``parts`` one behind the other, as many on a line as fit; one that is wider than a line is broken."""
    lines: list[str] = []
    for part in parts:
        if lines and columns(lines[-1] + between + part) <= width:
            lines[-1] += between + part
        else:
            lines += wrapped(part, width)
    return lines


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    return before == " " or not (before.isascii() and after.isascii())
