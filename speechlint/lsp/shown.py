"""Findings as an editor shows them: a diagnostic for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from speechlint import Severity
from speechlint.lsp.text import Position

if TYPE_CHECKING:
    from speechlint import Finding, Span
    from speechlint.lsp.drafts import Draft
    from speechlint.lsp.text import Text

SOURCE = "speechlint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Hint,
}


def range_of(text: Text, span: Span, units: str) -> types.Range:
    start, end = (text.position(at, units) for at in span)
    return types.Range(types.Position(*start), types.Position(*end))


def offset_of(text: Text, position: types.Position, units: str) -> int:
    return text.offset(Position(position.line, position.character), units)


def diagnostics(draft: Draft, units: str, *, related: bool) -> list[types.Diagnostic]:
    """All of a draft; with ``related`` places, where the client knows what these are."""
    return [
        one for finding in draft.findings for one in diagnostics_of(draft, finding, units, related=related)
    ]


def diagnostics_of(
    draft: Draft, finding: Finding, units: str, *, related: bool = False
) -> list[types.Diagnostic]:
    """One for each place of a finding."""
    others = _related(draft, finding, units) if related and finding.related else None
    return [
        types.Diagnostic(
            range=range_of(draft.text, place, units),
            message=finding.message,
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
            related_information=others,
        )
        for place in finding.places
    ]


def _related(draft: Draft, finding: Finding, units: str) -> list[types.DiagnosticRelatedInformation]:
    return [
        types.DiagnosticRelatedInformation(
            types.Location(draft.uri, range_of(draft.text, other.span, units)), other.message
        )
        for other in finding.related
    ]
