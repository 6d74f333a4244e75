"""A progress bar on standard error for people who wait; it appears once a run has taken a second."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TypeVar

from speechlint.reporters.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PATIENCE = 1.0  # seconds

T = TypeVar("T")


def track(items: Iterable[T], total: int, patience: float = _PATIENCE) -> Iterator[T]:
    """``items`` one by one; a bar counts those still to come after ``patience`` seconds."""
    began = time.monotonic()
    rest = iter(items)
    for done in range(total):
        if time.monotonic() - began >= patience:
            yield from _with_bar(rest, total, done)
            return
        yield next(rest)
    yield from rest


def named(items: Iterable[T], paths: Sequence[str]) -> Iterator[T]:
    """``items`` one by one; on one line, which draft it is that takes so long: ``3/120 讲话.doc``."""
    rest = iter(items)
    try:
        for number, path in enumerate(paths, 1):
            sys.stderr.write(f"\r\x1b[K{number}/{len(paths)} {harmless(os.path.basename(path))}")
            sys.stderr.flush()
            yield next(rest)
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _with_bar(rest: Iterator[T], total: int, done: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(rest, total=total, completed=done)
