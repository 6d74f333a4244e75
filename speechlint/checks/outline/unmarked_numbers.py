"""Paragraphs that open with 一, 二, 三 and no mark behind: 一坚持……, 二推进……."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from speechlint.document import Span
from speechlint.document.numerals import numeral
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.quick.typing import Any

ABOUT = "一、二、三起头的段，序号后面丢了顿号"
_FIRST = regex.later(
    "一(?:(?<=^.)|(?<=[\n \u3000\xa0\t].))(?![些个直定方边年切旦心路代名位是要季次件项条种份月日号来则样律般对面致起线级流体系手人批])[\u4e00-\u9fff]"
)
_NEXT = regex.later("[二三四五六七八九](?![是要月十来号线楼级等手战者次话人则季年百千万])[\u4e00-\u9fff]")
_MOST = 9


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(("\n二", "\u3000二", " 二", "\t二"))}


def check(query: Query) -> Iterator[Hit]:
    doc, lines = query.doc, query.doc.line_starts
    for match in _FIRST.finditer(doc.text):
        start = match.start()
        at = bisect_right(lines, start)
        if _content(doc, lines[at - 1]) == start:
            below = (_content(doc, line) for line in islice(lines, at, None))
            starts = list(islice((one for one in below if one >= 0), _MOST - 1))
            marks = [Span(start, start + 1), *_followers(doc, starts)]
            if len(marks) > 1:
                edits = tuple([Edit(Span(mark.end, mark.end), "、") for mark in marks])
                yield Hit(
                    marks[0],
                    {"times": str(len(marks))},
                    fixes=(Fix(edits, title="补上顿号", title_en="put the 、 back"),),
                    occurrences=tuple(marks),
                )


def _content(doc: Document, start: int) -> int:
    """Where the words of the line begin that starts there; -1 for a blank one."""
    line = doc.line_at(start)
    words = doc[line].lstrip(COMMON_BLANKS)
    return line.end - len(words) if words else -1


def _followers(doc: Document, starts: list[int]) -> Iterator[Span]:
    """The numbers of the next paragraphs, as long as they go on from two."""
    for value, start in enumerate(starts, 2):
        if doc.text[start] != numeral(value) or not _NEXT.match(doc.text, start):
            return
        yield Span(start, start + 1)
