"""What stands above and below what is spoken: title, byline, date; signature, and what a site adds."""

from __future__ import annotations

from bisect import bisect_right

from speechlint import regex
from speechlint.document.span import Span
from speechlint.document.speeches import is_call
from speechlint.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document import Document

_BLANKS = " \u3000\xa0\t"
_CLOSE = regex.later("谢谢(?:大家|各位|[！!])|我就讲这些|讲话完了")
_PROSE = 60  # written characters: a line this long with a full stop is spoken
_NEAR = 3  # so many lines at either end always belong to the edge
_FAR = 12  # a salutation further down than this closes no head


class Edges(NamedTuple):
    """Reading spans above (``heads``) and below (``tails``) each speech of a file, in order."""

    heads: tuple[Span, ...]
    tails: tuple[Span, ...]

    def in_head(self, offset: int) -> bool:
        return _within(self.heads, offset)

    def in_tail(self, offset: int) -> bool:
        return _within(self.tails, offset)


def _within(spans: tuple[Span, ...], offset: int) -> bool:
    at = bisect_right(spans, (offset, len(spans) and spans[-1].end)) - 1
    return at >= 0 and spans[at].start <= offset <= spans[at].end


def edges(doc: Document) -> Edges:
    """The edges of every speech in ``doc``; in a short text head and tail may overlap."""
    parts = doc.parts
    lines = [line for line in doc.lines if doc[line].strip(_BLANKS)]
    starts = [line.start for line in lines]
    heads, tails = [], []
    for part in parts:
        first = max(0, bisect_right(starts, part.span.start) - 1)
        own = lines[first : bisect_right(starts, part.span.end)]
        if own:
            heads.append(Span(own[0].start, _head_end(doc, own)))
            tails.append(Span(_tail_start(doc, own), own[-1].end))
    return Edges(tuple(heads), tuple(tails))


def _head_end(doc: Document, lines: list[Span]) -> int:
    for at, line in enumerate(lines[:_FAR]):
        if line.end - line.start <= _PROSE and is_call(doc[line].strip(_BLANKS)):
            return lines[max(at - 1, 0)].end
    for at, line in enumerate(lines):
        if at >= _NEAR and line.end - line.start >= _PROSE and "。" in doc[line]:
            return lines[at - 1].end
    return lines[-1].end


def _tail_start(doc: Document, lines: list[Span]) -> int:
    for at, line in enumerate(reversed(lines[-_FAR:])):
        if _CLOSE.search(doc.text, max(line.start, line.end - 30), line.end):
            return lines[-at].start if at else line.end
    return lines[-min(_NEAR, len(lines))].start
