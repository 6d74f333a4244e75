"""Schools and companies by a short name that is no word, told by whose people a draft speaks of: 全体/宏泰/人, 东高/的所有学生, 走出/HKS."""

from __future__ import annotations

from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_H = "(?![的了之在和与及是各全我你他她们这那有每不个位名一二三四五六七八九十两几老新大小请为将让同本该其也都还又得起来去过])[一-鿿]"
_NAME = f"(?:{_H}{_H}(?<![省市县区国])|[A-Z]{{2,5}}|[1-9]小|(?<![第届])[一二三四五六七八九十]中)"
_LEFT = "(?:(?<=全体)|(?<=优秀)|(?<=我们)|(?<=广大)|(?<=所有)|(?<=代代)|(?<=每位)|(?<=每个)|(?<=孕育我)|(?<=代表)|(?<=作为)|(?<=[在为对向的是把将使让给了]))"
_PEOPLE = "人(?=[的，。、“！又]|一定|将|都|始终|用|以|们的|坚|团|奋|勇|敢)|学子|师生|儿女|之星|家人(?!们)|学生|员工|精神|发展史|历史上|喝彩|的(?:所有|全体|每一?[个位]|校园|老师|同学|学生|师生|员工|讲台|沃土|明天|未来)|这片|建设?成"
_ITS = regex.later(
    f"{_LEFT}(?P<owner>{_NAME})(?={_PEOPLE})"
    f"|(?:(?<=走进)|(?<=走出)|(?<=从)|(?<=谱写了)|(?<=真正为)|(?<=踏入)|(?<=祝福)|(?<=展示了)|(?<=加强))(?P<met>{_NAME})(?=[，。！、人]|走|唱| 与| 和)"
)
_TWICE = 2
_RARE = 60
_NUMBERED = regex.later("[1-9]小|[一二三四五六七八九十]中")
_NO_SCHOOL = "第届这其十初高"
_GOING_ON = "央国心间等期旬途之"


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind, the beginning and the end of each place of a name that the draft has twice or more."""
    told = {found["owner"] or found["met"] for found in _ITS.finditer(text)}
    for name, places in _places(text, frozenset(filter(_is_a_name, told))).items():
        numbered = name[-1] == "中"
        for at in places if len(places) >= _TWICE else ():
            end = at + len(name)
            if not numbered or (text[at - 1 : at] not in _NO_SCHOOL and text[end : end + 1] not in _GOING_ON):
                yield "institution", at, end


def _places(text: str, names: frozenset[str]) -> dict[str, list[int]]:
    """Where each name stands, in one walk for each length of them."""
    places: dict[str, list[int]] = {}
    for size in sorted({len(name) for name in names}):
        until = 0
        for at in range(len(text) - size + 1):
            if at >= until and text[at : at + size] in names:
                places.setdefault(text[at : at + size], []).append(at)
                until = at + size
    return places


def _is_a_name(name: str) -> bool:
    """Whether it is a number and a level, letters, or characters of the day that are no word."""
    if _NUMBERED.fullmatch(name):
        return True
    if name.isascii():
        return len(name) > _TWICE and "X" not in name
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:  # a word in the characters of old: 講話
        return False
    word = tag(name)
    return (not word and len(cut(name)) > 1) or (word[:2] in ("nr", "nz") and frequency(name) < _RARE)
