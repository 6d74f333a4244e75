"""Judgements that mute nothing any more."""

from __future__ import annotations

import os

from speechlint.findings import Findings
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import Checked
from speechlint.run.engine import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechlint.document import Document
    from speechlint.finding import Hit
    from speechlint.project.plan import Project


def useless(project: Project, results: Iterable[Checked], folders: Iterable[str] = ()) -> Iterator[Checked]:
    """Each sidecar and baseline with entries that mute nothing, as a document with findings of its own.

    ``folders`` were looked through whole: of a draft that is gone from one of them, nothing is needed any more.
    """
    results = tuple(results)
    findings = [finding for result in results for finding in result.findings if finding.muted_by]
    used = {finding.muted_by for finding in findings if finding.muted_by}
    is_seen = _seen(results, folders)
    for sidecar in filter(None, project.judged.sidecars.values()):
        ran = _ran(project, sidecar.path)
        yield from _told(project, sidecar.document(), sidecar.unused(is_seen, ran, used))
    for baseline in project.judged.baselines.values():
        stale = baseline.stale(is_seen, _ran(project, baseline.path), findings)
        yield from _told(project, baseline.document(), baseline.told(stale))


def _seen(results: Iterable[Checked], folders: Iterable[str]) -> Callable[[str], bool]:
    drafts = {os.path.abspath(result.doc.path) for result in results}
    whole = tuple(os.path.join(os.path.abspath(folder), "") for folder in folders)

    def is_seen(path: str) -> bool:
        path = os.path.abspath(path)
        return path in drafts or (path.startswith(whole) and not os.path.exists(path))

    return is_seen


def _ran(project: Project, path: str) -> list[str]:
    """The codes of the rules that ran for what stands at ``path``."""
    plan = project.plan(path)
    return [r.code for r in plan.catalogue.rules if plan.settings.selection.rule(r.code, r.default)]


def _told(project: Project, doc: Document, hits: Iterable[tuple[str, Hit]]) -> Iterator[Checked]:
    plan = project.plan(doc.path)
    found = tuple(tell(doc, hits, plan.catalogue, plan.settings))
    if found:
        yield Checked(doc, Findings(found), plan.settings.as_of, is_draft=False)
