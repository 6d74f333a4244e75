"""Findings as plain data: for the cache, for other processes, and where a file has more than fit in memory."""

from __future__ import annotations

import marshal

from speechlint.document.span import Span
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.typed import Any

_SEVERITIES = {int(severity): severity for severity in Severity}


def packed(findings: Sequence[Finding]) -> bytes:
    """The findings as plain data."""
    return marshal.dumps([plain(finding) for finding in findings])


def unpacked(data: bytes) -> list[Finding]:
    """The findings that were packed. Raises ``ValueError``, ``TypeError``, ``EOFError``."""
    return [made(*row) for row in marshal.loads(data)]


def plain(finding: Finding) -> tuple[Any, ...]:
    fixes = [([(*e.span, e.text) for e in fix.edits], fix.safe, fix.title) for fix in finding.fixes]
    return tuple(
        finding._replace(
            severity=int(finding.severity),  # type: ignore[arg-type]
            span=tuple(finding.span),  # type: ignore[arg-type]
            fixes=fixes,  # type: ignore[arg-type]
            occurrences=list(map(tuple, finding.occurrences)),  # type: ignore[arg-type]
            related=[(*other.span, other.message) for other in finding.related],  # type: ignore[arg-type]
            muted_by=finding.muted_by and tuple(finding.muted_by),  # type: ignore[arg-type]
        )
    )


def made(
    path: str,
    code: str,
    name: str,
    severity: int,
    message: str,
    span: tuple[int, int],
    reading: str,
    entry: str | None,
    fixes: Sequence[Any],
    occurrences: Sequence[Any],
    related: Sequence[Any],
    source: str,
    muted_by: Any,
) -> Finding:
    return Finding(
        path,
        code,
        name,
        _SEVERITIES[severity],
        message,
        Span(*span),
        reading,
        entry,
        tuple([Fix(tuple([Edit(Span(a, b), text) for a, b, text in edits]), *how) for edits, *how in fixes]),
        tuple([Span(*place) for place in occurrences]),
        tuple([Related(Span(a, b), message) for a, b, message in related]),
        source,
        muted_by and Mute(*muted_by),
    )
