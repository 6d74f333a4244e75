"""What of a draft stands in an archive: one question to the engine, then every passage verified on the texts."""

from __future__ import annotations

from speechlint.archive import queries
from speechlint.archive.fingerprints import GRAM, winnowed
from speechlint.archive.passages import estimated, is_chance, verified
from speechlint.archive.shelf import Entry
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.archive.engines import Engine
    from speechlint.archive.formulas import Formulas
    from speechlint.archive.passages import Passage
    from speechlint.archive.shelf import Read, Shelf

LEAST = 30  # letters that a passage has of its own, formulas apart
_ALIKE = 0.6  # of its letters at least
_FRAME = 3  # drafts of a series, besides this one, that have what is its frame
_WITHIN = 0.8  # of a passage: it is told with the other one


class Copied(NamedTuple):
    """A passage of the draft that stands in another, ``entry``; in ``others`` it stands, too.

    ``reason`` is why it is left out, "" where it is not.
    """

    passage: Passage
    entry: Entry
    read: Read | None
    others: tuple[Entry, ...] = ()
    reason: str = ""


class Found(NamedTuple):
    """The passages by place, those left out too, and the formulas of the draft, those of the archive among them."""

    passages: Sequence[Copied]
    formulas: Formulas


def copied(
    draft: Read, engine: Engine, shelf: Shelf, key: bytes, formulas: Formulas, without: Sequence[int] = ()
) -> Found:
    """The passages of ``draft`` in the archive; ``without`` are the numbers of drafts not to look at."""
    import pyarrow as pa

    prints = winnowed(draft.letters, key)
    engine.put("draft", pa.table({"digest": prints.digest, "at": prints.at}))
    engine.keep("met", queries.MET.format(without=", ".join(map(str, without)) or "0"))
    engine.keep("spread", queries.SPREAD)
    common = [at for at, _ in engine.rows(queries.COMMON.format(most=formulas.most))]
    formulas = formulas.with_common(common, GRAM)
    seeds: dict[int, list[tuple[int, int]]] = {}
    for text, here, there in engine.rows(queries.PLACES.format(most=formulas.most)):
        seeds.setdefault(text, []).append((here, there))
    entries = {entry.text: entry for entry in entries_of(engine, seeds)}
    found = [
        one
        for text, places in seeds.items()
        if text in entries
        for one in _of_one(draft, entries[text], shelf, places, formulas)
    ]
    told = (_in_series(one, draft, shelf) for one in _once(found))
    passages = sorted(told, key=lambda one: (one.passage.here, one.entry.path))
    return Found(passages, formulas)


def entries_of(engine: Engine, texts: Iterable[int]) -> Iterator[Entry]:
    """The drafts with these numbers."""
    import pyarrow as pa

    engine.put("wanted", pa.table({"text": pa.array(list(texts), pa.int64())}))
    for row in engine.rows(queries.ENTRIES):
        yield Entry(*row)


def between(one: str, other: str, seeds: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """The passages of some letters that stand in others.

    ``other`` is "" where it is not to be had: then the seeds alone say what there is.
    """
    for passage in verified(one, other, seeds) if one and other else estimated(seeds):
        if passage.same >= LEAST and passage.likeness >= _ALIKE:
            yield passage


def _of_one(
    draft: Read, entry: Entry, shelf: Shelf, seeds: Sequence[tuple[int, int]], formulas: Formulas
) -> Iterator[Copied]:
    other = shelf.find(entry)
    theirs = other.letters if other else ""
    if theirs and is_chance(draft.letters, theirs, seeds, LEAST):
        return
    for passage in between(draft.letters, theirs, seeds):
        yield Copied(passage, entry, other, reason=formulas.reason(passage, LEAST))


def _in_series(one: Copied, draft: Read, shelf: Shelf) -> Copied:
    """The passage, left out where all it stands in, several, are of the draft's own series: it is their frame."""
    if one.reason or 1 + len(one.others) < _FRAME or not draft.series:
        return one
    mates = (one.read, *map(shelf.find, one.others))
    alike = all(mate is not None and mate.series == draft.series for mate in mates)
    return one._replace(reason="series") if alike else one


def _once(found: Iterable[Copied]) -> Iterator[Copied]:
    """Of passages in one place, the one with most in common, and in which drafts it stands, too."""
    told: list[Copied] = []
    for one in sorted(
        found, key=lambda one: (bool(one.reason), -one.passage.same, one.entry.date, one.entry.path)
    ):
        at = next(
            (at for at, other in enumerate(told) if _is_within(one.passage.here, other.passage.here)), None
        )
        if at is None:
            told.append(one)
        elif not one.reason and _has_too(one, told[at]):
            told[at] = told[at]._replace(others=(*told[at].others, one.entry))
    yield from told


def _has_too(one: Copied, told: Copied) -> bool:
    """Whether a draft that is not named yet has all of a passage, not a piece of it."""
    return _is_within(told.passage.here, one.passage.here) and one.entry not in (told.entry, *told.others)


def _is_within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return min(one[1], other[1]) - max(one[0], other[0]) >= _WITHIN * (one[1] - one[0])
