"""Which of the drafts that have fingerprints in common share a passage: on their texts, in one process or in several."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections import deque
from itertools import chain

from speechlint.archive.aside import Aside
from speechlint.archive.copied import LEAST, between
from speechlint.archive.fingerprints import GRAM
from speechlint.archive.formulas import Formulas
from speechlint.archive.passages import Sides, around, is_chance, window
from speechlint.archive.quoted import quoted
from speechlint.archive.seeds import tasks
from speechlint.archive.shelf import Shelf
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from speechlint.archive.passages import Passage
    from speechlint.archive.seeds import Rows, Task
    from speechlint.archive.shelf import Entry
    from speechlint.archive.store import Settings
    from speechlint.quick.typing import Any

    _Seeds = list[tuple[int, int]]

_SHARE = 1_024  # drafts of a file of letters, or more: not too many files are open
_FILES = 128
_WIDE, _BYTES = ("utf-32-le", "surrogatepass"), 4  # so that some letters can be read without the rest
_AHEAD = 2  # tasks that a process has at hand


class Pair(NamedTuple):
    """A passage of ``one`` that stands in ``other``, too."""

    one: Entry
    other: Entry
    passage: Passage


class Question(NamedTuple):
    """All that is needed to verify passages: a plain value that can be sent to another process.

    ``entries`` are the drafts; what more than ``most`` of them have is a formula; ``folder`` is an empty one for what
    is put aside; ``tell`` makes of a passage what is asked for.
    """

    settings: Settings
    folders: Sequence[str]
    entries: Sequence[Entry]
    most: int
    folder: str
    tell: Callable[[Pair, Shelf], Any]


def told(question: Question, seeds: Rows, common: Mapping[int, array[int]], jobs: int) -> Iterator[Any]:
    """What there is to tell of the passages around seeds (one, other, here, there), which are in order.

    ``common`` says where formulas begin in each draft. The answer does not depend on the number of processes. Raises
    ``UsageError`` where one is killed.
    """
    shares = range(-(-len(question.entries) // _share(question)))
    cut = tasks(seeds, common)
    if jobs < 2:
        verifier = _Verifier(question)
        for share in shares:
            verifier.put_aside(share)
        yield from chain.from_iterable(map(verifier.told, cut))
        verifier.close()
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")  # engines have threads, which no fork takes along
    pool = ProcessPoolExecutor(jobs, context, _begin, (question,))
    try:
        for _ in pool.map(_put_aside, shares):
            pass
        yield from _in_order((pool.submit(_told, task) for task in cut), jobs * _AHEAD)
    except BrokenProcessPool:
        raise _killed() from None
    finally:
        pool.shutdown(cancel_futures=True)


def _share(question: Question) -> int:
    """How many drafts are put aside together."""
    return max(_SHARE, -(-len(question.entries) // _FILES))


def _in_order(doing: Iterable[Future[list[Any]]], ahead: int) -> Iterator[Any]:
    """The results, with no more than ``ahead`` tasks begun before the first is done."""
    waiting: deque[Future[list[Any]]] = deque()
    for one in doing:
        waiting.append(one)
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    for one in waiting:
        yield from one.result()


def _killed() -> UsageError:
    return UsageError(
        "核对稿子的一个进程被系统或别人结束了（内存不够？）；可以加 --jobs 1 再来",
        "a process that compared the drafts was killed (out of memory?); try again with --jobs 1",
    )


class _Verifier:
    """Compares drafts letter by letter. Those of all are put aside first, by shares, in any process."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._shelf = Shelf(question.settings, question.folders)
        size = _share(question)
        self._letters = Aside(os.path.join(question.folder, "letters"), size)
        self._quoted = Aside(os.path.join(question.folder, "quoted"), size)
        self._places = {entry.text: place for place, entry in enumerate(question.entries)}

    def put_aside(self, share: int) -> None:
        size = _share(self._question)
        letters, quotations = [], []
        for entry in self._question.entries[share * size : (share + 1) * size]:
            draft = self._shelf.find(entry)
            letters.append(draft.letters.encode(*_WIDE) if draft else b"")
            spans = quoted(draft.doc.text) if draft else ()
            quotations.append(array("L", chain.from_iterable(spans)).tobytes())
        self._letters.put(share, letters)
        self._quoted.put(share, quotations)

    def told(self, task: Task) -> list[Any]:
        """What there is to tell of the drafts that a task is about."""
        found: list[Any] = []
        start = 0
        while start < len(task.one):
            end = bisect_right(task.one, task.one[start], start)
            if task.one[start] in self._places:
                found += self._told_of(task, start, end)
            start = end
        return found

    def _told_of(self, task: Task, start: int, end: int) -> Iterator[Any]:
        """What there is to tell of the one draft that the seeds from ``start`` to ``end`` are about."""
        one = self._places[task.one[start]]
        mine = self._read(one)
        formulas = None  # most seeds are there by chance: then nobody need know
        for other, seeds in self._alike(mine, task, start, end):
            for passage in between(mine, self._read(other), seeds):
                formulas = formulas or self._formulas(one, task.common.get(task.one[start], ()))
                if not formulas.reason(passage, LEAST):
                    entries = self._question.entries
                    yield self._question.tell(Pair(entries[one], entries[other], passage), self._shelf)

    def _alike(self, mine: str, task: Task, start: int, end: int) -> Iterator[tuple[int, _Seeds]]:
        """The other drafts and the seeds shared with them, unless a glance says that these are there by chance."""
        beside: dict[int, Sides] = {}
        while start < end:
            first, start = start, bisect_right(task.other, task.other[start], start, end)
            other, here = self._places.get(task.other[first]), task.here[first]
            if other is None:
                continue
            if start == first + 1:
                sides = beside.get(here) or beside.setdefault(here, Sides.of(mine, here))
                if not self._goes_on(sides, other, task.there[first]):
                    continue
            seeds = list(zip(task.here[first:start], task.there[first:start], strict=True))
            if not self._is_chance(mine, other, seeds):
                yield other, seeds

    def _read(self, draft: int, start: int = 0, end: int | None = None) -> str:
        return self._letters.get(draft, _BYTES * start, end and _BYTES * end).decode(*_WIDE)

    def _goes_on(self, sides: Sides, other: int, there: int) -> bool:
        start, end = around(there)
        theirs = self._read(other, start, end)
        return sides.goes_on(theirs[: there - start], theirs[there - start + GRAM :])

    def _is_chance(self, mine: str, other: int, seeds: _Seeds) -> bool:
        start, end = window(seeds[0][1], LEAST)
        theirs = self._read(other, start, end)
        return bool(mine and theirs) and is_chance(mine, theirs, seeds, LEAST, start)

    def _formulas(self, one: int, starts: Iterable[int]) -> Formulas:
        """The letters of a draft that many drafts have, and those that it quotes."""
        quotations = array("L", self._quoted.get(one))
        spans = zip(quotations[::2], quotations[1::2], strict=True)
        return Formulas(self._question.most).with_common(starts, GRAM).having("quoted", spans)

    def close(self) -> None:
        self._letters.close()
        self._quoted.close()


_here: _Verifier  # of this process, one of several


def _begin(question: Question) -> None:
    """Makes this process one that verifies; it ends with the one that began it."""
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    global _here
    _here = _Verifier(question)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    parent: Any = parent_process()
    Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()


def _put_aside(share: int) -> None:
    _here.put_aside(share)


def _told(task: Task) -> list[Any]:
    return _here.told(task)
