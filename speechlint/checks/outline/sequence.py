"""Numbers that do not follow each other."""

from __future__ import annotations

from itertools import pairwise

from speechlint.checks.outline.astray import glued, typed_otherwise
from speechlint.checks.outline.lists import NEXT_MARKS, label, opens, plural, renumber
from speechlint.document import Span
from speechlint.document.outline.item import LINE
from speechlint.document.span import BLANKS
from speechlint.finding import Hit, Related, Severity
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item, Speech
    from speechlint.finding import Fix
    from speechlint.quick.typing import Any

ABOUT = "接不上的序号"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import which

    return which(
        {
            "gap": ("跳号，或从“二、”起头", "二、 and then 四、, or a list that begins with 二、"),
            "repeat": ("重号", "二、 twice"),
            "order": ("先后颠倒", "一、 三、 二、"),
            "restart": (
                "没有新标题却又从（一）开始",
                "a list begins again at （一） though no heading came between",
            ),
        }
    )


# 首先…其次…其次 is free speech, 第三条…第六条 quotes a rule.
_LOOSE = ("一方面", "第一条", "第一件", "第一步", "第一句")
_ANNOUNCES = ("以下", "如下", "下面", "这样", "下列", "主要有", "分别是", "包括", "分为", "有：", "是：")


class Fault(NamedTuple):
    """``item`` does not follow ``before``; ``missing`` are the numbers left out."""

    kind: str
    item: Item
    before: Item | None
    missing: tuple[int, ...] = ()


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"mark": None if options["kind"] == "repeat" else NEXT_MARKS}


def check(query: Query) -> Iterator[Hit]:
    kind, doc = query.options["kind"], query.doc
    found = faults(doc)
    for speech in doc.outline.speeches:
        if kind == "restart":
            yield from _restarts(doc, speech)
            continue
        for group in speech.groups:
            own = [fault for fault in found.get(group[0].mark, ()) if fault.kind == kind]
            fixes = renumber(doc, group + _reversed(speech, group)) if own else ()
            for fault in own:
                yield _hit(doc, fixes, fault)
        if kind == "repeat":
            yield from _repeated_first(doc, speech)


@lru_cache(maxsize=1)
def faults(doc: Document) -> dict[Span, list[Fault]]:
    """The faults in the numbers of each group, by its first mark."""
    return {
        group[0].mark: _of_group(doc, speech, group)
        for speech in doc.outline.speeches
        for group in speech.groups
        if [item.number for item in group] != [*range(1, len(group) + 1)]
    }


def _of_group(doc: Document, speech: Speech, group: tuple[Item, ...]) -> list[Fault]:
    """The numbers that do not follow; none in a group too irregular to be a list."""
    if group[0].style in _LOOSE:
        return []
    steps = sum(after.number != (before.number or 0) + 1 for before, after in pairwise(group))
    if steps > 3 and steps * 2 > len(group):
        return []
    found = list(_faults(group, _expected_first(speech, group)))
    if group[0].style == "首先":
        found = [fault for fault in found if fault.kind == "gap" and fault.item.style != "首先"]
    return [fault for fault in found if not _stands(doc, fault)]


def _faults(group: tuple[Item, ...], first: int) -> Iterator[Fault]:
    numbered = [item for item in group if item.number is not None]
    values = [item.number or 0 for item in numbered]
    last, before = first - 1, None
    for at, item in enumerate(numbered):
        value = values[at]
        if value > last + 1:
            missing = tuple(range(last + 1, value))
            late = all(number in values[at:] for number in missing)
            if before or missing == (1,):
                yield Fault("order" if late else "gap", item, before, missing)
            last = value
        elif value == last and before:
            yield Fault("repeat", item, before)
            last += values[at + 1 : at + 2] == [last + 2]
        elif value < last and values.index(value) < at:
            yield Fault("repeat", item, numbered[values.index(value)])
        else:
            last = max(last, value)
        before = item


def _expected_first(speech: Speech, group: tuple[Item, ...]) -> int:
    """1, or the number that carries on a list of the same kind before it."""
    first = group[0].number
    if first in (1, None):
        return 1
    for other in speech.groups:
        if (
            other[0].mark < group[0].mark
            and other[0].style == group[0].style
            and other[-1].number == (first or 0) - 1
        ):
            return first or 1
    return 1


def _stands(doc: Document, fault: Fault) -> bool:
    """Whether a missing number stands there all the same, though not as a mark at the head of a line."""
    if fault.kind != "gap":
        return False
    if len(glued(doc, fault.before, fault.item)) == len(fault.missing):
        return True
    if fault.before is None:
        return False
    between = doc[Span(fault.before.mark.end, fault.item.mark.start)]
    return any(typed_otherwise(between, opens(fault.item.style, number)) for number in fault.missing)


def _hit(doc: Document, fixes: tuple[Fix, ...], fault: Fault) -> Hit:
    item, before = fault.item, fault.before
    missing = plural(item, fault.missing)
    related = []
    if before:
        said = doc[before.mark].strip()
        related.append(Related(before.mark, f"前一个是“{said}”", f"the one before is “{said}”"))
    return Hit(
        item.mark,
        {"missing": missing, "before": f"“{label(before)}”" if before else ""},
        fixes,
        severity=Severity.ERROR if _sure(item, before) else None,
        related=tuple(related),
    )


def _sure(item: Item, before: Item | None) -> bool:
    """Both headings open lines and are numbered as headings are; a lost first may be an excerpt."""
    return bool(before) and item.written and all(one.place >= LINE for one in (item, before) if one)


def _pairs(speech: Speech) -> Iterator[tuple[tuple[Item, ...], tuple[Item, ...]]]:
    """Written lists of one kind in one place, one after the other, the second beginning at 1."""
    latest: dict[tuple[int, str], tuple[Item, ...]] = {}
    for group in speech.groups:
        first = group[0]
        key = (id(first.parent), first.style)
        before = latest.get(key)
        latest[key] = group
        if (
            before
            and before[-1].place == LINE
            and first.written
            and first.number == 1
            and first.place == LINE
        ):
            yield before, group


def _reversed(speech: Speech, group: tuple[Item, ...]) -> tuple[Item, ...]:
    """The list that begins with 一、 right after a heading 二、 that stands alone: they only changed places."""
    if len(group) > 1 or not group[0].own_line:
        return ()
    return next((after for before, after in _pairs(speech) if before == group and after[0].own_line), ())


def _repeated_first(doc: Document, speech: Speech) -> Iterator[Hit]:
    """一、 and again 一、: the list before has one member only, and both are headings."""
    for before, group in _pairs(speech):
        if len(before) > 1 or before[0].number != 1 or _is_headed(doc, before[0], group[0]):
            continue
        if before[0].own_line and group[0].own_line:
            yield _hit(doc, renumber(doc, group), Fault("repeat", group[0], before[0]))


def _is_headed(doc: Document, last: Item, first: Item) -> bool:
    """Whether the line right above is a heading without a number, below which a list begins anew."""
    below = doc.line_at(last.mark.start).end
    above = doc.text[below : first.mark.start].rstrip(BLANKS + "\n").rpartition("\n")[2].strip(BLANKS)
    return first.style in ("1.", "1)", "（1）") and 1 < len(above) < 30 and above[-1].isalnum()


def _restarts(doc: Document, speech: Speech) -> Iterator[Hit]:
    for before, group in _pairs(speech):
        if not (len(before) == 1 and before[0].own_line and group[0].own_line):
            yield from _restarted(doc, before, group[0])


def _restarted(doc: Document, before: tuple[Item, ...], first: Item) -> Iterator[Hit]:
    place = unheaded(doc, before[-1], first)
    if place:
        sure = first.style in ("（一）", "一、") or len(before) == 1
        yield Hit(
            place,
            {"mark": label(first)},
            severity=None if sure else Severity.INFO,
            related=(
                Related(before[0].mark, "前一组从这里开始", "the group before begins here"),
                Related(first.mark, "又从头编起", "numbered from the beginning again"),
            ),
        )


def unheaded(doc: Document, last: Item, first: Item) -> Span | None:
    """The first words of what stands between two lists, if nothing there heads the second one."""
    line = doc.line_at(last.mark.start)
    between = doc.text[line.end : first.mark.start]
    paragraphs = [p.strip(BLANKS) for p in between.split("\n")]
    paragraphs = [p for p in paragraphs if p]
    if not paragraphs:
        return first.mark if len(doc[line].strip()) > 40 or last.own_line else None
    closing = paragraphs[-1]
    if closing[-1] in "：:" or len(closing) < 40 or any(word in closing[-60:] for word in _ANNOUNCES):
        return None
    if any(len(p) < 40 and p[-1] not in "。！？”" for p in paragraphs):
        return None
    start = doc.text.find(paragraphs[0], line.end)
    return Span(start, start + min(15, len(paragraphs[0])))
