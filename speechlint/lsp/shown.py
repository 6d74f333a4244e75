"""Findings as an editor shows them: a diagnostic for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from speechlint import Severity
from speechlint.lsp.text import Position

if TYPE_CHECKING:
    from speechlint import Finding, Span
    from speechlint.lsp.drafts import Draft
    from speechlint.lsp.text import Text

SOURCE = "speechlint"
MOST = 1_000  # diagnostics of one draft: more than any editor shows
_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 4}  # the last one a hint


def range_of(text: Text, span: Span, units: str) -> types.Range:
    start, end = (text.position(at, units) for at in span)
    return types.Range(types.Position(*start), types.Position(*end))


def offset_of(text: Text, position: types.Position, units: str) -> int:
    return text.offset(Position(position.line, position.character), units)


def diagnostics(draft: Draft, units: str, *, related: bool) -> list[dict[str, Any]]:
    """One for each place, as the protocol has them; with ``related`` places, where the client knows what these are.

    Where there are too many, those that are less grave are left out. They are no objects of pygls: a thousand of these
    take longer than the check.
    """
    each = [(finding, place) for finding in draft.findings for place in finding.places]
    if len(each) > MOST:
        each = sorted(each, key=lambda one: -one[0].severity)[:MOST]
    return [_diagnostic(draft, finding, place, units, related=related) for finding, place in each]


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
    start, end = (text.position(at, units)._asdict() for at in span)
    return {"start": start, "end": end}
