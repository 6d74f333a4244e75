"""What a year is called, against what it is: 建党100周年, “十四五”开局之年, 党的二十大召开之年.

A year in figures must fit wherever it stands. 今年 is the year of the draft where that is known, and
else the year judged at. The message may use ``wording``, ``state``, ``then``, each also with ``_en``.
"""

from __future__ import annotations

from speechlint.checks.wording.pattern import matches
from speechlint.document import Span
from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day, own_date
from speechlint.document.numerals import number
from speechlint.errors import RuleError
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "年份的叫法与年份不符：建党100周年、“十四五”开局之年"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import CHECKED, GRADE, REVIEW, Option

    return {
        "entries": Option(
            "entries",
            "有纪念日或称呼的年份",
            "what years are called after",
            required=True,
            one_of=("base", "first"),
            table={
                "name": Option("pattern", "名称的正则式", "an expression for the name", required=True),
                "base": Option(
                    "number", "从哪一年起算周年", "the year that anniversaries of it are counted from"
                ),
                "first": Option(
                    "number",
                    "规划的头一年，或代表大会召开的那年",
                    "the first year of a plan, or the year of a congress",
                ),
                "titles": Option(
                    "mapping",
                    "这一年的叫法（正则式），和是 first 之后的第几年（0、1-2）",
                    'an expression for such a name, and the years after first that bear it ("0", "1-2")',
                ),
                "source": Option("authority", "依据", "on whose authority", required=True),
                "grade": GRADE,
                "checked": CHECKED,
                "review": REVIEW,
            },
        ),
        "masked": Option(
            "flag",
            "true：只说写成 20xx年 的，给出是哪一年",
            "true: only masked years (20xx年是…) are told, with the year they must be",
        ),
    }


_REACH = 200
_SECTION = 3000  # so far above, the heading of a review may stand
_LOOKED_BACK = regex.later(
    r"^[ \u3000]*[^。\n]{0,12}((?:19|20)[0-9]{2})年[^。\n]{0,8}回顾[ \u3000]*$", regex.MULTILINE
)
_WHEN = "(?P<when>(?<![0-9])(?:19|20)[0-9]{2}年|今年|明年|去年)"
_MASKED = "(?P<when>(?:20|２０|二[〇○0])[0-9]?[xX×*＊某〇○X]{1,3}年)"
_IS = "[，,]?(?:既?是|正值|恰逢|适逢|迎来了?|将迎来|也是|又是)"
_COUNT = "(?P<count>[0-9]{1,3}|[一二三四五六七八九十百零〇○]{1,6})"
_COMING = "以(?:优异|实际|更加|崭新)[^，。；]{0,8}庆祝|迎接|喜迎|迎来|即将|献礼|前夕|到来"
_NOW = f"(?:今年|隆重庆祝|隆重纪念|正值|恰逢|适逢|值此|{_COMING})"
_FOREIGN = "贵国|两国|建交|越南|老挝|朝鲜|新加坡|古巴|蒙古|印度|独立"
_LONG_AGO = 25
_COUNTED = f"{_COUNT}周年"
_SEVERAL = 3  # so many anniversaries in one sentence review several years
_EXCUSES = ("title", "quote", "history", "since", "year")


def prepare(options: Node) -> dict[str, Any]:
    """The entries, each with the expression for what is said of a year."""
    masked = options["masked"]
    entries = {name: _prepared(entry, masked) for name, entry in options["entries"].items()}
    return {"masked": masked, "entries": entries}


def _prepared(entry: Node, masked: bool) -> dict[str, Any]:
    from speechlint.gates.patterns import compiles

    titles = {title: _range(entry, years) for title, years in entry["titles"].items()}
    if entry["base"]:
        pattern = f"(?P<at>(?:{entry['name']})的?(?:胜利)?{_COUNT}周年)"
    else:
        title = "|".join(f"(?:{title})" for title in titles)
        when = _MASKED if masked else _WHEN
        pattern = f"{when}{_IS}[^。；\\n]{{0,40}}?(?:{entry['name']})(?P<title>{title})"
    compiles(pattern, entry.where("name"))
    return {**entry, "titles": titles, "pattern": pattern}


def _range(entry: Node, years: str) -> tuple[int, int]:
    low, _, high = years.partition("-")
    if not low.isdigit() or not (high or low).isdigit():
        where = entry.where("titles")
        raise RuleError(f"{where}: 年序应写作 0 或 1-2", f"{where}: write the years as 0 or 1-2")
    return int(low), int(high or low)


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["pattern"]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    entries = query.options["entries"]
    for name in filter(query.found.get, entries):
        entry, offsets = entries[name], query.found[name]
        for match in matches(query.doc, regex.compile(entry["pattern"], regex.MULTILINE), offsets, _REACH):
            judge = _masked if query.options["masked"] else _anniversary if entry["base"] else _titled
            hit = judge(query, entry, match)
            if hit:
                yield hit._replace(entry=name, source=entry["source"], grade=entry["grade"])


def _anniversary(query: Query, entry: Mapping[str, Any], match: re.Match[str]) -> Hit | None:
    span = Span(*match.span("at"))
    count = number(match["count"].replace("○", "〇"))
    if not count:
        return None
    named = entry["base"] + count
    sentence = query.doc.sentence_at(span.start)
    before = query.doc.text[max(sentence.start, span.start - 40) : span.start]
    stated = regex.compile(f".*{_WHEN}{_IS}?[^。；]{{0,24}}$").search(before)  # the last one
    if stated and stated["when"][0] in "12":
        year, sure = int(stated["when"][:4]), True
        fits = named == year or not regex.compile(f"{_IS}[^。；]{{0,24}}$").search(before)
    else:
        around = before + query.doc.text[span.end : span.end + 6]
        year, sure = _present(query, span, stated["when"] if stated else "今年")
        coming = regex.compile(_COMING).search(around)
        said = stated is not None and bool(regex.compile(f"{stated['when']}{_IS}$").search(before))
        ahead = query.doc.text.startswith("大会", span.end) and named > year
        fits = (
            not (said or ahead or regex.compile(_NOW).search(around))
            or named == year
            or (coming is not None and not ahead and named == year + 1)
        )
        fits = (
            fits
            or (named == year - 1 and "今年" not in around and not said)
            or _is_excused(query, span, named)
        )
        fits = (
            fits
            or (named < year - _LONG_AGO and "今年" not in around)
            or _is_listed(query, match)
            or bool(regex.compile(_FOREIGN).search(query.doc[sentence]))
            or (stated is None and _speaks_of(query, span, named))
        )
    if fits:
        return None
    right = year - entry["base"]
    state = f"是{named}年，{year}年是{right}周年"
    return _told(query, span, state, f"is {named}; {year} is the {right}th", named, sure)


def _is_listed(query: Query, match: re.Match[str]) -> bool:
    """Whether anniversaries of other years stand beside it: a review of several years, each with its own."""
    sentence = query.doc.sentence_at(match.start())
    text = query.doc[sentence]
    if "今年" in text[: match.start() - sentence.start]:
        return False
    return len(regex.compile(_COUNTED).findall(text)) >= _SEVERAL


def _speaks_of(query: Query, span: Span, year: int) -> bool:
    """Whether ``year`` is what the passage is about: named on the line before, or by the section's heading."""
    line = query.doc.line_at(span.start)
    if "今年" in query.doc.text[line.start : span.start]:
        return False
    if f"{year}年" in query.doc.text[line.start : span.start]:
        return True
    before = query.doc.text[max(0, span.start - _SECTION) : span.start]
    return _LOOKED_BACK.findall(before)[-1:] == [str(year)]


def _titled(query: Query, entry: Mapping[str, Any], match: re.Match[str]) -> Hit | None:
    span = Span(match.start("when"), match.end())
    figures = match["when"][0] in "12"
    year, sure = (int(match["when"][:4]), True) if figures else _present(query, span, match["when"])
    years = _bearing(entry, match["title"])
    if not years or year in years or not (sure or year <= entry["first"] + 4):
        return None
    if not sure and _is_excused(query, span):
        return None
    named = "或".join(f"{bearing}年" for bearing in years)
    return _told(query, span, f"应指{named}，不是{year}年", f"means {years[0]}, not {year}", years[0], sure)


def _masked(query: Query, entry: Mapping[str, Any], match: re.Match[str]) -> Hit | None:
    """A masked year that the text proves; offered, never put in by itself."""
    span = Span(*match.span("when"))
    years = _bearing(entry, match["title"])
    if len(years) != 1:
        return None
    fix = Fix((Edit(span, f"{years[0]}年"),))
    text = f"按后文是{years[0]}年"
    words = {
        "wording": query.doc[span],
        "state": text,
        "state_en": f"must be {years[0]}",
        "then": "",
        "then_en": "",
    }
    return Hit(span, words, (fix,))


def _present(query: Query, span: Span, when: str) -> tuple[int, bool]:
    """The year that 今年, 明年 or 去年 means, and whether the draft itself says so.

    No draft is of a year after the day it is judged at: that day wins over what the draft plans for.
    """
    own = own_date(query.doc, span.start)
    day = judged_day(query.doc, query.as_of, span.start)
    year = int(min(own or day, day)[:4])
    return year + {"明年": 1, "去年": -1}.get(when, 0), own is not None


def _bearing(entry: Mapping[str, Any], title: str) -> list[int]:
    for expression, (low, high) in entry["titles"].items():
        if regex.compile(expression, regex.MULTILINE).fullmatch(title):
            return [entry["first"] + n for n in range(low, high + 1)]
    return []


def _is_excused(query: Query, span: Span, named: int | None = None) -> bool:
    day = own_date(query.doc, span.start) or judged_day(query.doc, query.as_of, span.start)
    return excused(place(query.doc, span, day[:4], f"{named}-12-31" if named else ""), _EXCUSES)


def _told(query: Query, span: Span, state: str, state_en: str, named: int, sure: bool) -> Hit:
    own = own_date(query.doc, span.start)
    right = own is not None and int(own[:4]) == named and not sure
    words = {
        "wording": query.doc[span],
        "state": state,
        "state_en": state_en,
        "then": "；成稿时是对的" if right else "",
        "then_en": "; right when it was written" if right else "",
    }
    return Hit(span, words, severity=Severity.ERROR if sure else None)
