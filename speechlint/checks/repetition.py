"""Passages that stand twice: sentences word for word, paragraphs nearly so, clauses side by side.

Option: ``of``: ``passage`` (a sentence or more, word for word), ``paragraph`` (most of its clauses stand in
another one), ``clause`` (twice in a row). Linear in the text: what is compared are whole sentences and clauses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, compress, count, islice
from operator import eq

from speechlint import regex
from speechlint.checks import Query
from speechlint.document import Document, Span
from speechlint.errors import RuleError
from speechlint.finding import Edit, Fix, Hit, Related
from speechlint.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from speechlint.yamlfile import Node

_SENTENCE_MARKS = "。；！？!?;\n"
_CLAUSE_MARKS = "，、：,:" + _SENTENCE_MARKS
_TO_SENTENCES = dict.fromkeys(map(ord, _SENTENCE_MARKS), "\n")
_TO_CLAUSES = dict.fromkeys(map(ord, _CLAUSE_MARKS), "\n")
_STOP, _COMMA = "\x01", "\x02"
_SENTENCE = 20  # written characters: proofread reports repeat no sentence longer than this
_CLAUSE = 6
_PARAGRAPH = 40
_MOST = 0.7  # share of a paragraph's characters that stand in the other
_WIDELY = 8  # a clause that stands in more paragraphs than this tells nothing
_BLANKS = " \u3000\xa0\t"
_PAUSES = ("，", "、", ",", "：", ":")
_COPY = regex.compile(r"[，、。；！？：,;:!?]")


class Unit(NamedTuple):
    """A sentence or clause: its span, and its letters and figures without marks and blanks."""

    span: Span
    key: str


def compile(options: Node) -> dict[str, Any]:
    from speechlint.yamlfile import check_keys

    check_keys(options, {"of": str}, ("of",), RuleError)
    if options["of"] not in _KINDS:
        raise RuleError(f"{options.where('of')}: “of”只认 {'、'.join(_KINDS)}")
    return dict(options)


def check(query: Query) -> Iterator[Hit]:
    may, tell = _KINDS[query.options["of"]]
    if may(_keys(query.doc)):
        yield from tell(query.doc)


@lru_cache(maxsize=1)
def _keys(doc: Document) -> str:
    """The letters and figures of the text, and what parts them: lines, sentences, clauses."""
    table: dict[int, str | None] = dict.fromkeys(ord(c) for c in set(doc.text) if not c.isalnum())
    table |= dict.fromkeys(map(ord, _CLAUSE_MARKS), _COMMA)
    table |= dict.fromkeys(map(ord, _SENTENCE_MARKS), _STOP)
    table[ord("\n")] = "\n"
    return doc.text.translate(table)


def _has_passages(keys: str) -> bool:
    """Whether a long sentence stands twice."""
    sentences = keys.replace(_COMMA, "").replace("\n", _STOP).split(_STOP)
    long = [key for key in sentences if len(key) >= _SENTENCE]
    return len(set(long)) < len(long)


def _has_paragraphs(keys: str) -> bool:
    """Whether most of a paragraph is clauses that stand twice."""
    lines = keys.replace(_STOP, _COMMA).split("\n")
    counted = Counter(key for key in keys.replace(_STOP, _COMMA).replace("\n", _COMMA).split(_COMMA))
    twice = {key for key, number in counted.items() if number > 1 and len(key) >= _CLAUSE}
    if not twice:
        return False
    for line in lines:
        shared = sum(map(len, twice.intersection(line.split(_COMMA))))
        if shared and shared >= _MOST * (len(line) - line.count(_COMMA)):
            return True
    return False


def _has_clauses(keys: str) -> bool:
    """Whether one, two or three clauses come again right after themselves."""
    clauses = list(filter(None, keys.replace(_STOP, _COMMA).replace("\n", _COMMA).split(_COMMA)))
    for size in (1, 2, 3):
        for at in compress(count(), map(eq, clauses, islice(clauses, size, None))):
            group = clauses[at : at + size]
            if sum(map(len, group)) >= _CLAUSE and group == clauses[at + size : at + 2 * size]:
                return True
    return False


def _units(text: str, marks: dict[int, str]) -> list[Unit]:
    """The pieces between marks, in order; empty ones are left out."""
    pieces = text.translate(marks).split("\n")
    keys = [piece if piece.isalnum() else "".join(filter(str.isalnum, piece)) for piece in pieces]
    starts = accumulate((len(piece) + 1 for piece in pieces), initial=0)
    return [
        Unit(Span(at, at + len(piece)), key)
        for at, piece, key in zip(starts, pieces, keys, strict=False)
        if key
    ]


@lru_cache(maxsize=1)
def _clauses_of(doc: Document) -> list[Unit]:
    return _units(doc.text, _TO_CLAUSES)


def _passages(doc: Document) -> Iterator[Hit]:
    for first, last, before in _twice(doc, _units(doc.text, _TO_SENTENCES)):
        span = _with_mark(doc, Span(first.span.start, last.span.end))
        yield _hit(doc, span, before.span)


def _twice(doc: Document, units: list[Unit]) -> Iterator[tuple[Unit, Unit, Unit]]:
    """Runs of units that stood before: the first and the last of the run, and the earlier first."""
    seen: dict[str, int] = {}
    at = 0
    while at < len(units):
        earlier = seen.get(units[at].key, -1) if len(units[at].key) >= _SENTENCE else -1
        end = at
        if earlier >= 0:
            while (
                end < len(units)
                and earlier + end - at < at
                and units[end].key == units[earlier + end - at].key
            ):
                end += 1
        for unit in range(at, max(end, at + 1)):
            seen.setdefault(units[unit].key, unit)
        if (
            earlier >= 0
            and not _is_list(doc, units[at:end])
            and not _is_list(doc, units[earlier : earlier + 1])
        ):
            yield units[at], units[end - 1], units[earlier]
        at = max(end, at + 1)


def _is_list(doc: Document, run: list[Unit]) -> bool:
    """Whether all are headings or titles on lines of their own: a table of contents repeats them."""
    text = doc.text
    return all(
        len(unit.key) <= 50
        and text[unit.span.end : unit.span.end + 1] in ("", "\n")
        and text[max(0, unit.span.start - 1) : unit.span.start] in ("", "\n")
        for unit in run
    )


def _paragraphs(doc: Document) -> Iterator[Hit]:
    """Paragraphs of which most stands, clause by clause, in an earlier one, but not sentence by sentence."""
    clauses = _clauses_of(doc)
    counted = Counter(unit.key for unit in clauses if len(unit.key) >= _CLAUSE)
    if all(number == 1 for number in counted.values()):
        return
    homes: dict[str, list[int]] = {}
    lines: list[Span] = []
    for line, units in _by_line(doc, clauses):
        number = len(lines)
        lines.append(line)
        total = sum(len(unit.key) for unit in units)
        keys = {unit.key for unit in units if len(unit.key) >= _CLAUSE and counted[unit.key] > 1}
        shared: Counter[int] = Counter()
        for key in keys:
            for home in homes.get(key, ()):
                shared[home] += len(key)
            homes.setdefault(key, []).append(number)
            del homes[key][_WIDELY:]
        if total < _PARAGRAPH or not shared:
            continue
        home, same = shared.most_common(1)[0]
        if same >= _MOST * total and not _same_sentences(doc, line, lines[home]):
            yield _hit(doc, line, lines[home])


def _by_line(doc: Document, units: list[Unit]) -> Iterator[tuple[Span, list[Unit]]]:
    run: list[Unit] = []
    end = -1
    for unit in units:
        if unit.span.start > end:
            if run:
                yield _trimmed(doc, run), run
            run, end = [], doc.line_at(unit.span.start).end
        run.append(unit)
    if run:
        yield _trimmed(doc, run), run


def _trimmed(doc: Document, run: list[Unit]) -> Span:
    start = run[0].span.start
    while doc.text[start] in _BLANKS:
        start += 1
    return Span(start, doc.line_at(start).end)


def _same_sentences(doc: Document, line: Span, other: Span) -> bool:
    """Whether a whole sentence is the same, so that it is told as a passage."""
    mine = {unit.key for unit in _units(doc[line], _TO_SENTENCES) if len(unit.key) >= _SENTENCE}
    return any(unit.key in mine for unit in _units(doc[other], _TO_SENTENCES))


def _clauses(doc: Document) -> Iterator[Hit]:
    """A clause, or two, that stand twice in a row."""
    units = _clauses_of(doc)
    keys = [unit.key for unit in units]
    told = -1
    for size in (1, 2, 3):
        for at in [at for at, (a, b) in enumerate(zip(keys, keys[size:], strict=False)) if a == b]:
            again = keys[at + size : at + 2 * size]
            letters = sum(map(len, again))
            if keys[at : at + size] != again or letters < _CLAUSE or at < told:
                continue
            first = Span(units[at].span.start, units[at + size - 1].span.end)
            span = Span(units[at + size].span.start, units[at + 2 * size - 1].span.end)
            if doc.text[first.end : span.start].strip(_BLANKS) not in _PAUSES:
                continue
            told = at + size
            yield _hit(doc, span, first)


def _with_mark(doc: Document, span: Span) -> Span:
    start, end = span
    while start < end and doc.text[start] in _BLANKS:
        start += 1
    return Span(start, end + 1) if doc.text[end : end + 1].strip() else Span(start, end)


def _hit(doc: Document, span: Span, before: Span) -> Hit:
    place = doc.place(doc.alignment.to_source(before).start)
    start, end = span
    if start and _COPY.match(doc.text[start - 1]) and not _COPY.match(doc.text[end - 1]):
        start -= 1
    fix = Fix((Edit(Span(start, end), ""),), title="删去后一处")
    words = {"line": str(place.line), "opening": doc[span].strip()[:16]}
    return Hit(span, words, (fix,), related=(Related(before, "第一次出现在这里"),))


# Each kind: whether there can be any, told from the keys alone, and the search itself.
_KINDS = {
    "passage": (_has_passages, _passages),
    "paragraph": (_has_paragraphs, _paragraphs),
    "clause": (_has_clauses, _clauses),
}
