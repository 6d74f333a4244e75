"""``speechlint ignore``: a finding that is right as it stands, noted beside the draft with the reason."""

from __future__ import annotations

import re
from itertools import chain

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.document.outcome import told
from speechlint.errors import ReadError, UsageError, not_read
from speechlint.fixing.ignoring import ignore
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import visible
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?", re.DOTALL)


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
        told = "noted {1} “{0}” in {2}" if given.lang == "en" else "“{}”（{}）记进了 {}"
        output.write(told.format(text, finding.selector, visible(path)))
    return 0


def _finding(place: str, project: Project, given: Given) -> tuple[Document, Finding]:
    said = _PLACE.fullmatch(place)
    if said is None:
        raise UsageError(
            f"“{place}”应写作 文件:行:列，如 讲话稿.txt:12:5",
            f"'{place}': write FILE:LINE:COLUMN, as draft.txt:12:5",
        )
    try:
        result = check_draft(said["path"], sources.content(said["path"]), project, given.last("--encoding"))
    except (ReadError, OSError) as why:
        raise not_read(said["path"], why) from None
    if result.outcome:
        raise UsageError(told(result.outcome, [place], "zh"), told(result.outcome, [place], "en"))
    column = int(said["column"]) if said["column"] else None
    there = _there(result.doc, result.findings, int(said["line"]), column)
    if len(there) == 1:
        return result.doc, there[0]
    if not there:
        raise UsageError(f"{place}：那里没有要报的问题", f"{place}: nothing is reported there")
    codes = "、".join(dict.fromkeys(finding.selector for finding in there))
    raise UsageError(
        f"{place}：那里不止一处（{codes}）；写明列，或用 --select 写明规则",
        f"{place}: more than one there ({codes}); give the column, or the rule with --select",
    )


def _there(doc: Document, findings: Sequence[Finding], line: int, column: int | None) -> list[Finding]:
    """The findings at a line and column: those that begin there, else those that lie over it."""
    begin, over = [], []
    told = (finding for finding in findings if not finding.muted_by)
    for finding in chain.from_iterable(one.each() for one in told):
        places = [(doc.place(place.start), doc.place(place.end)) for place in finding.places]
        if any(start.line == line and column in (None, start.column) for start, _ in places):
            begin.append(finding)
        elif column is not None and any(start <= (line, column) < end for start, end in places):
            over.append(finding)
    return begin or over
