"""Has a line of site text told once, whole: what several rules find in it is one thing to delete."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding, Fix

_LONG = 200  # characters of a line that is more than a line of site text
_FULL = 0.8
_MARKS = ("PUN", "SPC001")
_Place = tuple[Span, int]  # a place of the finding of that number


def joined(doc: Document, every: list[Finding], codes: set[str]) -> list[Finding]:
    """The findings; of those of ``codes`` with no words between, the gravest and longest tells all.

    So it does where a line holds hardly anything else; there, marks and blanks are not told.
    """
    lines = _by_line(doc, every, codes)
    marks = _by_line(doc, every, {one.code for one in every if one.code.startswith(_MARKS)}, lines)
    beside = {number for number, places in lines.items() if len(places) > 1 or number in marks}
    full = {number for number in beside if _share(doc, lines[number]) >= _FULL}
    pieces = (
        piece
        for number in sorted(beside)
        for piece in ([lines[number]] if number in full else _pieces(doc, sorted(lines[number])))
    )
    whole = [places for places in pieces if len(places) > 1 and not _held(every, places)]
    gone = {number: marks[number] for number in full if number in marks}
    if not (whole or gone):
        return every
    taken = {place for places in (*whole, *gone.values()) for place in places}
    told = [*_rest(doc, every, taken), *(_whole(doc, every, places) for places in whole)]
    if not gone:
        return told
    tellers = {number: {every[at].code for _, at in places} for number, places in gone.items()}
    return [_beside(doc, finding, tellers) if finding.code in codes else finding for finding in told]


def _by_line(
    doc: Document, every: Sequence[Finding], codes: set[str], within: Container[int] | None = None
) -> dict[int, list[_Place]]:
    """The places of findings of these codes, by their line; ``within`` some lines alone."""
    lines: dict[int, list[_Place]] = {}
    line_of = doc.line_number
    for at, finding in enumerate(every if codes else ()):
        if finding.code in codes and not finding.muted_by:
            for place in finding.places:
                number = line_of(place[0])
                if within is None or number in within:
                    lines.setdefault(number, []).append((place, at))
    return lines


def _beside(doc: Document, finding: Finding, marks: Mapping[int, set[str]]) -> Finding:
    """A finding of site text with the codes of what is not told of its lines."""
    lines = {doc.line_number(place.start) for place in finding.places}
    codes = {code for line in lines for code in marks.get(line, ())}
    return finding._replace(also=tuple(sorted(codes.union(finding.also)))) if codes else finding


def _pieces(doc: Document, places: Sequence[_Place]) -> Iterator[list[_Place]]:
    """The sorted places of a line, those with no words between together."""
    piece = [places[0]]
    end = places[0][0].end
    for place in places[1:]:
        if any(map(str.isalnum, doc.source[end : place[0].start])):
            yield piece
            piece = []
        piece.append(place)
        end = max(end, place[0].end)
    yield piece


def _held(every: Sequence[Finding], places: Sequence[_Place]) -> bool:
    """Whether one of the gravest of the places holds the others: it tells them anyway."""
    bounds = min(place.start for place, _ in places), max(place.end for place, _ in places)
    gravest = max(every[at].severity for _, at in places)
    return any(place == bounds and every[at].severity == gravest for place, at in places)


def _share(doc: Document, places: Sequence[_Place]) -> float:
    """How much of what is written in their line the places hold; nothing of a long line."""
    line = doc.alignment.to_source(doc.line_at(doc.alignment.to_reading(places[0][0]).start))
    if line.end - line.start > _LONG:
        return 0.0
    return _written(doc.source, [place for place, _ in places]) / max(1, _written(doc.source, [line]))


def _written(source: str, spans: Iterable[Span]) -> int:
    """How many characters of the spans are no blanks and no marks; those in several count once."""
    found = end = 0
    for span in sorted(spans):
        found += sum(map(str.isalnum, source[max(span.start, end) : span.end]))
        end = max(end, span.end)
    return found


def _rest(doc: Document, every: Sequence[Finding], taken: set[_Place]) -> Iterator[Finding]:
    touched = {at for _, at in taken}
    for at, finding in enumerate(every):
        if at not in touched:
            yield finding
            continue
        places = [place for place in finding.places if (place, at) not in taken]
        if places:
            yield finding.only(places, doc[doc.alignment.to_reading(places[0])])


def _whole(doc: Document, every: Sequence[Finding], places: Sequence[_Place]) -> Finding:
    """The finding that tells of a line: from the first of its places to the last."""
    place, at = min(places, key=lambda one: (-every[one[1]].severity, one[0].start - one[0].end, one))
    [told] = every[at].divided([[place]]) if every[at].occurrences else [every[at]]
    span = Span(min(place.start for place, _ in places), max(place.end for place, _ in places))
    reading = doc[doc.alignment.to_reading(span)]
    others = dict.fromkeys(other for _, other in places)
    fixes = [fix for other in others for fix in every[other].fixes]
    deletes = fixes and all(not edit.text for fix in fixes for edit in fix.edits)
    whole = len(list(_pieces(doc, sorted(places)))) == 1
    return told._replace(
        span=span,
        occurrences=(),
        apart=False,
        reading=reading,
        message=told.message.replace(f"“{told.reading}”", f"“{reading}”"),
        fixes=(_deleting(told.fixes[0], span, whole and all(fix.safe for fix in fixes)),)
        if deletes and told.fixes
        else (),
        also=tuple(sorted({every[other].code for other in others} - {told.code})),
    )


def _deleting(fix: Fix, span: Span, safe: bool) -> Fix:
    return fix._replace(edits=(fix.edits[0]._replace(span=span),), safe=safe)
