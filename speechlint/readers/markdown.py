"""Which parts of a Markdown draft are not spoken: front matter, code, comments, tags and addresses."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_FRONT = regex.later(
    r"(---|\+\+\+)[ \t]*\n(?=\s*(?:#|[\w.\"'-]+[ \t]*[:=]))(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FENCE = regex.later(r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*$", regex.MULTILINE)
_INLINE = regex.later(
    r"<!--(?s:.*?)(?:-->|\Z)"
    r"|(?<!`)(?P<ticks>`{1,8})(?!`)[^\n]{0,2000}?(?<!`)(?P=ticks)(?!`)"
    r"|!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)"
    r"|\](?P<target>\((?=[^\s)]{0,400}[./#:])(?:[^()\n]|\([^()\n]{0,400}\)){0,2000}\)"
    r"|:[ \t]*[!-~]*[./#][!-~]*)"
    r"|https?://[!-;=?-~]+|www\.[!-;=?-~]+"
    r"|</?[A-Za-z][^<>\n]{0,400}>"
)


def hidden(source: str) -> tuple[Span, ...]:
    """The spans of ``source`` that nobody reads aloud, in order, without overlaps."""
    spans: list[Span] = []
    at = 0
    for block in (*_blocks(source), Span(len(source), len(source))):
        found = _INLINE.finditer(source, at, block.start)
        spans += [Span(*match.span("target" if match["target"] else 0)) for match in found]
        spans.append(block)
        at = block.end
    return tuple(span for span in spans if span.start < span.end)


def _blocks(source: str) -> list[Span]:
    """Front matter and fenced code; a fence that is never closed runs to the end, as it does on display."""
    front = _FRONT.match(source)
    blocks = [Span(*front.span())] if front else []
    at = blocks[-1].end if blocks else 0
    while opening := _FENCE.search(source, at):
        at = _closing(source, opening)
        blocks.append(Span(opening.start(), at))
    return blocks


def _closing(source: str, opening: re.Match[str]) -> int:
    fence = opening["fence"]
    close = regex.compile(rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$", regex.MULTILINE)
    closed = close.search(source, opening.end())
    return closed.end() if closed else len(source)
