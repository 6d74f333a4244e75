"""The blocks of Markdown as CommonMark and GFM have them, in one pass over the lines."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.markdown import containers, html, tables
from speechlint.readers.markdown.containers import Container
from speechlint.readers.markdown.found import CODE, FENCE, HTML, PARAGRAPH, TABLE, Found, Leaf, Text
from speechlint.readers.markdown.line import Line

if TYPE_CHECKING:
    import re

_PLAIN = frozenset(" \t>#`~*+-_=<[|:$\n0123456789")  # what a line that is no paragraph may begin with
_HEADING = regex.later(r"#{1,6}(?:[ \t]+|$)", regex.MULTILINE)
_CLOSING = regex.later(r"(?:[ \t]+|^)#+[ \t]*$")
_FENCE = regex.later(r"`{3,}(?=[^`\n]*$)|~{3,}|\$\$(?=[ \t]*$)", regex.MULTILINE)
_UNDERLINE = regex.later(r"(?:=+|-+)[ \t]*$", regex.MULTILINE)


def blocks(source: str, at: int = 0) -> Found:
    """Reads the blocks of a source from ``at`` on."""
    return _Blocks(source).read(at)


class _Blocks:
    def __init__(self, source: str) -> None:
        self._source = source
        self._found = Found(source)
        self._root = Container("draft")
        self._open: list[Container] = []
        self._leaf: Leaf | None = None
        self._lists: list[list[Span]] = []
        self._formula_ends = source.rfind("\n$$")

    def read(self, at: int) -> Found:
        while at <= len(self._source):
            end = self._source.find("\n", at)
            end = len(self._source) if end < 0 else end
            self._read(at, end)
            at = end + 1
        self._finish()
        for numbers in self._lists:
            self._found.changes += containers.counted(self._source, numbers)
        return self._found

    def _read(self, start: int, end: int) -> None:
        leaf = self._leaf
        plain = not self._open and (not leaf or leaf.kind == PARAGRAPH)
        line = Line(self._source, start, end)
        if plain and start < end and self._source[start] not in _PLAIN:  # mostly
            self._text(line)
            return
        matched = 0
        while matched < len(self._open) and self._open[matched].takes(line):
            matched += 1
        if not (leaf and matched == len(self._open) and self._goes_on(leaf, line)):
            self._begin(line, matched)

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
            self._found.mark(line.start, line.at)
            self._html(leaf, line)
            return True
        return False

    def _html(self, leaf: Leaf, line: Line) -> None:
        leaf.add(line)
        if html.ends(leaf.mark, self._source, line.at, line.end):
            self._finish()

    def _begin(self, line: Line, deep: int) -> None:
        """Open the blocks that begin on this line; what is left of it is text, or goes on a paragraph."""
        since = line.start  # marks of containers that are not taken off yet
        while not line.blank and line.indent < 4:
            in_paragraph = deep == len(self._open) and self._is_in(PARAGRAPH)
            container = containers.begun(line, in_paragraph) if deep < containers.DEEPEST else None
            if not container:
                if self._opens(line, since, deep, in_paragraph):
                    return
                break
            self._push(container, deep)
            since = self._taken(line, container, since)
            deep += 1
        if line.indent >= 4 and not line.blank and not self._is_in(PARAGRAPH):
            self._new(CODE, line, since, deep).add(line)
        else:
            self._rest(line, since, deep)

    def _rest(self, line: Line, since: int, deep: int) -> None:
        """What is left of a line goes on a paragraph, which may be of containers that it does not name, or a table,
        or is a new paragraph.
        """
        if not line.blank and self._is_in(PARAGRAPH):
            self._text(line)
            return
        self._close(deep)
        if self._leaf and self._leaf.kind == TABLE and not line.blank:
            self._found.mark(since, line.at)
            self._found.row(self._leaf, Span(line.at, line.end))
            return
        self._finish()
        self._found.mark(since, line.at)
        if not line.blank:
            self._text(line)

    def _is_in(self, kind: str) -> bool:
        return self._leaf is not None and self._leaf.kind == kind

    @property
    def _parent(self) -> Container:
        return self._open[-1] if self._open else self._root

    def _push(self, container: Container, deep: int) -> None:
        self._close(deep)
        self._finish()
        parent = self._parent
        parent.empty = False
        if container.kind != "item":
            parent.list = None
        elif len(numbers := parent.joins(container)) == 1 and container.ordered:
            self._lists.append(numbers)
        if container.note:
            self._found.notes.add(container.note)
        self._open.append(container)

    def _taken(self, line: Line, container: Container, since: int) -> int:
        """Take marks off up to the number of an item, which is read; where those that are left begin."""
        if not container.ordered:
            return since
        self._found.starts.append(line.start)
        self._found.mark(since, container.mark.start)
        return line.at

    def _close(self, deep: int) -> None:
        """Close the containers from ``deep`` on, and the block within."""
        if deep < len(self._open):
            self._finish()
            del self._open[deep:]

    def _finish(self) -> None:
        """Close the block that is being read."""
        if self._leaf:
            self._found.finish(self._leaf, in_item=self._parent.kind == "item")
            self._leaf = None

    def _new(self, kind: str, line: Line, since: int, deep: int, mark: str = "") -> Leaf:
        """Open a block at the rest of the line."""
        self._close(deep)
        self._finish()
        self._found.mark(since, line.at)
        return self._started(Leaf(kind, line.at, line.end, mark), line)

    def _started(self, leaf: Leaf, line: Line) -> Leaf:
        self._parent.list = None
        self._parent.empty = False
        self._found.starts.append(line.start)
        self._leaf = leaf
        return leaf

    def _text(self, line: Line) -> None:
        """One more line of a paragraph, or the first of a new one."""
        if self._leaf:
            self._found.soft_break(line)
            self._leaf.add(line)
        else:
            self._started(Leaf(PARAGRAPH, line.at, line.end), line).add(line)

    def _opens(self, line: Line, since: int, deep: int, in_paragraph: bool) -> bool:
        """Whether the rest of the line begins a block that is no paragraph."""
        source, at, end = self._source, line.first, line.end
        if line.char == "#" and (heading := _HEADING.match(source, at, end)):
            self._heading(line, since, deep, heading)
        elif line.char in "`~$" and (fence := _FENCE.match(source, at, end)) and self._may_open(fence):
            self._new(FENCE, line, since, deep, fence[0])
        elif line.char == "<" and (kind := html.begins(source, at, end, in_text=self._is_in_text())):
            self._html(self._new(HTML, line, since, deep, kind), line)
        elif in_paragraph and (self._heads_table(line) or self._underlines(line)):
            self._found.mark(line.start, end)
        elif containers.is_rule(line):
            self._close(deep)
            self._finish()
            self._parent.list = None
            self._parent.empty = False
            self._found.mark(since, end)
        else:
            return False
        return True

    def _is_in_text(self) -> bool:
        return self._is_in(PARAGRAPH) or self._is_in(TABLE)

    def _may_open(self, fence: re.Match[str]) -> bool:
        """A formula is one only if it ends; any other fence that is never closed runs to the end."""
        return fence[0] != "$$" or fence.end() <= self._formula_ends

    def _heading(self, line: Line, since: int, deep: int, found: re.Match[str]) -> None:
        self._new(PARAGRAPH, line, since, deep)
        self._leaf = None
        at = found.end()
        closing = _CLOSING.search(self._source[at : line.end])
        end = at + closing.start() if closing else line.end
        self._found.mark(line.at, at)
        self._found.mark(end, line.end)
        self._found.texts.append(Text([Span(at, end)]))

    def _underlines(self, line: Line) -> bool:
        """Whether the line makes a heading of the paragraph before it."""
        if not self._leaf or not _UNDERLINE.match(self._source, line.first, line.end):
            return False
        self._found.define(self._leaf)
        if not self._leaf.lines:
            return False
        self._finish()
        return True

    def _heads_table(self, line: Line) -> bool:
        """Whether the line makes the head of a table of the last line of the paragraph."""
        leaf = self._leaf
        columns = tables.columns(self._source[line.first : line.end])
        if not leaf or not leaf.lines or not columns:
            return False
        head = leaf.lines[-1]
        if columns != tables.head_columns(self._source[head.start : head.end]):
            return False
        leaf.lines.pop()
        self._finish()
        self._leaf = Leaf(TABLE, head.start, head.end)
        self._leaf.columns = columns
        self._found.row(self._leaf, head)
        return True
