"""How many findings there are: all that is told of them together."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from speechlint.finding import Finding


class Tally(NamedTuple):
    """How many findings there are of each severity, the code of the first of each; the muted places by kind."""

    counts: Mapping[int, int]
    first: Mapping[int, str]
    muted: Mapping[str, int]

    @property
    def gravest(self) -> str:
        """The code of the first of the gravest; "" without any."""
        return self.first[max(self.first)] if self.first else ""


def tally(findings: Sequence[Finding]) -> Tally:
    """What they come to; those that are made only when looked at have it ready."""
    ready: Tally | None = getattr(findings, "tally", None)
    return counted(findings) if ready is None else ready


def counted(findings: Iterable[Finding]) -> Tally:
    counts: dict[int, int] = {}
    first: dict[int, str] = {}
    muted: dict[str, int] = {}
    for finding in findings:
        if finding.muted_by:
            kind = finding.muted_by.kind
            muted[kind] = muted.get(kind, 0) + len(finding.places)
        else:
            counts[finding.severity] = counts.get(finding.severity, 0) + 1
            first.setdefault(finding.severity, finding.code)
    return Tally(counts, first, muted)


def together(tallies: Iterable[Tally]) -> Tally:
    """The tallies of several drafts, in order, as one."""
    counts: dict[int, int] = {}
    first: dict[int, str] = {}
    muted: dict[str, int] = {}
    for each in tallies:
        for severity, count in each.counts.items():
            counts[severity] = counts.get(severity, 0) + count
            first.setdefault(severity, each.first[severity])
        for kind, count in each.muted.items():
            muted[kind] = muted.get(kind, 0) + count
    return Tally(counts, first, muted)
