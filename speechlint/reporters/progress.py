"""A progress bar for people who wait: on a terminal, on standard error, once a run has taken a second."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

_PATIENCE = 1.0  # seconds

T = TypeVar("T")


def track(items: Sequence[T], shown: bool) -> Iterator[T]:
    """``items`` one by one. The bar is there only if ``shown`` and there is more than one item."""
    if not shown or len(items) < 2:
        yield from items
        return
    began = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - began >= _PATIENCE:
            yield from _with_bar(items[done:], len(items))
            return
        yield item


def _with_bar(rest: Sequence[T], total: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(rest, total=total, completed=total - len(rest))
