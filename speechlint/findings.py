"""The findings of a draft as one value, whether they were just made, kept on disk or sent by another process."""

from __future__ import annotations

import marshal

from speechlint.document.span import Span
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.quick.functools import cached_property
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.quick.typing import Any

    _Sequence = Sequence[Finding]
else:
    _Sequence = object  # the abstract class would be a millisecond of a cold start

SEVERITIES = {int(severity): severity for severity in Severity}


class Tally(NamedTuple):
    """How many findings there are of each severity, the code of the first of each; the muted places by kind.

    ``places`` are those of the findings of each severity.
    """

    counts: Mapping[int, int]
    first: Mapping[int, str]
    muted: Mapping[str, int]
    places: Mapping[int, int]

    @property
    def gravest(self) -> str:
        """The code of the first of the gravest; "" without any."""
        return self.first[max(self.first)] if self.first else ""


def counted(findings: Iterable[Finding]) -> Tally:
    counts: dict[int, int] = {}
    first: dict[int, str] = {}
    muted: dict[str, int] = {}
    places: dict[int, int] = {}
    for finding in findings:
        severity, there = finding.severity, len(finding.occurrences) or 1
        if finding.muted_by:
            kind = finding.muted_by.kind
            muted[kind] = muted.get(kind, 0) + there
        elif severity in counts:
            counts[severity] += 1
            places[severity] += there
        else:
            counts[severity], places[severity], first[severity] = 1, there, finding.code
    return Tally(counts, first, muted, places)


def together(tallies: Iterable[Tally]) -> Tally:
    """The tallies of several drafts, in order, as one."""
    counts: dict[int, int] = {}
    first: dict[int, str] = {}
    muted: dict[str, int] = {}
    places: dict[int, int] = {}
    for each in tallies:
        for severity, count in each.counts.items():
            counts[severity] = counts.get(severity, 0) + count
            places[severity] = places.get(severity, 0) + each.places[severity]
            first.setdefault(severity, each.first[severity])
        for kind, count in each.muted.items():
            muted[kind] = muted.get(kind, 0) + count
    return Tally(counts, first, muted, places)


class Findings(_Sequence):
    """The findings of one draft in their order, muted ones too, and their ``tally``."""

    def __init__(self, made: Iterable[Finding] = ()) -> None:
        self._made = list(made)

    @classmethod
    def part(cls, made: Iterable[Finding], tally: Tally) -> Findings:
        """Some of the findings of a draft, which count as all of them: ``tally`` is that of the whole."""
        found = cls(made)
        found.tally = tally
        return found

    @classmethod
    def unpacked(cls, data: bytes) -> Findings:
        """Findings that were packed; they are made when first looked at, not to be counted.

        Raises ``EOFError``, ``ValueError``, ``TypeError`` where ``data`` is no such thing.
        """
        found = cls.__new__(cls)
        rows, tally = marshal.loads(data)
        found._rows, found.tally = rows, Tally(*tally)
        return found

    def packed(self) -> bytes:
        """The findings as plain data, for the cache and for other processes."""
        counts, first, muted, places = self.tally
        tally = (_plainly(counts), _plainly(first), dict(muted), _plainly(places))
        return marshal.dumps((self._rows, tally))

    @cached_property
    def _made(self) -> list[Finding]:
        return [_made(*row) for row in marshal.loads(self._rows)]

    @cached_property
    def _rows(self) -> bytes:
        return marshal.dumps([_plain(finding) for finding in self._made])

    @cached_property
    def tally(self) -> Tally:
        """Counts the findings of each severity, and the muted ones."""
        return counted(self._made)

    def __repr__(self) -> str:
        return f"Findings({self._made!r})"

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._made)

    def __getitem__(self, at: Any) -> Any:
        return self._made[at]

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Findings | list | tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return Findings.unpacked, (self.packed(),)


def _plainly(by_severity: Mapping[int, Any]) -> dict[int, Any]:
    return {int(severity): value for severity, value in by_severity.items()}


def _plain(finding: Finding) -> tuple[Any, ...]:
    """The fields of a finding, which ``_made`` takes."""
    (
        path,
        code,
        name,
        severity,
        message,
        span,
        reading,
        entry,
        fixes,
        places,
        related,
        source,
        grade,
        mute,
        *how,
    ) = finding
    return (
        path,
        code,
        name,
        int(severity),
        message,
        (span[0], span[1]),
        reading,
        entry,
        [([(edit[0][0], edit[0][1], edit[1]) for edit in fix.edits], fix.safe, fix.title) for fix in fixes],
        [(place[0], place[1]) for place in places],
        [(other.span[0], other.span[1], other.message) for other in related],
        source,
        grade,
        mute and tuple(mute),
        *how,
    )


def _made(
    path: str,
    code: str,
    name: str,
    severity: int,
    message: str,
    span: tuple[int, int],
    reading: str,
    entry: str | None,
    fixes: Sequence[Any],
    occurrences: Sequence[Any],
    related: Sequence[Any],
    source: str,
    grade: str,
    muted_by: Any,
    *how: Any,
) -> Finding:
    return Finding(
        path,
        code,
        name,
        SEVERITIES[severity],
        message,
        Span(*span),
        reading,
        entry,
        tuple([Fix(tuple([Edit(Span(a, b), text) for a, b, text in edits]), *how) for edits, *how in fixes]),
        tuple([Span(*place) for place in occurrences]),
        tuple([Related(Span(a, b), message) for a, b, message in related]),
        source,
        grade,
        muted_by and Mute(*muted_by),
        *how,
    )
