"""Joins hits of one rule that are more than anyone reads: those in the same words become one, with all its places."""

from __future__ import annotations

from itertools import chain

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.finding import Edit, Fix, Hit
    from speechlint.quick.typing import Any


def together(doc: Document, hits: Iterator[Hit]) -> Iterator[Hit]:
    """The hits in order; of those that differ by their place alone, one, where the first of them was."""
    groups: dict[tuple[Any, ...], list[Hit]] = {}
    for hit in hits:
        groups.setdefault(_said(doc, hit), []).append(hit)
    return map(_one, groups.values())


def _said(doc: Document, hit: Hit) -> tuple[Any, ...]:
    """The words of a hit without its place; a hit of several places or with other places is one by itself."""
    start, end = hit.span
    edits = chain.from_iterable(fix.edits for fix in hit.fixes)
    if hit.occurrences or hit.related or any(e.span.start < start or e.span.end > end for e in edits):
        return (hit.span, hit.entry, id(hit))
    fixes = tuple([_fix_said(fix, start) for fix in hit.fixes])
    how = (hit.severity, hit.source, hit.in_source, hit.off)
    words = doc.source[start:end] if hit.in_source else doc.text[start:end]
    return (words, hit.entry, *how, tuple(hit.words.items()), fixes)


def _fix_said(fix: Fix, start: int) -> tuple[Any, ...]:
    edits = [(edit.span.start - start, edit.span.end - start, edit.text) for edit in fix.edits]
    return (fix.safe, fix.title, tuple(edits))


def _one(hits: list[Hit]) -> Hit:
    first = hits[0]
    if len(hits) == 1:
        return first
    alike = zip(*(hit.fixes for hit in hits), strict=True)
    fixes = tuple([fixes[0]._replace(edits=_edits(fixes)) for fixes in alike])
    return first._replace(occurrences=tuple([hit.span for hit in hits]), fixes=fixes)


def _edits(fixes: tuple[Fix, ...]) -> tuple[Edit, ...]:
    return tuple(chain.from_iterable([fix.edits for fix in fixes]))
