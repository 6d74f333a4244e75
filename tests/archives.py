"""What the tests of archives share."""

from __future__ import annotations

import os
import signal
from collections import defaultdict

from speechlint.archive.fingerprints import GRAM, WINDOW

PASSAGE = "我们把服务窗口搬到了码头边上，船工上岸十分钟就能办完社保登记，再也不用请半天假跑三十里路进城排队，这件事还要一直坚持做下去"
OTHER = "老茶厂的三十七名职工凑出工龄买断的钱，把停了六年的揉捻机重新转了起来，当年就给村里交了第一笔分红"


def grams_in_common(one: str, other: str) -> list[tuple[int, int]]:
    """Where the same run of letters stands in both: what fingerprints are a sample of."""
    there = defaultdict(list)
    for at in range(len(other) - GRAM + 1):
        there[other[at : at + GRAM]].append(at)
    return [(at, place) for at in range(len(one) - GRAM + 1) for place in there[one[at : at + GRAM]]]


def winnowed_at(hashes: list[int]) -> list[int]:
    """Winnowing as it is defined, window by window: the places of the least hashes."""
    width = min(WINDOW, len(hashes))
    chosen: set[int] = set()
    for start in range(len(hashes) - width + 1 if hashes else 0):
        window = range(start, start + width)
        least = min(hashes[at] for at in window)
        chosen.update(at for at in window if hashes[at] == least)
    return sorted(chosen)


def dies(*_: object) -> None:
    """Has the process that it runs in killed."""
    os.kill(os.getpid(), signal.SIGKILL)
