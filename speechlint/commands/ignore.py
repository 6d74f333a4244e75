"""``speechlint ignore``: a finding that is right as it stands, noted beside the draft with the reason."""

from __future__ import annotations

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.commands.places import findings_at
from speechlint.errors import UsageError
from speechlint.fixing.ignoring import ignore
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given
    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.plan import Project

ABOUT = About(
    "这一处不必改：写进 .speechlint-ignore.yaml",
    "this place is right: note it in .speechlint-ignore.yaml",
    "speechlint ignore [OPTIONS] FILE:LINE:COLUMN…",
    (
        Option("--reason", "为什么不必改", "why it is right", "TEXT"),
        Option(
            "--select", "那里有几条规则的问题时，是哪条", "which rule, where several speak there", "RULES"
        ),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint ignore 讲话稿.txt:4:19 --reason TEXT",
            "报告里的行、列",
            "line and column as reported",
        ),
    ),
)


def main(given: Given) -> int:
    """Note each place; raises ``UsageError`` where none or several findings stand there."""
    if not given.words:
        raise UsageError(
            "没有说是哪一处，如 speechlint ignore 讲话稿.txt:12:5 --reason 理由",
            "no place given: speechlint ignore draft.txt:12:5 --reason why",
        )
    why = (given.last("--reason") or "").strip()
    if not why:
        raise UsageError("要写明理由：--reason TEXT", "say why: --reason TEXT")
    project = wanted.project(given)
    for place in given.words:
        doc, finding = _finding(place, project, given)
        path = ignore(doc, finding, why, project)
        text = visible(doc.source[slice(*finding.span)])[:20]
        told = "noted {1} “{0}” in {2}" if given.language == "en" else "“{}”（{}）记进了 {}"
        output.write(told.format(text, finding.selector, visible(path)))
    return 0


def _finding(place: str, project: Project, given: Given) -> tuple[Document, Finding]:
    doc, there = findings_at(place, project, given.last("--encoding"))
    if len(there) == 1:
        return doc, there[0]
    codes = "、".join(dict.fromkeys(finding.selector for finding in there))
    raise UsageError(
        f"{place}：那里不止一处（{codes}）；写明列，或用 --select 写明规则",
        f"{place}: more than one there ({codes}); give the column, or the rule with --select",
    )
