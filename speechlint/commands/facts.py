"""``speechlint facts``: what a reader must verify in a draft, extracted and not judged."""

from __future__ import annotations

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.document.facts import facts
from speechlint.document.outcome import left_out
from speechlint.errors import UsageError
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.reporters import facts as reporter
from speechlint.reporters import output
from speechlint.reporters.facts import known
from speechlint.result import LeftOut, Trouble, attempt

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given
    from speechlint.document import Document
    from speechlint.document.facts import Fact
    from speechlint.project.plan import Project

ABOUT = About(
    "列出要人核对的：人名职务、地名、单位、日期、数据、文件、会议、引文、许诺的数",
    "list what a reader must verify: persons and posts, places, institutions, dates, figures, documents, quotations",
    "speechlint facts [OPTIONS] PATH…",
    (
        Option("--format", "格式（默认 text）", "format (default text)", "text|json", ("text", "json"), "-f"),
        *READING,
        LANG,
        HELP,
    ),
    (Example("speechlint facts 讲话稿.txt", "一份讲话稿的核对表", "what to verify in one draft"),),
)


def main(given: Given) -> int:
    """Print the facts; 2 if a path could not be read."""
    lang = given.language
    if not given.words:
        raise UsageError("没有说要核对哪个文件", "no path given; see speechlint facts --help")
    project = wanted.project(given)
    found = sources.find(given.words, lang)
    troubles = list(found.errors)
    passed = list(found.left_out)
    drafts = []
    for path in found.paths:
        one = attempt(path, lang, lambda path=path: _read(path, project, given))  # type: ignore[misc]
        if isinstance(one, Trouble):
            troubles.append(one)
        elif isinstance(one, LeftOut):
            passed.append(one)
        else:
            drafts.append(one)
    for trouble in troubles:
        output.note(f"{trouble.path}: {trouble.message}")
    output.note_left_out(passed, lang)
    if wanted.report_format(given) == "json":
        output.write(reporter.json(drafts), "json")
    elif drafts:
        output.write("\n".join(reporter.text(drafts, output.width(), lang)))
    return 2 if troubles else 0


def _read(path: str, project: Project, given: Given) -> LeftOut | tuple[Document, list[Fact]]:
    doc = read(path, sources.content(path), given.last("--encoding"))
    outcome = left_out(doc)
    return LeftOut(path, outcome) if outcome else (doc, facts(doc, known(project, path)))
