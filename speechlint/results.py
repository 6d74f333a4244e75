"""What was found in a draft before: kept for the day by content, rules, settings and version.

A day's results lie in a folder of the cache named after it; the first run of another day clears it away.
"""

from __future__ import annotations

import marshal
import time
from collections.abc import Sequence

from speechlint import cache
from speechlint.catalogue import Catalogue
from speechlint.document import Document, Span
from speechlint.engine import Settings, lint
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.typed import Any

_FOLDER = "results"


class Results:
    """Findings by key, in memory and, with ``disk``, in the cache folder."""

    def __init__(self, *, disk: bool) -> None:
        self._disk = disk
        self._known: dict[str, bytes] = {}
        self._day = f"{_FOLDER}/{time.strftime('%Y-%m-%d')}"

    def lint(self, doc: Document, catalogue: Catalogue, settings: Settings) -> list[Finding]:
        """What ``engine.lint`` gives, found now or before."""
        key = key_of(doc, catalogue, settings)
        known = self.known(key)
        if known is not None:
            return known
        findings = lint(doc, catalogue, settings)
        if self._disk and key:
            cache.write_dated(f"{self._day}/{key}", packed(findings))
        return findings

    def known(self, key: str) -> list[Finding] | None:
        """What is known under ``key``, if anything."""
        data = self._known.pop(key, None)
        if data is None and self._disk and key:
            data = cache.read(f"{self._day}/{key}")
        try:
            return unpacked(data) if data else None
        except (EOFError, ValueError, TypeError):
            return None

    def knows(self, key: str) -> bool:
        return key in self._known or (self._disk and cache.has(f"{self._day}/{key}"))

    def keep(self, key: str, data: bytes) -> None:
        """Keep packed findings under ``key``; on disk only what can be told from all others."""
        if key and data:
            self._known[key] = data
            if self._disk:
                cache.write_dated(f"{self._day}/{key}", data)


def key_of(doc: Document, catalogue: Catalogue, settings: Settings) -> str:
    """Stands for all that findings depend on; "" where the rules have no stamp."""
    if not catalogue.stamp:
        return ""
    return cache.digest((catalogue.stamp, repr(settings), doc.path, doc.format, doc.source))


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
