"""The results of reading the blocks of a Markdown draft: marks, and texts to look through for more."""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.markup import SOFT_BREAK, UNSPOKEN
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.markdown import links, tables

if TYPE_CHECKING:
    from speechlint.readers.markdown.line import Line

PARAGRAPH, FENCE, CODE, HTML, TABLE = "paragraph", "fence", "code", "html", "table"
_PROSE = regex.later(r"[\u4e00-\u9fff“《（].*[。！？：；”]")
_INDENT = regex.later(r"[ \t]*")


class Text(NamedTuple):
    """Words of the draft, line by line as they stand in the source; ``table`` is where the table of a cell begins."""

    lines: list[Span]
    html: bool = False
    in_item: bool = False
    table: int = -1

    def words(self, source: str) -> str:
        return "\n".join([source[line.start : line.end] for line in self.lines])

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)

    def places(self) -> list[tuple[int, int]]:
        """Where in its words each line begins, and what leads from there to the source."""
        at, found = 0, []
        for line in self.lines:
            found.append((at, line.start - at))
            at += line.end - line.start + 1
        return found


class Leaf:
    """The block whose lines are read; ``mark`` is a fence, or how a block of HTML ends."""

    __slots__ = ("columns", "end", "kind", "lines", "mark", "start")

    def __init__(self, kind: str, start: int, end: int, mark: str = "") -> None:
        self.kind = kind
        self.start, self.end = start, end
        self.mark = mark
        self.lines: list[Span] = []
        self.columns = 0

    def add(self, line: Line) -> None:
        self.lines.append(Span(line.at, line.end))

    def is_closed_by(self, words: str) -> bool:
        bare = words.rstrip(" \t")
        return len(bare) >= len(self.mark) and not bare.strip(self.mark[0])


class Found:
    """``definitions`` and ``notes`` are the labels known, ``starts`` where lines begin that go on no other."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.changes: list[Change] = []
        self.texts: list[Text] = []
        self.starts: list[int] = []
        self.definitions: set[str] = set()
        self.notes: set[str] = set()

    def mark(self, start: int, end: int) -> None:
        if start < end:
            self.changes.append(Change(start, end, "", "mark"))

    def soft_break(self, line: Line) -> None:
        """The break before a line of a paragraph, with the marks that its containers have there."""
        if line.start < line.at:
            self.changes.append(Change(line.start - 1, line.at, "\n", SOFT_BREAK))

    def finish(self, leaf: Leaf, *, in_item: bool) -> None:
        """A block is complete."""
        if leaf.kind == PARAGRAPH:
            self.define(leaf)
            if leaf.lines:
                self.texts.append(Text(leaf.lines, in_item=in_item))
        elif leaf.kind == HTML:
            self.texts.append(Text(leaf.lines, html=True))
        elif leaf.kind == CODE:
            self._code(leaf)
        elif leaf.kind == FENCE:
            self.changes.append(Change(leaf.start, leaf.end, "", UNSPOKEN))

    def define(self, leaf: Leaf) -> None:
        """Take the definitions off the beginning of a paragraph."""
        if not leaf.lines or self.source[leaf.lines[0].start : leaf.lines[0].end].lstrip()[:1] != "[":
            return
        words, at = Text(leaf.lines).words(self.source), 0
        while found := links.definition(words, _INDENT.match(words, at).end()):  # type: ignore[union-attr]
            self.definitions.add(found[0])
            at = found[1]
        if at:
            count = len(leaf.lines) if at == len(words) else words.count("\n", 0, at)
            self.changes.append(Change(leaf.lines[0].start, leaf.lines[count - 1].end, "", UNSPOKEN))
            del leaf.lines[:count]

    def row(self, table: Leaf, row: Span) -> None:
        """One row of a table: each cell is a line for itself."""
        self.starts.append(self.source.rfind("\n", 0, row.start) + 1)
        cells, marks = tables.cells(self.source, row, table.columns)
        self.texts += [Text([cell], table=table.start) for cell in cells]
        self.changes += marks
        self.starts += [mark.end for mark in marks if mark.text]

    def _code(self, leaf: Leaf) -> None:
        """Indented lines are code, but where they read as paragraphs with an indent: Chinese drafts have such."""
        written = [line for line in leaf.lines if self.source[line.start : line.end].strip(" \t")]
        if all(_PROSE.fullmatch(self.source[line.start : line.end].strip()) for line in written):
            self.texts += [Text([line]) for line in written]
            self.starts += [self.source.rfind("\n", 0, line.start) + 1 for line in written]
        else:
            self.changes.append(Change(leaf.start, written[-1].end, "", UNSPOKEN))
