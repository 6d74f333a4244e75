"""A draft as the rules see it: source, reading text, and views computed when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain, islice

from speechlint.document.restoring.restore import Break, Repair, restore
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.functools import cached_property
from speechlint.quick.numbers import column
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, made_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document.alignment import Chain
    from speechlint.document.blanks.unfilled import Blank
    from speechlint.document.dates import Dated
    from speechlint.document.layout import Layout
    from speechlint.document.markup import Markup
    from speechlint.document.outline.edges import Edges
    from speechlint.document.outline.speeches import Part
    from speechlint.document.outline.tree import Outline
    from speechlint.document.restoring.restore import Restored

__all__ = ["Break", "Document", "Place", "Repair", "Span"]

# Not [。…]+: the first character of a class by itself is looked for faster.
_ENDING = "。！？!?\n"
_SENTENCE_END = regex.later(f"[{_ENDING}][{_ENDING}]*[”’」』）)》]*")


_OWN = frozenset(("path", "source", "format", "encoding", "markup", "layout"))


class Place(NamedTuple):
    """Line and column, both from 1, in code points."""

    line: int
    column: int


class Document:
    """One draft. Rules read ``text``; findings stand in ``source``.

    ``source`` is the decoded draft (newlines ``\\n``, no BOM); ``text`` the reading text; the
    ``alignment`` maps spans between the two. ``format`` is ``"text"`` or ``"markdown"``; the ``markup`` of a
    Markdown source, and what of it is not spoken, is not in ``text``.
    """

    def __init__(
        self,
        path: str,
        source: str,
        *,
        format: str = "text",
        encoding: str = "utf-8",
        markup: Markup | None = None,
    ) -> None:
        self.path = path
        self.source = source
        self.format = format
        self.encoding = encoding
        self.markup = markup
        # Where its lines stand on the page; None where that is no more than their numbers.
        self.layout: Layout | None = getattr(source, "layout", None)

    def forget_views(self) -> None:
        """Drop what was computed: it is computed anew when asked for."""
        for view in set(self.__dict__) - _OWN:
            del self.__dict__[view]

    @property
    def unmarked(self) -> Document:
        """The same, read as plain text: its marks are in the reading text."""
        if not self.markup:
            return self
        return Document(self.path, self.source, format=self.format, encoding=self.encoding)

    @cached_property
    def _restored(self) -> Restored:
        return restore(self.source, self.markup)

    @cached_property
    def text(self) -> str:
        """The reading text: what the source says once the damage of copying is undone."""
        return self._restored.text

    @cached_property
    def alignment(self) -> Chain:
        return self._restored.alignment

    @property
    def repairs(self) -> tuple[Repair, ...]:
        return self._restored.repairs

    @property
    def breaks(self) -> tuple[Break, ...]:
        return self._restored.breaks

    @cached_property
    def hidden(self) -> tuple[Span, ...]:
        """The *source* spans that are not spoken (front matter, code, addresses), in order."""
        return self.markup.unspoken if self.markup else ()

    @property
    def spoken(self) -> str:
        """The source without what is not read aloud."""
        parts, at = [], 0
        for start, end in self.hidden:
            parts.append(self.source[at:start])
            at = end
        return "".join((*parts, self.source[at:])) if parts else self.source

    def __getitem__(self, span: tuple[int, int]) -> str:
        """The reading words of a reading span."""
        return self.text[span[0] : span[1]]

    @cached_property
    def _source_lines(self) -> Sequence[int]:
        return _line_starts(self.source)

    @cached_property
    def paragraph_starts(self) -> Sequence[int]:
        """Offsets in ``source`` where a line begins that has something on it."""
        lines = self._source_lines
        ends = chain(islice(lines, 1, None), (len(self.source),))
        filled = (a for a, b in zip(lines, ends, strict=True) if self.source[a:b].strip())
        return column(len(self.source))(filled)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Offsets in ``text`` where a line (a paragraph, in a speech) begins."""
        return _line_starts(self.text)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its speeches in order, each with its title and what is spoken."""
        from speechlint.document.outline.speeches import speeches

        return speeches(self)

    @cached_property
    def outline(self) -> Outline:
        """Its speeches, headings and enumerations as one tree."""
        from speechlint.document.outline.tree import outline

        return outline(self)

    @cached_property
    def own_dates(self) -> tuple[Dated, ...]:
        """Its speeches, each with the date found in it."""
        from speechlint.document.dates import own_dates

        return own_dates(self)

    @cached_property
    def edges(self) -> Edges:
        """The words above and below each of its speeches."""
        from speechlint.document.outline.edges import edges

        return edges(self)

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """Places left to be filled in: X届, 20xx年, ×××."""
        from speechlint.document.blanks.unfilled import blanks

        return tuple(blanks(self))

    @cached_property
    def _known_ends(self) -> dict[int, list[int]]:
        """Where sentences end, by the start of a line that was asked for."""
        return {}

    def _sentence_ends(self, line: Span) -> list[int]:
        """Where sentences end, from the line break before a line on to the first end beyond it."""
        ends = self._known_ends.get(line.start)
        if ends is None:
            ends = self._known_ends[line.start] = []
            for match in _SENTENCE_END.finditer(self.text, max(0, line.start - 1)):
                ends.append(match.end())
                if ends[-1] > line.end:
                    break
        return ends

    def place(self, offset: int) -> Place:
        """Line and column of a *source* offset."""
        starts = self._source_lines
        line = bisect_right(starts, offset)
        return made_of(Place, (line, offset - starts[line - 1] + 1))

    def line_number(self, offset: int) -> int:
        """The line of a *source* offset, from 1."""
        return bisect_right(self._source_lines, offset)

    def line_at(self, offset: int) -> Span:
        """The line of ``text`` around a reading offset, without its newline."""
        starts = self.line_starts
        at = bisect_right(starts, offset)
        end = starts[at] - 1 if at < len(starts) else len(self.text)
        return made_of(Span, (starts[at - 1], end))

    @property
    def lines(self) -> Iterator[Span]:
        """All lines of ``text``, empty ones too, without their newlines."""
        starts = self.line_starts
        ends = (start - 1 for start in islice(chain(starts, (len(self.text) + 1,)), 1, None))
        return (made_of(Span, line) for line in zip(starts, ends, strict=True))

    def sentence_at(self, offset: int) -> Span:
        """The sentence of ``text`` around a reading offset, its end mark included."""
        line = self.line_at(offset)
        ends = self._sentence_ends(line)
        at = bisect_right(ends, offset)
        while line.start and not at:  # the end of one before goes on to here
            line = self.line_at(len(self.text[: line.start].rstrip(_ENDING)))
            ends = self._sentence_ends(line)
            at = bisect_right(ends, offset)
        start = ends[at - 1] if at else 0
        end = ends[at] if at < len(ends) else len(self.text)
        while end > start and self.text[end - 1] == "\n":
            end -= 1
        return made_of(Span, (start, max(start, end)))

    def is_hidden(self, span: tuple[int, int]) -> bool:
        """Whether a *source* span lies wholly within what is not spoken."""
        at = bisect_right(self.hidden, span[0], key=lambda hidden: hidden.start) - 1
        return at >= 0 and span[0] < self.hidden[at].end and span[1] <= self.hidden[at].end


def _line_starts(text: str) -> Sequence[int]:
    sizes = [len(line) + 1 for line in text.split("\n")]
    return column(len(text))(accumulate(sizes[:-1], initial=0))
