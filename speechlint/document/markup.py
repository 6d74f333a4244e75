"""The markup of a Markdown draft's source, and the parts of it that nobody reads aloud."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from speechlint.document.span import Span
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document.alignment import Change

# What stands in the reading text for a picture, an address or some code: Unicode keeps it for such use.
OBJECT = "\ufdd0"
# Kinds of changes: what is not spoken, a comment, and the line break within a paragraph with the marks behind it.
UNSPOKEN, COMMENT, SOFT_BREAK, ESCAPE, NUMBER = "unspoken", "comment", "soft-break", "escape", "number"
_OUT = (UNSPOKEN, COMMENT)
_FREE = (SOFT_BREAK, ESCAPE)


class Markup(NamedTuple):
    """The markup of a source, in code points from 0, each part in order.

    ``changes`` make the reading text: marks go away, an address or some code reads as ``OBJECT``.
    ``starts`` are where lines begin that no line before them goes on in; ``blocks`` the paragraphs,
    headings, items and tables with something to say.
    """

    changes: tuple[Change, ...] = ()
    starts: tuple[int, ...] = ()
    blocks: tuple[Span, ...] = ()

    @property
    def unspoken(self) -> tuple[Span, ...]:
        """The parts nobody reads aloud: front matter, code, comments, tags, addresses."""
        return tuple([Span(change.start, change.end) for change in self.changes if change.kind in _OUT])

    @property
    def comments(self) -> Iterator[Span]:
        return (Span(change.start, change.end) for change in self.changes if change.kind == COMMENT)

    def within(self, span: Span) -> list[Change]:
        """The marks in a source span, without those that go with the words they stand at: the marks behind a
        line end, a backslash, an address or some code.
        """
        first = bisect_left(self.changes, span.start, key=lambda change: change.start)
        last = bisect_right(self.changes, span.end, key=lambda change: change.start)
        found = self.changes[first:last]
        return [
            change
            for change in found
            if change.end <= span.end and change.kind not in _FREE and change.text != OBJECT
        ]

    def block_after(self, offset: int) -> Span | None:
        """The first block that ends behind ``offset``."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.end)
        return self.blocks[at] if at < len(self.blocks) else None

    def signature(self, source: str, gone: Sequence[Span] = ()) -> list[tuple[str, str]]:
        """Equal for two sources that differ in nothing but words, block by block; ``gone``, in order, does not count."""
        blocks = [("block", "") for start, end in self.blocks if not _is_in(gone, start, end)]
        return blocks + [
            (kind, "" if kind == NUMBER else source[start:end])
            for start, end, _, kind, *_ in self.changes
            if kind not in _FREE and not _is_in(gone, start, end)
        ]


def _is_in(spans: Sequence[Span], start: int, end: int) -> bool:
    at = bisect_right(spans, start, key=lambda span: span.start) - 1
    return at >= 0 and end <= spans[at].end
