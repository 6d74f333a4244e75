"""Two versions of a draft compared by fingerprint: what was settled, what is new, what was carried over."""

from __future__ import annotations

from speechlint.judgements.fingerprint import fingerprint
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechlint.document import Document, Span
    from speechlint.finding import Finding
    from speechlint.result import Checked


class Compared(NamedTuple):
    """Findings, or the parts of grouped ones: ``fixed`` stand in the old version, the others in the new."""

    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    carried: tuple[Finding, ...]


def compare(old: Checked, new: Checked) -> Compared:
    """Pairs the findings of two versions; muted ones do not count, nor in the new version what is muted in the old."""
    shown, later = _shown(old), _shown(new)
    judged, again = _counted(old.doc, _muted(old)), _counted(new.doc, _muted(new))
    judged = {print_: count - again.get(print_, 0) for print_, count in judged.items()}
    _, later = _parted(new.doc, later, judged)
    carried, fresh = _parted(new.doc, later, _counted(old.doc, shown))
    _, fixed = _parted(old.doc, shown, _counted(new.doc, later))
    return Compared(tuple(fixed), tuple(fresh), tuple(carried))


def _shown(result: Checked) -> list[Finding]:
    return [finding for finding in result.findings if not finding.muted_by]


def _muted(result: Checked) -> list[Finding]:
    return [finding for finding in result.findings if finding.muted_by]


def _counted(doc: Document, findings: Iterable[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in findings:
        for place in finding.places:
            print_ = fingerprint(doc, finding, place)
            counts[print_] = counts.get(print_, 0) + 1
    return counts


def _parted(
    doc: Document, findings: Iterable[Finding], other: Mapping[str, int]
) -> tuple[list[Finding], list[Finding]]:
    """The findings the other version has too, as often as it has them, and those it has not."""
    left = dict(other)
    both: list[Finding] = []
    only: list[Finding] = []
    for finding in findings:
        has: list[Span] = []
        lacks: list[Span] = []
        for place in finding.places:
            print_ = fingerprint(doc, finding, place)
            there = left.get(print_, 0)
            left[print_] = there - 1
            (has if there > 0 else lacks).append(place)
        both += _part(doc, finding, has)
        only += _part(doc, finding, lacks)
    return both, only


def _part(doc: Document, finding: Finding, places: list[Span]) -> list[Finding]:
    if not places:
        return []
    if len(places) == len(finding.places):
        return [finding]
    return [finding.only(places, doc[doc.alignment.to_reading(places[0])])]
