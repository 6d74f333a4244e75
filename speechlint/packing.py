"""Findings as bytes: for the cache, for other processes, and where a file has more of them than fit in memory."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence

from speechlint.document.span import Span
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.typed import Any


class Packed(Sequence[Finding]):
    """Findings by place, then code, each kept as bytes and made again when it is looked at."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        rows = [
            (*f.span, f.code, f.entry or "", at, marshal.dumps(_plain(f))) for at, f in enumerate(findings)
        ]
        rows.sort()
        self._rows = [row[-1] for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Finding]:
        return (_made(*marshal.loads(row)) for row in self._rows)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [_made(*marshal.loads(row)) for row in self._rows[at]]
        return _made(*marshal.loads(self._rows[at]))


def packed(findings: Sequence[Finding]) -> bytes:
    """The findings as plain data."""
    return marshal.dumps([_plain(finding) for finding in findings])


def unpacked(data: bytes) -> list[Finding]:
    """The findings that were packed. Raises ``ValueError``, ``TypeError``, ``EOFError``."""
    return [_made(*row) for row in marshal.loads(data)]


def _plain(finding: Finding) -> tuple[Any, ...]:
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


def _made(*row: Any) -> Finding:
    plain = Finding(*row)
    return plain._replace(
        severity=Severity(plain.severity),
        span=Span(*plain.span),
        fixes=tuple(
            Fix(tuple(Edit(Span(a, b), text) for a, b, text in edits), safe, title)  # type: ignore[misc]
            for edits, safe, title in plain.fixes
        ),
        occurrences=tuple(Span(*place) for place in plain.occurrences),
        related=tuple(Related(Span(a, b), message) for a, b, message in plain.related),  # type: ignore[misc]
        muted_by=plain.muted_by and Mute(*plain.muted_by),
    )
