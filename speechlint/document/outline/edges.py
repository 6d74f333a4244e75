"""The words above and below a speech: title, byline, date; signature, and what a site adds."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.outline.speeches import is_call
from speechlint.document.span import COMMON_BLANKS, Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document import Document

_LINE = regex.later(rf"^[{COMMON_BLANKS}]*+[^\n]+", regex.MULTILINE)  # with something on it
_CLOSE = regex.later("谢谢(?:大家|各位|[！!])|我就讲这些|讲话完了")
_PROSE = 60  # written characters: a line this long with a full stop is spoken
_NEAR = 3  # so many lines at either end always belong to the edge
_INTRODUCTION = (
    6  # so many lines above the title of the first of several speeches, and no salutation, are a page's
)
_FAR = 12  # a salutation further down than this closes no head


class Edges(NamedTuple):
    """Reading spans above (``heads``) and below (``tails``) each speech of a file, in order."""

    heads: tuple[Span, ...]
    tails: tuple[Span, ...]

    def in_head(self, offset: int) -> bool:
        return _within(self.heads, offset)


def _within(spans: tuple[Span, ...], offset: int) -> bool:
    at = bisect_right(spans, (offset, len(spans) and spans[-1].end)) - 1
    return at >= 0 and spans[at].start <= offset <= spans[at].end


def edges(doc: Document) -> Edges:
    """The edges of every speech in ``doc``; in a short text head and tail may overlap."""
    parts = doc.parts
    lines = [match.span() for match in _LINE.finditer(doc.text)]
    starts = [start for start, _ in lines]
    heads, tails = [], []
    for part in parts:
        first = max(0, bisect_right(starts, part.span.start) - 1)
        own = lines[first : bisect_right(starts, part.span.end)]
        if own:
            heads.append(Span(own[0][0], _head_end(doc.text, own, part is parts[0] and len(parts) > 1)))
            tails.append(Span(_tail_start(doc.text, own), own[-1][1]))
    return Edges(tuple(heads), tuple(tails))


def _head_end(text: str, lines: list[tuple[int, int]], first_of_many: bool) -> int:
    for at, (start, end) in enumerate(lines[:_FAR]):
        if end - start <= _PROSE and is_call(text[start:end].strip(COMMON_BLANKS)):
            return lines[max(at - 1, 0)][1]
    if first_of_many and len(lines) <= _INTRODUCTION:
        return lines[-1][1]
    for at, (start, end) in enumerate(lines):
        if end - start >= _PROSE and at >= _NEAR and text.find("。", start, end) >= 0:
            return lines[at - 1][1]
    return lines[-1][1]


def _tail_start(text: str, lines: list[tuple[int, int]]) -> int:
    for at, (start, end) in enumerate(reversed(lines[-_FAR:])):
        if _CLOSE.search(text, max(start, end - 30), end):
            return lines[-at][0] if at else end
    return lines[-min(max(_NEAR, _unspoken(text, lines)), len(lines))][0]


def _unspoken(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines stand below the last one that is spoken; 0 if that is too far up."""
    for at, (start, end) in enumerate(reversed(lines[-_FAR:])):
        if end - start >= _PROSE and text.find("。", start, end) >= 0:
            return at
    return 0
