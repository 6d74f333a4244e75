"""Many drafts on several processors: each is checked in a worker, and what is found in it comes back."""

from __future__ import annotations

import os
import sys

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import Checked, Trouble, attempt
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from speechlint.project.plan import Project
    from speechlint.project.wanted import Wanted
    from speechlint.quick.typing import Any
    from speechlint.run.one import Draft

_PAYS = 1_500_000  # bytes that take one process longer than starting others does
_SHARE = 500_000  # bytes that keep a worker busy
_LEAST = 4_000  # bytes of a draft in which most of what the rules need is met
_AHEAD = 2  # drafts that a worker has at hand: the next while its answer is on the way


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
    team = _Team(drafts, wanted, project)
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
    """Worker processes, each on the other end of a pipe, with the numbers of the drafts it was given, in order."""

    def __init__(self, drafts: Sequence[Draft], wanted: Wanted, project: Project) -> None:
        import multiprocessing

        self._forks = sys.platform == "linux"
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._drafts, self._wanted = drafts, wanted
        self._project = project if self._forks else None
        self._at: dict[Connection, list[int]] = {}
        self._workers: dict[Connection, BaseProcess] = {}
        self._found: dict[int, Checked | Trouble | None] = {}
        waiting = range(len(drafts))
        if self._forks:  # what is loaded, compiled and looked up before they fork, no worker does again
            sizes = [(len(draft.data), at) for at, draft in enumerate(drafts) if len(draft.data) >= _LEAST]
            for _, first in sorted(sizes)[:1]:
                self._found[first] = _found(_answer(drafts[first], project, wanted.encoding))
        self._waiting = [at for at in reversed(waiting) if at not in self._found]

    def grow(self) -> None:
        """Starts a worker, where there is something to do for it."""
        if not self._waiting:
            return
        ours, theirs = self._context.Pipe()
        inherited = (ours, *self._workers) if self._forks else ()
        worker = self._context.Process(
            target=_work, args=(theirs, inherited, self._wanted, self._project, self._drafts), daemon=True
        )
        worker.start()
        theirs.close()
        self._workers[ours], self._at[ours] = worker, []
        self._supply(ours)

    def _supply(self, connection: Connection) -> None:
        """Gives a worker more to do; the last drafts one at a time, that all end at once."""
        from contextlib import suppress

        given = self._at[connection]
        most = _AHEAD if len(self._waiting) > _AHEAD * len(self._workers) else 1
        while self._waiting and len(given) < most:
            given.append(self._waiting.pop())
            with suppress(OSError):  # it is dead; that is seen when its answer is waited for
                connection.send(given[-1])
        if not given:
            del self._at[connection]
            self._let_go(connection)

    def result(self, at: int) -> Checked | Trouble | None:
        """What was found in a draft; None where its worker died. Raises what befalls all drafts."""
        from multiprocessing.connection import wait

        while at not in self._found:
            for connection in wait([*self._at]):
                self._receive(connection)  # type: ignore[arg-type]
        return self._found.pop(at)

    def _receive(self, connection: Connection) -> None:
        try:
            found = connection.recv()
        except (EOFError, OSError):
            at, *others = self._at.pop(connection)
            self._found[at] = None
            self._waiting += reversed(others)
            self._let_go(connection)
            self.grow()
            return
        self._found[self._at[connection].pop(0)] = _found(found)
        self._supply(connection)

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
    connection: Connection,
    inherited: Sequence[Connection],
    wanted: Wanted,
    project: Project | None,
    drafts: Sequence[Draft],
) -> None:
    """Answers numbers with what is found in those drafts, until there is nobody to ask."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    for other in inherited:
        other.close()
    try:
        project = project or wanted.project()
        while True:
            connection.send(_answer(drafts[connection.recv()], project, wanted.encoding))
    except (EOFError, OSError):
        return


def _answer(draft: Draft, project: Project, encoding: str | None) -> Checked | Trouble | Exception:
    try:
        one = attempt(draft.path, project.lang, lambda: check_document(draft.document(encoding), project))
    except Exception as why:  # befalls all drafts, and is told once
        return why
    if isinstance(one, Checked):
        one.doc.forget_views()
    return one


def _found(answer: Checked | Trouble | Exception) -> Checked | Trouble:
    if isinstance(answer, Exception):
        raise answer
    return answer
