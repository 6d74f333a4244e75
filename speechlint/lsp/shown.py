"""Findings as an editor shows them: a diagnostic for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from speechlint import Severity
from speechlint.lsp.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint import Finding, Span
    from speechlint.lsp.drafts import Draft
    from speechlint.lsp.text import Text

SOURCE = "speechlint"
MOST = 1_000  # findings of one draft: more than any editor shows
_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 4}  # the last one a hint


def range_of(text: Text, span: Span, units: str) -> types.Range:
    start, end = (text.position(at, units) for at in span)
    return types.Range(types.Position(*start), types.Position(*end))


def offset_of(text: Text, position: types.Position, units: str) -> int:
    return text.offset(Position(position.line, position.character), units)


def each(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are told, each place that is decided by itself apart; of too many, the gravest."""
    every = [one for finding in findings if not finding.muted_by for one in finding.each()]
    if len(every) <= MOST:
        return every
    return sorted(sorted(every, key=lambda one: -one.severity)[:MOST], key=lambda one: one.span)


def diagnostics(draft: Draft, units: str, *, related: bool) -> list[dict[str, Any]]:
    """One for each place, as the protocol has them; with ``related`` places, where the client knows what these are.

    They are no objects of pygls: a thousand of these take longer than the check.
    """
    return [
        _diagnostic(draft, finding, place, units, related=related)
        for finding in draft.findings
        for place in finding.places
    ]


def _diagnostic(draft: Draft, finding: Finding, place: Span, units: str, *, related: bool) -> dict[str, Any]:
    told = {
        "range": _range(draft.text, place, units),
        "message": finding.message,
        "severity": _SEVERITIES[finding.severity],
        "code": finding.code,
        "source": SOURCE,
    }
    if related and finding.related:
        told["relatedInformation"] = [
            {
                "location": {"uri": draft.uri, "range": _range(draft.text, other.span, units)},
                "message": other.message,
            }
            for other in finding.related
        ]
    return told


def _range(text: Text, span: Span, units: str) -> dict[str, Any]:
    (line, at), (last, end) = text.position(span[0], units), text.position(span[1], units)
    return {"start": {"line": line, "character": at}, "end": {"line": last, "character": end}}
