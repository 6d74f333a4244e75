"""Findings as programs take them: one diagnostic for each place, its columns in the unit that is wanted."""

from __future__ import annotations

from collections import Counter

from speechlint.document.columns import Columns
from speechlint.document.span import CHAR
from speechlint.finding import Severity, without_total
from speechlint.judgements.fingerprint import fingerprint
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.terminal import readable, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document, Place, Span
    from speechlint.finding import Finding, Fix
    from speechlint.result import Checked, Run, View


class Diagnostic(NamedTuple):
    """A finding at one of its places. ``start`` and ``end`` are its line and column, ``fixes`` those made there.

    ``fingerprint`` tells the place from all others of the draft: that of the finding and which of its like it is.
    ``number`` says which place of its finding it is, from 0.
    """

    doc: Document
    columns: Columns
    finding: Finding
    span: Span
    start: Place
    end: Place
    message: str
    fixes: tuple[Fix, ...]
    fingerprint: str
    number: int

    @property
    def path(self) -> str:
        return readable(self.doc.path)


def of_run(run: Run, view: View, unit: str = "", *, least: Severity | None = None) -> Iterator[Diagnostic]:
    """The diagnostics of all drafts, in order; ``unit`` is the format's own, where it leaves no choice."""
    for result in run.results:
        yield from of_draft(result, view, unit, least=least)


def of_draft(
    result: Checked, view: View, unit: str = "", *, least: Severity | None = None, muted: bool = False
) -> Iterator[Diagnostic]:
    """The diagnostics of one draft, finding by finding; ``muted`` ones too, where asked."""
    columns = Columns(result.doc, unit or view.column_unit or CHAR)
    seen: Counter[str] = Counter()
    for finding in result.findings:
        if finding.severity < (least or Severity.INFO) or (finding.muted_by and not muted):
            continue
        for number, (span, fixes) in enumerate(places(finding, view.max_occurrences)):
            known = fingerprint(result.doc, finding, span)
            seen[known] += 1
            yield Diagnostic(
                result.doc,
                columns,
                finding,
                span,
                columns.place(span.start),
                columns.place(span.end),
                visible(without_total(finding.message, str(len(finding.places)))),
                fixes,
                f"{known}:{seen[known]}",
                number,
            )


def shown(view: View) -> Severity:
    """The least grave of what is told to people: what is only worth a look, on demand."""
    return Severity.INFO if view.info else Severity.WARNING


def places(finding: Finding, most: int = 0) -> Iterator[tuple[Span, tuple[Fix, ...]]]:
    """The first ``most`` places of a finding (0: all), each with the fixes made there.

    Where its places are decided together, the whole fix is with the first of them.
    """
    wanted = finding.places[: most or None]
    if finding.apart and len(finding.places) > 1:
        parts = finding.divided([[place] for place in wanted])
        yield from ((part.span, part.fixes) for part in parts)
        return
    for number, place in enumerate(wanted):
        yield place, () if number else finding.fixes


def message(told: Diagnostic) -> str:
    """The message behind its code, as lines of reports have it."""
    return f"{told.finding.code} {told.message}"
