"""What is open while the lines of Markdown are read: containers, and the block within them."""

from __future__ import annotations

from speechlint import regex
from speechlint.document.span import Span
from speechlint.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.readers.markdown.line import Line

PARAGRAPH, FENCE, CODE, HTML, TABLE = "paragraph", "fence", "code", "html", "table"
_PROSE = regex.later(r"[\u4e00-\u9fff“《（].*[。！？：；”]")


class Container:
    """A quotation, an item of a list or a footnote; ``indent`` is how far lines of an item stand in.

    ``list`` is the list that its last child is an item of: its delimiter and the marks of its items.
    """

    __slots__ = ("delimiter", "empty", "indent", "kind", "list", "mark", "ordered")

    def __init__(self, kind: str, indent: int = 0, delimiter: str = "", mark: Span = Span(0, 0)) -> None:
        self.kind = kind
        self.indent = indent
        self.delimiter = delimiter
        self.mark = mark
        self.ordered = False
        self.empty = True
        self.list: tuple[str, list[Span]] | None = None

    def takes(self, line: Line) -> bool:
        """Whether the line goes on in here; what makes it so is taken off."""
        if self.kind == "draft":
            return True
        if self.kind == "quote":
            if line.char != ">" or line.indent > 3:
                return False
            line.move(line.first + 1)
            line.skip(1)
            return True
        if line.blank:
            line.skip(line.indent)
            return self.kind == "note" or not self.empty
        wide = 4 if self.kind == "note" else self.indent
        if line.indent < wide:
            return False
        line.skip(wide)
        return True

    def has_list_of(self, item: Container) -> bool:
        return self.list is not None and self.list[0] == item.delimiter


class Leaf:
    """The block whose lines are read; ``mark`` is a fence, or how a block of HTML ends."""

    __slots__ = ("columns", "end", "heading", "kind", "lines", "mark", "start")

    def __init__(self, kind: str, start: int, end: int, mark: str = "") -> None:
        self.kind = kind
        self.start, self.end = start, end
        self.mark = mark
        self.lines: list[Span] = []
        self.heading = False
        self.columns = 0

    def add(self, line: Line) -> None:
        self.lines.append(Span(line.at, line.end))

    def is_closed_by(self, words: str) -> bool:
        bare = words.rstrip(" \t")
        return len(bare) >= len(self.mark) and not bare.strip(self.mark[0])

    def written(self, source: str) -> list[Span]:
        """Its lines that are not blank."""
        return [line for line in self.lines if source[line.start : line.end].strip(" \t")]


class Text(NamedTuple):
    """Words of the draft that are looked through for marks, line by line as they stand in the source.

    ``table`` is where the table of a cell begins.
    """

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


def is_prose(line: str) -> bool:
    """Whether a line that is indented like code reads as a paragraph: it begins with a character, ends a sentence."""
    return _PROSE.fullmatch(line) is not None


