"""Findings as bytes: for the cache, for other processes, and where a file has more of them than fit in memory."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence

from speechlint.document.span import Span
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.typed import Any

_SEVERITIES = {int(severity): severity for severity in Severity}
_PLACE = 10  # bytes of the two offsets a row begins with


class Packed(Sequence[Finding]):
    """Findings by place, then code, each kept as bytes and made again when it is looked at.

    A row is what the rows are sorted by, a zero byte, then the finding; what many have in common (path, code,
    name, entry, source) is kept once.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        known: dict[tuple[str, str, str, str | None, str], int] = {}
        self._rows: list[bytes] = []
        for at, finding in enumerate(findings):
            common = finding.path, finding.code, finding.name, finding.entry, finding.source
            bare = finding._replace(path="", code="", name="", entry=None, source="")
            row = known.setdefault(common, len(known)), _plain(bare)
            self._rows.append(_rank(finding) + at.to_bytes(4, "big") + marshal.dumps(row))
        self._rows.sort()
        self._common = list(known)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Finding]:
        return map(self._finding, self._rows)

    def __getitem__(self, at: Any) -> Any:
        rows = self._rows[at]
        return list(map(self._finding, rows)) if isinstance(at, slice) else self._finding(rows)

    def _finding(self, row: bytes) -> Finding:
        common, plain = marshal.loads(memoryview(row)[row.index(0, _PLACE) + 5 :])
        path, code, name, entry, source = self._common[common]
        return _made(*plain)._replace(path=path, code=code, name=name, entry=entry, source=source)


def _rank(finding: Finding) -> bytes:
    """Sorts as the finding does: by place, then code, then entry."""
    place = b"".join(offset.to_bytes(5, "big") for offset in finding.span)
    return place + f"{finding.code}\x01{finding.entry or ''}\0".encode()


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


def _made(
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
