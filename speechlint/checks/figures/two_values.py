"""The same clause twice in a draft with two numbers: 工会组织总数达到326家 … 工会组织总数达到362家."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.quick.typing import Any

ABOUT = "同一句话两处数目不同"
_VERBS = ("共有", "总数达", "总数为", "总额达", "总额为", "总量达", "现有", "共计")
_PAUSES = "，。；：、！？\n ,;:（("
_VALUE = regex.later(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>[万亿]?(?:元|人|家|户|个|名|件|所|%))")
_LEAST, _MOST = 8, 24
_TIMES = regex.later(r"\d|年|月|季|目标|力争|预计|计划|规划|要|每|各|其中|分别|增|减|比")


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(_VERBS)}


def check(query: Query) -> Iterator[Hit]:
    doc = query.doc
    seen: dict[tuple[str, str], re.Match[str]] = {}
    for offset in sorted(query.found[""]):
        match = next((m for ahead in (2, 3, 4) if (m := _VALUE.match(doc.text, offset + ahead))), None)
        if not match:
            continue
        what = _clause(doc, match.start())
        if len(what) < _LEAST or _TIMES.search(what):
            continue
        first = seen.setdefault((what, match["unit"]), match)
        if first["number"] != match["number"]:
            related = (Related(Span(*first.span()), "前面的数", "the figure before"),)
            yield Hit(Span(*match.span()), {"what": what, "other": first[0]}, related=related)


def _clause(doc: Document, end: int) -> str:
    """The words of the clause before a number; "" where the sentence tells of another time."""
    sentence = doc.sentence_at(end)
    start = end
    while start > sentence.start and end - start < _MOST and doc.text[start - 1] not in _PAUSES:
        start -= 1
    if start > sentence.start and doc.text[start - 1] not in _PAUSES:
        return ""
    before = doc.text[sentence.start : start]
    return (
        ""
        if regex.compile(r"\d{4}年|[去今明上]年|十[一二三四五]五|末").search(before)
        else doc.text[start:end]
    )
