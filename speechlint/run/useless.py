"""Judgements that mute nothing any more."""

from __future__ import annotations

from speechlint.findings import Findings
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import Checked
from speechlint.run.engine import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document
    from speechlint.finding import Hit
    from speechlint.project.plan import Project


def useless(project: Project, results: Iterable[Checked]) -> Iterator[Checked]:
    """Each sidecar and baseline with entries that mute nothing, as a document with findings of its own."""
    results = tuple(results)
    findings = [finding for result in results for finding in result.findings if finding.muted_by]
    used = {finding.muted_by for finding in findings if finding.muted_by}
    seen = [result.doc.path for result in results]
    for sidecar in filter(None, project.sidecars.values()):
        ran = _ran(project, sidecar.path)
        yield from _told(project, sidecar.document(), sidecar.unused(seen, ran, used))
    for baseline in project.baselines.values():
        stale = baseline.stale(seen, _ran(project, baseline.path), findings)
        yield from _told(project, baseline.document(), baseline.told(stale))


def _ran(project: Project, path: str) -> list[str]:
    """The codes of the rules that ran for what stands at ``path``."""
    plan = project.plan(path)
    return [r.code for r in plan.catalogue.rules if plan.settings.selection.rule(r.code, r.default)]


def _told(project: Project, doc: Document, hits: Iterable[tuple[str, Hit]]) -> Iterator[Checked]:
    plan = project.plan(doc.path)
    found = tuple(tell(doc, hits, plan.catalogue, plan.settings))
    if found:
        yield Checked(doc, Findings(found), plan.settings.as_of, is_draft=False)
