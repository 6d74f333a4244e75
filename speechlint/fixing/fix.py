"""Settling findings: which fixes to take, and how they are written back byte for byte.

A fix is taken where it is safe, or, on demand, where a finding has one answer only. Fixes that
overlap wait for the next round; rounds end when nothing is left to take. A fix that would put
another fault in its place is not made (see ``harm``). The reader of the format writes them back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence

from speechlint.finding import Finding
from speechlint.fixing.harm import deletions, half_pairs, harmful, is_within
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import text
from speechlint.readers.written import apply, composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document.span import Span
    from speechlint.finding import Edit, Fix
    from speechlint.readers import Reader

_ROUNDS = 100  # as many as no draft needs: each settles all that does not overlap


Lint = Callable[[str], Sequence[Finding]]


class Fixed(NamedTuple):
    """A file's bytes with fixes made, and how many findings, or places of grouped ones, were settled."""

    data: bytes
    settled: int


def fix(data: bytes, encoding: str, lint: Lint, *, unsafe: bool = False, reader: Reader = text) -> Fixed:
    """``data`` with all fixes made that may be, again and again until nothing changes.

    ``lint`` gives the findings of a source (newlines ``\\n``, no byte order mark); ``reader`` knows the format.
    Raises ``WriteError`` where the format cannot be written, or the encoding lacks a character.
    """
    made = list(rounds(reader.decode(data, encoding)[0], lint, unsafe=unsafe, reader=reader))
    return Fixed(written(data, encoding, made, reader), sum(one.settled for one in made))


def written(data: bytes, encoding: str, made: Iterable[Round], reader: Reader) -> bytes:
    """``data`` with the fixes of some rounds made. Raises ``WriteError``, as ``fix``."""
    rounds = list(made)
    if not rounds:
        return data
    return reader.edited(data, encoding, composed((one.edits for one in rounds), rounds[0].before))


class Round(NamedTuple):
    """A source after one round of fixes: the ``edits`` made, what is found in it now, how many findings were settled.

    ``before`` is how long the source was.
    """

    source: str
    edits: Sequence[Edit]
    findings: Sequence[Finding]
    settled: int
    before: int


def rounds(source: str, lint: Lint, *, unsafe: bool = False, reader: Reader = text) -> Iterator[Round]:
    """The rounds of fixes until nothing changes."""
    findings, seen = lint(source), {source}
    for _ in range(_ROUNDS):
        fixes = _keeping_shape(source, answers(findings, unsafe=unsafe), reader)
        made = _round(source, findings, fixes, lint)
        if made is None or made.source in seen:
            return
        seen.add(made.source)
        source, findings = made.source, made.findings
        yield made


def _round(source: str, findings: Sequence[Finding], fixes: list[Fix], lint: Lint) -> Round | None:
    """Makes one round of fixes, without the harmful ones; None where nothing changes."""
    while True:
        edits, count = compatible(fixes)
        bad = half_pairs(source, edits)
        if not bad:
            changed = apply(source, edits)
            if changed == source:
                return None
            after = lint(changed)
            bad = harmful(source, edits, findings, after)
            if not bad:
                return Round(changed, edits, after, count, len(source))
        fixes = [fix for fix in fixes if bad.isdisjoint(fix.edits)]


def answers(findings: Iterable[Finding], *, unsafe: bool) -> list[Fix]:
    """The fix to take for each finding, or place of a grouped one, that has one; a muted finding has none."""
    taken = []
    deleted = deletions(findings)
    for finding in findings:
        if finding.muted_by:
            continue
        safe = [fix for fix in finding.fixes if fix.safe]
        if len(safe) == 1 or (unsafe and len(finding.fixes) == 1):
            parts = _parts(finding, (safe or list(finding.fixes))[0])
            taken += [part for part in parts if not is_within(part, finding, deleted)]
    return taken


def _keeping_shape(source: str, fixes: list[Fix], reader: Reader) -> list[Fix]:
    """The fixes that leave what a draft consists of besides words: they make no heading of an item."""

    def keeps(edits: Sequence[Edit]) -> bool:
        gone = [edit.span for edit in edits if not edit.text]
        return reader.shape(source, gone) == reader.shape(apply(source, edits))

    if keeps(compatible(fixes)[0]):
        return fixes
    single = [fix for fix in fixes if keeps(sorted(fix.edits))]
    return single if keeps(compatible(single)[0]) else []


def _parts(finding: Finding, fix: Fix) -> list[Fix]:
    """The fix of a grouped finding place by place: each stands for itself, with all its edits."""
    if not fix.edits:
        return []
    own: dict[Span, list[Edit]] = {}
    for edit in fix.edits:
        at = bisect_right(finding.occurrences, edit.span.start, key=lambda place: place.start) - 1
        if at < 0 or edit.span.end > finding.occurrences[at].end:
            return [fix]
        own.setdefault(finding.occurrences[at], []).append(edit)
    return [fix._replace(edits=tuple(edits)) for edits in own.values()]


def compatible(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """The edits of as many fixes as do not touch each other, sorted, and the number of fixes."""
    kept: list[Edit] = []
    count = 0
    for one in sorted(fixes, key=lambda fix: min(edit.span for edit in fix.edits)):
        if not any(_is_taken(edit, kept) for edit in one.edits):
            for edit in one.edits:
                if edit not in kept[bisect_left(kept, edit) :][:1]:
                    insort(kept, edit)
            count += 1
    return kept, count


def _is_taken(edit: Edit, kept: Sequence[Edit]) -> bool:
    """Whether a different edit among the sorted ``kept`` shares a place with this one."""
    at = bisect_left(kept, edit)
    near = kept[max(0, at - 1) : at + 2]
    return any(
        other != edit and (edit.span.overlaps(other.span) or edit.span.start == other.span.start)
        for other in near
    )
