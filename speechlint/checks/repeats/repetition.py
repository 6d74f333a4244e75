"""Passages that stand twice: sentences word for word, paragraphs nearly so, clauses side by side.

Linear in the text: what is compared are whole sentences and clauses.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, compress, count, islice

from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Related
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import HUGE, column
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document

ABOUT = "写了两遍的句子、段落和分句"
_OF = {
    "passage": ("一句以上一字不差", "a sentence or more, word for word"),
    "paragraph": ("一段的大半在另一段里也有", "most of its clauses stand in another one"),
    "clause": ("接连写了两遍", "twice in a row"),
}


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {"of": Option("word", "哪一种", "what is looked at", required=True, of=_OF)}


_SENTENCE_MARKS = "。；！？!?;\n"
_CLAUSE_MARKS = "，、：,:" + _SENTENCE_MARKS
_HAN = "\u4e00-\u9fa5"  # as \w would find them, but sooner
_SENTENCE = 20  # written characters: proofread reports repeat no sentence longer than this
_CLAUSE = 6
_PARAGRAPH = 40
_MOST = 0.7  # share of a paragraph's characters that stand in the other
_WIDELY = 8  # a clause that stands in more paragraphs than this tells nothing
_STOPS = ("。", "；")
_SHORT = 10  # a sentence of fewer may be said twice for effect, one of 20 is told as a passage
_PAUSES = ("，", "、", ",", "：", ":")
_CHUNK = 200_000  # characters
_MANY = 100_000  # keys that are held against each other at once
_COPY = regex.later(r"[，、。；！？：,;:!?]")


class Units(NamedTuple):
    """Sentences or clauses in order: hashes of their letters and figures, how many those are, and where they stand."""

    keys: Sequence[int]
    sizes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.ends[last])


def check(query: Query) -> Iterator[Hit]:
    may, tell = _KINDS[query.options["of"]]
    if may(query.doc):
        yield from tell(query.doc)


def chunks(text: str) -> Iterator[str]:
    """The text in parts of whole lines: what a part needs besides is soon given back."""
    start = 0
    while len(text) - start > _CHUNK:
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        yield text[start:end]
        start = end
    yield text[start:]


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    """The letters and figures of the lines of a text, with ， and 。 for all marks that part clauses and sentences."""
    plain = "".join(regex.compile(f"[{_HAN}\\w{_CLAUSE_MARKS}]+").findall(text)).replace("_", "")
    for mark in _CLAUSE_MARKS.replace("\n", ""):
        plain = plain.replace(mark, "。" if mark in _SENTENCE_MARKS else "，")
    return plain


@lru_cache(maxsize=1)
def plain_clauses(text: str) -> list[str]:
    """The letters and figures of each clause of a text."""
    return list(filter(None, _plain(text).replace("，", "\n").replace("。", "\n").split("\n")))


@lru_cache(maxsize=1)
def _echoed(text: str) -> set[str]:
    """The clauses that stand more than once in a text."""
    seen: set[str] = set()
    again: set[str] = set()
    for clause in plain_clauses(text):
        (again if clause in seen else seen).add(clause)
    return again


def _has_passages(doc: Document) -> bool:
    """Whether a long sentence stands twice."""
    every = chain.from_iterable(map(_long_sentences, chunks(doc.text)))
    return bool(_doubled(map(hash, every), len(doc.text)))


def _long_sentences(text: str) -> list[str]:
    sentences = _plain(text).replace("，", "").replace("。", "\n").split("\n")
    return [sentence for sentence in sentences if len(sentence) >= _SENTENCE]


def _has_paragraphs(doc: Document) -> bool:
    """Whether most of a paragraph is clauses that stand twice."""
    if len(doc.text) <= _CHUNK:
        long = (len(clause) for clause in _echoed(doc.text) if len(clause) >= _CLAUSE)
        if sum(long) < _MOST * _PARAGRAPH:
            return False
    every = chain.from_iterable(map(plain_clauses, chunks(doc.text)))
    twice = _doubled((hash(clause) for clause in every if len(clause) >= _CLAUSE), len(doc.text))
    for line in (line for chunk in chunks(doc.text) for line in _plain(chunk).split("\n")) if twice else ():
        if len(line) < _PARAGRAPH:
            continue
        clauses = line.replace("，", "。").split("。")
        shared = sum(len(clause) for clause in set(clauses) if hash(clause) in twice)
        if shared and shared >= _MOST * sum(map(len, clauses)):
            return True
    return False


def _doubled(keys: Iterable[int], size: int) -> set[int]:
    """The keys of a text of ``size`` characters that come more than once."""
    known = column(size, "q")(keys)
    if isinstance(known, list) and len(set(known)) == len(known):
        return set()
    doubled: set[int] = set()
    shares = 1 + len(known) // _MANY
    for share in range(shares):
        seen: set[int] = set()
        for key in known if shares == 1 else (key for key in known if key % shares == share):
            if key in seen:
                doubled.add(key)
            seen.add(key)
    return doubled


def _has_clauses(doc: Document) -> bool:
    """Whether one, two or three clauses come again right after themselves."""
    for chunk in chunks(doc.text):
        clauses, echoed = plain_clauses(chunk), _echoed(chunk)
        for at, clause in enumerate(clauses):
            if clause not in echoed or clause not in clauses[at + 1 : at + 4]:
                continue
            for size in (1, 2, 3):
                group = clauses[at : at + size]
                if sum(map(len, group)) >= _CLAUSE and group == clauses[at + size : at + 2 * size]:
                    return True
    return False


def _units(text: str, marks: str) -> Units:
    """The pieces between marks; those without letters and figures are left out."""
    made = column(len(text))
    units = Units(column(len(text), "q")(()), made(()), made(()), made(()))
    keys, sizes, starts, ends = (numbers.append for numbers in units)  # type: ignore[attr-defined]
    unspoken = regex.compile(r"[\W_]+")
    for match in regex.compile(f"[^{marks}]+").finditer(text):
        piece = match[0]
        if not piece.isalnum():
            piece = unspoken.sub("", piece)
            if not piece:
                continue
        keys(hash(piece))
        sizes(len(piece))
        starts(match.start())
        ends(match.end())
    return units


def _clauses_of(doc: Document) -> Units:
    """The clauses of a text; those of a huge one are not kept, but found again where they are asked for."""
    return _kept_clauses(doc) if len(doc.text) <= HUGE else _units(doc.text, _CLAUSE_MARKS)


@lru_cache(maxsize=1)
def _kept_clauses(doc: Document) -> Units:
    return _units(doc.text, _CLAUSE_MARKS)


def _passages(doc: Document) -> Iterator[Hit]:
    units = _units(doc.text, _SENTENCE_MARKS)
    for first, last, before in _twice(doc, units):
        yield _hit(doc, _with_mark(doc, units.span(first, last)), units.span(before, before))


def _twice(doc: Document, units: Units) -> Iterator[tuple[int, int, int]]:
    """Runs of units that stood before: the first and the last of the run, and the earlier first."""
    keys, sizes = units.keys, units.sizes
    seen: dict[int, int] = {}
    at = 0
    while at < len(keys):
        earlier = seen.get(keys[at], -1) if sizes[at] >= _SENTENCE else -1
        end = at
        if earlier >= 0:
            while end < len(keys) and earlier + end - at < at and keys[end] == keys[earlier + end - at]:
                end += 1
        for unit in range(at, max(end, at + 1)):
            if sizes[unit] >= _SENTENCE:
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


def _paragraphs(doc: Document) -> Iterator[Hit]:
    """Paragraphs of which most stands, clause by clause, in an earlier one, but not sentence by sentence."""
    units = _clauses_of(doc)
    twice = _doubled(compress(units.keys, map(_CLAUSE.__le__, units.sizes)), len(doc.text))
    homes: dict[int, list[Span]] = {}
    for line, first, past in _by_line(doc, units):
        own = twice.intersection(units.keys[first:past])
        if not own:
            continue
        sizes = dict(zip(units.keys[first:past], units.sizes[first:past], strict=True))
        shared: dict[Span, int] = {}
        for key in own:
            for home in homes.get(key, ()):
                shared[home] = shared.get(home, 0) + sizes[key]
            homes.setdefault(key, []).append(line)
            del homes[key][_WIDELY:]
        total = sum(units.sizes[first:past])
        if total < _PARAGRAPH or not shared:
            continue
        home, same = min(shared.items(), key=lambda found: (-found[1], found[0]))
        if same >= _MOST * total and not _same_sentences(doc, line, home):
            yield _hit(doc, line, home)


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


def _same_sentences(doc: Document, line: Span, other: Span) -> bool:
    """Whether a whole sentence is the same, so that it is told as a passage."""
    mine, theirs = (_units(doc[place], _SENTENCE_MARKS) for place in (line, other))
    long = (set(compress(units.keys, map(_SENTENCE.__le__, units.sizes))) for units in (mine, theirs))
    return not set.isdisjoint(*long)


def _clauses(doc: Document) -> Iterator[Hit]:
    """A clause, or two, that stand twice in a row."""
    units = _clauses_of(doc)
    keys = units.keys
    told = -1
    for size in (1, 2, 3):
        for at in list(compress(count(), map(int.__eq__, keys, islice(keys, size, None)))):
            again = keys[at + size : at + 2 * size]
            letters = sum(units.sizes[at + size : at + 2 * size])
            if keys[at : at + size] != again or letters < _CLAUSE or at < told:
                continue
            first = units.span(at, at + size - 1)
            span = units.span(at + size, at + 2 * size - 1)
            between = doc.text[first.end : span.start].strip(COMMON_BLANKS)
            if between not in _PAUSES and (between not in _STOPS or not _SHORT <= letters < _SENTENCE):
                continue
            told = at + size
            yield _hit(doc, _with_mark(doc, span) if between in _STOPS else span, first)


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
    return Hit(span, words, (fix,), related=(Related(before, "第一次出现在这里"),))


# Each kind: whether there can be any, told without the places, and the search itself.
_KINDS = {
    "passage": (_has_passages, _passages),
    "paragraph": (_has_paragraphs, _paragraphs),
    "clause": (_has_clauses, _clauses),
}
