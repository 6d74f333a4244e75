"""All drafts of an archive against each other: which passages they share."""

from __future__ import annotations

from itertools import groupby

from speechlint.archive import queries
from speechlint.archive.copied import between
from speechlint.archive.fingerprints import GRAM, winnowed
from speechlint.archive.formulas import Formulas, merged
from speechlint.archive.quoted import quoted
from speechlint.archive.shelf import Entry
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.archive.against import Asked
    from speechlint.archive.engines import Engine
    from speechlint.archive.passages import Passage
    from speechlint.archive.shelf import Read

_KEPT = 20_000  # drafts whose letters are kept at hand


class Pair(NamedTuple):
    """A passage of ``one`` that stands in ``other``, too."""

    one: Entry
    other: Entry
    passage: Passage


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


def pairs(asked: Asked) -> Iterator[Pair]:
    """The passages that two drafts share, by the numbers of these; formulas and quotations are left out."""
    joined(asked.engine, asked.most)
    common = {digest for digest, _ in asked.engine.rows(queries.ALL_FORMULAS)}
    entries = {row[0]: Entry(*row) for row in asked.engine.rows(queries.IN_PAIRS)}
    key = asked.archive.settings.key

    @lru_cache(maxsize=_KEPT)
    def known(text: int) -> tuple[str, Formulas]:
        read = asked.shelf.find(entries[text])
        return (
            (read.letters, _formulas(read, key, common, asked.most)) if read else ("", Formulas(asked.most))
        )

    rows = (row for row in asked.engine.rows(queries.ALL_PAIRS) if row[0] in entries and row[1] in entries)
    for (one, other), seeds in groupby(rows, key=lambda row: row[:2]):
        letters, formulas = known(one)
        places = [(here, there) for _, _, here, there in seeds]
        for passage, reason in between(letters, known(other)[0], places, formulas):
            if not reason:
                yield Pair(entries[one], entries[other], passage)


def _formulas(read: Read, key: bytes, common: set[int], most: int) -> Formulas:
    """The letters of a draft that many drafts have, and those that it quotes."""
    formulas = Formulas(most).having("common", common_in(read, key, common))
    return formulas.having("quoted", quoted(read.doc.text))


def common_in(read: Read, key: bytes, common: set[int]) -> tuple[tuple[int, int], ...]:
    """The spans of a draft's letters whose fingerprints are ``common``, in order."""
    prints = winnowed(read.letters, key)
    starts = zip(prints.digest.to_pylist(), prints.at.to_pylist(), strict=True)
    return merged((at, at + GRAM) for digest, at in starts if digest in common)
