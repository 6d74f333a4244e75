"""Has each fault told once: of findings that tell the same one (``rulebook.same_fault``), one tells."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import same_fault
from speechlint.rulebook.same_fault import GONE, INSIDE, MEETS, SAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding

    _Place = tuple[
        int, int, int
    ]  # start, the negative of end, the number of the finding: sorted, the longer is first
    _Told = dict[_Place, _Place]  # a place that is not told, and the one that tells its fault


_MANY = 1_000  # places of one finding that are passed over where no rule beside it could tell the same


def one_fault(doc: Document, findings: list[Finding]) -> list[Finding]:
    """The findings but for those, and places of grouped ones, whose fault another finding tells.

    Who judged that one judged the fault: where it is muted, the others are not told either.
    """
    every, codes = findings, {finding.code for finding in findings}
    site = {code for code in codes if code.startswith(same_fault.SITE)}
    if site:
        from speechlint.run.site_lines import joined

        every = joined(doc, every, site)
    met = list(_met(every, codes))
    if not met:
        return every
    told: _Told = {}
    for first, second in sorted(met, key=lambda two: (_weight(every, two[0]), _weight(every, two[1]))):
        if second not in told:
            told[second] = told.get(first, first)
    return list(_left(doc, every, told))


def _met(every: Sequence[Finding], codes: set[str]) -> Iterator[tuple[_Place, _Place]]:
    """Places that tell one fault, the one that tells it first."""
    places: list[_Place] = []
    for at, finding in enumerate(every):
        spans = finding.occurrences
        if not spans:
            start, end = finding.span
            places.append((start, -end, at))
        elif len(spans) < _MANY or _has_like(finding, codes):
            places += [(start, -end, at) for start, end in spans]
    places.sort()
    near: list[_Place] = []
    before = reach = -1
    for place in places:
        start, end, at = place
        if start >= reach and start != before:  # mostly
            near = [place]
        else:
            near = [other for other in near if -other[1] > start or other[0] == start]
            for other in near:
                two = _ordered(every, other, place)
                if two and other[2] != at:
                    yield two
            near.append(place)
        before, reach = start, max(reach, -end)


def _has_like(finding: Finding, codes: set[str]) -> bool:
    """Whether another finding of these rules may tell the same."""
    own = {finding.code} if finding.entry is None else set()
    return any(same_fault.between(finding.code, code) for code in codes - own)


def _ordered(every: Sequence[Finding], one: _Place, other: _Place) -> tuple[_Place, _Place] | None:
    """Two places that meet, the one that tells first; None where they tell two faults."""
    first, second = every[one[2]], every[other[2]]
    fault = same_fault.between(first.code, second.code)
    if not fault or (first.code == second.code and first.entry is None):
        return None
    how, leads = fault
    if how == GONE:
        two = (one, other) if leads else (other, one)
        if not _holds(*two) or every[two[0][2]].severity < every[two[1][2]].severity:
            return None
    elif how == MEETS or (how == INSIDE and _holds(one, other)) or (how == SAME and one[:2] == other[:2]):
        two = (one, other) if _weight(every, one) <= _weight(every, other) else (other, one)
    else:
        return None
    judged = every[two[1][2]].muted_by or (how == GONE and every[two[0][2]].muted_by)
    return None if judged else two


def _holds(one: _Place, other: _Place) -> bool:
    return one[0] <= other[0] and one[1] <= other[1]


def _weight(every: Sequence[Finding], place: _Place) -> tuple[int, int, int, str, int]:
    """The lesser, the more it tells: the graver, then the longer."""
    start, end, at = place
    finding = every[at]
    return -finding.severity, start + end, start, finding.code, at


def _left(doc: Document, every: Sequence[Finding], told: _Told) -> Iterator[Finding]:
    """The findings at the places that are told, with the codes of those that tell the same."""
    also: dict[int, set[str]] = {}
    for place, teller in told.items():
        also.setdefault(teller[2], set()).add(every[place[2]].code)
    gone = {place[2] for place in told}
    for at, finding in enumerate(every):
        codes = also.get(at, set()) - {finding.code}
        if codes:
            finding = finding._replace(also=tuple(sorted(codes.union(finding.also))))
        if at not in gone:
            yield finding
            continue
        places = [place for place in finding.places if (place.start, -place.end, at) not in told]
        if places:
            yield finding.only(places, doc[doc.alignment.to_reading(places[0])])
