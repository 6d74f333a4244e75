"""The reading text of a draft written out: what was damaged is mended, site text gone, doubts marked 【？】.

What one round has mended may show what the next one mends; rounds end when the text stays as it is,
so that restoring what was restored changes nothing.
"""

from __future__ import annotations

from speechlint.document import Document, Span
from speechlint.document.alignment import Alignment, Change
from speechlint.document.layout import body_of
from speechlint.document.restoring.repair import KEPT
from speechlint.finding import Edit, Severity
from speechlint.fixing import parting
from speechlint.fixing.fix import compatible
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import of
from speechlint.readers.decoding import newlines
from speechlint.readers.written import apply
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Place, Repair
    from speechlint.finding import Finding
    from speechlint.fixing.parting import Speech
    from speechlint.project.plan import Project

DOUBT = "【？】"
SITE = "WMK"
_DAMAGE = ("ENC", "WMK", "SPC")
_ROUNDS, _READ = 12, 1_000_000  # rounds, and for a short draft more: as many as read so many characters


class Left(NamedTuple):
    """A kind of damage that is in the text still, and where; ``judged``: it stays because a person said so."""

    code: str
    name: str
    title: str
    places: tuple[Place, ...]
    judged: bool = False


class Restoring(NamedTuple):
    """``counts`` says how often what was mended; ``doubts``, where in the text a reading is uncertain, and what
    it may be, best first; ``kept``, where a rare character of a name stands as it was; ``left``, what was not
    mended. ``speeches`` are in order and make up the text.
    """

    text: str
    counts: dict[str, int]
    doubts: tuple[tuple[Place, tuple[str, ...]], ...]
    kept: tuple[tuple[Place, str], ...] = ()
    left: tuple[Left, ...] = ()
    speeches: tuple[Speech, ...] = ()


class _Marked(NamedTuple):
    """Something to tell of a place in the text on its way: the ``words`` there are still to be there at the end."""

    at: int
    words: str
    readings: tuple[str, ...] = ()


class _Round(NamedTuple):
    text: str
    counts: dict[str, int]
    marked: list[_Marked]
    starts: list[int]


def restored(doc: Document, project: Project) -> Restoring:
    """The draft as it can be worked on. Site text goes where that is sure and there is one way to do it."""
    counts: dict[str, int] = {}
    marked: list[_Marked] = []
    starts = [0]
    if doc.layout:
        doc = Document(doc.path, body_of(doc.source))
    for _ in range(max(_ROUNDS, _READ // (len(doc.source) + 1))):
        findings = check_document(doc, project).findings
        text, more, marked, starts = _round(doc.unmarked, findings, marked, starts)
        for kind, count in more.items():
            counts[kind] = counts.get(kind, 0) + count
        if text == doc.source:
            break
        doc = of(doc.path).document(doc.path, text)
    return Restoring(
        doc.source,
        dict(sorted(counts.items(), key=lambda item: -item[1])),
        tuple((_place(doc, one), one.readings) for one in marked if one.readings),
        tuple((_place(doc, one), one.words) for one in marked if not one.readings),
        tuple(
            _left(
                doc,
                findings,
                {rule.code: rule.words.title for rule in project.plan(doc.path).catalogue.rules},
            )
        ),
        tuple(parting.speeches(doc.source, starts)),
    )


def _place(doc: Document, one: _Marked) -> Place:
    return doc.place(one.at)


def _round(
    doc: Document, findings: Iterable[Finding], marked: Sequence[_Marked], starts: Iterable[int]
) -> _Round:
    gone, count = compatible(fix for finding in site_findings(findings) for fix in finding.fixes)
    site = [Edit(doc.alignment.to_reading(span), text) for span, text in gone]
    doubts = {at: repair for at, repair in _doubts(doc) if not any(a <= at <= b for (a, b), _ in site)}
    starts = parting.starts(doc, starts)
    parted = [
        Edit(Span(at, at), "\n")
        for at in _unparted(doc, sorted({*starts, *parting.starts(doc, ())}))
        if not any(a < at < b for (a, b), _ in site)
    ]
    edits = sorted([*site, *parted, *(Edit(Span(at, at), DOUBT) for at in doubts)])
    text = newlines(apply(doc.text, edits))
    link = Alignment(Change(*span, new, "") for span, new in edits)
    found = [*_moved(doc, marked), *_kept(doc)]
    here = [one._replace(at=link.to_new(one.at)) for one in found]
    here += [_Marked(link.to_new(at) - len(DOUBT), DOUBT, _readings(repair)) for at, repair in doubts.items()]
    counts = _counts(doc)
    counts.update({kind: size for kind, size in (("site", count), ("boundary", len(parted))) if size})
    there = {one.at: one for one in reversed(here) if text.startswith(one.words, one.at)}
    return _Round(text, counts, [there[at] for at in sorted(there)], [*map(link.to_new, starts)])


def _doubts(doc: Document) -> Iterator[tuple[int, Repair]]:
    """Behind which characters of the text a mark is due."""
    for repair in doc.repairs:
        if not repair.sure:
            yield doc.alignment.to_reading(repair.span).end, repair


def _moved(doc: Document, marked: Iterable[_Marked]) -> Iterator[_Marked]:
    """The repairs that earlier rounds told, in the reading text."""
    for one in marked:
        yield one._replace(at=doc.alignment.to_reading((one.at, one.at + 1)).start)


def _kept(doc: Document) -> Iterator[_Marked]:
    for repair in doc.repairs:
        if repair.kind == KEPT:
            yield _Marked(doc.alignment.to_reading(repair.span).start, repair.reading)


def _readings(repair: Repair) -> tuple[str, ...]:
    from speechlint.document.restoring.script import folded  # loads a converter

    if len(repair.reading) == 1 and len(repair.candidates) == 2:  # a character both scripts have
        return repair.candidates
    return tuple(dict.fromkeys(map(folded, (repair.reading, *repair.candidates))))


def site_findings(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        sure = finding.severity == Severity.ERROR and len(finding.fixes) == 1
        if finding.code.startswith(SITE) and sure and not finding.muted_by:
            yield finding


def _counts(doc: Document) -> dict[str, int]:
    """Counts, by kind, the repairs that changed something."""
    counts: dict[str, int] = {}
    for repair in doc.repairs:
        if repair.reading != doc.source[slice(*repair.span)]:
            counts[repair.kind] = counts.get(repair.kind, 0) + 1
    return counts


def _left(doc: Document, findings: Iterable[Finding], titles: Mapping[str, str]) -> Iterator[Left]:
    places: dict[tuple[bool, str, str], list[Span]] = {}
    for finding in findings:
        if finding.code.startswith(_DAMAGE):
            kind = (bool(finding.muted_by), finding.code, finding.name)
            places.setdefault(kind, []).extend(finding.places)
    for (judged, code, name), spans in sorted(places.items()):
        there = tuple(doc.place(span.start) for span in sorted(spans))
        yield Left(code, name, titles.get(code, name), there, judged)


def _unparted(doc: Document, starts: Sequence[int]) -> Iterator[int]:
    """Where a speech begins without a blank line before it."""
    for start in starts[1:]:
        before = doc.text[doc.text.rfind("\n", 0, start - 1) + 1 : start]
        if before.strip() and not doc.is_hidden(doc.alignment.to_source((start, start + 1))):
            yield start
