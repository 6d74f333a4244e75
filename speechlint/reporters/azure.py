"""Logging commands of Azure Pipelines. There are errors and warnings only: what is worth a look is a warning."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import of_run, shown
from speechlint.reporters.terminal import harmless, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.result import Run, View


def lines(run: Run, view: View) -> Iterator[str]:
    """A command for each place, and for each draft that could not be read."""
    for trouble in run.errors:
        yield _command("error", {"sourcepath": readable(trouble.path)}, readable(trouble.message))
    for told in of_run(run, view, least=shown(view)):
        where = {
            "sourcepath": told.path,
            "linenumber": str(told.start.line),
            "columnnumber": str(told.start.column),
            "code": told.finding.code,
        }
        level = "error" if told.finding.severity == Severity.ERROR else "warning"
        yield _command(level, where, told.message)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    said = "".join(f"{key}={_property(value)};" for key, value in {"type": level, **properties}.items())
    return f"##vso[task.logissue {said}]{_data(message)}"


def _data(text: str) -> str:
    return harmless(text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace("]", "%5D").replace(";", "%3B")
