"""Findings of Markdown drafts: their fixes change words, marks stay."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document import Span
from speechlint.document.markup import OBJECT
from speechlint.finding import Edit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document
    from speechlint.finding import Finding, Fix, Hit


def told(doc: Document, hit: Hit, finding: Finding) -> Finding:
    """The finding of a hit, its words without what stands for an address or some code, its fixes without the marks.

    A fix that cannot be made so is left out.
    """
    return finding._replace(
        message=_shown(finding.message),
        reading=_shown(finding.reading),
        fixes=finding.fixes if hit.in_source else tuple(_fixes(doc, hit.fixes, finding.fixes)),
    )


def _shown(text: str) -> str:
    return text.replace(OBJECT, "…") if OBJECT in text else text


def _fixes(doc: Document, own: Iterable[Fix], placed: Iterable[Fix]) -> Iterator[Fix]:
    """Fixes of the reading text, which are placed in the source, with edits that leave all marks standing."""
    for before, after in zip(own, placed, strict=True):
        pairs = zip(before.edits, after.edits, strict=True)
        edits = tuple([edit for pair in pairs for edit in _edits(doc, *pair)])
        if all(OBJECT not in edit.text for edit in edits):
            yield after._replace(edits=edits, title=_shown(after.title))


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
    """The differences, character by character where both are of one length."""
    if len(old) == len(new):
        yield from (
            Edit(Span(at, at + 1), b) for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b
        )
        return
    from difflib import SequenceMatcher

    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(Span(start, end), new[first:last])
