"""How far items reach, and which words after their marks are the heading."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.outline.item import LINE
from speechlint.document.span import BLANKS, Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, made_of

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.outline.item import Item
    from speechlint.document.outline.siblings import Siblings
    from speechlint.document.outline.speeches import Part

_END = regex.later("[。！？；：!?;:\\n]")
_OWN_LINE = 90
_CLOSING = 4
_CLOSES = ("同志们", "各位代表", "各位委员", "各位领导", "谢谢")
_BLANKS = BLANKS + "*#"
_LEAD = _BLANKS + "，,、：:"


def measure(doc: Document, items: list[Item], breaks: list[int]) -> None:
    """Set which words are the heading of each item, once it is known where the items end."""
    for item in items:
        item.head, item.own_line = _head(doc.text, item, breaks)


def bound(doc: Document, part: Part, items: list[Item], lists: list[Siblings]) -> None:
    """Set where each item ends: where the next one that is not below it begins, or its paragraph does."""
    stack: list[Item] = []
    for item in items:
        while stack and stack[-1].level >= item.level:
            stack.pop().end = item.mark.start
        stack.append(item)
    close = _close(doc, part, items[-1].mark.end) if items else part.body.end
    for item in stack:
        item.end = close
    for found in lists:
        _cut_last(doc.text, found)
    for item in items:
        if item.parent:
            item.end = max(item.mark.end, min(item.end, item.parent.end))


def _close(doc: Document, part: Part, since: int) -> int:
    """Where the closing words begin, if the last paragraphs are such: 同志们，… 谢谢大家！"""
    end = close = part.body.end
    if not any(map(doc.text[since:end].__contains__, _CLOSES)):
        return end
    for _ in range(_CLOSING):
        line = doc.line_at(max(since, len(doc.text[since:end].rstrip(_BLANKS + "\n")) + since - 1))
        if line.start <= since:
            break
        if doc[line].lstrip(_BLANKS).startswith(_CLOSES):
            close = line.start
        end = line.start
    return close


def _cut_last(text: str, found: Siblings) -> None:
    """The last of a run-in list ends with its paragraph, if its siblings are one paragraph each."""
    last = found.items[-1]
    if last.place == LINE and (found.written or len(found.items) == 1):
        return
    for item in found.items[:-1]:
        line_end = text.find("\n", item.mark.start, item.end)
        if line_end >= 0 and not text[line_end : item.end].isspace():
            return
    line_end = text.find("\n", last.mark.start, last.end)
    if line_end >= 0:
        last.end = line_end


def _head(text: str, item: Item, breaks: list[int]) -> tuple[Span, bool]:
    """The heading words of an item, and whether they stand on a line of their own."""
    start, end = item.mark.end, item.end
    lead = _BLANKS if item.written else _LEAD
    while start < end and text[start] in lead:
        start += 1
    ended = _END.search(text, start, end)
    stop = ended.start() if ended else end
    own = item.place == LINE and stop - start <= _OWN_LINE and _ends_line(text, stop, end, item.written)
    if not own and breaks:
        stop = min(stop, _line_break(breaks, item, start, stop))
    while stop > start and text[stop - 1] in _LEAD:
        stop -= 1
    return made_of(Span, (start, stop)), own


def _ends_line(text: str, stop: int, end: int, marked: bool) -> bool:
    """Whether nothing follows the heading on its line; without a number, not even an end mark."""
    if stop == end or text[stop] == "\n":
        return True
    line_end = text.find("\n", stop, end)
    return marked and not text[stop + 1 : line_end if line_end >= 0 else end].strip(_BLANKS)


def _line_break(places: list[int], item: Item, start: int, stop: int) -> int:
    """Where a run-in heading ends at an old line end that came earlier than a full line's would."""
    at = bisect_right(places, start)
    if at >= len(places) or places[at] >= stop or at == 0 or places[at - 1] < item.mark.start - 1:
        return stop
    gaps = sorted(
        b - a
        for a, b in zip(
            places[max(0, at - 30) : at + 30], places[max(0, at - 30) + 1 : at + 31], strict=False
        )
    )
    return places[at] if places[at] - item.mark.start < gaps[len(gaps) * 3 // 4] * 0.75 else stop
