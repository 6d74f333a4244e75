"""Findings as plain data: for the cache, for other processes, and where a file has more than fit in memory."""

from __future__ import annotations

import marshal

from speechlint.document.span import Span
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.quick.typing import Any

_SEVERITIES = {int(severity): severity for severity in Severity}


def packed(findings: Sequence[Finding]) -> bytes:
    """The findings as plain data."""
    return marshal.dumps([plain(finding) for finding in findings])


def unpacked(data: bytes) -> list[Finding]:
    """The findings that were packed. Raises ``ValueError``, ``TypeError``, ``EOFError``."""
    return [made(*row) for row in marshal.loads(data)]


def plain(finding: Finding) -> tuple[Any, ...]:
    """The fields of a finding, which ``made`` takes."""
    path, code, name, severity, message, span, reading, entry, fixes, places, related, source, mute = finding
    return (
        path,
        code,
        name,
        int(severity),
        message,
        (span[0], span[1]),
        reading,
        entry,
        [([(edit[0][0], edit[0][1], edit[1]) for edit in fix.edits], fix.safe, fix.title) for fix in fixes],
        [(place[0], place[1]) for place in places],
        [(other.span[0], other.span[1], other.message) for other in related],
        source,
        mute and tuple(mute),
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
