"""What a year is called, against what it is: 建党100周年, “十四五”开局之年, 党的二十大召开之年.

A year in figures must fit wherever it stands. 今年 is the year of the draft where that is known, and
else the year judged at. The message may use ``wording``, ``state``, ``then``, each also with ``_en``.
"""

from __future__ import annotations

from speechlint.checks.dates.anniversaries import COUNT, IS, WHEN, is_excused, present, year_told
from speechlint.checks.wording.pattern import matches
from speechlint.document import Span
from speechlint.document.dates import own_date
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
    from speechlint.checks.options import Option

    return {
        "entries": Option(
            "entries",
            "有纪念日或称呼的年份",
            "what years are called after",
            required=True,
            one_of=("base", "first"),
            table=_entry(),
        ),
        "masked": Option(
            "flag",
            "true：只说写成 20xx年 的，给出是哪一年",
            "true: only masked years (20xx年是…) are told, with the year they must be",
        ),
    }


def _entry() -> Table:
    """What an entry of the check may say."""
    from speechlint.checks.options import CHECKED, GRADE, REVIEW, Option

    return {
        "name": Option("pattern", "名称的正则式", "an expression for the name", required=True),
        "base": Option("number", "从哪一年起算周年", "the year that anniversaries of it are counted from"),
        "nth": Option(
            "flag",
            "true：base 的后一年是第一个，数的是“第几个”",
            "true: the year after base has the first of it, and 第几个 is counted",
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
    }


_REACH = 200
_MASKED = "(?P<when>(?:20|２０|二[〇○0])[0-9]?[xX×*＊某〇○X]{1,3}年)"


def prepare(options: Node) -> dict[str, Any]:
    """The entries, each with the expression for what is said of a year."""
    masked = options["masked"]
    entries = {name: _prepared(entry, masked) for name, entry in options["entries"].items()}
    return {"masked": masked, "entries": entries}


def _prepared(entry: Node, masked: bool) -> dict[str, Any]:
    from speechlint.gates.patterns import compiles

    titles = {title: _range(entry, years) for title, years in entry["titles"].items()}
    if entry["base"]:
        name = f"(?:{entry['name']})"
        pattern = f"(?P<at>第{COUNT}个{name})" if entry["nth"] else f"(?P<at>{name}的?(?:胜利)?{COUNT}周年)"
    else:
        title = "|".join(f"(?:{title})" for title in titles)
        when = _MASKED if masked else WHEN
        pattern = f"{when}{IS}[^。；\\n]{{0,40}}?(?:{entry['name']})(?P<title>{title})"
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

    return {
        name: required(entry["name"] if entry["nth"] else entry["pattern"])
        for name, entry in options["entries"].items()
    }


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
    told = year_told(query, match, span, entry["base"] + count) if count else None
    if not told or not count:
        return None
    year, sure = told
    named, right = entry["base"] + count, year - entry["base"]
    state = f"是{named}年，{year}年是{f'第{right}个' if entry['nth'] else f'{right}周年'}"
    return _told(query, span, state, f"is {named}; {year} is the {right}th", named, sure)


def _titled(query: Query, entry: Mapping[str, Any], match: re.Match[str]) -> Hit | None:
    span = Span(match.start("when"), match.end())
    figures = match["when"][0] in "12"
    year, sure = (int(match["when"][:4]), True) if figures else present(query, span, match["when"])
    years = _bearing(entry, match["title"])
    if not years or year in years or not (sure or year <= entry["first"] + 5):
        return None
    if not sure and is_excused(query, span):
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


def _bearing(entry: Mapping[str, Any], title: str) -> list[int]:
    for expression, (low, high) in entry["titles"].items():
        if regex.compile(expression, regex.MULTILINE).fullmatch(title):
            return [entry["first"] + n for n in range(low, high + 1)]
    return []


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
