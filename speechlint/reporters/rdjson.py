"""The diagnostic format of reviewdog; its columns are UTF-8 bytes, always."""

from __future__ import annotations

from speechlint.document.span import BYTE
from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import of_run
from speechlint.reporters.json import dumped
from speechlint.reporters.terminal import readable, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Span
    from speechlint.document.columns import Columns
    from speechlint.quick.typing import Any
    from speechlint.reporters.diagnostics import Diagnostic
    from speechlint.result import Run, Trouble, View

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def lines(run: Run, view: View) -> Iterator[str]:
    """One object; each fix that is a single edit is a suggestion, for reviewdog takes each by itself."""
    told = [*map(_unread, run.errors), *(_diagnostic(one) for one in of_run(run, view, BYTE))]
    yield dumped({"source": {"name": "speechlint"}, "diagnostics": told}, indent=1)


def _diagnostic(told: Diagnostic) -> dict[str, Any]:
    finding = told.finding
    edits = [fix.edits[0] for fix in told.fixes if len(fix.edits) == 1]
    made = {
        "message": told.message,
        "location": {"path": told.path, "range": _range(told.columns, told.span)},
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.code},
        "suggestions": [
            {"range": _range(told.columns, edit.span), "text": readable(edit.text)} for edit in edits
        ],
    }
    related = [
        {
            "message": visible(other.message),
            "location": {"path": told.path, "range": _range(told.columns, other.span)},
        }
        for other in finding.related
    ]
    return {**made, "relatedLocations": related} if related else made  # older readers do not know them


def _unread(trouble: Trouble) -> dict[str, Any]:
    return {
        "message": readable(trouble.message),
        "location": {"path": readable(trouble.path)},
        "severity": "ERROR",
    }


def _range(columns: Columns, span: Span) -> dict[str, Any]:
    start, end = columns.place(span.start), columns.place(span.end)
    return {"start": start._asdict(), "end": end._asdict()}
