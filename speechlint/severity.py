"""The stage that gives findings the weight the user wants them to have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from speechlint.finding import Finding, Severity
from speechlint.selection import fits


def grade(findings: Iterable[Finding], wanted: Mapping[str, Severity]) -> Iterator[Finding]:
    """Each finding with the severity of the most specific name in ``wanted`` that fits it."""
    for finding in findings:
        names = [name for name in wanted if fits(name, finding.selector)]
        if names:
            finding = finding._replace(severity=wanted[max(names, key=len)])
        yield finding
