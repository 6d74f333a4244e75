"""The places of passages that stand twice: loaded once it is known that there are some."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, count, islice

from speechlint.checks import go_on
from speechlint.checks.repeats.screens import (
    CLAUSE,
    CLAUSE_MARKS,
    MOST,
    PARAGRAPH,
    SENTENCE,
    SENTENCE_MARKS,
    doubled,
)
from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Related
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import HUGE, column
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechlint.document import Document

_OFTEN = 1_024  # pieces after which one may think better of it
_WIDELY = 8  # a clause that stands in more paragraphs than this tells nothing
_STOPS = ("。", "；")
_SHORT = 10  # a sentence of fewer may be said twice for effect, one of 20 is told as a passage
_PAUSES = ("，", "、", ",", "：", ":")
_COPY = regex.later(r"[，、。；！？：,;:!?]")


class Units(NamedTuple):
    """Sentences or clauses in order: hashes of their letters and figures, how many those are, and where they stand."""

    keys: Sequence[int]
    sizes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.ends[last])


def _units(text: str, marks: str, between: Callable[[], None] = go_on) -> Units:
    """The pieces between marks; those without letters and figures are left out."""
    made = column(len(text))
    units = Units(column(len(text), "q")(()), made(()), made(()), made(()))
    keys, sizes, starts, ends = (numbers.extend for numbers in units)  # type: ignore[attr-defined]
    unspoken, found = regex.compile(r"[\W_]+"), regex.compile(f"[^{marks}]+").finditer(text)
    while spans := [match.span() for match in islice(found, _OFTEN)]:
        between()
        pieces = [text[start:end] for start, end in spans]
        spoken = [piece if piece.isalnum() else unspoken.sub("", piece) for piece in pieces]
        if not all(spoken):
            spans, spoken = list(compress(spans, spoken)), list(filter(None, spoken))
        keys(map(hash, spoken))
        sizes(map(len, spoken))
        starts([start for start, _ in spans])
        ends([end for _, end in spans])
    return units


def _clauses_of(doc: Document, between: Callable[[], None]) -> Units:
    """The clauses of a text; those of a huge one are not kept, but found again where they are asked for."""
    if len(doc.text) > HUGE:
        return _units(doc.text, CLAUSE_MARKS, between)
    return _kept_clauses(doc, between)


@lru_cache(maxsize=1)
def _kept_clauses(doc: Document, between: Callable[[], None]) -> Units:
    return _units(doc.text, CLAUSE_MARKS, between)


def passages(doc: Document, between: Callable[[], None]) -> Iterator[Hit]:
    units = _units(doc.text, SENTENCE_MARKS, between)
    for first, last, before in _twice(doc, units):
        between()
        yield _hit(doc, _with_mark(doc, units.span(first, last)), units.span(before, before))


def _twice(doc: Document, units: Units) -> Iterator[tuple[int, int, int]]:
    """Runs of units that stood before: the first and the last of the run, and the earlier first."""
    keys, sizes = units.keys, units.sizes
    seen: dict[int, int] = {}
    at = 0
    while at < len(keys):
        earlier = seen.get(keys[at], -1) if sizes[at] >= SENTENCE else -1
        end = at
        if earlier >= 0:
            while end < len(keys) and earlier + end - at < at and keys[end] == keys[earlier + end - at]:
                end += 1
        for unit in range(at, max(end, at + 1)):
            if sizes[unit] >= SENTENCE:
                seen.setdefault(keys[unit], unit)
        if (
            earlier >= 0
            and not _is_list(doc, units, range(at, end))
            and not _is_list(doc, units, range(earlier, earlier + 1))
        ):
            yield at, end - 1, earlier
        at = max(end, at + 1)


def _is_list(doc: Document, units: Units, run: range) -> bool:
    """Whether all are headings or titles on lines of their own: a table of contents repeats them."""
    text, starts, ends = doc.text, units.starts, units.ends
    return all(
        units.sizes[at] <= 50
        and text[ends[at] : ends[at] + 1] in ("", "\n")
        and text[max(0, starts[at] - 1) : starts[at]] in ("", "\n")
        for at in run
    )


def paragraphs(doc: Document, between: Callable[[], None]) -> Iterator[Hit]:
    """Paragraphs of which most stands, clause by clause, in an earlier one, but not sentence by sentence."""
    units = _clauses_of(doc, between)
    twice = doubled(compress(units.keys, map(CLAUSE.__le__, units.sizes)), len(doc.text))
    homes: dict[int, list[int]] = {}
    lines: list[Span] = []
    met: set[str] = set()
    for line, first, past in _by_line(doc, units):
        between()
        if doc[line] in met and _long_in(doc[line]):
            continue
        met.add(doc[line])
        own = twice.intersection(units.keys[first:past])
        if not own:
            continue
        sizes = dict(zip(units.keys[first:past], units.sizes[first:past], strict=True))
        shared: dict[int, int] = {}
        for key in own:
            size, known = sizes[key], homes.setdefault(key, [])
            for home in known:
                shared[home] = shared.get(home, 0) + size
            if len(known) < _WIDELY:
                known.append(len(lines))
        lines.append(line)
        total = sum(units.sizes[first:past])
        if total < PARAGRAPH or not shared:
            continue
        same = max(shared.values())
        if same >= MOST * total:
            home = min(home for home, size in shared.items() if size == same)
            if _long_in(doc[line]).isdisjoint(_long_in(doc[lines[home]])):
                yield _hit(doc, line, lines[home])


def _by_line(doc: Document, units: Units) -> Iterator[tuple[Span, int, int]]:
    """Each line that has units, without its indent; the first of them, and the first behind them."""
    at = 0
    while at < len(units.keys):
        start = units.starts[at]
        end = doc.text.find("\n", start)
        end = len(doc.text) if end < 0 else end
        past = bisect_right(units.starts, end, at)
        yield _trimmed(doc, start, end), at, past
        at = past


def _trimmed(doc: Document, start: int, end: int) -> Span:
    while doc.text[start] in COMMON_BLANKS:
        start += 1
    return Span(start, end)


@lru_cache(maxsize=64)
def _long_in(line: str) -> set[int]:
    """The long sentences of a line: where two lines share one, it is told as a passage."""
    units = _units(line, SENTENCE_MARKS)
    return set(compress(units.keys, map(SENTENCE.__le__, units.sizes)))


def clauses(doc: Document, between: Callable[[], None]) -> Iterator[Hit]:
    """A clause, or two, that stand twice in a row."""
    units = _clauses_of(doc, between)
    keys = units.keys
    told = -1
    for size in (1, 2, 3):
        for at in list(compress(count(), map(int.__eq__, keys, islice(keys, size, None)))):
            again = keys[at + size : at + 2 * size]
            letters = sum(units.sizes[at + size : at + 2 * size])
            if keys[at : at + size] != again or letters < CLAUSE or at < told:
                continue
            first = units.span(at, at + size - 1)
            span = units.span(at + size, at + 2 * size - 1)
            parted = doc.text[first.end : span.start].strip(COMMON_BLANKS)
            if parted not in _PAUSES and (parted not in _STOPS or not _SHORT <= letters < SENTENCE):
                continue
            told = at + size
            yield _hit(doc, _with_mark(doc, span) if parted in _STOPS else span, first)


def _with_mark(doc: Document, span: Span) -> Span:
    start, end = span
    while start < end and doc.text[start] in COMMON_BLANKS:
        start += 1
    return Span(start, end + 1) if doc.text[end : end + 1].strip() else Span(start, end)


def _hit(doc: Document, span: Span, before: Span) -> Hit:
    place = doc.place(doc.alignment.to_source(before).start)
    start, end = span
    if start and _COPY.match(doc.text[start - 1]) and not _COPY.match(doc.text[end - 1]):
        start -= 1
    fix = Fix((Edit(Span(start, end), ""),), title="删去后一处", title_en="delete the second")
    words = {"line": str(place.line), "opening": doc[span].strip()[:16]}
    return Hit(span, words, (fix,), related=(Related(before, "第一次出现在这里", "here for the first time"),))
