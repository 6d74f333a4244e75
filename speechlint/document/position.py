"""Where on the page a place is, as a reader would say: paragraph, part of the page, headings above it, about which page."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.layout import BODY
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.outline.item import Item


class Position(NamedTuple):
    """``paragraph`` counts those with something to read, from 1; ``headings`` are the numbers and words of the
    headings above, the outermost first, ``marks`` their numbers alone. ``page`` is None where the file does not say.
    """

    paragraph: int
    place: str
    headings: tuple[str, ...]
    marks: tuple[str, ...]
    page: int | None


def position(doc: Document, offset: int) -> Position:
    """The position of a *source* offset."""
    items = _above(doc, offset)
    headings = tuple([" ".join(f"{doc[item.mark]}{doc[item.head]}".split()) for item in items])
    marks = tuple([doc[item.mark].strip() for item in items])
    if doc.layout:
        found = doc.layout.at(offset)
        return Position(found.ordinal, found.place, headings, marks, found.page)
    return Position(_paragraph(doc, offset), BODY, headings, marks, None)


def paragraph(doc: Document, offset: int) -> int:
    """The ``paragraph`` of the position of a *source* offset, alone: no outline is needed for that."""
    return doc.layout.at(offset).ordinal if doc.layout else _paragraph(doc, offset)


def _paragraph(doc: Document, offset: int) -> int:
    return max(1, bisect_right(doc.paragraph_starts, offset))


def _above(doc: Document, offset: int) -> list[Item]:
    """The items of the outline around a place, those that are headings on lines of their own."""
    if doc.is_hidden((offset, offset + 1)):
        return []
    at = doc.alignment.to_reading((offset, offset + 1)).start
    found: list[Item] = []
    for speech in doc.outline.speeches:
        if speech.span.start <= at < speech.span.end:
            items = speech.items
            while items:
                inside = next((item for item in items if item.span.start <= at < item.span.end), None)
                if inside is None:
                    break
                found.append(inside)
                items = inside.children
    return [item for item in found if item.own_line]
