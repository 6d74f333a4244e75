"""Many drafts on several processors: each is linted in a worker, and what is said of it comes back."""

from __future__ import annotations

import os
import sys

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.project.plan import Project
    from speechlint.result import View
    from speechlint.run.sent import Sent

_PAYS = 1_500_000  # bytes that take one process longer than starting others does
_SHARE = 500_000  # bytes that keep a worker busy


class Task(NamedTuple):
    """A draft to be linted: where it stands, and its bytes."""

    place: str
    data: bytes


def number(asked: str | None, tasks: Sequence[Task]) -> int:
    """How many processes to use: as many as asked for; else one below what pays."""
    if asked and asked != "auto":
        return min(int(asked), len(tasks))
    size = sum(len(task.data) for task in tasks)
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(able, len(tasks), size // _SHARE) if size >= _PAYS else 1


def lint_all(tasks: Sequence[Task], jobs: int, view: View, given: Given) -> Iterator[Sent | None]:
    """What was found in each draft, in order; None where it could not be. An interrupt ends the workers at once."""
    import multiprocessing

    from speechlint.run.sent import Sent

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with context.Pool(jobs, _start, (given, view, tasks)) as pool:
        for data in pool.imap(_lint, range(len(tasks)), max(1, min(8, len(tasks) // (4 * jobs)))):
            yield Sent(data) if data else None


_project: Project
_tasks: Sequence[Task]
_view: View
_format: str
_encoding: str | None


def _start(given: Given, view: View, tasks: Sequence[Task]) -> None:
    import signal

    from speechlint.commands import wanted

    global _project, _tasks, _view, _format, _encoding
    _tasks, _view, _format = tasks, view, wanted.report_format(given)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    _project, _encoding = wanted.project(given), given.last("--encoding")


def _lint(number: int) -> bytes:
    from speechlint import reporters
    from speechlint.readers import read
    from speechlint.run.one import found
    from speechlint.run.sent import sent

    try:
        task = _tasks[number]
        doc = read(task.place, task.data, _encoding)
        findings = found(doc, _project)
        return sent(findings, reporters.of_draft(_format, doc, findings, _view))
    except Exception:  # the parent meets it too, and tells
        return b""
