"""One numbered part of a speech."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN = ("一、", "（一）", "1.", "（1）", "1)", "①")
# The standard has no 1): where a draft writes it below 1., it is as deep as （1）.
DEPTHS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "1)": 4, "①": 5}
LINE, STOP, PAUSE, NONE = 3, 2, 1, 0

_FAMILIES = {
    **dict.fromkeys(("第一", "第一个", "第一点", "第一个问题", "第一个方面", "第一方面", "首先"), "第一"),
    **dict.fromkeys(("一是", "一要", "一应", "一须", "一必"), "一是"),
}


class Item:
    """One numbered part: first no more than its mark. Two are the same only if they are one object.

    ``style`` names the kind of the mark by its first member, ``separator`` is what follows it.
    ``written`` ones are of the four levels on paper (and 1) and ①), the others a spoken enumeration.
    ``family`` is one for styles that may carry on each other's list: 一要…二是, 首先…第二.
    ``place`` is ``LINE`` (opens a line), ``STOP`` (after a sentence, a colon or a break),
    ``PAUSE`` or ``NONE``. ``number`` is ``None`` for 最后.
    """

    __slots__ = (
        "children",
        "end",
        "family",
        "head",
        "level",
        "mark",
        "number",
        "own_line",
        "parent",
        "place",
        "separator",
        "style",
        "written",
    )

    def __init__(self, mark: Span, style: str, number: int | None, separator: str, place: int) -> None:
        self.mark = self.head = mark
        self.number = number
        self.separator = separator
        self.place = place
        self.restyle(style)
        self.parent: Item | None = None
        self.level = 1
        self.children: tuple[Item, ...] = ()
        self.own_line = False
        self.end = mark.end

    def restyle(self, style: str) -> None:
        """Read the mark as of another kind."""
        self.style = style
        self.written = style in WRITTEN
        self.family = _FAMILIES.get(style, style)

    def __repr__(self) -> str:
        return f"Item({self.style!r}, {self.number}, {self.mark.start})"

    @property
    def span(self) -> Span:
        """The whole item."""
        return Span(self.mark.start, self.end)

    @property
    def body(self) -> Span:
        """The text behind the heading, children included."""
        return Span(min(self.head.end, self.end), self.end)

    def walk(self) -> Iterator[Item]:
        """The item and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()
