"""Sentences of a paragraph that may be a web page's: two gate words stand in them, one of them an advertisement's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from speechlint.checks.wording.page_features import Seen
from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document

LONG = 90  # characters: a longer line is looked at sentence by sentence
_BREAKS = "。！？"


def sentences(
    doc: Document, line: Span, offsets: Sequence[int], ads: Sequence[int]
) -> Iterator[tuple[Span, Seen]]:
    """Sentences of a paragraph in which two gate words stand, one of them an advertisement's."""
    end = line.start
    for at in ads[bisect_left(ads, line.start) : bisect_left(ads, line.end)]:
        if at < end:
            continue
        span = _sentence(doc.text, line, at)
        if span.end - span.start <= LONG and many(offsets, span):
            yield span, Seen(doc[span].strip(COMMON_BLANKS), "glued", beside=False)
        end = span.end


def _sentence(text: str, line: Span, at: int) -> Span:
    """The sentence around an offset, as far as it matters: of one that is too long, a part that is too long."""
    first, last = max(line.start, at - LONG - 1), min(line.end, at + LONG + 1)
    start = max(text.rfind(stop, first, at) for stop in _BREAKS) + 1
    ends = [found for found in (text.find(stop, at, last) for stop in _BREAKS) if found >= 0]
    return Span(max(start, first), min(ends) + 1 if ends else last)


def many(offsets: Sequence[int], span: Span) -> bool:
    """Whether two of the offsets lie in ``span``."""
    return bisect_right(offsets, span.end) - bisect_left(offsets, span.start) > 1
