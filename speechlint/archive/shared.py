"""All drafts of an archive against each other: which passages they share."""

from __future__ import annotations

from itertools import groupby

from speechlint.archive import queries
from speechlint.archive.copied import LEAST, between
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
    def letters(text: int) -> str:
        read = asked.shelf.find(entries[text])
        return read.letters if read else ""

    rows = (row for row in asked.engine.rows(queries.ALL_PAIRS) if row[0] in entries and row[1] in entries)
    for one, of_one in groupby(rows, key=lambda row: row[0]):
        draft = asked.shelf.find(entries[one])
        formulas = None  # most seeds are there by chance: then nobody need know
        for other, seeds in groupby(of_one, key=lambda row: row[1]):
            places = [(here, there) for _, _, here, there in seeds]
            for passage in between(draft.letters if draft else "", letters(other), places):
                formulas = formulas or _formulas(draft, key, common, asked.most)
                if not formulas.reason(passage, LEAST):
                    yield Pair(entries[one], entries[other], passage)


def _formulas(draft: Read | None, key: bytes, common: set[int], most: int) -> Formulas:
    """The letters of a draft that many drafts have, and those that it quotes."""
    formulas = Formulas(most)
    if not draft:
        return formulas
    formulas = formulas.with_common(_starts(draft, key, common), GRAM)
    return formulas.having("quoted", quoted(draft.doc.text))


def common_in(read: Read, key: bytes, common: set[int]) -> tuple[tuple[int, int], ...]:
    """The spans of a draft's letters whose fingerprints are ``common``, in order."""
    return merged((at, at + GRAM) for at in _starts(read, key, common))


def _starts(read: Read, key: bytes, common: set[int]) -> Iterator[int]:
    prints = winnowed(read.letters, key)
    every = zip(prints.digest.to_pylist(), prints.at.to_pylist(), strict=True)
    return (at for digest, at in every if digest in common)
