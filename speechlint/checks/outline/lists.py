"""What the numbering checks share: how marks are written, read out, and set right."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.numerals import circled, is_ligature, number, numeral, written_like
from speechlint.document.outline.item import WRITTEN
from speechlint.document.span import BLANKS
from speechlint.finding import Edit, Fix
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item

_MANY = 100
_AROUND = {"一、": "%s、", "（一）": "（%s）", "1.": "%s.", "（1）": "（%s）", "1)": "%s)", "①": "%s"}
# A list with a second member, or one that has lost it, holds one of these.
NEXT_MARKS = frozenset(
    [
        *(f"{n}{end}" for n in "二三" for end in "、，,．.：:是要）)个点靠抓看应须必则曰"),
        *(f"{n}{end}" for n in "23２３" for end in "、，,．.）)"),
        *("第二", "第三", "②", "③", "⑵", "⑶", "㈡", "㈢", "⒉", "⒊", "其次", "另一方面"),
    ]
)


def bare(style: str, number: int) -> str:
    """The numeral itself, as the style writes it: 三, 3, ③."""
    if style in ("1.", "（1）", "1)"):
        return str(number)
    return circled(number) if style == "①" else numeral(number)


def written(style: str, number: int) -> str:
    """The mark as it should be: 三、 （三） 3. （3） ③ 三是 第三点."""
    digits = bare(style, number)
    if style in WRITTEN:
        return _AROUND[style] % digits
    if style == "首先":
        return ("首先", "其次", "再次")[number - 1] if number <= 3 else f"第{digits}"
    return style.replace("一", digits, 1)


def label(item: Item) -> str:
    """An item's mark in words for messages."""
    return written(item.style, item.number) if item.number else "最后"


def opens(style: str, number: int) -> str:
    return bare(style, number)


def plural(item: Item, numbers: tuple[int, ...]) -> str:
    """“三、” or “三、”“四、”, at most three of them."""
    named = [f"“{written(item.style, number)}”" for number in numbers[:3]]
    return "".join(named) + ("等" if len(numbers) > 3 else "")


def renumber(doc: Document, group: tuple[Item, ...]) -> tuple[Fix, ...]:
    """The fix that counts a group through from its first number; never safe.

    There is none where a mark cannot be written with its new number as it is written now.
    """
    if len(group) > _MANY or any(item.number is None or item.style == "首先" for item in group):
        return ()
    edits: list[Edit] = []
    for right, item in enumerate(group, 1 if group[0].number == 2 else group[0].number or 1):
        if item.number != right:
            span = numeral_span(doc, item)
            new = written_like(doc[span], right)
            if not new:
                return ()
            edits.append(Edit(span, new))
    return (Fix(tuple(edits), False, "依次重新编号", "renumber in order"),) if edits else ()


def like(doc: Document, item: Item, value: int) -> str:
    """The mark of another number beside ``item``: ㈡ beside ㈢, where that is how it is written."""
    span = numeral_span(doc, item)
    numeral = written_like(doc[span], value)
    if not numeral or doc[span] == bare(item.style, item.number or 0):
        return written(item.style, value)
    return (doc[Span(item.mark.start, span.start)] + numeral + doc[Span(span.end, item.mark.end)]).strip(
        BLANKS
    )


def numeral_span(doc: Document, item: Item) -> Span:
    """Where the numeral itself stands in a mark, however it is written: 三, ３, ⑶; nowhere, an empty span."""
    start, end = item.mark
    while start < end and number(doc.text[start]) is None and not is_ligature(doc.text[start]):
        start += 1
    stop = start
    while stop < end and (number(doc.text[start : stop + 1]) is not None or is_ligature(doc.text[stop])):
        stop += 1
    return Span(start, stop)


def runs(children: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    """The lists among an item's children."""
    found: list[list[Item]] = []
    for child in children:
        if found and found[-1][-1].style == child.style and child.number != 1:
            found[-1].append(child)
        else:
            found.append([child])
    return [tuple(run) for run in found]
