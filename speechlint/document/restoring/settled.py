"""Characters that simplified script has kept in some words and given up in others: 乾隆, 晒干.

OpenCC reads them by its own table of words first; what that leaves is settled by the words of the
dictionary, by names of people and places, and where nothing tells, it is uncertain.
"""

from __future__ import annotations

from speechlint.document.restoring.given_names import VARIANTS, in_name, is_titled
from speechlint.document.words import ends
from speechlint.quick import regex
from speechlint.quick.typing import NamedTuple

# Simplified text uses these too, in names and a few words.
OWN = frozenset("乾著徵夥著薹吒摺麴袷昇濛陞脩讎祕噁勣")
_WORDS = (
    "乾坤 乾隆 乾陵 乾县 乾安 乾元 乾宁 乾州 乾德 乾道 乾封 乾符 乾嘉 乾卦 乾清 乾佑 康乾 雍乾 承乾 角徵 徵羽 变徵 魏徵 文徵明 "
    "柳诒徵 毕昇 洪昇 束脩 濛溪 樊於期 於菟 於陵 於潜 商於 麴义 哪吒 木吒 金吒 蒜薹 菜薹 芸薹 喑噁 袷袢"
)
_BRANDS = ("昇腾",)
_PLACE = regex.later(
    "乾[\\u4e00-\\u9fff]{0,2}(?:县|州|镇|乡|村|街道|路|区|市|社区|河|山|寺|宫|门)(?![\\u4e00-\\u9fff]{0,2}净)"
)
_NAMED = regex.later(
    "(?:^|[、，。：；\\n请由])于[\\u4e00-\\u9fff]{1,2}(?:同志|先生|女士|老师|教授|书记|主任)"
)
_BEHIND = 4


class Settled(NamedTuple):
    """The reading of a character; ``others`` are the readings it may have besides, where it is uncertain."""

    char: str
    others: tuple[str, ...] = ()


def settled(text: str, simple: str, places: list[int]) -> dict[int, Settled]:
    """The places that read otherwise than OpenCC says, or may; ``simple`` is as long as ``text``."""
    found = {}
    for at in places:
        char = text[at]
        if char in OWN or char in VARIANTS or char in "鍾於":
            one = _settled(simple, at, char)
            if one != Settled(simple[at]):
                found[at] = one
    return found


def _settled(simple: str, at: int, char: str) -> Settled:
    usual = simple[at]
    if char == "鍾":
        return Settled(usual, ("锺",) if usual != "锺" and in_name(simple, at, char) else ())
    if any(_is_at(simple, at, char, word) for word in _WORDS.split() if char in word):
        return Settled(char)
    if any(_is_at(simple, at, char, word) for word in _BRANDS):
        return Settled(usual, (char,))
    if char == "於":
        return Settled(usual, (char,) if _is_surname(simple, at) else ())
    if is_titled(simple, at) if char in "乾著" else char in VARIANTS and in_name(simple, at, char):
        return Settled(char)
    if char != "乾" or _is_in_word(simple, at):
        return Settled(usual if char not in "薹吒" else char)
    if _PLACE.match(simple[at:].replace(usual, char, 1)[:8]):
        return Settled(char)
    return Settled(usual, (char,))


def _is_at(simple: str, at: int, char: str, word: str) -> bool:
    """Whether ``word`` stands over ``at``, ``char`` being written there."""
    part = word.find(char)
    start = at - part
    return part >= 0 <= start and simple[start:at] + char + simple[at + 1 : start + len(word)] == word


def _is_surname(simple: str, at: int) -> bool:
    return bool(_NAMED.match(simple, max(0, at - 1))) and not _is_in_word(simple, at + 1)


def _is_in_word(simple: str, at: int) -> bool:
    """Whether the character at ``at`` is part of a longer word of the dictionary."""
    first = max(0, at - _BEHIND)
    bounds = {first, *(first + end for end in ends(simple[first : at + _BEHIND]))}
    return not {at, at + 1} <= bounds
