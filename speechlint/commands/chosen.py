"""The drafts of a run of ``check``: found, less what is excluded, and read."""

from __future__ import annotations

import os

from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.result import Trouble, attempt
from speechlint.run.one import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.project.plan import Project


def chosen(found: sources.Found, project: Project, given: Given) -> list[str]:
    """The drafts to check; that a named one is left out must not go unsaid. Raises ``UsageError``."""
    out = _excluded(given)
    drafts = []
    notes = list(found.notes)
    for path in found.paths:
        where = place(path, given)
        own = project.config(where)
        by = "--exclude" if out(where) else own.path if own.excludes(where) else ""
        if not by:
            drafts.append(path)
        elif path in given.words:
            zh = (
                f"{where}：按 --exclude 没有检查"
                if by == "--exclude"
                else f"{where}：按 {by} 的 exclude 没有检查"
            )
            notes.append(f"{where}: left out, as {by} says" if given.language == "en" else zh)
    for note in notes if not given.flag("--quiet") else ():
        output.note(note)
    return drafts


def _excluded(given: Given) -> Callable[[str], bool]:
    """Whether the command line leaves a path out."""
    patterns = given.values.get("--exclude", ())
    if not patterns:
        return lambda _: False
    from speechlint.errors import UsageError
    from speechlint.files.globs import check, matches

    for pattern in patterns:
        check(pattern, "--exclude", UsageError)
    return lambda path: matches(path, os.getcwd(), patterns)


def place(path: str, given: Given) -> str:
    """Where a draft counts as standing: standard input stands where it is said to come from."""
    return path if path != sources.STDIN else given.last("--stdin-filename") or path


def contents(paths: Sequence[str], project: Project, given: Given) -> tuple[list[Draft], list[Trouble]]:
    """The bytes of the drafts that the system lets us read."""
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    for path in paths:
        where = place(path, given)
        data = attempt(where, project.lang, lambda path=path: sources.content(path))  # type: ignore[misc]
        if isinstance(data, Trouble):
            troubles.append(data)
        else:
            drafts.append(Draft(where, data))
    return drafts, troubles
