"""Which speeches of a draft have had their names taken out (XX县, 20xx年, ×××同志, 某某)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from speechlint.document.blanks import blank_words as words
from speechlint.document.blanks.unfilled import LETTER, SHAPE, STAR, UNNAMED, Doubt
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document, Span
    from speechlint.document.blanks.unfilled import Blank

_HALF = 0.5
_WEIGHTS = {
    **dict.fromkeys((words.SESSION, words.YEAR, words.PLACE, words.OFFICE, words.PERSON), 1.0),
    **dict.fromkeys((LETTER, STAR, SHAPE), 1.0),
    **dict.fromkeys((words.FIGURE, words.DATE), _HALF),  # may just not be known yet
    UNNAMED: _HALF,  # a way of telling, too
}
_ENOUGH = 2
_FIELD = regex.later("[ \t\u3000*_]*[\u4e00-\u9fff]{2,6}[*_]*[：:][*_]*[ \t\u3000X×x年月日至到—~-]+")
_LONGEST = 80  # characters of a line with a field: no form has a longer one


@lru_cache(maxsize=1)
def anonymised(doc: Document) -> tuple[Span, ...]:
    """The speeches in which names have been blanked, two each or more; what has other reasons too counts half."""
    weights = [0.0 if _is_field(doc, blank) else _weight(blank) for blank in doc.blanks]
    if sum(weights) < _ENOUGH:
        return ()
    places = [blank.span.start for blank in doc.blanks]
    spans = [speech.span for speech in doc.outline.speeches]
    parts = [weights[bisect_left(places, span.start) : bisect_left(places, span.end)] for span in spans]
    return tuple(span for span, part in zip(spans, parts, strict=True) if sum(part) >= _ENOUGH)


def in_part(doc: Document) -> bool:
    """Whether any name at all has been blanked."""
    return any(_weight(blank) >= 1 for blank in doc.blanks)


def among(speeches: tuple[Span, ...], offset: int) -> bool:
    """Whether an offset lies in one of the speeches, which are in order."""
    at = bisect_right(speeches, offset, key=lambda speech: speech.start) - 1
    return at >= 0 and offset < speeches[at].end


def _is_field(doc: Document, blank: Blank) -> bool:
    """Whether it is a field of a form that nobody has filled in yet: 报告人：XXX."""
    line = doc.line_at(blank.span.start)
    return line.end - line.start <= _LONGEST and bool(_FIELD.fullmatch(doc[line]))


def _weight(blank: Blank) -> float:
    if blank.doubt is Doubt.STORY:
        return 0.0
    return _WEIGHTS.get(blank.kind, 0.0) * (_HALF if blank.doubt is Doubt.ALONE else 1)
