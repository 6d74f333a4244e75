"""JSON lines: one finding a line, so that long runs can be read as a stream.

Each line has a ``type``: ``file`` before the findings of a draft, ``finding``, ``skipped`` for a
path that is no draft to check, ``error`` for one that could not be read, and ``summary`` with the
versions at the end. The other keys are those of the JSON report.
"""

from __future__ import annotations

from speechlint.document.span import CHAR
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.json import dumped, error, file, findings, skipped, summary, versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.quick.typing import Any
    from speechlint.result import Run, View


def lines(run: Run, view: View) -> Iterator[str]:
    """One JSON object a line; findings that are muted are left out."""
    return (dumped(line) for line in _objects(run, view))


def _objects(run: Run, view: View) -> Iterator[dict[str, Any]]:
    for result in run.results:
        yield {"type": "file", **file(result)}
        for found in findings(result, run, view):
            yield {"type": "finding", **found}
    for one in run.left_out:
        yield {"type": "skipped", **skipped(one, view.lang)}
    for trouble in run.errors:
        yield {"type": "error", **error(trouble)}
    yield {"type": "summary", **versions(), "column_unit": view.column_unit or CHAR, **summary(run)}
