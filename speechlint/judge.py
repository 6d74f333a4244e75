"""A draft judged as its project wants it: bytes → document → findings, with everything people have said."""

from __future__ import annotations

from speechlint.as_of import judged_at
from speechlint.document import Document
from speechlint.engine import lint
from speechlint.project import Project
from speechlint.readers import read
from speechlint.run import Result


def judge(path: str, data: bytes, project: Project, encoding: str | None = None) -> Result:
    """What is found in the draft at ``path``. Raises ``ReadError``, ``ConfigError``."""
    return judged(read(path, data, encoding), project)


def judged(doc: Document, project: Project) -> Result:
    """What is found in ``doc``, muted findings too."""
    plan = project.plan(doc.path)
    return Result(doc, tuple(lint(doc, plan.catalogue, plan.settings)), judged_at(doc, plan.settings.as_of))
