"""What the drafts of an archive look like together: faults and lengths by year, formulas and when they come and go."""

from __future__ import annotations

from speechlint.archive import queries
from speechlint.archive.copied import entries_of
from speechlint.archive.fingerprints import GRAM, WINDOW
from speechlint.archive.shared import common_in, joined
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.archive.against import Asked
    from speechlint.archive.engines import Engine
    from speechlint.archive.shelf import Read

_CLAUSE = regex.later("[，。；：、！？“”（）\n]")
_FINGERPRINTS = 600  # of the formulas that most drafts have
_LISTED = 30  # formulas
_LEAST = 8  # characters; what is left of a sentence that begins before


class Year(NamedTuple):
    """The drafts of a year ("" for those without a date); ``families`` have (drafts, places) by their letters."""

    year: str
    drafts: int
    characters: int
    least: int
    most: int
    families: Mapping[str, tuple[int, int]]


class Formula(NamedTuple):
    """A formulation, in how many drafts it stands, and in how many of each year."""

    words: str
    drafts: int
    years: Mapping[str, int]


class Statistics(NamedTuple):
    """``unread`` drafts could not be read; ``formulas`` come the most frequent first."""

    years: tuple[Year, ...]
    formulas: tuple[Formula, ...]
    unread: int


def statistics(asked: Asked) -> Statistics:
    """Counts the archive. Formulas are told in the words of a draft that still stands at its path; others are not told."""
    engine = asked.engine
    families: dict[str, dict[str, tuple[int, int]]] = {}
    for year, family, drafts, places in engine.rows(queries.FAMILIES):
        families.setdefault(year, {})[family] = (drafts, places)
    years = tuple(
        [
            Year(year, drafts, characters, least, most, families.get(year, {}))
            for year, drafts, characters, least, most in engine.rows(queries.YEARS)
        ]
    )
    [(unread,)] = engine.rows(queries.UNREAD)
    return Statistics(years, tuple(_formulas(asked)), unread)


def _formulas(asked: Asked) -> Iterator[Formula]:
    engine = asked.engine
    joined(engine, asked.most, pairs=False)
    common = {digest for digest, _ in engine.rows(queries.ALL_FORMULAS)}
    keep_formulas(engine)
    first = list(engine.rows(queries.FIRST))
    years: dict[int, dict[str, int]] = {}
    for digest, year, drafts in engine.rows(queries.COME_AND_GO):
        years.setdefault(digest, {})[year] = drafts
    entries = {entry.text: entry for entry in entries_of(engine, sorted({text for _, _, text, _ in first}))}
    told: set[str] = set()
    for digest, drafts, text, at in first:
        read = asked.shelf.find(entries[text]) if text in entries else None
        words = _words(read, at, common_in(read, asked.archive.settings.key, common)) if read else ""
        if len(words) >= _LEAST and not any(words in other or other in words for other in told):
            told.add(words)
            yield Formula(words, drafts, years[digest])
        if len(told) == _LISTED:
            return


def keep_formulas(engine: Engine) -> None:
    """Makes the tables ``often`` and ``stands`` of the most frequent of the ``formulas``."""
    engine.keep("often", queries.OFTEN.format(number=_FINGERPRINTS))
    engine.keep("stands", queries.STANDS)


def _words(read: Read, at: int, spans: tuple[tuple[int, int], ...]) -> str:
    """What many drafts say around a letter: from clause to clause, as far as its sentence goes."""
    start, end = next((span for span in spans if span[0] <= at < span[1]), (at, at + GRAM))
    first, last = read.span(start, min(end, len(read.letters)))
    sentence = read.doc.sentence_at(read.span(at, at + 1)[0])
    first, last = max(first, sentence.start), min(last, sentence.end)
    text = read.doc.text
    before, after = (
        text[max(sentence.start, first - WINDOW) : first],
        text[last : min(sentence.end, last + WINDOW)],
    )
    # fingerprints are thin at the ends of what is common: the clause may go on for a few letters
    first -= (
        len(_CLAUSE.split(before)[-1]) if _CLAUSE.search(before) or first - WINDOW <= sentence.start else 0
    )
    last += len(_CLAUSE.split(after)[0]) if _CLAUSE.search(after) else 0
    return " ".join(text[first:last].split())
