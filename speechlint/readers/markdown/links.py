"""The parts of links: labels, addresses, titles, and the definitions that give a label its address."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_LABEL = regex.later(r"\[((?:[^\[\]\\]|\\.|\\\n){0,999})\]", regex.DOTALL)
_POINTED = regex.later(r"<(?:[^<>\n\\]|\\.)*>")
_BARE = regex.later(r"(?:[^\x00-\x20\x7f\\()]|\\[^\x00-\x20\x7f]|\\(?=[\x00-\x20]|\Z))*")
_TITLE = regex.later(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)", regex.DOTALL)
_GAP = regex.later(r"[ \t]*(?:\n[ \t]*)?")
_LINE_END = regex.later(r"[ \t]*(?:\n|\Z)")
_DEEPEST = 32
# What a bare address consists of: ASCII, then, behind a slash, whatever is no blank and no mark of a sentence.
_ADDRESS = regex.later(
    r"(?:https?://|www\.)[\w.:@%-]+(?:[/?#][^\s<>，。；：！？、“”‘’（）《》【】「」…—　]*)?", regex.ASCII
)
_TRAILING = "?!.,:*_~;'\""


def normal(label: str) -> str:
    """A label as labels are compared."""
    return " ".join(label.split()).casefold()


def label(text: str, at: int) -> re.Match[str] | None:
    """The label in brackets at ``at``."""
    return _LABEL.match(text, at)


def address(text: str, at: int) -> int:
    """Where the bare address ends that begins at ``at``; ``at`` itself where none does."""
    found = _ADDRESS.match(text, at)
    if not found:
        return at
    end = found.end()
    unopened = text.count(")", at, end) - text.count("(", at, end)
    while text[end - 1] in _TRAILING or (text[end - 1] == ")" and unopened > 0):
        unopened -= text[end - 1] == ")"
        end -= 1
    return end


def target(text: str, at: int) -> int:
    """Where ``(address "title")`` ends that begins at ``at``; -1 where it is none."""
    at = _GAP.match(text, at + 1).end()  # type: ignore[union-attr]
    end = _destination(text, at)
    if end < 0:
        return -1
    gap = _GAP.match(text, end).end()  # type: ignore[union-attr]
    if gap > end and (title := _TITLE.match(text, gap)):
        gap = _GAP.match(text, title.end()).end()  # type: ignore[union-attr]
    return gap + 1 if text.startswith(")", gap) else -1


def _destination(text: str, at: int) -> int:
    """Where the address ends; -1 where there is none, ``at`` for an empty one."""
    if text.startswith("<", at):
        pointed = _POINTED.match(text, at)
        return pointed.end() if pointed else -1
    deep = 0
    while True:
        at = _BARE.match(text, at).end()  # type: ignore[union-attr]
        if text.startswith("(", at) and deep < _DEEPEST:
            deep += 1
        elif text.startswith(")", at) and deep:
            deep -= 1
        else:
            return -1 if deep else at
        at += 1


def definition(text: str, at: int) -> tuple[str, int] | None:
    """The label of the definition at ``at``, and where its line ends; None where there is none."""
    found = _LABEL.match(text, at)
    if not found or not found[1].strip() or not text.startswith(":", found.end()):
        return None
    start = _GAP.match(text, found.end() + 1).end()  # type: ignore[union-attr]
    end = _destination(text, start)
    if end <= start:
        return None
    gap = _GAP.match(text, end).end()  # type: ignore[union-attr]
    title = _TITLE.match(text, gap) if gap > end else None
    for stop in (title.end() if title else -1, end):
        if stop >= 0 and (line := _LINE_END.match(text, stop)):
            return normal(found[1]), line.end()
    return None
