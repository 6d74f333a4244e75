"""Many drafts on several processors: each is checked in a worker, and what is found in it comes back."""

from __future__ import annotations

import os
import sys

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import attempt
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.project.plan import Project
    from speechlint.project.wanted import Wanted
    from speechlint.result import Checked, Trouble
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


def check_all(drafts: Sequence[Draft], jobs: int, wanted: Wanted) -> Iterator[Checked | Trouble]:
    """Checks each draft, in order. An interrupt ends the workers at once."""
    import multiprocessing

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with context.Pool(jobs, _start, (wanted, drafts)) as pool:
        yield from pool.imap(_check, range(len(drafts)), max(1, min(8, len(drafts) // (4 * jobs))))


_wanted: Wanted
_project: Project
_drafts: Sequence[Draft]


def _start(wanted: Wanted, drafts: Sequence[Draft]) -> None:
    import signal

    global _wanted, _project, _drafts
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    _wanted, _project, _drafts = wanted, wanted.project(), drafts


def _check(number: int) -> Checked | Trouble:
    path, data = _drafts[number]
    return attempt(path, _project.lang(path), lambda: check_draft(path, data, _project, _wanted.encoding))
