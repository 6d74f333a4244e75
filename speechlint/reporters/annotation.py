"""Findings as comments of a Word file, and the safe fixes as its tracked changes."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.fixing import fix
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import of
from speechlint.readers.word.comments import Comment
from speechlint.readers.written import composed
from speechlint.reporters.details import authority, details
from speechlint.reporters.terminal import visible
from speechlint.reporters.wording import WORDS
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Edit, Finding
    from speechlint.project.plan import Project
    from speechlint.result import Checked


def safe_edits(checked: Checked, project: Project) -> Sequence[Edit]:
    """The safe fixes, all rounds of them."""
    doc, reader = checked.doc, of(checked.doc.path)

    def lint(source: str) -> Sequence[Finding]:
        return check_document(reader.document(doc.path, source, doc.encoding), project).findings

    rounds = list(fix.rounds(doc.source, lint, reader=reader))
    return composed((one.edits for one in rounds), len(doc.source)) if rounds else ()


def remarks(checked: Checked, edits: Sequence[Edit], *, info: bool, lang: str) -> Iterator[Comment]:
    """A comment at each place of each finding that no tracked change settles; with ``info``, of those worth a look too."""
    least = Severity.INFO if info else Severity.WARNING
    changed = [edit.span for edit in edits]
    for finding in checked.findings:
        if finding.muted_by or finding.severity < least:
            continue
        lines = _lines(checked.doc, finding, lang)
        own = [edit.span for fix in finding.fixes for edit in fix.edits]
        for place in finding.places:
            settled = any(span == place or span.overlaps(place) or span in own for span in changed)
            if not (
                settled and any(span.overlaps(other) or span == other for span in own for other in changed)
            ):
                yield Comment(place, lines)


def _lines(doc: Document, finding: Finding, lang: str) -> tuple[str, ...]:
    words = WORDS[lang]
    head = f"{words.labels[finding.severity]} {finding.code} {visible(finding.message)}"
    source = (authority(finding, lang),) if finding.source else ()
    return (head, *details(doc, finding, words), *source)
