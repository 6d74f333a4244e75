"""The blocks of Markdown as CommonMark and GFM have them, in one pass over the lines."""

from __future__ import annotations

from speechlint import regex
from speechlint.document.markup import NUMBER, SOFT_BREAK, UNSPOKEN
from speechlint.document.repair import Change
from speechlint.document.span import Span
from speechlint.readers.markdown import html, links, tables
from speechlint.readers.markdown.line import Line
from speechlint.readers.markdown.open import (
    CODE,
    FENCE,
    HTML,
    PARAGRAPH,
    TABLE,
    Container,
    Leaf,
    Text,
    is_prose,
)
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = frozenset(" \t>#`~*+-_=<[|:$\n0123456789")  # what a line that is no paragraph may begin with
_HEADING = regex.later(r"#{1,6}(?:[ \t]+|$)", regex.MULTILINE)
_CLOSING = regex.later(r"(?:[ \t]+|^)#+[ \t]*$")
_FENCE = regex.later(r"`{3,}(?=[^`\n]*$)|~{3,}|\$\$(?=[ \t]*$)", regex.MULTILINE)
_RULE = regex.later(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", regex.MULTILINE)
_UNDERLINE = regex.later(r"(?:=+|-+)[ \t]*$", regex.MULTILINE)
_ITEM = regex.later(r"(?:[*+-]|(?P<number>[0-9]{1,9})[.)])(?=[ \t]|$)", regex.MULTILINE)
_NOTE = regex.later(r"\[\^([^\]\s]+)\]:")


class Blocks:
    """Reads a source from ``at`` on; what it found is in its attributes.

    ``texts`` hold what is still to be looked through for marks; ``definitions`` and ``notes`` the labels
    known, ``starts`` where lines begin that go on no other.
    """

    def __init__(self, source: str, at: int = 0) -> None:
        self.changes: list[Change] = []
        self.texts: list[Text] = []
        self.starts: list[int] = []
        self.definitions: set[str] = set()
        self.notes: set[str] = set()
        self._source = source
        self._open = [Container("draft")]
        self._leaf: Leaf | None = None
        self._lists: list[list[Span]] = []
        self._unclosed: set[str] = set()
        while at <= len(source):
            end = source.find("\n", at)
            end = len(source) if end < 0 else end
            self._read(at, end)
            at = end + 1
        self._close(0)
        for numbers in self._lists:
            self.changes += _counted(source, numbers)

    def _read(self, start: int, end: int) -> None:
        leaf = self._leaf
        if len(self._open) == 1 and (not leaf or leaf.kind == PARAGRAPH) and start < end:
            if self._source[start] not in _PLAIN:  # mostly
                self._text(Line(self._source, start, end), new=leaf is None)
                return
        line = Line(self._source, start, end)
        matched = self._matched(line)
        if matched == len(self._open) and leaf and self._goes_on(leaf, line):
            return
        self._begin(line, matched)

    def _matched(self, line: Line) -> int:
        """How many of the open containers the line goes on with; their marks are taken off it."""
        for number, container in enumerate(self._open):
            if not container.takes(line):
                return number
        return len(self._open)

    def _goes_on(self, leaf: Leaf, line: Line) -> bool:
        """Whether the line is one more of some code or HTML."""
        if leaf.kind == FENCE:
            leaf.end = line.end
            if line.indent < 4 and leaf.is_closed_by(self._source[line.first : line.end]):
                self._finish()
            return True
        if leaf.kind == CODE and (line.indent >= 4 or line.blank):
            leaf.add(line)
            return True
        if leaf.kind == HTML and not (line.blank and html.ends_at_blank(leaf.mark)):
            self._html_line(leaf, line)
            return True
        return False

    def _html_line(self, leaf: Leaf, line: Line) -> None:
        self._take_off(line, line.start, line.at)
        leaf.lines.append(Span(line.at, line.end))
        if html.ends(leaf.mark, self._source, line.at, line.end):
            self._finish()

    def _begin(self, line: Line, matched: int) -> None:
        """Open the blocks that begin on this line; what is left of it is text, or goes on a paragraph."""
        since = line.start
        deep = matched
        while not line.blank:
            if line.indent >= 4:
                if not (self._leaf and self._leaf.kind == PARAGRAPH):
                    self._new(CODE, line, since, matched).add(line)
                    return
                break
            in_paragraph = deep == len(self._open) and self._is_in(PARAGRAPH)
            container = self._container(line, in_paragraph, deep)
            if not container:
                if self._starts_leaf(line, since, deep, in_paragraph):
                    return
                break
            self._close(deep)
            self._push(container)
            since = self._marked(line, container, since)
            deep += 1
            matched = deep
        self._rest(line, since, deep)

    def _rest(self, line: Line, since: int, deep: int) -> None:
        if line.blank:
            self._close(deep)
            if self._is_in(PARAGRAPH) or self._is_in(TABLE) or self._is_in(HTML):
                self._finish()
            self._take_off(line, since, line.at)
        elif deep < len(self._open) and self._is_in(PARAGRAPH):
            self._text(line, new=False)  # lazily
        else:
            self._close(deep)
            leaf = self._leaf
            if leaf and leaf.kind == TABLE:
                self._row(leaf, line, since)
            elif leaf and leaf.kind == PARAGRAPH:
                self._text(line, new=False)
            else:
                self._finish()
                self._take_off(line, since, line.at)
                self._text(line, new=True)

    def _is_in(self, kind: str) -> bool:
        return self._leaf is not None and self._leaf.kind == kind

    # containers

    def _container(self, line: Line, in_paragraph: bool, deep: int) -> Container | None:
        """The container whose mark the rest of the line begins with; the mark is taken off."""
        if line.char == ">":
            line.move(line.first + 1)
            line.skip(1)
            return Container("quote")
        if line.char == "[" and (note := _NOTE.match(self._source, line.first, line.end)):
            self.notes.add(links.normal(note[1]))
            line.move(note.end())
            line.skip(line.indent)
            return Container("note")
        item = _ITEM.match(self._source, line.first, line.end)
        if not item or _RULE.match(self._source, line.first, line.end):
            return None
        empty = not self._source[item.end() : line.end].strip(" \t")
        number = item["number"]
        if in_paragraph and (empty or (number and int(number) != 1)):
            return None
        made = Container("item", line.indent, item[0][-1], Span(item.start(), item.end()))
        line.move(item.end())
        wide = 1 if line.blank or line.indent > 4 else line.indent
        made.indent += len(item[0]) + wide
        made.ordered = bool(number)
        line.skip(wide)
        return made

    def _push(self, container: Container) -> None:
        self._finish()
        parent = self._open[-1]
        parent.empty = False
        if container.kind == "item":
            if not parent.has_list_of(container):
                parent.list = (container.delimiter, [])
                if container.ordered:
                    self._lists.append(parent.list[1])
            parent.list[1].append(container.mark)  # type: ignore[index]
        else:
            parent.list = None
        self._open.append(container)

    def _marked(self, line: Line, container: Container, since: int) -> int:
        """Take a container's mark off, but the number of an item, which is read; where what is left begins."""
        if not container.ordered:
            return since
        self.starts.append(line.start)
        self._take_off(line, since, container.mark.start)
        return line.at

    def _close(self, deep: int) -> None:
        """Close the containers from ``deep`` on, and the block within."""
        if deep < len(self._open):
            self._finish()
            del self._open[max(deep, 0) :]

    # leaves

    def _starts_leaf(self, line: Line, since: int, deep: int, in_paragraph: bool) -> bool:
        """Whether the rest of the line begins a block that is no paragraph."""
        source, at, end = self._source, line.first, line.end
        if line.char == "#" and (heading := _HEADING.match(source, at, end)):
            self._heading(line, since, deep, heading.end())
            return True
        if line.char in "`~$" and (fence := _FENCE.match(source, at, end)) and self._will_close(fence[0], end):
            self._new(FENCE, line, since, deep, fence[0])
            return True
        if line.char == "<" and (
            kind := html.begins(source, at, end, in_paragraph=self._is_in(PARAGRAPH))
        ):
            self._html_line(self._new(HTML, line, since, deep, kind), line)
            return True
        if in_paragraph and (self._underlined(line) or self._table(line)):
            return True
        if line.char in "*_-" and _RULE.match(source, at, end):
            self._close(deep)
            self._finish()
            self._open[-1].list = None
            self._take_off(line, since, end)
            return True
        return False

    def _will_close(self, fence: str, at: int) -> bool:
        """A formula is one only if it ends; a fence that is never closed runs to the end."""
        if fence != "$$" or fence in self._unclosed:
            return fence != "$$"
        if "\n$$" in self._source[at:]:
            return True
        self._unclosed.add(fence)
        return False

    def _new(self, kind: str, line: Line, since: int, deep: int, mark: str = "") -> Leaf:
        """Open a block at the rest of the line."""
        self._close(deep)
        self._finish()
        self._take_off(line, since, line.at)
        self._open[-1].list = None
        self._open[-1].empty = False
        self.starts.append(line.start)
        self._leaf = Leaf(kind, line.at, line.end, mark)
        return self._leaf

    def _heading(self, line: Line, since: int, deep: int, at: int) -> None:
        self._close(deep)
        leaf = self._new(PARAGRAPH, line, since, deep)
        self._take_off(line, line.at, at)
        closing = _CLOSING.search(self._source[at : line.end])
        end = at + closing.start() if closing else line.end
        self._take_off(line, end, line.end)
        leaf.lines.append(Span(at, end))
        leaf.heading = True
        self._finish()

    def _text(self, line: Line, *, new: bool) -> None:
        """One more line of a paragraph, or the first of a new one."""
        leaf = self._leaf
        if new or not leaf:
            leaf = self._leaf = Leaf(PARAGRAPH, line.at, line.end)
            self.starts.append(line.start)
            self._open[-1].list = None
            self._open[-1].empty = False
        elif line.at > line.start:
            self.changes.append(Change(line.start - 1, line.at, "\n", SOFT_BREAK))
        leaf.lines.append(Span(line.at, line.end))

    def _underlined(self, line: Line) -> bool:
        """Whether the line makes a heading of the paragraph before it."""
        leaf = self._leaf
        if not leaf or line.char not in "=-" or not _UNDERLINE.match(self._source, line.first, line.end):
            return False
        self._define(leaf)
        if not leaf.lines:
            return False
        leaf.heading = True
        self._finish()
        self._take_off(line, line.start, line.end)
        return True

    def _table(self, line: Line) -> bool:
        """Whether the line makes the head of a table of the last line of the paragraph."""
        leaf = self._leaf
        if not leaf or line.char not in "|:-":
            return False
        head = leaf.lines[-1]
        columns = tables.columns(self._source[line.first : line.end])
        if not columns or columns != tables.head_columns(self._source[head.start : head.end]):
            return False
        leaf.lines.pop()
        self._finish()
        self._leaf = table = Leaf(TABLE, head.start, head.end)
        table.columns = columns
        self._cells(table, head)
        self._take_off(line, line.start, line.end)
        return True

    def _row(self, table: Leaf, line: Line, since: int) -> None:
        self._take_off(line, since, line.at)
        self._cells(table, Span(line.at, line.end))

    def _cells(self, table: Leaf, row: Span) -> None:
        table.end = row.end
        self.starts.append(self._source.rfind("\n", 0, row.start) + 1)
        cells, marks = tables.cells(self._source, row, table.columns)
        self.texts += [Text([cell], table=table.start) for cell in cells]
        self.changes += marks
        self.starts += [mark.end for mark in marks if mark.text]

    # what was read

    def _take_off(self, line: Line, start: int, end: int) -> None:
        if start < end:
            self.changes.append(Change(start, end, "", "mark" if start < line.end else SOFT_BREAK))

    def _define(self, leaf: Leaf) -> None:
        """Take the definitions off the beginning of a paragraph."""
        if leaf.heading or self._source[leaf.lines[0].start : leaf.lines[0].end].lstrip()[:1] != "[":
            return
        text = Text(leaf.lines)
        words, at, lines = text.words(self._source), 0, 0
        while found := links.definition(words, at + len(words[at:]) - len(words[at:].lstrip(" \t"))):
            self.definitions.add(found[0])
            at = found[1]
        if at:
            lines = words.count("\n", 0, at) + (at == len(words) and not words.endswith("\n"))
            self.changes.append(Change(leaf.lines[0].start, leaf.lines[lines - 1].end, "", UNSPOKEN))
            del leaf.lines[:lines]

    def _finish(self) -> None:
        """Close the block that is being read."""
        leaf, self._leaf = self._leaf, None
        if not leaf:
            return
        if leaf.kind == PARAGRAPH and leaf.lines:
            self._define(leaf)
            if leaf.lines:
                self.texts.append(Text(leaf.lines, in_item=self._open[-1].kind == "item"))
        elif leaf.kind == HTML:
            self.texts.append(Text(leaf.lines, html=True))
        elif leaf.kind == CODE:
            self._code(leaf)
        elif leaf.kind == FENCE:
            self.changes.append(Change(leaf.start, leaf.end, "", UNSPOKEN))

    def _code(self, leaf: Leaf) -> None:
        """Indented lines are code, but where they read as paragraphs with an indent: Chinese drafts have such."""
        lines = leaf.written(self._source)
        if all(is_prose(self._source[line.start : line.end].strip()) for line in lines):
            self.texts += [Text([line]) for line in lines]
            self.starts += [line.start for line in lines]
        else:
            self.changes.append(Change(leaf.start, lines[-1].end, "", UNSPOKEN))


def _counted(source: str, numbers: list[Span]) -> Iterator[Change]:
    """The numbers of a list; where all are 1 or all 0 they read 1, 2, 3, as they are shown."""
    written = {source[number.start : number.end - 1] for number in numbers}
    lazy = len(numbers) > 1 and written in ({"1"}, {"0"})
    for count, (start, end) in enumerate(numbers, 1):
        text = str(count) if lazy else source[start : end - 1]
        yield Change(start, end - 1, text, NUMBER)
