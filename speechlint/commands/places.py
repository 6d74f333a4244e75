"""A place as reports write it, ``讲话稿.txt:8:4``, and the findings there."""

from __future__ import annotations

import os
import re
from itertools import chain

from speechlint.document.outcome import told
from speechlint.errors import ReadError, UsageError, not_read
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.plan import Project

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?", re.DOTALL)


def is_place(word: str) -> bool:
    """Whether it is written as a place in a file that there is."""
    said = _PLACE.fullmatch(word)
    return bool(said and os.path.exists(said["path"]))


def findings_at(place: str, project: Project, encoding: str | None) -> tuple[Document, list[Finding]]:
    """The draft, and the findings that begin at ``place``, else those that lie over it; without a column, those on its line.

    Raises ``UsageError`` where that is no place, or of no draft that can be read, ``ConfigError``, ``RuleError``.
    """
    said = _PLACE.fullmatch(place)
    if said is None:
        raise UsageError(
            f"“{place}”应写作 文件:行:列，如 讲话稿.txt:12:5",
            f"'{place}': write FILE:LINE:COLUMN, as draft.txt:12:5",
        )
    try:
        result = check_draft(said["path"], sources.content(said["path"]), project, encoding)
    except (ReadError, OSError) as why:
        raise not_read(said["path"], why) from None
    if result.outcome:
        raise UsageError(told(result.outcome, [place], "zh"), told(result.outcome, [place], "en"))
    column = int(said["column"]) if said["column"] else None
    there = _there(result.doc, result.findings, int(said["line"]), column)
    if not there:
        raise UsageError(f"{place}：那里没有要报的问题", f"{place}: nothing is reported there")
    return result.doc, there


def _there(doc: Document, findings: Sequence[Finding], line: int, column: int | None) -> list[Finding]:
    begin, over = [], []
    told = (finding for finding in findings if not finding.muted_by)
    for finding in chain.from_iterable(one.each() for one in told):
        places = [(doc.place(place.start), doc.place(place.end)) for place in finding.places]
        if any(start.line == line and column in (None, start.column) for start, _ in places):
            begin.append(finding)
        elif column is not None and any(start <= (line, column) < end for start, end in places):
            over.append(finding)
    return begin or over
