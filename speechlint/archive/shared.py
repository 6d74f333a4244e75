"""All drafts of an archive against each other: which passages they share."""

from __future__ import annotations

import tempfile
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
    from collections.abc import Iterator, Mapping
    from typing import IO

    from speechlint.archive.against import Asked
    from speechlint.archive.engines import Engine
    from speechlint.archive.passages import Passage
    from speechlint.archive.shelf import Read, Shelf


_KEPT = 50_000  # drafts whose letters are at hand: 300 MB


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

    rows = (row for row in asked.engine.rows(queries.ALL_PAIRS) if row[0] in entries and row[1] in entries)
    with tempfile.TemporaryFile(prefix="speechlint-") as aside:
        letters = lru_cache(maxsize=_KEPT)(_Letters(asked.shelf, entries, aside).of)
        for one, of_one in groupby(rows, key=lambda row: row[0]):
            formulas = None  # most seeds are there by chance: then nobody need know
            for other, seeds in groupby(of_one, key=lambda row: row[1]):
                places = [(here, there) for _, _, here, there in seeds]
                for passage in between(letters(one), letters(other), places):
                    formulas = formulas or _formulas(asked.shelf.find(entries[one]), key, common, asked.most)
                    if not formulas.reason(passage, LEAST):
                        yield Pair(entries[one], entries[other], passage)


class _Letters:
    """The letters of drafts by number, each draft read once: they are put into a file, memory would not hold them all."""

    def __init__(self, shelf: Shelf, entries: Mapping[int, Entry], aside: IO[bytes]) -> None:
        self._shelf, self._entries = shelf, entries
        self._aside = aside
        self._spans: dict[int, tuple[int, int]] = {}
        self._end = 0

    def of(self, text: int) -> str:
        """The letters of a draft; none where it is gone or has changed."""
        if text not in self._spans:
            read = self._shelf.find(self._entries[text])
            written = (read.letters if read else "").encode("utf-8", "surrogatepass")
            self._spans[text] = self._end, len(written)
            self._aside.seek(self._end)
            self._end += self._aside.write(written)
        start, size = self._spans[text]
        self._aside.seek(start)
        return self._aside.read(size).decode("utf-8", "surrogatepass")


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
