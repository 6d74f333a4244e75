"""Quotations, items of lists and footnotes: where they begin, and which lines go on in them."""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.markup import NUMBER
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.markdown import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.readers.markdown.line import Line

DEEPEST = 100
_ITEM = regex.later(r"(?:[*+-]|(?P<number>[0-9]{1,9})[.)])(?=[ \t]|$)", regex.MULTILINE)
_NOTE = regex.later(r"\[\^([^\]\s]+)\]:")
_RULE = regex.later(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", regex.MULTILINE)
_NOWHERE = Span(0, 0)


class Container:
    """``mark`` is that of an item, ``indent`` how far its lines stand in, ``note`` the label of a footnote.

    ``list`` is the list that its last child is an item of: its delimiter and the marks of its items.
    """

    __slots__ = ("delimiter", "empty", "indent", "kind", "list", "mark", "note", "ordered")

    def __init__(self, kind: str, mark: Span = _NOWHERE, delimiter: str = "") -> None:
        self.kind = kind
        self.mark = mark
        self.delimiter = delimiter
        self.indent = 4
        self.note = ""
        self.ordered = False
        self.empty = True
        self.list: tuple[str, list[Span]] | None = None

    def takes(self, line: Line) -> bool:
        """Whether the line goes on in here; what makes it so is taken off."""
        if self.kind == "quote":
            return line.indent < 4 and _quoted(line)
        if line.blank:
            line.skip(line.indent)
            return self.kind == "note" or not self.empty
        if line.indent < self.indent:
            return False
        line.skip(self.indent)
        return True

    def joins(self, item: Container) -> list[Span]:
        """The list that the item is one more of, or a new one."""
        if self.list is None or self.list[0] != item.delimiter:
            self.list = (item.delimiter, [])
        self.list[1].append(item.mark)
        return self.list[1]


def begun(line: Line, in_paragraph: bool) -> Container | None:
    """The container that begins with the rest of the line; its mark is taken off."""
    if _quoted(line):
        return Container("quote")
    if line.char == "[" and (note := _NOTE.match(line.source, line.first, line.end)):
        made = Container("note")
        made.note = links.normal(note[1])
        line.move(note.end())
        line.skip(line.indent)
        return made
    return _item(line, in_paragraph)


def is_rule(line: Line) -> bool:
    """Whether the rest of the line is a rule across the page: ***."""
    return line.char in "*_-" and _RULE.match(line.source, line.first, line.end) is not None


def _quoted(line: Line) -> bool:
    if line.char != ">":
        return False
    line.move(line.first + 1)
    line.skip(1)
    return True


def _item(line: Line, in_paragraph: bool) -> Container | None:
    item = _ITEM.match(line.source, line.first, line.end)
    if not item or is_rule(line):
        return None
    number = item["number"]
    if in_paragraph and (not line.source[item.end() : line.end].strip(" \t") or int(number or 1) != 1):
        return None
    made = Container("item", Span(*item.span()), item[0][-1])
    made.ordered = bool(number)
    indent = line.indent
    line.move(item.end())
    wide = 1 if line.blank or line.indent > 4 else line.indent
    made.indent = indent + len(item[0]) + wide
    line.skip(wide)
    return made


def counted(source: str, numbers: list[Span]) -> Iterator[Change]:
    """The numbers of a list; where all are 1 or all 0 they read 1, 2, 3, as they are shown."""
    written = {source[number.start : number.end - 1] for number in numbers}
    lazy = len(numbers) > 1 and written in ({"1"}, {"0"})
    for count, (start, end) in enumerate(numbers, 1):
        text = str(count) if lazy else source[start : end - 1]
        yield Change(start, end - 1, text, NUMBER)
