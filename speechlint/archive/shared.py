"""All drafts of an archive against each other: which passages they share."""

from __future__ import annotations

import tempfile

from speechlint.archive import queries
from speechlint.archive.fingerprints import GRAM, winnowed
from speechlint.archive.formulas import merged
from speechlint.archive.local import processes
from speechlint.archive.seeds import starts_by_draft
from speechlint.archive.shelf import Entry
from speechlint.archive.verifying import Question, told
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from speechlint.archive.against import Asked
    from speechlint.archive.engines import Engine
    from speechlint.archive.shelf import Read, Shelf
    from speechlint.archive.verifying import Pair

    _Told = TypeVar("_Told")

_PAYS = 1_000  # drafts that take one process longer than starting others does


def joined(engine: Engine, most: int, *, pairs: bool = True) -> None:
    """Makes the tables ``formulas`` (digest, drafts) of all drafts and ``pairs`` (one, other, here, there)."""
    [(count,)] = engine.rows(queries.COUNT)
    shares = 1
    while engine.at_once and count > shares * engine.at_once:
        shares *= 2
    for share in range(shares):
        put = engine.add if share else engine.keep
        engine.keep("shared", queries.SHARED.format(share=share, shares=shares))
        engine.keep("standing", queries.STANDING)
        engine.keep("spreading", queries.SPREADING)
        if pairs:
            put("pairs", queries.PAIRS.format(most=most))
        put("formulas", queries.FORMULAS.format(most=most))


def pairs(asked: Asked, tell: Callable[[Pair, Shelf], _Told], jobs: int = 0) -> Iterator[_Told]:
    """``tell`` of each passage that two drafts share, by the numbers of these; formulas and quotations are left out.

    ``jobs`` processes compare the drafts; 0 for as many as pay. With several, ``tell`` is a function of a module.
    """
    joined(asked.engine, asked.most)
    common = starts_by_draft(asked.engine.rows(queries.FORMULAS_IN_PAIRS))
    entries = tuple(Entry(*row) for row in asked.engine.rows(queries.IN_PAIRS))
    with tempfile.TemporaryDirectory(prefix="speechlint-") as folder:
        question = Question(asked.archive.settings, asked.shelf.folders, entries, asked.most, folder, tell)
        jobs = jobs or (processes() if len(entries) >= _PAYS else 1)
        yield from told(question, asked.engine.rows(queries.ALL_PAIRS), common, jobs)


def common_in(read: Read, key: bytes, common: set[int]) -> tuple[tuple[int, int], ...]:
    """The spans of a draft's letters whose fingerprints are ``common``, in order."""
    prints = winnowed(read.letters, key)
    every = zip(prints.digest.to_pylist(), prints.at.to_pylist(), strict=True)
    return merged((at, at + GRAM) for digest, at in every if digest in common)
