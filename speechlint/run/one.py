"""The journey of one draft: bytes → document → findings, with people's judgements of them."""

from __future__ import annotations

from speechlint.document.as_of import judged_at
from speechlint.document.outcome import left_out
from speechlint.document.span import Span
from speechlint.findings import Findings
from speechlint.quick import cache, regex
from speechlint.quick.functools import cached_property
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.result import Checked
from speechlint.run.engine import lint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechlint.document import Document
    from speechlint.finding import Finding, Hit
    from speechlint.project.plan import Plan, Project
    from speechlint.run.lines import Lines

_PHASE = regex.later(r"^(?:stage|阶段)[ \t]*[:：=][ \t]*[\"']?(\w+)", regex.MULTILINE)


class Draft:
    """A draft before it is read: where it stands, and its bytes, which go when it is read."""

    data: bytes

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data

    @cached_property
    def digest(self) -> str:
        """Stands for its bytes, if it was asked for while they were there."""
        return cache.digest_of(self.data)

    def document(self, encoding: str | None = None) -> Document:
        """Reads it, once. Raises ``ReadError``, ``UsageError``."""
        return read(self.path, self._given_up(), encoding)

    def _given_up(self) -> bytes:
        data = self.data
        del self.data
        return data


def check_draft(
    path: str,
    data: bytes,
    project: Project,
    encoding: str | None = None,
    between: Callable[[], None] | None = None,
) -> Checked:
    """Checks the draft at ``path``: reads, restores and scans it, runs the checks, tells and judges their hits.

    ``encoding`` is the user's word. Raises ``ReadError`` where it is no text, ``ConfigError``, ``UsageError``.
    """
    return check_document(read(path, data, encoding), project, between)


def check_document(
    doc: Document,
    project: Project,
    between: Callable[[], None] | None = None,
    told: Iterable[tuple[str, Hit]] = (),
) -> Checked:
    """Checks ``doc``: its findings, muted ones too; none where its ``outcome`` says that it was left out.

    ``between`` is called before each rule, and oftener in what takes long; what it raises ends the check. ``told`` is what was seen beforehand, with
    the names of the rules that tell it.
    """
    plan = project.plan(doc.path, _own_phase(doc))
    outcome = left_out(doc)
    if outcome:
        return Checked(doc, Findings(), plan.settings.as_of, plan.phase, outcome=outcome)
    findings: Iterable[Finding] = lint(doc, plan.catalogue, plan.settings, between, told)
    if doc.layout and doc.layout.asides:
        from speechlint.run.laid import beside

        findings = [*findings, *beside(doc, lambda part: lint(part, plan.catalogue, plan.settings))]
    leans = False
    if plan.sidecar or plan.baseline:
        findings, leans = _judged(doc, findings, plan)
    if project.changes:
        findings = project.changes.mark(doc, findings)
    found, as_of = Findings(findings), judged_at(doc, plan.settings.as_of)
    return Checked(doc, found, as_of, plan.phase, plan.fails(found.tally), leans=leans)


def check_lines(doc: Document, part: Span, before: str, project: Project) -> Lines:
    """What line checks find in the lines of ``doc`` that a *source* span touches, or that did not read so ``before``."""
    from speechlint.run.lines import Lines, lines_to_check, lint_lines

    plan = project.plan(doc.path, _own_phase(doc))
    if left_out(doc):
        return Lines(Span(0, len(doc.source)), ())
    lines = lines_to_check(doc, part, before)
    findings: Iterable[Finding] = lint_lines(doc, lines, plan.catalogue, plan.settings)
    if plan.sidecar or plan.baseline:
        findings, _ = _judged(doc, findings, plan)
    looked = doc.alignment.to_source(lines)
    # What is hidden now, as a line that has become code, stands beside what is read: what was told there is gone, too.
    return Lines(Span(min(looked.start, part.start), max(looked.end, part.end)), tuple(findings))


def _judged(doc: Document, findings: Iterable[Finding], plan: Plan) -> tuple[Iterable[Finding], bool]:
    """The findings, those marked ``muted_by`` that were judged outside the draft; whether other drafts had a say in it."""
    from speechlint.judgements.heirs import Heir
    from speechlint.judgements.suppression import suppress

    heir = Heir(doc)
    findings = tuple(findings)
    said = plan.sidecar.inherited(doc, findings, heir) if plan.sidecar else ()
    marked = tuple(suppress(doc, findings, said)) if said else findings
    if plan.baseline:
        marked = tuple(plan.baseline.mark(doc, marked, heir))
    return marked, heir.has_asked


def _own_phase(doc: Document) -> str | None:
    """The phase that the front matter of a Markdown draft names."""
    if not doc.hidden or doc.hidden[0].start or not doc.source.startswith(("---", "+++")):
        return None
    said = _PHASE.search(doc.source, 0, doc.hidden[0].end)
    return said[1] if said else None
