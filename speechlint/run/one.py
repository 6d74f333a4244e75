"""A draft judged as its project wants it: bytes → document → findings, with everything people have said."""

from __future__ import annotations

from speechlint.document.as_of import judged_at
from speechlint.document.outcome import left_out
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.result import Result
from speechlint.run.engine import lint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.plan import Plan, Project

_STAGE = regex.later(r"^(?:stage|阶段)[ \t]*[:：=][ \t]*[\"']?(\w+)", regex.MULTILINE)


def judge(path: str, data: bytes, project: Project, encoding: str | None = None) -> Result:
    """What is found in the draft at ``path``. Raises ``ReadError``, ``ConfigError``, ``UsageError``."""
    return judged(read(path, data, encoding), project)


def judged(doc: Document, project: Project) -> Result:
    """What is found in ``doc``, muted findings too; nothing where its ``outcome`` is that it was left out."""
    plan = project.plan(doc.path, _own_stage(doc))
    outcome = left_out(doc)
    if outcome:
        return Result(doc, (), plan.settings.as_of, plan.stage, outcome=outcome)
    findings = _found(doc, plan, project)
    if plan.baseline:
        findings = tuple(plan.baseline.mark(doc, findings))
    if project.changes:
        findings = tuple(project.changes.mark(doc, findings))
    return Result(doc, findings, judged_at(doc, plan.settings.as_of), plan.stage)


def found(doc: Document, project: Project) -> Sequence[Finding]:
    """What the rules find in ``doc``, before baselines and changes are looked at."""
    return [] if left_out(doc) else _found(doc, project.plan(doc.path, _own_stage(doc)), project)


def key(doc: Document, project: Project) -> str:
    """What ``found`` is kept under on disk by ``project.results``; "" where it is not."""
    plan = project.plan(doc.path, _own_stage(doc))
    return project.results.key(doc, plan.catalogue, plan.settings) if project.results else ""


def _found(doc: Document, plan: Plan, project: Project) -> Sequence[Finding]:
    how = project.results.lint if project.results else lint
    return how(doc, plan.catalogue, plan.settings)


def _own_stage(doc: Document) -> str | None:
    """What the front matter of a Markdown draft says of its stage."""
    if not doc.hidden or doc.hidden[0].start or not doc.source.startswith(("---", "+++")):
        return None
    said = _STAGE.search(doc.source, 0, doc.alignment.to_source(doc.hidden[0]).end)
    return said[1] if said else None
