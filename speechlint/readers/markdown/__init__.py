"""Markdown as CommonMark and GFM mean it: which characters of a source are marks, and which are spoken.

One pass over the lines finds the blocks (``blocks``), one over each paragraph the marks in it
(``inlines``). Nothing is built that is not needed to tell marks from words.
"""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document import Document
from speechlint.document.alignment import Change
from speechlint.document.markup import UNSPOKEN, Markup
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.markdown import html, inlines
from speechlint.readers.markdown.blocks import blocks
from speechlint.readers.text import decode, edited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.readers.markdown.found import Text

_FRONT = regex.later(
    r"(---|\+\+\+)[ \t]*\n(?=\s*(?:#|[\w.\"'-]+[ \t]*[:=]))(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)"
)

__all__ = ["decode", "document", "edited", "markup", "shape"]


def document(path: str, source: str, encoding: str = "utf-8") -> Document:
    """The draft with this source."""
    return Document(path, source, format="markdown", encoding=encoding, markup=markup(source))


def shape(source: str, gone: Sequence[Span] = ()) -> object:
    """Its headings, items, links, emphasis and code."""
    return markup(source).signature(source, gone)


def markup(source: str) -> Markup:
    """The marks of a Markdown source (newlines ``\\n``)."""
    front = _FRONT.match(source)
    found = blocks(source, front.end() if front else 0)
    known = inlines.Known(frozenset(found.definitions), frozenset(found.notes))
    changes = found.changes
    if front:
        changes.append(Change(0, front.end(), "", UNSPOKEN))
    spoken: dict[int, Span] = {}
    for text in found.texts:
        words = text.words(source)
        marks = _marks(text, words, known)
        if not _is_all(words, marks):
            first = text.table if text.table >= 0 else text.span.start
            spoken[first] = Span(first, text.span.end)
        changes += _placed(text, marks)
    starts = sorted(set(found.starts))
    return Markup(tuple(_outermost(changes)), tuple(starts), tuple(sorted(spoken.values())))


def _marks(text: Text, words: str, known: inlines.Known) -> list[Change]:
    if text.html:
        return list(html.unseen(words))
    box = inlines.task(words) if text.in_item else None
    if not box:
        return inlines.changes(words, known)
    rest = inlines.changes(words[box.end :], known)
    shift = box.end
    return [box, *(one._replace(start=one.start + shift, end=one.end + shift) for one in rest)]


def _is_all(words: str, changes: list[Change]) -> bool:
    """Whether nothing is left to be said beside the marks."""
    at = 0
    for change in changes:
        if words[at : change.start].strip():
            return False
        at = change.end
    return not words[at:].strip()


def _placed(text: Text, changes: list[Change]) -> Iterator[Change]:
    """The changes of a text's words where they stand in the source."""
    places = text.places()
    starts = [start for start, _ in places]
    for change in changes:
        start = change.start + places[bisect_right(starts, change.start) - 1][1]
        end = change.end + places[bisect_right(starts, change.end - 1) - 1][1]
        yield change._replace(start=start, end=end)


def _outermost(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes in order, without those within another."""
    end = 0
    for change in sorted(changes, key=lambda change: (change.start, -change.end)):
        if change.start >= end:
            yield change
            end = change.end
