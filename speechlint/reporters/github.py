"""Annotations of GitHub Actions: workflow commands, the gravest first.

GitHub shows ten annotations of each level a step; what is more is told in plain lines, and how many they are.
"""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import message, of_run, shown
from speechlint.reporters.families import family, title
from speechlint.reporters.terminal import harmless, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.reporters.diagnostics import Diagnostic
    from speechlint.result import Run, View

SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def lines(run: Run, view: View) -> Iterator[str]:
    """A command for each place as long as GitHub shows them; the places are those of ``path`` as it was given."""
    left = dict.fromkeys(Severity, SHOWN)
    more: list[Diagnostic] = []
    for trouble in run.errors:
        left[Severity.ERROR] -= 1
        yield _command("error", {"file": readable(trouble.path)}, readable(trouble.message))
    for told in sorted(of_run(run, view, least=shown(view)), key=lambda told: -told.finding.severity):
        left[told.finding.severity] -= 1
        if left[told.finding.severity] < 0:
            more.append(told)
        else:
            yield _annotation(told, view.lang)
    yield from _unshown(more, view.lang) if more else ()


def _annotation(told: Diagnostic, lang: str) -> str:
    start, end = told.start, told.end
    where = {"file": told.path, "line": str(start.line)}
    if start.line == end.line:  # GitHub takes columns only within a line
        where |= {"endLine": str(end.line), "col": str(start.column), "endColumn": str(end.column)}
    where["title"] = f"{told.finding.code} {title(family(told.finding.code), lang)}"
    return _command(_COMMANDS[told.finding.severity], where, told.message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _unshown(more: list[Diagnostic], lang: str) -> Iterator[str]:
    count = len(more)
    yield (
        f"{count} more, which GitHub would not show as annotations ({SHOWN} of each level a step):"
        if lang == "en"
        else f"GitHub 每一步、每一级只显示 {SHOWN} 处标注，另有 {count} 处："
    )
    for told in more:
        yield f"  {harmless(told.path)}:{told.start.line}:{told.start.column}: {message(told)}"


def _data(text: str) -> str:
    return harmless(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
