"""Where the lines of a draft's source stand on the page, for formats in which that is more than a line number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document.span import Span

BODY = "正文"


class Paragraph(NamedTuple):
    """One paragraph: it begins at ``start`` in the source, with ``number`` characters that are not in the file.

    ``ordinal`` counts the paragraphs of the body that have something to read, from 1; one elsewhere (``place``:
    表1第2行第1列, 脚注3) has that of the one before it. Paragraphs of one ``region`` can be joined, the ``first``
    of one with none before it. ``page`` is about where it stands; None where the file does not say.
    """

    start: int
    number: int = 0
    ordinal: int = 1
    place: str = BODY
    region: int = 0
    page: int | None = None
    first: bool = False


class Aside(NamedTuple):
    """A part of the source that is no part of the speech: it is looked at by itself, by rules of some ``families``."""

    span: Span
    families: tuple[str, ...]


class Remark(NamedTuple):
    """What the reader has to tell: the name of a rule, a source span, the words for its message."""

    rule: str
    span: Span
    words: dict[str, str]


class Layout(NamedTuple):
    """The paragraphs of a source in order, what stands beside them, what is to be told.

    ``solid`` are the spans that are on the page, but no text in the file: formulas, symbols.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    asides: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()
    solid: tuple[Span, ...] = ()

    def at(self, offset: int) -> Paragraph:
        """The paragraph around a source offset."""
        at = bisect_right(self.paragraphs, offset, key=lambda one: one.start)
        return self.paragraphs[max(0, at - 1)] if self.paragraphs else Paragraph(0)

    def between(self, span: Span) -> Sequence[Paragraph]:
        """The paragraphs that a source span touches; an empty span touches the one it stands in."""
        first = bisect_right(self.paragraphs, span.start, key=lambda one: one.start) - 1
        last = bisect_left(self.paragraphs, max(span.end, span.start + 1), key=lambda one: one.start)
        return self.paragraphs[max(0, first) : last]

    def is_virtual(self, span: Span) -> bool:
        """Whether a source span has a part that is no text in the file: a number, a formula."""
        at = bisect_right(self.solid, span.start, key=lambda one: one.end)
        if at < len(self.solid) and self.solid[at].start < span.end:
            return True
        return any(
            span.start < one.start + one.number and (one.start < span.end or one.start <= span.start)
            for one in self.between(span)
        )

    def moved(self, edits: Iterable[tuple[Span, str]]) -> Layout:
        """The layout of the source with sorted edits made: what was joined has gone, what was parted is new."""
        made = tuple(edits)
        shift, at, kept = 0, 0, []
        for span, text in made:
            whole = self._is_start(span.start) and self._is_start(span.end) and not text
            while at < len(self.paragraphs) and self.paragraphs[at].start < span.start + (not whole):
                kept.append(_shifted(self.paragraphs[at], shift))
                at += 1
            while at < len(self.paragraphs) and self.paragraphs[at].start < span.end + (not whole):
                at += 1
            like = kept[-1] if kept else Paragraph(0)
            kept += _parted(text, span.start + shift, like)
            shift += len(text) - (span.end - span.start)
        kept += [_shifted(one, shift) for one in self.paragraphs[at:]]
        return Layout(tuple(kept), _moved(self.asides, made), (), _spans(self.solid, made))

    def _is_start(self, offset: int) -> bool:
        at = bisect_left(self.paragraphs, offset, key=lambda one: one.start)
        return at < len(self.paragraphs) and self.paragraphs[at].start == offset

    def signature(self, source: str, gone: Sequence[Span] = ()) -> list[tuple[int, str]]:
        """Equal for two sources that differ in nothing but words: numbers, and the parts of the page.

        What stands in ``gone`` does not count.
        """
        return [
            (one.region if one.first else 0, source[one.start : one.start + one.number])
            for one in self.paragraphs
            if (one.number or one.first) and not _is_in(gone, one.start)
        ]


def _is_in(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of the sorted spans holds an offset."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _shifted(one: Paragraph, shift: int) -> Paragraph:
    return one._replace(start=one.start + shift) if shift else one


def _parted(text: str, start: int, like: Paragraph) -> Iterator[Paragraph]:
    at = text.find("\n")
    while at >= 0:
        yield like._replace(start=start + at + 1, number=0, first=False)
        at = text.find("\n", at + 1)


def _spans(spans: Sequence[Span], edits: Sequence[tuple[Span, str]]) -> tuple[Span, ...]:
    if not spans:
        return ()
    from speechlint.document.alignment import Alignment, Change

    link = Alignment(Change(*span, text, "edit") for span, text in edits)
    return tuple([link.span_to_new(span) for span in spans])


def _moved(asides: Sequence[Aside], edits: Sequence[tuple[Span, str]]) -> tuple[Aside, ...]:
    spans = _spans([aside.span for aside in asides], edits)
    return tuple([aside._replace(span=span) for aside, span in zip(asides, spans, strict=True)])


def body_of(source: str) -> str:
    """The part of a source that is the speech: what stands beside it comes behind it."""
    layout = layout_of(source)
    return source[: layout.asides[0].span.start] if layout and layout.asides else source


class Laid(str):
    """The source of a draft with its layout."""

    layout: Layout

    def __new__(cls, text: str, layout: Layout) -> Laid:
        made = super().__new__(cls, text)
        made.layout = layout
        return made

    def __reduce__(self) -> tuple[type[Laid], tuple[str, Layout]]:
        return Laid, (str(self), self.layout)


def layout_of(source: str) -> Layout | None:
    """The layout that a source brings along, if it does."""
    return source.layout if isinstance(source, Laid) else None
