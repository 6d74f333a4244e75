"""新中国成立60多年 in a draft of today: decades counted from an event that no longer fit the day."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.dates import judged_day
from speechlint.document.numerals import number
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "“新中国成立60多年”这样已不合今天的年数"
_EVENTS = {
    "新中国成立": (1949, "the People's Republic"),
    "改革开放": (1978, "reform and opening up"),
    "中国共产党成立": (1921, "the Party"),
    "建党": (1921, "the Party"),
    "中国工会": (1925, "the trade unions"),
    "全国总工会成立": (1925, "the trade unions"),
    "人民军队成立": (1927, "the army"),
    "建军": (1927, "the army"),
}
_SPAN = regex.later(
    r"(?P<event>"
    + "|".join(_EVENTS)
    + r")(?:以来)?(?:的|这)?(?P<at>(?P<n>\d{2,3}|[二三四五六七八九]十|一百)多年)"
)
_PAST = regex.later(r"\d{4}年|当年|那时|时任")


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(_EVENTS)}


def check(query: Query) -> Iterator[Hit]:
    for offset in sorted(set(query.found[""])):
        match = _SPAN.match(query.doc.text, offset)
        if not match or _PAST.search(query.doc[query.doc.sentence_at(offset)]):
            continue
        first, english = _EVENTS[match["event"]]
        year = int(judged_day(query.doc, query.as_of, offset)[:4])
        years = year - first
        said = number(match["n"]) or 0
        if years >= 0 and said != years // 10 * 10 and not said <= years < said + 10:
            words = {"event": match["event"], "event_en": english, "year": str(year), "years": str(years)}
            yield Hit(Span(*match.span("at")), words)
