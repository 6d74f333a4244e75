"""GitLab's code quality report: a JSON list of issues, each with a fingerprint of its own."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.digests import blake2b
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import message, of_run
from speechlint.reporters.json import dumped
from speechlint.reporters.paths import inside
from speechlint.reporters.terminal import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Place
    from speechlint.quick.typing import Any
    from speechlint.reporters.diagnostics import Diagnostic
    from speechlint.result import Run, Trouble, View

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def lines(run: Run, view: View) -> Iterator[str]:
    """One list: the drafts that could not be read, then each place; paths are seen from the current folder."""
    issues = [*map(_unread, run.errors), *(_issue(told) for told in of_run(run, view))]
    yield dumped(issues, indent=1)


def _issue(told: Diagnostic) -> dict[str, Any]:
    path = inside(told.path) or told.path
    return {
        "description": message(told),
        "check_name": told.finding.code,
        "fingerprint": _digest(path, told.finding.code, told.fingerprint),
        "severity": _LEVELS[told.finding.severity],
        "location": {"path": path, "positions": {"begin": _place(told.start), "end": _place(told.end)}},
    }


def _unread(trouble: Trouble) -> dict[str, Any]:
    path = inside(trouble.path) or readable(trouble.path)
    return {
        "description": readable(trouble.message),
        "check_name": "unread",
        "fingerprint": _digest(path, "unread", trouble.message),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column}


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
