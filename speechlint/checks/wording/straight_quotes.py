"""Straight quotation marks round Chinese words, or among them, each pair with both halves of the curved one.

12" and 6' are sizes, I'm has an apostrophe: none of them
opens a quotation. A line with an odd mark left over may pair them wrongly: its fix is not safe, nor is that of a
single pair that stands in no other, as it should be a double one.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.chinese import is_chinese
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.quick.typing import Any

_DOUBLE, _SINGLE, _WIDE, _PRIME = '"', "'", "＂", "″"
_CURVED = {_DOUBLE: "“”", _SINGLE: "‘’", _WIDE: "“”", _PRIME: "“”"}
_CLOSING = frozenset("，。、；：！？,.;:!?)）》”’\n")
ABOUT = "中文里的直引号，一对改成弯的"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "entries": Option(
            "entries",
            "直引号",
            "straight marks",
            required=True,
            table={"mark": Option("word", "是哪一个", "which mark", required=True, of=tuple(_CURVED))},
        )
    }


_FAR = 90  # what is longer was not meant as a quotation


class Pair(NamedTuple):
    """Where a pair opens and closes; ``sure`` where nothing of its line is left over."""

    start: int
    end: int
    sure: bool


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {name: frozenset({entry["mark"]}) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    doc = query.doc
    for name in query.found:
        mark = query.options["entries"][name]["mark"]
        pairs = [pair for line in doc.lines for pair in _pairs(doc.text, line, mark)]
        for curved, safe in (("“”", True), ("‘’", True), ("“”", False)):
            alike = [pair for pair in pairs if _answer(doc, pair, mark) == (curved, safe)]
            if alike:
                yield _hit(alike, mark, curved, name, safe=safe)


def _hit(pairs: list[Pair], mark: str, curved: str, name: str, *, safe: bool) -> Hit:
    spans = tuple([Span(pair.start, pair.end) for pair in pairs])
    edits = [
        edit
        for start, end in spans
        for edit in (Edit(Span(start, start + 1), curved[0]), Edit(Span(end - 1, end), curved[1]))
    ]
    words = {"mark": mark, "open": curved[0], "close": curved[1], "times": str(len(spans))}
    fix = Fix(tuple(edits), safe, f"改为 {curved[0]} {curved[1]}", f"change to {curved[0]} {curved[1]}")
    return Hit(spans[0], words, (fix,), entry=name, occurrences=spans)


def _answer(doc: Document, pair: Pair, mark: str) -> tuple[str, bool]:
    """The marks that a pair should be, and whether that is sure."""
    if mark != _SINGLE:
        return "“”", pair.sure
    line = doc.line_at(pair.start)
    before = doc.text[line.start : pair.start]
    doubles = _pairs(doc.text, line, _DOUBLE)
    inner = before.rfind("“") > before.rfind("”") or any(d.start < pair.start < d.end for d in doubles)
    return ("‘’", True) if inner and pair.sure else ("“”", False)


def _pairs(text: str, line: Span, mark: str) -> Iterator[Pair]:
    """The pairs of a line that hold something Chinese."""
    found: list[tuple[int, int]] = []
    opened, lone = -1, False
    at = text.find(mark, *line)
    while at >= 0:
        if opened >= 0 and not (mark == _SINGLE and _is_apostrophe(text, at)):
            found.append((opened, at + 1))
            opened = -1
        elif opened < 0 and not _is_unit(text, at, mark):
            closing = text[at + 1 : at + 2] in _CLOSING  # of one that was opened otherwise: “三性",
            opened, lone = (-1, True) if closing else (at, lone)
        at = text.find(mark, at + 1, line.end)
    for start, end in found:
        inner = text[start + 1 : end - 1]
        if len(inner) <= _FAR and (any(map(is_chinese, inner)) or _is_among(text, start, end, mark)):
            yield Pair(start, end, opened < 0 and not lone)


def _is_among(text: str, start: int, end: int, mark: str) -> bool:
    """Whether figures are quoted among Chinese words: 拨打"12345"，."""
    beside = text[end : end + 1]
    quoted = mark != _SINGLE and text[start + 1 : end - 1].isdigit() and is_chinese(text[start - 1 : start])
    return quoted and (beside in _CLOSING or is_chinese(beside))


def _is_unit(text: str, at: int, mark: str) -> bool:
    """Whether it is a sign of inches or feet, or the apostrophe at a word's end."""
    before = text[at - 1 : at] if at else "\n"
    return before.isdigit() or (mark == _SINGLE and before.isascii() and before.isalpha())


def _is_apostrophe(text: str, at: int) -> bool:
    return bool(regex.compile("[A-Za-z]'[A-Za-z]").match(text, at - 1))
