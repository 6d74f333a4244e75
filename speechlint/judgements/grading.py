"""The step that gives findings the weight the user wants them to have."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook.selection import longest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.finding import Finding, Severity


def grade(
    findings: Iterable[Finding], wanted: Mapping[str, Severity], at_most: Mapping[str, Severity] = {}
) -> Iterator[Finding]:
    """Each finding with the severity of the most specific name in ``wanted`` that fits it.

    Where none does, it is no graver than ``at_most`` lets it be.
    """
    of_wanted, of_most = tuple(wanted), tuple(at_most)
    for finding in findings:
        exact = _of(finding, of_wanted, wanted)
        most = _of(finding, of_most, at_most)
        if exact is not None:
            finding = finding._replace(severity=exact)
        elif most is not None and most < finding.severity:
            finding = finding._replace(severity=most)
        yield finding


def _of(finding: Finding, names: tuple[str, ...], table: Mapping[str, Severity]) -> Severity | None:
    name = longest(names, finding.selector)
    return None if name is None else table[name]
