"""Named sets that are spelled out: all members there, in their order.

Several entries may share a phrase: a draft that spells out any one of them rightly is right.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit, Related, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.quick.typing import Any

ABOUT = "有名称的几项展开来写，少了、多了或次序不对"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import GRADE, SEVERITY, Option

    return {
        "entries": Option(
            "entries",
            "有名称的几项",
            "named sets",
            required=True,
            table={
                "phrase": Option("text", "名称：“四个意识”", "the name", required=True),
                "members": Option("words", "各项", "the members", required=True),
                "ordered": Option("flag", "true：次序固定", "true: their order is fixed"),
                "from": Option("day", "哪一天起有效", "the first day on which it is valid", default=""),
                "until": Option("day", "哪一天以后无效", "the last day on which it is valid", default="9999"),
                "severity": SEVERITY,
                "source": Option("authority", "依据", "on whose authority", required=True),
                "grade": GRADE,
            },
        )
    }


_OPENERS = ("（", "(", "：", ":", "即", "是指", "就是", "包括", "——", "，即", "，就是", "，包括")
_LINKS, _JOINTS, _MARKS = "的这“「", "、，和与及", "，。；：！？、\n"
_LONG = 300


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {name: frozenset([entry["phrase"]]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    entries = query.options["entries"]
    places: dict[int, list[str]] = {}
    for name, offsets in query.found.items():
        for offset in offsets:
            places.setdefault(offset, []).append(name)
    for offset in sorted(places):
        hits = [_judge(query.doc, offset, name, entries[name]) for name in places[offset]]
        if all(hits):
            yield next(hit for hit in hits if hit)


def _judge(doc: Document, offset: int, name: str, entry: Mapping[str, Any]) -> Hit | None:
    span = Span(offset, offset + len(entry["phrase"]))
    members = entry["members"]
    listed = _spelled_out(doc, span) or _listed_before(doc, span, members)
    words = doc[listed]
    found = [(words.find(member), member) for member in members if member in words]
    if len(found) * 2 < len(members) or "等" in words[-2:]:
        return None
    missing = [member for member in members if member not in words]
    count = (
        words.count("、")
        + words.count("；")
        + words.count("，")
        + sum(words.count(j) for j in ("和", "与"))
        + 1
    )
    if missing and count >= len(members):
        return None
    in_order = [at for at, _ in found] == sorted(at for at, _ in found)
    if not missing and (in_order or not entry["ordered"]):
        return None
    return _hit(doc, span, listed, name, entry, missing)


def _listed_before(doc: Document, span: Span, members: list[str]) -> Span:
    """The members right before the name, one behind the other: 道路自信、理论自信的“四个自信”."""
    first = max(0, span.start - _LONG)
    listed = rest = doc.text[first : span.start].rstrip(_LINKS)
    start = len(listed)
    while rest[-1:] not in _MARKS and (member := next(filter(rest.endswith, members), "")):
        start = len(rest) - len(member)
        rest = rest[: start - 1] if rest[start - 1 : start] in _JOINTS else ""
    return Span(first + start, first + len(listed))


def _spelled_out(doc: Document, span: Span) -> Span | None:
    """The explanation that follows the name: to the closing bracket or the end of the sentence."""
    start = span.end
    while start < len(doc.text) and doc.text[start] in "”’」":
        start += 1
    opener = next((o for o in sorted(_OPENERS, key=len, reverse=True) if doc.text.startswith(o, start)), "")
    if not opener:
        return None
    start += len(opener)
    ends = "）)" if opener in "（(" else "。！？\n"
    end = min((at for mark in ends if (at := doc.text.find(mark, start, start + _LONG)) >= 0), default=start)
    return Span(start, end)


def _hit(
    doc: Document, span: Span, listed: Span, name: str, entry: Mapping[str, Any], missing: list[str]
) -> Hit:
    members = entry["members"]
    verdict = f"缺“{'”“'.join(missing)}”" if missing else "次序不对"
    english = "some are missing" if missing else "their order differs"
    if doc.text[span.start - 1 : span.start] == "“":
        span = Span(span.start - 1, min(len(doc.text), span.end + 1))
    return Hit(
        span,
        {
            "phrase": entry["phrase"],
            "total": str(len(members)),
            "full": "、".join(members),
            "verdict": verdict,
            "verdict_en": english,
        },
        entry=name,
        severity=Severity(entry["severity"]) if entry["severity"] else None,
        source=entry["source"],
        grade=entry["grade"],
        related=(Related(listed, verdict, english),),
    )
