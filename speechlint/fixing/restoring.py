"""The reading text of a draft written out: what was damaged is mended, site text gone, doubts marked 【？】."""

from __future__ import annotations

from speechlint.document import Place, Span
from speechlint.finding import Edit, Severity
from speechlint.fixing.fix import apply, compatible
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.run.one import judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document, Repair
    from speechlint.finding import Finding
    from speechlint.project.plan import Project

DOUBT = "【？】"
SITE = "WMK"


class Restoring(NamedTuple):
    """``counts`` says how often what was mended; ``doubts``, where in the text a reading is uncertain, and what
    it may be, best first.
    """

    text: str
    counts: dict[str, int]
    doubts: tuple[tuple[Place, tuple[str, ...]], ...]


def restored(doc: Document, project: Project) -> Restoring:
    """The draft as it can be worked on. Site text goes where that is sure and there is one way to do it."""
    site = list(_site(judged(doc, project).findings))
    gone, count = compatible(fix for finding in site for fix in finding.fixes)
    edits = [Edit(doc.alignment.to_reading(span), text) for span, text in gone]
    doubts = [
        (doc.alignment.to_reading(repair.span).end, repair) for repair in doc.repairs if not repair.sure
    ]
    doubts = [(at, r) for at, r in doubts if not any(span.start <= at <= span.end for span, _ in edits)]
    text = apply(doc.text, sorted([*edits, *(Edit(Span(at, at), DOUBT) for at, _ in doubts)]))
    counts = _counts(doc.repairs)
    if count:
        counts["site"] = count
    return Restoring(text, counts, tuple(_places(text, doubts)))


def _site(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        sure = finding.severity == Severity.ERROR and len(finding.fixes) == 1
        if finding.code.startswith(SITE) and sure and not finding.muted_by:
            yield finding


def _counts(repairs: Iterable[Repair]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for repair in repairs:
        counts[repair.kind] = counts.get(repair.kind, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def _places(text: str, doubts: Iterable[tuple[int, Repair]]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Where in ``text`` each doubt's mark stands, found one after the other."""
    from speechlint.document.restoring.script import folded  # loads a converter

    line, start, at = 1, 0, 0
    for _, repair in doubts:
        found = text.find(DOUBT, at)
        line += text.count("\n", at, found)
        start = text.rfind("\n", 0, found) + 1
        readings = dict.fromkeys(map(folded, (repair.reading, *repair.candidates)))
        yield Place(line, found - start + 1), tuple(readings)
        at = found + len(DOUBT)
