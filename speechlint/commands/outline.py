"""``speechlint outline``: the tree of headings and enumerations of a draft, with what is wrong in it."""

from __future__ import annotations

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.document.outcome import left_out
from speechlint.errors import UsageError
from speechlint.project import sources
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.reporters import outline, output
from speechlint.result import LeftOut, Trouble, attempt
from speechlint.run.engine import lint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.commands.arguments import Given
    from speechlint.document import Document
    from speechlint.finding import Finding

ABOUT = About(
    "列出讲话稿的提纲：层次、序号、标题、字数、占比，哪里不对",
    "show the outline of a draft: level, number, heading, length, share, and what is wrong",
    "speechlint outline [OPTIONS] PATH…",
    (
        Option("--format", "格式（默认 text）", "format (default text)", "text|json", ("text", "json"), "-f"),
        Option("--isolated", "不用任何配置文件", "use no config file"),
        LANG,
        HELP,
    ),
    (Example("speechlint outline 讲话稿.txt", "看一份讲话稿的提纲", "the outline of one draft"),),
)


def main(given: Given) -> int:
    """Print the outlines; 2 if a path could not be read."""
    lang = given.language
    if not given.words:
        raise UsageError("没有说要看哪个文件的提纲", "no path given; see speechlint outline --help")
    project = Project(Layer(select=outline.FAMILIES, lang=given.language), isolated=given.flag("--isolated"))
    found = sources.find(given.words, lang)
    failed = bool(found.errors)
    for trouble in found.errors:
        output.note(f"{trouble.path}: {trouble.message}")
    drafts = []
    passed = list(found.left_out)
    for path in found.paths:
        one = attempt(path, lang, lambda path=path: _read(path, project))  # type: ignore[misc]
        if isinstance(one, Trouble):
            output.note(f"{path}: {one.message}")
            failed = True
        elif isinstance(one, LeftOut):
            passed.append(one)
        else:
            drafts.append(one)
    output.note_left_out(passed, lang)
    format = wanted.report_format(given)
    output.write(run(drafts, format, lang), format)
    return 2 if failed else 0


def _read(path: str, project: Project) -> LeftOut | tuple[Document, list[Finding]]:
    doc = read(path, sources.content(path))
    outcome = left_out(doc)
    return LeftOut(path, outcome) if outcome else (doc, findings(project, doc))


def findings(project: Project, doc: Document) -> list[Finding]:
    """The findings of the structural families in a draft, without the muted ones."""
    plan = project.plan(doc.path)
    return [f for f in lint(doc, plan.catalogue, plan.settings) if not f.muted_by]


def run(drafts: Sequence[tuple[Document, Sequence[Finding]]], format: str = "text", lang: str = "zh") -> str:
    """The outlines of drafts as ``text`` or ``json``."""
    return outline.json(drafts) if format == "json" else outline.text(drafts, output.width(), lang)
