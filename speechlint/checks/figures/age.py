"""An age at death that fits the years of birth and death by neither way of counting."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.numerals import number
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "享年与生卒年对不上"
_AGE = regex.later(r"(?:享年|终年|享寿|年仅)(?P<age>\d{1,3}|[一二三四五六七八九十百]{1,4})岁")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)年"
_BORN = regex.later(
    rf"{_YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^，。；\n]{{0,16}}?(?:出?生|诞生)|生于{_YEAR.replace('year', 'later')}"
)
_DIED = regex.later(
    rf"{_YEAR}(?:(?!\d{{4}}年)[^。\n]){{0,30}}?(?:逝世|去世|病逝|辞世|与世长辞|牺牲|病故|离世)"
)
_REACH = 600
_COUNTS = (-1, 0, 1)  # before the birthday of the year, after it, by 虚岁


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(("享年", "终年", "享寿", "年仅"))}


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    for match in _AGE.finditer(text):
        start = max(0, match.start() - _REACH)
        born = list(_BORN.finditer(text, start, match.start()))
        died = list(_DIED.finditer(text, start, match.start()))[-1:]
        age = number(match["age"])
        if len(born) != 1 or not died or age is None:
            continue
        lived = int(died[0]["year"]) - int(born[0]["year"] or born[0]["later"])
        if lived > 0 and age - lived not in _COUNTS:
            words = {"born": born[0][0], "lived": f"{lived}"}
            yield Hit(Span(*match.span()), words, related=(Related(Span(*born[0].span()), "出生", "born"),))
