"""What the numbering checks share: how marks are written, read out, and set right."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.numerals import circled, numeral
from speechlint.document.outline.item import WRITTEN
from speechlint.finding import Edit, Fix
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item

_MANY = 100
_AROUND = {"一、": "%s、", "（一）": "（%s）", "1.": "%s.", "（1）": "（%s）", "①": "%s"}
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
    if style in ("1.", "（1）"):
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
    """The fix that counts a group through from its first number; never safe."""
    if len(group) > _MANY or any(item.number is None or item.style == "首先" for item in group):
        return ()
    edits = [
        Edit(numeral_span(doc, item), bare(item.style, number))
        for number, item in enumerate(group, 1 if group[0].number == 2 else group[0].number or 1)
        if item.number != number
    ]
    return (Fix(tuple(edits), False, "依次重新编号"),) if edits else ()


def numeral_span(doc: Document, item: Item) -> Span:
    """Where the numeral itself stands in a mark."""
    old = bare(item.style, item.number or 0)
    at = doc.text.find(old, item.mark.start, item.mark.end)
    return Span(at, at + len(old)) if at >= 0 else item.mark


def runs(children: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    """The lists among an item's children."""
    found: list[list[Item]] = []
    for child in children:
        if found and found[-1][-1].style == child.style and child.number != 1:
            found[-1].append(child)
        else:
            found.append([child])
    return [tuple(run) for run in found]
