"""Findings of drafts with a layout: no fix touches a number that is not in the file; what stands beside is looked at apart."""

from __future__ import annotations

from speechlint.document import Document, Span
from speechlint.finding import Edit, Related
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechlint.document.layout import Layout
    from speechlint.finding import Finding


def told(layout: Layout, finding: Finding) -> Finding:
    """The finding without the fixes that nobody could make."""
    kept = [fix for fix in finding.fixes if not any(map(layout.is_virtual, (one.span for one in fix.edits)))]
    return finding if len(kept) == len(finding.fixes) else finding._replace(fixes=tuple(kept))


def beside(doc: Document, lint: Callable[[Document], Sequence[Finding]]) -> Iterator[Finding]:
    """The findings in headers, notes and watermarks: each part is a text of its own to ``lint``."""
    assert doc.layout
    for (start, end), families in doc.layout.asides:
        part = Document(doc.path, doc.source[start:end], encoding=doc.encoding)
        for finding in lint(part):
            if finding.code.startswith(families):
                yield _shifted(finding, start)


def _shifted(finding: Finding, by: int) -> Finding:
    def place(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return finding._replace(
        span=place(finding.span),
        occurrences=tuple(map(place, finding.occurrences)),
        related=tuple([Related(place(other.span), other.message) for other in finding.related]),
        fixes=tuple(
            [
                fix._replace(edits=tuple([Edit(place(edit.span), edit.text) for edit in fix.edits]))
                for fix in finding.fixes
            ]
        ),
    )
