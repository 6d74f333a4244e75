"""Checkstyle's XML, which Jenkins and many others read."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import of_draft
from speechlint.reporters.xml import HEAD, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.result import Checked, Run, View


def lines(run: Run, view: View) -> Iterator[str]:
    """A ``file`` for each draft, clean ones too, with an ``error`` for each place; drafts that were not read first."""
    yield HEAD
    yield f"<{tag('checkstyle', version='4.3')}>"
    for trouble in run.errors:
        yield f"  <{tag('file', name=trouble.path)}>"
        told = tag("error", line=1, severity="error", message=trouble.message, source="speechlint.unread")
        yield f"    <{told}/>"
        yield "  </file>"
    for result in run.results:
        yield from _draft(result, view)
    yield "</checkstyle>"


def _draft(result: Checked, view: View) -> Iterator[str]:
    yield f"  <{tag('file', name=result.doc.path)}>"
    for told in of_draft(result, view):
        line, column = told.start
        level, source = told.finding.severity.label, f"speechlint.{told.finding.code}"
        made = tag("error", line=line, column=column, severity=level, message=told.message, source=source)
        yield f"    <{made}/>"
    yield "  </file>"
