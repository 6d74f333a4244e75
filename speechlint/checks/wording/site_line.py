"""Lines that are no speech, judged by their words, their place, and the share of the line they cover.

Words in a banner (see ``banner``) find the whole of it. One line is reported once: by the first entry that
finds all of it, else by each that finds words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import HUGE, high_bytes
from speechlint.quick.typing import TYPE_CHECKING, made_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "不是讲话的行：网站的字、目录、水印"
_WRITTEN = regex.later(r"[^\W_]+")
_BETWEEN = 4
_LONG = 2000  # characters: a line longer than this is looked at near the literals only
_REACH = 300
_HAN_ROWS = bytes(range(0x4E, 0xA0))


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.wording import site_line_entries

    return site_line_entries.declared()


def prepare(options: Node) -> dict[str, Any]:
    """Makes the entries ready as ``site_line_entries`` does: a plain run needs none of that."""
    from speechlint.checks.wording import site_line_entries

    return site_line_entries.prepare(options)


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {name: frozenset(words) for name, words in options["gates"].items()}


def check(query: Query) -> Iterator[Hit]:
    doc, entries, found = query.doc, query.options["entries"], query.found
    told: dict[Span, list[Span]] = {}
    for name in filter(found.__contains__, entries):
        entry = entries[name]
        if entry["format"] and entry["format"] != doc.format:
            continue
        offsets = _in_place(doc, entry["place"], found[name]) if entry["place"] else found[name]
        for line in _lines(doc, entry, offsets) if offsets else ():
            before = told.get(line, ())
            for span, kept in _judged(doc, entry, line, found[name]):
                if not (before and any(span.overlaps(other) for other in before)):
                    told.setdefault(line, []).append(span)
                    yield _hit(doc, name, entry, span, line, kept)
    if query.options["between"]:
        name = query.options["between"]
        for line in _between(doc, sorted(told)):
            yield _hit(doc, name, entries[name], line, line, "")


def _lines(doc: Document, entry: Mapping[str, Any], offsets: Sequence[int]) -> Iterator[Span]:
    """The lines that may be of an entry where a literal stands."""
    text, starts, last = doc.text, doc.line_starts, len(doc.text) + 1
    known = _known(doc) if last <= HUGE else {}
    core, longest = regex.compile(entry["core"]), entry["longest"] or last
    past = 0
    for offset in offsets:
        if offset < past:
            continue
        at = bisect_right(starts, offset)
        past = starts[at] if at < len(starts) else last
        line = known.get(at) or known.setdefault(at, trimmed(doc, made_of(Span, (starts[at - 1], past - 1))))
        start, end = line
        size = end - start
        if size > longest and (size > _LONG or _exceeds(text[start:end], longest)):
            continue
        if size > _LONG or core.search(text[start:end]):  # mostly not
            yield line


def _in_place(doc: Document, place: str, offsets: Sequence[int]) -> Sequence[int]:
    """The offsets that stand in a place."""
    within: list[int] = []
    past = 0
    for start, end in _edges(doc)[place]:
        first = bisect_left(offsets, start, past)
        past = bisect_right(offsets, end, first)
        within += offsets[first:past]
    return within


@lru_cache(maxsize=1)
def _edges(doc: Document) -> dict[str, Sequence[Span]]:
    """What the places are, in order."""
    heads, tails = doc.edges
    return {"head": heads, "tail": tails, "edge": sorted((*heads, *tails))}


def trimmed(doc: Document, line: Span) -> Span:
    """A line without the blanks around it."""
    start, end = line
    words = doc.text[start:end]
    bare = words.strip(COMMON_BLANKS)
    if len(bare) == len(words):
        return line
    start = end - len(words.lstrip(COMMON_BLANKS))
    return made_of(Span, (start, start + len(bare)))


@lru_cache(maxsize=1)
def _known(_: Document) -> dict[int, Span]:
    """Lines of a draft by number, without the blanks around them: many entries ask for the same."""
    return {}


def _judged(
    doc: Document, entry: Mapping[str, Any], line: Span, offsets: Sequence[int]
) -> list[tuple[Span, str]]:
    """The words of ``line`` that the entry finds (none, some or all), each with the part of it that stays."""
    if entry["unless"] and regex.compile(entry["unless"]).search(doc[line]):
        return []
    if line.end - line.start <= _LONG:
        found = _matches(doc, entry["pattern"], line)
    else:
        stretches = _stretches(doc, entry["pattern"], line, offsets)
        found = [place for stretch in stretches for place in _matches(doc, entry["pattern"], stretch)]
    if entry["except"]:
        found = [place for place in found if not _excepted(doc, entry, place[0], line)]
    if not found or (entry["share"] and not _covers(doc, entry, line, [span for span, _ in found])):
        return []
    from speechlint.checks.wording.banner import is_banner

    return [(line, "")] if entry["whole"] or is_banner(doc, line) else found


def _matches(doc: Document, pattern: str, stretch: Span) -> list[tuple[Span, str]]:
    """The matches of the pattern, each with the part of it that stays."""
    expression, at = regex.compile(pattern), stretch.start
    keeps = "keep" in expression.groupindex
    return [
        (made_of(Span, (at + match.start(), at + match.end())), (match["keep"] or "") if keeps else "")
        for match in expression.finditer(doc[stretch])
        if match[0]
    ]


def _stretches(doc: Document, pattern: str, line: Span, offsets: Sequence[int]) -> list[Span]:
    """The parts of a very long line that are near the literals or its ends."""
    if "^" in pattern.replace("[^", "") or "$" in pattern:
        return [Span(line.start, line.start + _LONG // 2), Span(line.end - _LONG // 2, line.end)]
    stretches: list[Span] = []
    start, end = doc.line_at(line.start)
    for at in offsets[bisect_left(offsets, start) : bisect_right(offsets, end)]:
        near = Span(max(line.start, at - _REACH), min(line.end, at + _REACH))
        if stretches and near.start <= stretches[-1].end:
            near = Span(stretches.pop().start, near.end)
        stretches.append(near)
    return stretches


def _covers(doc: Document, entry: Mapping[str, Any], line: Span, words: list[Span]) -> bool:
    covered = sum([_written(doc[span]) for span in words])
    least = entry["share"] * _written(doc[line])
    return bool(covered >= least or covered + _along(doc, entry["along"], line, words) >= least)


def _along(doc: Document, expression: str | None, line: Span, words: list[Span]) -> int:
    """Written characters of the words that only go along with ``words``."""
    if not expression:
        return 0
    found = (Span(*m.span()) for m in regex.compile(expression).finditer(doc.text, *line))
    return sum(_written(doc[span]) for span in found if not any(span.overlaps(word) for word in words))


def _excepted(doc: Document, entry: Mapping[str, Any], span: Span, line: Span) -> bool:
    near = max(line.start, span.start - 40), min(line.end, span.end + 40)
    return any(
        span.overlaps(match.span())
        for expression in entry["except"]
        for match in regex.compile(expression).finditer(doc.text, *near)
    )


def _exceeds(words: str, longest: int) -> bool:
    """Whether more is written than that; in a much longer line the Han characters it begins with mostly tell."""
    if len(words) > 2 * longest:
        rows = high_bytes(words[: 2 * longest])
        if len(rows) - len(rows.translate(None, _HAN_ROWS)) > longest:
            return True
    return _written(words) > longest


@lru_cache(maxsize=1024)
def _written(words: str) -> int:
    """Characters that are no blanks and no marks."""
    return sum(map(len, _WRITTEN.findall(words))) or len(words.strip(COMMON_BLANKS))


def _between(doc: Document, told: list[Span]) -> Iterator[Span]:
    """Lines above a speech with site text right above and below, no blank line between them."""
    for above, below in pairwise(told):
        words = doc.text[above.end : below.start].split("\n")[1:-1]
        if not 0 < len(words) <= _BETWEEN or not all(map(str.strip, words)):
            continue
        at = doc.text.index("\n", above.end) + 1
        for line in words:
            if doc.edges.in_head(at):
                yield trimmed(doc, Span(at, at + len(line)))
            at += len(line) + 1


def _titles(whole: bool, kept: str) -> tuple[str, str]:
    """The title of the fix, in Chinese and in English."""
    if kept:
        return "去掉符号", "delete the marks"
    return ("删去这一行", "delete this line") if whole else ("删去这几个字", "delete these words")


def _hit(doc: Document, name: str, entry: Mapping[str, Any], span: Span, line: Span, kept: str) -> Hit:
    fixes: tuple[Fix, ...] = ()
    if entry["remove"]:
        taken = doc.line_at(span.start) if span == line else span
        if span == line and not kept and taken.end < len(doc.text):
            taken = Span(taken.start, taken.end + 1)
        fixes = (Fix((Edit(taken, kept),), entry["safe"], *_titles(span == line, kept)),)
    return Hit(
        span,
        {"what": "", **entry["words"]},
        fixes,
        entry=name,
        severity=Severity(entry["severity"]) if entry["severity"] else None,
        source=entry["source"],
        grade=entry["grade"],
        off=not entry["default"],
    )
