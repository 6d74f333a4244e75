"""Findings of a text in the text that edits have made of it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint import Finding, Fix


def moved(findings: Iterable[Finding], edit: Edit) -> list[Finding]:
    """The findings after an edit; what it touched is gone until it is checked again."""
    return [after for finding in findings if (after := _finding(finding, edit))]


def place(span: Span, edit: Edit) -> Span | None:
    """A place after an edit; None where that lies over it. What is put in beside it stays outside."""
    (start, end), text = edit
    if span.end <= start:
        return span
    if span.start >= end and (span.end > span.start or span.start > start):
        by = len(text) - (end - start)
        return Span(span.start + by, span.end + by)
    return None


def _finding(finding: Finding, edit: Edit) -> Finding | None:
    reach = max(finding.span.end, *(one.end for one in _spans(finding)), 0)
    if reach <= edit.span.start:
        return finding
    places = list(filter(None, (place(one, edit) for one in finding.places)))
    if not places:
        return None
    related = ((place(one.span, edit), one) for one in finding.related)
    return finding._replace(
        span=places[0],
        occurrences=tuple(places) if finding.occurrences else (),
        fixes=tuple(filter(None, (_fix(one, edit) for one in finding.fixes))),
        related=tuple(one._replace(span=span) for span, one in related if span),
    )


def _spans(finding: Finding) -> Iterator[Span]:
    yield from finding.occurrences
    for fix in finding.fixes:
        for edit in fix.edits:
            yield edit.span
    for other in finding.related:
        yield other.span


def _fix(fix: Fix, edit: Edit) -> Fix | None:
    edits = []
    for one in fix.edits:
        span = place(one.span, edit)
        if span is None:
            return None
        edits.append(Edit(span, one.text))
    return fix._replace(edits=tuple(edits))


def moved_edits(edits: Iterable[Edit], edit: Edit) -> list[Edit] | None:
    """Edits not made yet, after another was made first; None where they touch."""
    found = [(place(one.span, edit), one.text) for one in edits]
    return (
        None if any(span is None for span, _ in found) else [Edit(span, text) for span, text in found if span]
    )


def fresh(edit: Edit) -> Span:
    """What an edit has put in, after it was made."""
    return Span(edit.span.start, edit.span.start + len(edit.text))


def moved_span(span: Span, edit: Edit) -> Span:
    """What is left of a stretch after an edit, and what that put within it."""
    (start, end), by = edit.span, len(edit.text) - (edit.span.end - edit.span.start)
    return Span(
        span.start if span.start <= start else max(start, span.start + by),
        max(min(span.end, start), span.end + by if span.end >= end else start),
    )


def hull(one: Span, other: Span) -> Span:
    """The least stretch around two."""
    return Span(min(one.start, other.start), max(one.end, other.end))
