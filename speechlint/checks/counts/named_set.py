"""Named sets that are spelled out: all members there, in their order.

Several entries may share a phrase: a draft that spells out any one of them rightly is right.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day
from speechlint.document.outline.marks import opening
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
                "named": Option(
                    "flag",
                    "true：只在写了名称时核对，光列各项的不算",
                    "true: only checked where the name stands, not where the members stand alone",
                ),
                "parts": Option(
                    "flag",
                    "true：可以只举几项，少了的不算",
                    "true: some of them may be named alone, and a missing member is not told",
                ),
                "order_elsewhere": Option(
                    "flag",
                    "true：没写名称时次序归别的规则看，这里只看换掉的一项",
                    "true: without the name another rule checks the order, and here only a replaced member is told",
                ),
                "until": Option("day", "哪一天以后无效", "the last day on which it is valid", default="9999"),
                "severity": SEVERITY,
                "source": Option("authority", "依据", "on whose authority", required=True),
                "grade": GRADE,
            },
        )
    }


# The longest first.
_OPENERS = (*("，就是", "，包括", "——", "是指", "就是", "包括", "，即", "，是"), *"（(：:即是")
_NOT_ALL = "别其不可还也"  # 特别是、尤其是: not all that there are
_LINKS, _JOINTS, _MARKS = "的这“「", "、，和与及", "，。；：！？、\n"
_BETWEEN = "、，,；和与及以“”‘’ "
_LONG = 300
_NEAR = 80  # characters before a list in which its name may stand
_NOUN = 5  # characters that may stand between the name and what is spelled out: “三重一大”事项，即……
_SHORT = 2  # characters of a member that is looked for by itself
_SPAN = 60  # characters that are underlined
_EXCUSES = ("title", "quote", "meta")


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {
        name: frozenset(filter(None, (entry["phrase"], _pivot(entry))))
        for name, entry in options["entries"].items()
    }


def _pivot(entry: Mapping[str, Any]) -> str:
    """The member by which a set is found that stands without its name."""
    settled = entry["ordered"] and not entry["named"] and not entry["severity"] and entry["grade"] != "usage"
    longest = max(entry["members"], key=len)
    return longest if settled and len(entry["members"]) > 2 and len(longest) >= _SHORT else ""


def check(query: Query) -> Iterator[Hit]:
    entries = query.options["entries"]
    places: dict[int, list[str]] = {}
    for name, offsets in query.found.items():
        for offset in offsets:
            places.setdefault(offset, []).append(name)
    told = 0
    for offset in sorted(places):
        named = [n for n in places[offset] if query.doc.text.startswith(entries[n]["phrase"], offset)]
        hits = [_judge(query.doc, offset, name, entries[name]) for name in named]
        if not named:
            hits = list(_unnamed(query, offset, {name: entries[name] for name in places[offset]}))
        if hits and all(hits) and hits[0] and hits[0].span.start >= told:
            told = hits[0].span.end
            yield hits[0]


def _unnamed(query: Query, offset: int, entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Hit | None]:
    """What is wrong with the sets, one of whose members stands at ``offset``; None for one that is right."""
    from speechlint.checks.counts.members_in_place import standing

    day = judged_day(query.doc, query.as_of, offset)
    for name, entry in entries.items():
        named = entry["phrase"] if _named_before(query.doc, offset, entry["phrase"]) else ""
        stand = standing(query.doc, offset, entry["members"], name=named)
        if not stand or not entry["from"] <= day <= entry["until"]:
            continue
        listed, missing, in_order = stand
        if not missing and (in_order or entry["order_elsewhere"]):
            yield None
        elif not excused(place(query.doc, listed, day[:4], ""), _EXCUSES):
            yield _hit(query.doc, listed, listed, name, entry, missing)


def _named_before(doc: Document, offset: int, phrase: str) -> bool:
    """Whether the name stands on the same line, not far before: 三大法宝是什么？书上写着：……."""
    return doc.text.find(phrase, max(doc.line_at(offset).start, offset - _NEAR), offset) >= 0


def _judge(doc: Document, offset: int, name: str, entry: Mapping[str, Any]) -> Hit | None:
    span = Span(offset, offset + len(entry["phrase"]))
    members = entry["members"]
    listed = _spelled_out(doc, span) or _listed_before(doc, span, members)
    words = doc[listed]
    found = [(words.find(member), member) for member in members if member in words]
    told = doc.text.endswith("是", 0, listed.start) and not doc.text.endswith("就是", 0, listed.start)
    if len(found) < (len(members) - 1 if told else len(members) / 2):
        return _farther(doc, span, name, entry)
    if "等" in words[-2:]:
        return None
    missing = [member for member in members if member not in words]
    words = _without_rest(words, found)
    if missing:
        replaced = _replaced(doc, listed.start + min(found)[0], name, entry)
        if replaced or entry["parts"] or _count(words, members) >= len(members):
            return replaced
    in_order = [at for at, _ in found] == sorted(at for at, _ in found)
    if not missing and (in_order or not entry["ordered"]):
        return None
    start = listed.start + min(at for at, _ in found)
    return _hit(doc, span, Span(start, listed.start + len(words)), name, entry, missing)


def _farther(doc: Document, span: Span, name: str, entry: Mapping[str, Any]) -> Hit | None:
    """The members in the same sentence, but not all right behind or before the name: “三权分置”，分的是所有权、……."""
    sentence = doc.sentence_at(span.start)
    behind = span.end, min(sentence.end, span.end + _NEAR)
    ahead = max(sentence.start, span.start - _NEAR), span.start
    for side in (behind, ahead):
        met = [at for member in entry["members"] if (at := doc.text.find(member, *side)) >= 0]
        if len(met) > 1:
            return _replaced(doc, min(met), name, entry)
    return None


def _without_rest(words: str, found: list[tuple[int, str]]) -> str:
    """The list without what is said of it: 党小组会、党课，一次不落."""
    last, member = max(found)
    end = last + len(member)
    if "，" in words[min(found)[0] : end]:
        return words
    return words[:end] + words[end:].partition("，")[0]


def _count(words: str, members: list[str]) -> int:
    for member in members:
        words = words.replace(member, "")
    return 1 + sum(map(words.count, ("、", "；", "，", "和", "与")))


def _replaced(doc: Document, at: int, name: str, entry: Mapping[str, Any]) -> Hit | None:
    """As many as there must be, one of them another word; where several are, the set is told in other words."""
    from speechlint.checks.counts.members_in_place import standing

    stand = standing(doc, at, entry["members"], name=entry["phrase"]) if entry["ordered"] else None
    if not stand or (stand[2] and not stand[1]):
        return None
    return _hit(doc, stand[0], stand[0], name, entry, stand[1])


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
    for at in range(start, start + _NOUN):
        opener = opening(_OPENERS, doc.text, at)
        if opener == "是" and doc.text[at - 1] in _NOT_ALL:
            return None
        if opener or doc.text[at : at + 1] in _MARKS:
            break
    if not opener:
        return None
    start = at + len(opener)
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
        _around(span, listed),
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


def _around(span: Span, listed: Span) -> Span:
    """The name and the list together, or as much of them as is short enough to be underlined."""
    both = Span(min(span.start, listed.start), max(span.end, listed.end))
    return next((part for part in (both, listed) if part.end - part.start <= _SPAN), span)
