"""Which fixes would do harm: put a fault in their place, hide a graver one, or change half of a pair.

A finding after the fix is *made* by it where the fix changed or joined its words, or those it is related to. One
whose words are as they were was there before and is only seen now: it is *uncovered*, and undoes nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from speechlint.document.alignment import Alignment, Change
from speechlint.document.span import Span
from speechlint.finding import Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.finding import Edit, Finding, Fix

_OPEN, _SHUT = "(", ")"


class Made(NamedTuple):
    """A place that an edit changed, in the text after it; nothing long where it only deleted."""

    span: Span
    edit: Edit

    def touches(self, place: Span) -> bool:
        """Whether words at ``place`` are changed by the edit, or stand where a deletion joined two ends."""
        if self.span.start == self.span.end:
            return place.start <= self.span.start <= place.end
        return self.span.overlaps(place)


def harmful(
    source: str, edits: Sequence[Edit], before: Sequence[Finding], after: Iterable[Finding]
) -> set[Edit]:
    """The sorted ``edits`` of ``source`` that do harm, by what is found before and after them."""
    moved = Alignment(Change(*edit.span, edit.text, "fix") for edit in edits)
    made = [Made(_changed(source, edit, moved), edit) for edit in edits]
    new = [finding for finding in after if not finding.muted_by]
    bad = {one.edit for finding, place in _new(moved, before, new) for one in _makers(made, finding, place)}
    return bad | set(_hiding(moved, edits, before, new))


def _changed(source: str, edit: Edit, moved: Alignment) -> Span:
    """The part of an edit that differs from before, in the text after it."""
    old, new = source[edit.span.start : edit.span.end], edit.text
    start = moved.span_to_new(edit.span).start
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return Span(start + head, start + len(new) - tail)


def _new(
    moved: Alignment, before: Iterable[Finding], after: Iterable[Finding]
) -> Iterator[tuple[Finding, Span]]:
    """The findings that were not there before; those only worth a look do not count."""
    known: dict[str, list[Span]] = {}
    for finding in before:
        for name in (finding.selector, *finding.also):
            known.setdefault(name, []).extend(map(moved.span_to_new, finding.places))
    for spans in known.values():
        spans.sort()
    for finding in after:
        if finding.severity > Severity.INFO:
            names = {finding.selector, finding.code}
            for place in finding.places:
                if not any(_meets(known.get(name, ()), place) for name in names):
                    yield finding, place


def _meets(spans: Sequence[Span], place: Span) -> bool:
    """Whether one of the sorted ``spans``, none within another, shares a character with ``place``, or is there."""
    at = bisect_left(spans, place.start, key=lambda span: span.end)
    return any(span.overlaps(place) or span == place for span in spans[at : at + 2])


def _makers(made: Iterable[Made], finding: Finding, place: Span) -> Iterator[Made]:
    words = (place, *(other.span for other in finding.related))
    return (one for one in made if any(map(one.touches, words)))


def _hiding(
    moved: Alignment, edits: Sequence[Edit], before: Sequence[Finding], after: Iterable[Finding]
) -> Iterator[Edit]:
    """The edits within the words of a graver finding that is not settled and yet not told any more."""
    told: dict[str, list[Span]] = {}
    for finding in after:
        for code in (finding.code, *finding.also):
            told.setdefault(code, []).extend(finding.places)
    settles = _settled(before)
    starts = [edit.span.start for edit in edits]
    for finding in before:
        own = {edit for fix in finding.fixes for edit in fix.edits}
        if finding.muted_by or not own.isdisjoint(edits):
            continue
        for place in finding.places:
            inside = edits[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
            lesser = [edit for edit in inside if settles.get(edit, finding.severity) < finding.severity]
            if lesser and not any(
                moved.span_to_new(place).overlaps(span) for span in told.get(finding.code, ())
            ):
                yield from lesser


def _settled(findings: Iterable[Finding]) -> dict[Edit, Severity]:
    """The severity of what each edit settles."""
    found: dict[Edit, Severity] = {}
    for finding in findings:
        for fix in finding.fixes:
            for edit in fix.edits:
                found[edit] = max(finding.severity, found.get(edit, finding.severity))
    return found


def deletions(findings: Iterable[Finding]) -> list[tuple[Span, Finding]]:
    """The words or lines that findings would delete and compare with no other place."""
    return [
        (edit.span, finding)
        for finding in findings
        if len(finding.fixes) == 1 and not finding.related and not finding.muted_by
        for edit in finding.fixes[0].edits
        if not edit.text and edit.span.end - edit.span.start > 1
    ]


def is_within(fix: Fix, finding: Finding, deleted: Iterable[tuple[Span, Finding]]) -> bool:
    """Whether a fix changes something within what another finding, as grave or graver, deletes."""
    return any(
        span.start <= edit.span.start and edit.span.end <= span.end and edit.span != span
        for span, other in deleted
        if other is not finding and other.severity >= finding.severity
        for edit in fix.edits
    )


def half_pairs(source: str, edits: Sequence[Edit]) -> set[Edit]:
    """The edits that would change one of two half-width brackets that belong together, and not the other."""
    changed = {
        edit.span.start: edit for edit in edits if source[slice(*edit.span)] in (_OPEN, _SHUT) and edit.text
    }
    if not changed:
        return set()
    halves: set[Edit] = set()
    opened: list[int] = []
    for match in regex.compile("[()（）\\n]").finditer(source):
        at, mark = match.start(), match.group()
        if mark in "(（":
            opened.append(at)
        elif mark == "\n":
            opened = []
        elif opened:
            pair = (opened.pop(), at)
            if source[pair[0]] == _OPEN and mark == _SHUT:
                mine = [changed[half] for half in pair if half in changed]
                halves.update(mine if len(mine) == 1 else ())
    return halves
