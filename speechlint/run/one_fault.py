"""Has each fault told once: of findings that tell the same one (``rulebook.same_fault``), one tells."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook import same_fault
from speechlint.rulebook.same_fault import GONE, INSIDE, MEETS, SAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding

    _Told = dict["_Place", "_Place"]  # a place that is not told, and the one that tells its fault


_MANY = 1_000  # places of one finding that are passed over where no rule beside it could tell the same


class _Place(NamedTuple):
    """A place of the finding of that number."""

    start: int
    end: int
    at: int

    def holds(self, other: _Place) -> bool:
        return self.start <= other.start and other.end <= self.end


def one_fault(doc: Document, findings: Iterable[Finding]) -> list[Finding]:
    """The findings but for those, and places of grouped ones, whose fault another finding tells.

    Who judged that one judged the fault: where it is muted, the others are not told either.
    """
    every = list(findings)
    if any(finding.code.startswith(same_fault.SITE) for finding in every):
        from speechlint.run.site_lines import joined

        every = joined(doc, every, same_fault.SITE)
    met = sorted(_met(every), key=lambda two: (_weight(every, two[0]), _weight(every, two[1])))
    told: _Told = {}
    for first, second in met:
        if second not in told:
            told[second] = told.get(first, first)
    return list(_left(doc, every, told)) if told else every


def _met(every: Sequence[Finding]) -> Iterator[tuple[_Place, _Place]]:
    """Places that tell one fault, the one that tells it first."""
    codes = {finding.code for finding in every}
    places = [
        _Place(start, end, at)
        for at, finding in enumerate(every)
        if len(finding.places) < _MANY or _has_like(finding, codes)
        for start, end in finding.places
    ]
    near: list[_Place] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end, place.at)):
        near = [other for other in near if other.end > place.start or other.start == place.start]
        for other in near:
            two = _ordered(every, other, place)
            if two and other.at != place.at:
                yield two
        near.append(place)


def _has_like(finding: Finding, codes: set[str]) -> bool:
    """Whether another finding of these rules may tell the same."""
    own = {finding.code} if finding.entry is None else set()
    return any(same_fault.between(finding.code, code) for code in codes - own)


def _ordered(every: Sequence[Finding], one: _Place, other: _Place) -> tuple[_Place, _Place] | None:
    """Two places that meet, the one that tells first; None where they tell two faults."""
    first, second = every[one.at], every[other.at]
    fault = same_fault.between(first.code, second.code)
    if not fault or (first.code == second.code and first.entry is None):
        return None
    how, leads = fault
    if how == GONE:
        two = (one, other) if leads else (other, one)
        if not two[0].holds(two[1]) or every[two[0].at].severity < every[two[1].at].severity:
            return None
    elif how == MEETS or (how == INSIDE and one.holds(other)) or (how == SAME and one[:2] == other[:2]):
        two = (one, other) if _weight(every, one) <= _weight(every, other) else (other, one)
    else:
        return None
    judged = every[two[1].at].muted_by or (how == GONE and every[two[0].at].muted_by)
    return None if judged else two


def _weight(every: Sequence[Finding], place: _Place) -> tuple[int, int, int, str, int]:
    """The lesser, the more it tells: the graver, then the longer."""
    finding = every[place.at]
    return -finding.severity, place.start - place.end, place.start, finding.code, place.at


def _left(doc: Document, every: Sequence[Finding], told: _Told) -> Iterator[Finding]:
    """The findings at the places that are told, with the codes of those that tell the same."""
    also: dict[int, set[str]] = {}
    for place, teller in told.items():
        also.setdefault(teller.at, set()).add(every[place.at].code)
    gone = {place.at for place in told}
    for at, finding in enumerate(every):
        codes = also.get(at, set()) - {finding.code}
        if codes:
            finding = finding._replace(also=tuple(sorted(codes.union(finding.also))))
        if at not in gone:
            yield finding
            continue
        places = [place for place in finding.places if _Place(*place, at) not in told]
        if places:
            yield finding.only(places, doc[doc.alignment.to_reading(places[0])])
