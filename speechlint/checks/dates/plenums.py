"""Plenums of a Central Committee as they are listed: whether they were held, in order, none skipped.

The message may use ``wording``, ``state``, ``state_en``.
"""

from __future__ import annotations

from speechlint.checks.wording.pattern import matches
from speechlint.document import Span
from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day, last_day, later, own_date, shown
from speechlint.finding import Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

ABOUT = "列举的历次全会：没开的、次序不对的、跳过的"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "terms": Option(
            "mapping",
            "每一届（十九）",
            "each term (十九)",
            required=True,
            table={
                "days": Option(
                    "days",
                    "历次全会闭幕的日子，从一中全会起",
                    "the days on which its plenums ended, the first one first",
                    required=True,
                ),
                "next": Option(
                    "day", "下一次代表大会闭幕的日子", "the day the following congress ended", default=""
                ),
            },
        )
    }


_REACH = 80
_SOON = 3  # months within which a list may still lack the newest plenum
_ORDINALS = "一二三四五六七八九"
_LIST = (
    "(?<![一二三四五六七八九])(?P<term>十[一二三四五六七八九]|二十)届"
    "(?P<list>[一二三四五六七八九](?:中?[、，,]?[一二三四五六七八九]){0,6})中全会"
)
_STUDY = "(?:学习|贯彻|落实|把)[^。；，]{0,24}$"
_LATELY = "(?:刚刚|不久前|日前|前不久)[^，。；]{0,8}的?(?:党的)?$"
_JUST_ENDED = "^(?:刚刚|日前|不久前|前不久)[^，。；]{0,6}(?:闭幕|召开|结束)"
_AHEAD = "下个?月|将于|定于|即将|将要?|召开前|筹备|迎接|待|拟|就要|决定(?:召开|[，,：:](?:党的)?(?:十.|二十)届)|再过|前瞻"


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"plenum": frozenset(["中全会"])} if options["terms"] else {}


def check(query: Query) -> Iterator[Hit]:
    for match in matches(query.doc, regex.compile(_LIST, regex.MULTILINE), query.found["plenum"], _REACH):
        term = query.options["terms"].get(match["term"])
        if term:
            numbers = [_ORDINALS.index(char) + 1 for char in match["list"] if char in _ORDINALS]
            hit = _judged(query, Span(*match.span()), match["term"], term, numbers)
            if hit:
                yield hit


def _judged(query: Query, span: Span, name: str, term: Mapping[str, Any], numbers: list[int]) -> Hit | None:
    told = (
        _missing(name, term, numbers)
        or _jumbled(numbers)
        or _not_yet(query, span, term, numbers)
        or _stale(query, span, term, numbers)
    )
    if not told:
        return None
    entry, severity, state, state_en = told
    own = own_date(query.doc, span.start) or judged_day(query.doc, query.as_of, span.start)
    if excused(place(query.doc, span, own[:4], ""), ("title", "quote", "history", "since", "year", "meta")):
        return None
    return Hit(span, {"wording": query.doc[span], "state": state, "state_en": state_en}, (), entry, severity)


_Told = tuple[str, Severity, str, str]


def _missing(name: str, term: Mapping[str, Any], numbers: list[int]) -> _Told | None:
    count = len(term["days"])
    if max(numbers) <= count or not term["next"]:
        return None
    state = f"：{name}届只开了{_ORDINALS[count - 1]}次全会"
    return "never-held", Severity.ERROR, state, f": that term had only {count} plenums"


def _jumbled(numbers: list[int]) -> _Told | None:
    if numbers != sorted(set(numbers)):
        return "jumbled", Severity.WARNING, "次序不对，应从前到后列", ": not in order"
    skipped = [n for n in range(numbers[0], numbers[-1]) if n not in numbers]
    if not skipped:
        return None
    names = "、".join(f"{_ORDINALS[n - 1]}中" for n in skipped)
    return "skipped", Severity.WARNING, f"跳过了{names}", f": skips {names}"


def _not_yet(query: Query, span: Span, term: Mapping[str, Any], numbers: list[int]) -> _Told | None:
    day = last_day(judged_day(query.doc, query.as_of, span.start))
    late = [n for n in numbers if n <= len(term["days"]) and term["days"][n - 1] > day]
    if not late:
        return None
    around = query.doc.text[max(0, span.start - 16) : span.end + 6]
    if regex.compile(_AHEAD, regex.MULTILINE).search(around):
        return None
    held = shown(term["days"][late[0] - 1])
    return (
        "not-yet",
        Severity.WARNING,
        f"：{_ORDINALS[late[0] - 1]}中全会{held}才闭幕",
        f": not held before {held}",
    )


def _stale(query: Query, span: Span, term: Mapping[str, Any], numbers: list[int]) -> _Told | None:
    """The list stops before the latest plenum, or 刚刚闭幕 is said of one long past."""
    day = judged_day(query.doc, query.as_of, span.start)
    before = query.doc.text[max(0, span.start - 40) : span.start]
    if max(numbers) > len(term["days"]):
        return None
    after = query.doc.text[span.end : span.end + 12]
    lately = regex.compile(_LATELY, regex.MULTILINE).search(before) or regex.compile(
        _JUST_ENDED, regex.MULTILINE
    ).search(after)
    if lately and later(term["days"][max(numbers) - 1], 12) < day:
        held = shown(term["days"][max(numbers) - 1])
        return "lately", Severity.ERROR, f"是{held}闭幕的，不是刚刚", f": ended on {held}, not lately"
    if term["next"] and day > term["next"]:
        return None
    since = [n for n, end in enumerate(term["days"], 1) if later(end, _SOON) < day and n > max(numbers)]
    if not since or not regex.compile(_STUDY, regex.MULTILINE).search(before) or len(numbers) < 2:
        return None
    names = "、".join(f"{_ORDINALS[n - 1]}中" for n in since)
    return "stale", Severity.WARNING, f"之后已开过{names}全会", f": {names} have been held since"
