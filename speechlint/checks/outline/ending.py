"""A draft that breaks off: in the middle of a sentence, or in a heading."""

from __future__ import annotations

from bisect import bisect_left

from speechlint.document import Span
from speechlint.document.numerals import number
from speechlint.document.span import BLANKS
from speechlint.finding import Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item, Speech

ABOUT = "断在半句话或一个标题上的稿子"
_BLANKS = BLANKS + "\n*_"
_ENDS = "。！？…!?.”’」』）)》】:：~—"
_LONG = 40
_SHORT = 12  # of a line that ends a list with members still to come
_PROMISE = regex.later(
    "[讲谈提说强调作出](?:以下|这么|如下)?(?P<number>[二两三四五六七八九])(?:点|条|个(?:方面|问题))"
)
_HEADING = 40
_FLAT = 3_000  # a whole draft on one line: what ends it may be a title or a name that lost its break


def check(query: Query) -> Iterator[Hit]:
    for speech in query.doc.outline.speeches:
        hit = broken_end(query.doc, speech)
        if hit:
            yield hit


def broken_end(doc: Document, speech: Speech) -> Hit | None:
    """The last words of a speech, where they end neither a sentence nor the speech."""
    end = speech.body.start + len(doc[speech.body].rstrip(_BLANKS))
    if end <= speech.body.start or doc.text[end - 1] in _ENDS or speech.body.end < speech.span.end:
        return None
    last = _last(speech.items)
    if last and _cut_heading(doc, last, last.parent.children if last.parent else speech.items, end):
        return Hit(Span(last.mark.start, min(end, last.mark.start + 20)), {"where": "标题"})
    start = max(doc.text.rfind("\n", 0, end) + 1, speech.body.start)
    line = doc.text[start:end].strip(_BLANKS)
    owes = _owes(doc, speech)
    least = _LONG if len(line) >= _LONG or not owes else _SHORT
    if len(line) < least or not any(stop in line for stop in "。，,；、"):
        return None
    of_the_list = owes and last is not None and start <= last.mark.start
    if not of_the_list and _apart(doc, line, end):
        return None
    tail = max(line.rfind(stop) for stop in "。！？；，,、")
    span = Span(max(start, end - max(1, min(15, len(line) - 1 - tail))), end)
    sure = len(line) < _FLAT or line[-1] in "，,、；"
    return Hit(span, {"where": "一句话"}, severity=None if sure else Severity.WARNING)


def _owes(doc: Document, speech: Speech) -> bool:
    """Whether fewer points have come than were promised, and the last one is being spoken of."""
    points = [item for item in speech.items if item.written]
    if not points or points[-1].number is None or points[-1].end < speech.body.end - 1:
        return False
    promised = _PROMISE.search(doc.text, speech.body.start, points[0].mark.start)
    return promised is not None and (number(promised["number"]) or 0) > points[-1].number


def _apart(doc: Document, line: str, end: int) -> bool:
    """Whether the last words stand apart from the last sentence, as a date or a name under a speech does."""
    tail = line[max(line.rfind(stop) for stop in "。！？”") + 1 :]
    start = end - len(tail)
    at = bisect_left(doc.breaks, start, key=lambda found: found.at)
    broken = at < len(doc.breaks) and doc.breaks[at].at <= start + 1
    return (broken or tail[:1] in BLANKS) and tail[-1:] not in "，,、；"


def _last(items: tuple[Item, ...]) -> Item | None:
    """The very last item of a tree."""
    last = items[-1] if items else None
    while last and last.children:
        last = last.children[-1]
    return last


def _cut_heading(doc: Document, item: Item, siblings: tuple[Item, ...], end: int) -> bool:
    """Whether nothing but a heading follows the last mark, though its siblings and their like have more."""
    rest = doc[Span(item.mark.end, end)].strip(_BLANKS)
    if len(rest) > _HEADING or any(stop in rest for stop in "。！？；\n"):
        return False
    bodies = [len(doc[other.body].strip()) for other in siblings if other is not item]
    return bool(bodies) and min(bodies) > 15
