"""Fixes of Markdown drafts: words change, marks stay."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document import Span
from speechlint.document.markup import OBJECT
from speechlint.finding import Edit
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.finding import Fix, Hit


def shown(text: str) -> str:
    """Words of the reading text as they may be quoted: a picture, an address, some code is left out."""
    return text.replace(OBJECT, "…")


def kept(doc: Document, hit: Hit, placed: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """The fixes of a hit, placed in the source, with edits that leave all marks where they stand.

    A fix that cannot be made so is left out.
    """
    if hit.in_source:
        return placed
    fixes = []
    for own, fix in zip(hit.fixes, placed, strict=True):
        edits: list[Edit] = []
        for before, after in zip(own.edits, fix.edits, strict=True):
            edits += _edits(doc, before, after)
        if all(OBJECT not in edit.text for edit in edits):
            fixes.append(fix._replace(edits=tuple(edits)))
    return tuple(fixes)


def _edits(doc: Document, edit: Edit, placed: Edit) -> Iterator[Edit]:
    """An edit of reading words as edits of the words between the marks, if any stand there."""
    assert doc.markup
    if not doc.markup.within(placed.span) and OBJECT not in edit.text:
        yield placed
        return
    for span, text in _differences(doc[edit.span], edit.text):
        own = Span(edit.span.start + span.start, edit.span.start + span.end)
        yield from _between(doc, own, text)


def _between(doc: Document, own: Span, text: str) -> Iterator[Edit]:
    """Where the words go: all that are new before the first mark."""
    assert doc.markup
    place = doc.alignment.to_source(own)
    marks = [mark for mark in doc.markup.within(place) if place.start < mark.end]
    edges = [place.start, *(edge for mark in marks for edge in (mark.start, mark.end)), place.end]
    for start, end in list(pairwise(edges))[::2]:
        if start < end or text:
            yield Edit(Span(start, end), text)
        text = ""


def _differences(old: str, new: str) -> Iterator[Edit]:
    """What differs, character by character where both are of one length."""
    if len(old) == len(new):
        yield from (Edit(Span(at, at + 1), b) for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
        return
    from difflib import SequenceMatcher

    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(Span(start, end), new[first:last])
