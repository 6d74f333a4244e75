"""Joins the hits of one rule that say the same of the same words: they become one, with all its places.

A rule that speaks of places (a number, a count, a repetition) has each of its hits stand for itself, up to more than
anyone reads.
"""

from __future__ import annotations

from itertools import chain, islice

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document
    from speechlint.document.span import Span
    from speechlint.finding import Fix, Hit
    from speechlint.quick.typing import Any

OF_PLACES = ("NUM", "CNT", "PAR", "DUP", "SYS")  # families whose words are right, elsewhere
_MANY = 1_000  # hits of one rule in one draft, told one by one


def together(doc: Document, code: str, hits: Iterator[Hit]) -> Iterable[Hit]:
    """The hits of a rule; of those that differ by their place alone, one, where the first of them was."""
    few = list(islice(hits, 2))
    if len(few) < 2:
        return few
    every = chain(few, hits)
    return (
        chain(islice(every, _MANY), _joined(doc, every))
        if code.startswith(OF_PLACES)
        else _joined(doc, every)
    )


def _joined(doc: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
    groups: dict[tuple[Any, ...], tuple[Hit, dict[Span, tuple[Fix, ...]]]] = {}
    for hit in hits:
        said = _said(doc, hit)
        if said in groups:
            groups[said][1].setdefault(hit.span, hit.fixes)
        else:
            groups[said] = hit, {hit.span: hit.fixes}
    for first, places in groups.values():
        yield _one(first, places) if len(places) > 1 else first


def _said(doc: Document, hit: Hit) -> tuple[Any, ...]:
    """A hit without its place; one of several places or with other places is one by itself."""
    (start, end), words, fixes, *_ = hit
    if hit.occurrences or hit.related:
        return (id(hit),)
    text = doc.source if hit.in_source else doc.text
    said = (text[start:end], *hit[3:], *words.items())
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
