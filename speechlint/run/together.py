"""Joins the hits of one rule that say the same of the same words: they become one, with all its places.

A rule that speaks of places (a number, a count, a repetition) has each of its hits stand for itself, up to more than
anyone reads.
"""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.document.span import Span
    from speechlint.finding import Fix, Hit
    from speechlint.quick.typing import Any

OF_PLACES = ("NUM", "CNT", "PAR", "DUP", "SYS")  # families whose words are right, elsewhere
_MANY = 1_000  # hits of one rule in one draft, told one by one


def together(doc: Document, code: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits of a rule; of those that differ by their place alone, one, where the first of them was."""
    if not code.startswith(OF_PLACES):
        return _joined(doc, hits)
    return hits if len(hits) <= _MANY else [*hits[:_MANY], *_joined(doc, hits[_MANY:])]


def _joined(doc: Document, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits, those alike as one; of most, the words alone tell that no other is."""
    of_words: dict[str, list[Hit]] = {}
    for hit in hits:
        start, end = hit[0]
        words = (doc.source if hit.in_source else doc.text)[start:end]
        if words in of_words:
            of_words[words].append(hit)
        else:
            of_words[words] = [hit]
    if len(of_words) == len(hits):
        return hits
    joined: list[Hit] = []
    for some in of_words.values():
        joined += some if len(some) == 1 else _alike(some)
    return joined


def _alike(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Hits of the same words, those that say the same as one."""
    groups: dict[tuple[Any, ...], list[Hit]] = {}
    for hit in hits:
        groups.setdefault(_said(hit), []).append(hit)
    for some in groups.values():
        places: dict[Span, tuple[Fix, ...]] = {}
        for hit in some:
            places.setdefault(hit.span, hit.fixes)
        yield _one(some[0], places) if len(places) > 1 else some[0]


def _said(hit: Hit) -> tuple[Any, ...]:
    """A hit without its words and place; one of several places or with other places is one by itself."""
    (start, end), words, fixes, *_ = hit
    if hit.occurrences or hit.related:
        return (id(hit),)
    said = (*hit[3:], *words.items())
    if not fixes:
        return said
    if any(edit.span.start < start or edit.span.end > end for fix in fixes for edit in fix.edits):
        return (id(hit),)
    return (*said, *[_fix_said(fix, start) for fix in fixes])


def _fix_said(fix: Fix, start: int) -> tuple[Any, ...]:
    edits = [(edit.span.start - start, edit.span.end - start, edit.text) for edit in fix.edits]
    return (fix.safe, fix.title, tuple(edits))


def _one(first: Hit, places: dict[Span, tuple[Fix, ...]]) -> Hit:
    spans = sorted(places)
    alike = zip(*[places[span] for span in spans], strict=True)
    fixes = [fixes[0]._replace(edits=tuple([edit for fix in fixes for edit in fix.edits])) for fixes in alike]
    return first._replace(span=spans[0], occurrences=tuple(spans), fixes=tuple(fixes), apart=True)
