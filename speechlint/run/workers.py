"""Many drafts on several processors: each is checked in a worker, and what is found in it comes back."""

from __future__ import annotations

import os
import sys

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import Trouble, attempt
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from speechlint.project.plan import Project
    from speechlint.project.wanted import Wanted
    from speechlint.quick.typing import Any
    from speechlint.result import Checked
    from speechlint.run.one import Draft

_PAYS = 1_500_000  # bytes that take one process longer than starting others does
_SHARE = 500_000  # bytes that keep a worker busy


def number(asked: str | None, drafts: Sequence[Draft]) -> int:
    """How many processes to use: as many as asked for; else one below what pays."""
    if asked and asked != "auto":
        return min(int(asked), len(drafts))
    size = sum(len(draft.data) for draft in drafts)
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(able, len(drafts), size // _SHARE) if size >= _PAYS else 1


def check_all(
    drafts: Sequence[Draft], jobs: int, wanted: Wanted, project: Project
) -> Iterator[Checked | Trouble]:
    """Checks each draft, in order. An interrupt ends the workers at once.

    Where something kills a worker, the draft it was at is a ``Trouble``, and another worker does the rest.
    """
    team = _Team(drafts, wanted)
    try:
        for _ in range(jobs):
            team.grow()
        for at, draft in enumerate(drafts):
            yield team.result(at) or _killed(draft.path, project.lang(draft.path))
    finally:
        team.end()


def _killed(path: str, lang: str) -> Trouble:
    zh = "检查它的进程被系统或别人结束了（内存不够？），这一份没有检查；可以加 --jobs 1 单独再查"
    en = "the process that checked it was killed (out of memory?); it was not checked; try it alone, with --jobs 1"
    return Trouble(path, en if lang == "en" else zh)


class _Team:
    """Worker processes, each on the other end of a pipe, and at one draft at a time."""

    def __init__(self, drafts: Sequence[Draft], wanted: Wanted) -> None:
        import multiprocessing

        self._forks = sys.platform == "linux"
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._drafts, self._wanted = drafts, wanted
        self._waiting = iter(range(len(drafts)))
        self._at: dict[Connection, int] = {}
        self._workers: dict[Connection, BaseProcess] = {}
        self._found: dict[int, Checked | Trouble | None] = {}

    def grow(self) -> None:
        """Starts a worker, where there is something to do for it."""
        at = next(self._waiting, None)
        if at is None:
            return
        ours, theirs = self._context.Pipe()
        inherited = (ours, *self._workers) if self._forks else ()
        worker = self._context.Process(
            target=_work, args=(theirs, inherited, self._wanted, self._drafts), daemon=True
        )
        worker.start()
        theirs.close()
        self._workers[ours], self._at[ours] = worker, at
        self._tell(ours, at)

    def result(self, at: int) -> Checked | Trouble | None:
        """What was found in a draft; None where its worker died. Raises what befalls all drafts."""
        from multiprocessing.connection import wait

        while at not in self._found:
            for connection in wait([*self._at]):
                self._receive(connection)  # type: ignore[arg-type]
        return self._found.pop(at)

    def _receive(self, connection: Connection) -> None:
        at = self._at.pop(connection)
        try:
            found = connection.recv()
        except (EOFError, OSError):
            self._found[at] = None
            self._let_go(connection)
            self.grow()
            return
        if isinstance(found, Exception):
            raise found
        self._found[at] = found
        following = next(self._waiting, None)
        if following is None:
            self._let_go(connection)
        else:
            self._at[connection] = following
            self._tell(connection, following)

    def _tell(self, connection: Connection, at: int) -> None:
        from contextlib import suppress

        with suppress(OSError):  # it is dead; that is seen when its answer is waited for
            connection.send(at)

    def _let_go(self, connection: Connection) -> None:
        """A worker ends when nobody is at the other end."""
        connection.close()
        self._workers.pop(connection).join()

    def end(self) -> None:
        """Ends every worker, whatever it is at."""
        for worker in self._workers.values():
            worker.terminate()
        for connection in [*self._workers]:
            self._let_go(connection)


def _work(
    connection: Connection, inherited: Sequence[Connection], wanted: Wanted, drafts: Sequence[Draft]
) -> None:
    """Answers numbers with what is found in those drafts, until there is nobody to ask."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    for other in inherited:
        other.close()
    try:
        project = wanted.project()
        while True:
            connection.send(_answer(drafts[connection.recv()], project, wanted.encoding))
    except (EOFError, OSError):
        return


def _answer(draft: Draft, project: Project, encoding: str | None) -> Checked | Trouble | Exception:
    path, data = draft
    try:
        return attempt(path, project.lang(path), lambda: check_draft(path, data, project, encoding))
    except Exception as why:  # befalls all drafts, and is told once
        return why
