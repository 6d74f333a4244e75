"""Which of the drafts that have fingerprints in common share a passage: on their texts, in one process or in several."""

from __future__ import annotations

import os
from array import array
from collections import deque
from itertools import chain, groupby
from operator import itemgetter

from speechlint.archive.aside import Aside
from speechlint.archive.copied import LEAST, between
from speechlint.archive.fingerprints import GRAM, winnowed
from speechlint.archive.formulas import Formulas
from speechlint.archive.passages import is_chance, window
from speechlint.archive.quoted import quoted
from speechlint.archive.shelf import Shelf
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from speechlint.archive.passages import Passage
    from speechlint.archive.shelf import Entry
    from speechlint.archive.store import Settings
    from speechlint.quick.typing import Any

SEEDS = 20_000  # in a task, or few more
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

    ``entries`` are the drafts, ``common`` the fingerprints of more than ``most`` of them; ``folder`` is an empty one
    for what is put aside; ``tell`` makes of a passage what is asked for.
    """

    settings: Settings
    folders: Sequence[str]
    entries: Sequence[Entry]
    common: array[int]
    most: int
    folder: str
    tell: Callable[[Pair, Shelf], Any]


def told(question: Question, seeds: Iterable[tuple[int, ...]], jobs: int) -> Iterator[Any]:
    """What there is to tell of the passages around seeds (one, other, here, there), which are in order.

    It does not depend on the number of processes. Raises ``UsageError`` where one is killed.
    """
    shares = range(-(-len(question.entries) // _share(question)))
    if jobs < 2:
        verifier = _Verifier(question)
        for share in shares:
            verifier.put_aside(share)
        yield from chain.from_iterable(map(verifier.told, _tasks(seeds)))
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
        yield from _in_order((pool.submit(_told, task) for task in _tasks(seeds)), jobs * _AHEAD)
    except BrokenProcessPool:
        raise _killed() from None
    finally:
        pool.shutdown(cancel_futures=True)


def _share(question: Question) -> int:
    """How many drafts are put aside together."""
    return max(_SHARE, -(-len(question.entries) // _FILES))


def _tasks(seeds: Iterable[tuple[int, ...]]) -> Iterator[array[int]]:
    """The seeds, one number after another, in tasks that end with the last of a draft."""
    task = array("q")
    for _, of_one in groupby(seeds, key=itemgetter(0)):
        for seed in of_one:
            task.extend(seed)
        if len(task) >= 4 * SEEDS:
            yield task
            task = array("q")
    if task:
        yield task


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
        self._common = set(question.common)

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

    def told(self, seeds: Iterable[int]) -> list[Any]:
        """What there is to tell of the drafts that the seeds are about."""
        found: list[Any] = []
        for one, of_one in groupby(zip(*[iter(seeds)] * 4, strict=True), key=itemgetter(0)):
            if one in self._places:
                found += self._told_of(self._places[one], of_one)
        return found

    def _told_of(self, one: int, seeds: Iterable[tuple[int, ...]]) -> Iterator[Any]:
        mine = self._letters.get(one).decode(*_WIDE)
        formulas = None  # most seeds are there by chance: then nobody need know
        for text, of_other in groupby(seeds, key=itemgetter(1)):
            other = self._places.get(text)
            places = [(here, there) for _, _, here, there in of_other]
            if other is None or self._is_chance(mine, other, places):
                continue
            for passage in between(mine, self._letters.get(other).decode(*_WIDE), places):
                formulas = formulas or self._formulas(one, mine)
                if not formulas.reason(passage, LEAST):
                    entries = self._question.entries
                    yield self._question.tell(Pair(entries[one], entries[other], passage), self._shelf)

    def _is_chance(self, mine: str, other: int, seeds: Sequence[tuple[int, int]]) -> bool:
        """Whether a glance at the letters around the first seed says so."""
        start, end = window(seeds[0][1], LEAST)
        theirs = self._letters.get(other, _BYTES * start, _BYTES * end).decode(*_WIDE)
        return bool(mine and theirs) and is_chance(mine, theirs, seeds, LEAST, start)

    def _formulas(self, one: int, letters: str) -> Formulas:
        """The letters of a draft that many drafts have, and those that it quotes."""
        formulas = Formulas(self._question.most)
        if not letters:
            return formulas
        starts = common_starts(letters, self._question.settings.key, self._common)
        quotations = array("L", self._quoted.get(one))
        spans = zip(quotations[::2], quotations[1::2], strict=True)
        return formulas.with_common(starts, GRAM).having("quoted", spans)

    def close(self) -> None:
        self._letters.close()
        self._quoted.close()


def common_starts(letters: str, key: bytes, common: set[int]) -> Iterator[int]:
    """Where the fingerprints begin that are ``common``."""
    prints = winnowed(letters, key)
    every = zip(prints.digest.to_pylist(), prints.at.to_pylist(), strict=True)
    return (at for digest, at in every if digest in common)


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


def _told(seeds: array[int]) -> list[Any]:
    return _here.told(seeds)
