"""Many drafts on several processors: each is linted in a worker, what it finds comes back packed."""

from __future__ import annotations

import os
import sys

from speechlint.errors import SpeechlintError
from speechlint.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.arguments import Given
    from speechlint.project import Project

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


def lint_all(tasks: Sequence[Task], jobs: int, given: Given) -> Iterator[bytes]:
    """The packed findings of each draft, in order; an interrupt ends the workers at once."""
    import multiprocessing

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with context.Pool(jobs, _start, (given, tasks)) as pool:
        yield from pool.imap(_lint, range(len(tasks)), max(1, min(8, len(tasks) // (4 * jobs))))


_project: Project
_tasks: Sequence[Task]
_encoding: str | None


def _start(given: Given, tasks: Sequence[Task]) -> None:
    import signal

    from speechlint.commands import asked

    global _project, _encoding, _tasks
    _tasks = tasks
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    _project, _encoding = asked.project(given), given.last("--encoding")


def _lint(number: int) -> bytes:
    from speechlint.judge import found
    from speechlint.packing import packed
    from speechlint.readers import read

    try:
        task = _tasks[number]
        doc = read(task.place, task.data, _encoding)
        return packed(found(doc, _project))
    except SpeechlintError:  # the parent meets it too, and tells
        return b""
