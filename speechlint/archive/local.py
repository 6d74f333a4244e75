"""Reads drafts on this machine, in as many processes as asked for."""

from __future__ import annotations

import os

from speechlint.archive import parts
from speechlint.archive.records import record
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from speechlint.archive.build import Work
    from speechlint.archive.store import Part

_LEAST = 16  # drafts that are worth a work of their own


def part_of(work: Work) -> Part:
    """Reads the drafts of a work and writes their part; the same again where it is done twice."""
    project = work.wanted.project()
    records = [record(seen, work.roots[seen.root], project, work.settings) for seen in work.drafts]
    return parts.written(work.folder, parts.tables(records), work.settings.stamp)


def make(works: Sequence[Work], jobs: int) -> Iterator[tuple[Part, int]]:
    """The parts of the works and how many drafts are in each, as they get done.

    What a process that was killed had at hand is done again. Raises ``UsageError`` where nothing gets done any more.
    """
    works = shared(works, jobs)
    if jobs < 2 or len(works) < 2:
        yield from ((part_of(work), len(work.drafts)) for work in works)
        return
    while works:
        left: list[Work] = []
        yield from _once(works, jobs, left)
        if len(left) == len(works):
            if jobs == 1:
                raise _killed(works[0])
            jobs = 1
        works = left


def _killed(work: Work) -> UsageError:
    first, count = work.drafts[0].path, len(work.drafts)
    return UsageError(
        f"读 {first} 起 {count} 份的进程一再被结束（内存不够？）；做好的都在，移开它们再运行一次就接着做",
        f"the process that reads {count} draft(s) from {first} on is killed again and again; what was done is kept: "
        "move them away and run again",
    )


def shared(works: Sequence[Work], jobs: int) -> list[Work]:
    """The works in shares small enough that all processes have something to do to the end."""
    total = sum(len(work.drafts) for work in works)
    size = max(_LEAST, total // (jobs * 4) + 1)
    return [
        work._replace(drafts=work.drafts[at : at + size])
        for work in works
        for at in range(0, len(work.drafts), size)
    ]


def _once(works: Sequence[Work], jobs: int, left: list[Work]) -> Iterator[tuple[Part, int]]:
    """Does each work; those whose process was killed are put in ``left``."""
    import multiprocessing
    import sys
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context) as pool:
        doing: dict[Future[Part], Work] = {pool.submit(part_of, work): work for work in works}
        for done in as_completed(doing):
            work = doing[done]
            try:
                yield done.result(), len(work.drafts)
            except BrokenProcessPool:
                left.append(work)


def processes() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
