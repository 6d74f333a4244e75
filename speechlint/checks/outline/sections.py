"""Sections and levels: lone, empty, too deep, upturned, or without their number."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from speechlint.checks.outline.lists import NEXT_MARKS, label, like, runs, written
from speechlint.checks.outline.sequence import faults, unheaded
from speechlint.document import Span
from speechlint.document.outline.item import DEPTHS, LINE, WRITTEN
from speechlint.document.span import BLANKS
from speechlint.finding import Edit, Fix, Hit, Related, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item, Speech
    from speechlint.quick.typing import Any

ABOUT = "只有一个的层、空的标题、跳级、倒挂、丢了序号的标题"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import which

    return which(
        {
            "lone": ("一层只有一个", "a level with one member"),
            "empty": ("标题下没有内容", "a heading with nothing under it"),
            "deep": ("一、下直接是 1.，少了（一）", "1. directly under 一、"),
            "upturned": ("（一）里又是一、二、", "一、二、 inside （一）"),
            "lost": ("明明是标题却没有序号", "a paragraph that is plainly a heading without its number"),
        }
    )


_HEADING = 45
_DECIMAL = regex.later(r"\n[ \t　]*[0-9]{1,2}[.．][0-9]{1,2}(?![0-9%％])")
_BODY = 30


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"mark": None if options["kind"] == "lone" else NEXT_MARKS}


def check(query: Query) -> Iterator[Hit]:
    look = _KINDS[query.options["kind"]]
    for speech in query.doc.outline.speeches:
        yield from look(query.doc, speech)


def _lone(_: Document, speech: Speech) -> Iterator[Hit]:
    for group in speech.groups:
        item = group[0]
        if len(group) > 1 or not item.written or not item.parent or item.place < LINE or item.number != 1:
            continue
        yield Hit(item.mark, {"mark": label(item), "parent": label(item.parent)})


def _empty(doc: Document, speech: Speech) -> Iterator[Hit]:
    for group in speech.groups:
        bare = []
        if len(group) > 2:
            ends = [*(item.mark.start for item in group[1:]), group[-1].end]
            bare = [item for item, end in zip(group, ends, strict=True) if _is_bare(doc, item, end)]
        if not bare:
            continue
        full = [
            item for item in group if item.own_line and len(doc[item.body].strip(BLANKS + "。\n")) >= _BODY
        ]
        if len(bare) + len(full) < len(group) or len(bare) * 2 > len(full):
            continue
        for item in bare:
            if item.span.end < speech.body.end:
                end = min(item.head.end, item.mark.start + 20)
                yield Hit(Span(item.mark.start, end), {"heading": doc[item.head][:30]})


def _is_bare(doc: Document, item: Item, end: int) -> bool:
    """A heading without a full stop (a paragraph of one sentence is content), and nothing up to ``end``."""
    if not item.own_line or item.children or not item.written:
        return False
    short = (
        item.head.end - item.head.start <= _HEADING and doc.text[item.head.end : item.head.end + 1] != "。"
    )
    return short and not doc.text[item.head.end : end].strip()


def _deep(doc: Document, speech: Speech) -> Iterator[Hit]:
    for group in speech.groups:
        first = group[0]
        if not first.written or not first.parent or not first.parent.written or first.place < LINE:
            continue
        skipped = DEPTHS[first.style] - DEPTHS[first.parent.style]
        if skipped > 1 and first.style != "①" and not _has_decimals(doc, first.parent, first):
            right = WRITTEN[DEPTHS[first.parent.style]]
            yield Hit(
                first.mark,
                {"mark": label(first), "parent": label(first.parent), "right": right},
                related=(Related(first.parent.mark, "上一级", "the level above"),),
            )


def _has_decimals(doc: Document, outer: Item, first: Item) -> bool:
    """Whether a heading 4.1 stands between: that is the level between the two."""
    return bool(_DECIMAL.search(doc.text, outer.mark.end, first.mark.start))


def _upturned(_: Document, speech: Speech) -> Iterator[Hit]:
    if len({group[0].style for group in speech.groups if group[0].written}) < 2:
        return
    items = [item for item in speech.walk() if item.written]
    marks = [item.mark for item in items]
    for group in speech.groups:
        first, last = group[0], group[-1]
        if not first.written or first.number != 1 or len(group) < 2:
            continue
        at = bisect_left(marks, first.mark)
        until = bisect_left(marks, (last.span.end, 0)) if last.span.end > last.mark.end else len(marks)
        if at == 0 or until >= len(marks):
            continue
        before, after = items[at - 1], items[until]
        goes_on = before.style == after.style and after.number == (before.number or 0) + 1
        if goes_on and DEPTHS[first.style] < DEPTHS[before.style]:
            yield Hit(
                first.mark,
                {"mark": label(first), "outer": label(before)},
                severity=None if first.own_line else Severity.INFO,
                related=(
                    Related(before.mark, "外面这一级", "the level around it"),
                    Related(after.mark, "又回到这一级", "back at this level"),
                ),
            )


def _lost(doc: Document, speech: Speech) -> Iterator[Hit]:
    found = faults(doc)
    for group in speech.groups:
        if not group[0].written or group[0].place < LINE:
            continue
        for fault in found.get(group[0].mark, ()):
            if fault.kind == "gap" and fault.before and len(fault.missing) == 1:
                yield from _in_gap(doc, fault.before, fault.item)
        if len(group) > 2:
            yield from _like(doc, group)


def _in_gap(doc: Document, before: Item, after: Item) -> Iterator[Hit]:
    """Where the section without a number begins, between two that have one."""
    number = (after.number or 0) - 1
    for line in _paragraphs(doc, Span(before.head.end, after.mark.start)):
        words = doc[line]
        if (
            before.own_line
            and len(words) <= _HEADING
            and words[-1] not in "。！？；：:”"
            and "。" not in words
        ):
            yield _numberless(line, like(doc, after, number))
            return
    inner = [group for group in runs(before.children) if group[0].written]
    for one, two in pairwise(inner):
        if one[0].style == two[0].style and two[0].number == 1:
            place = unheaded(doc, one[-1], two[0])
            if place:
                yield Hit(place, {"mark": written(after.style, number)})
                return


def _like(doc: Document, group: tuple[Item, ...]) -> Iterator[Hit]:
    """A paragraph under the last heading that begins as all the headings do: 切实…"""
    heads = [doc[item.head] for item in group]
    lead = heads[0][:2]
    if len(lead) < 2 or any(not head.startswith(lead) for head in heads):
        return
    for line in _paragraphs(doc, group[-1].body):
        words = doc[line]
        body = words[1:] if words[0] == "要" else words
        stop = body.find("。")
        if (
            body.startswith(lead)
            and 0 < stop <= _HEADING
            and "，" not in body[:stop]
            and "," not in body[:stop]
        ):
            yield _numberless(
                Span(line.start, line.start + len(words) - len(body) + stop),
                written(group[0].style, len(group) + 1),
            )
            return


def _numberless(line: Span, mark: str) -> Hit:
    fix = Fix((Edit(Span(line.start, line.start), mark),), False, f"补上“{mark}”", f"insert “{mark}”")
    return Hit(Span(line.start, min(line.end, line.start + 20)), {"mark": mark}, (fix,))


def _paragraphs(doc: Document, span: Span) -> Iterator[Span]:
    """The paragraphs that begin in ``span``, trimmed, empty ones and the cells of tables left out."""
    at = doc.text.find("\n", span.start, span.end)
    while 0 <= at < span.end:
        end = doc.text.find("\n", at + 1, span.end)
        end = span.end if end < 0 else end
        words = doc.text[at + 1 : end]
        start = at + 1 + len(words) - len(words.lstrip(BLANKS))
        stop = at + 1 + len(words.rstrip(BLANKS + "\n"))
        if stop > start and not _is_cell(doc, Span(start, stop)):
            yield Span(start, stop)
        at = end


def _is_cell(doc: Document, line: Span) -> bool:
    """Whether a line of the reading text is of a table: of a block that has several."""
    block = doc.markup and doc.markup.block_after(doc.alignment.to_source(line).start)
    return "\n" in doc[doc.alignment.to_reading(block)].strip() if block else False


_KINDS = {"lone": _lone, "empty": _empty, "deep": _deep, "upturned": _upturned, "lost": _lost}
