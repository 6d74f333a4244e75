"""Whether what follows 的 is done, not a thing: a verb with what comes of it, with a particle or a pronoun behind it."""

from __future__ import annotations

from speechlint.document.words import cut, known, tag
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.quick.typing import Any

STOPS = "，。；：！？、,;:!?\n\t　“”‘’（）《》"
_THINGS = "，。；：！？、,;:!?\n的和与及者性力率感化度点"  # a verb with one of them behind it is a thing, or part of one
_GOING = "去来"  # 更好的去完成
_DONE = "了着"
_COME = "完起出成好到走住开上回进掉满遍下紧齐"  # 唱完了
_NO_ACTS = ("为了", "对着", "就着", "有着", "是了", "着了", "是着")
_BY = ("按照", "依照", "遵照", "朝着", "向着", "沿着", "对着", "围着")
_EACH_OTHER = ("自我", "互相", "相互")  # 简单的自我介绍一下
_SAID = "，：“,:一句声"


def clause_of(ahead: str) -> str:
    end = next((at for at, char in enumerate(ahead) if char in STOPS), len(ahead))
    return ahead[:end]


def sureness(ahead: str, own: Mapping[str, Any], manner: str) -> int:
    """3: an action anyhow; 2: one if it is called for; 1: one if called for of somebody; 0: none, or a thing."""
    if ahead.startswith(_EACH_OTHER):
        ahead = ahead[2:]
    verb, behind = ahead[:2], ahead[2:3]
    if manner in own["adverbs"] and ahead[:1] == "，":
        return 1
    if len(verb) < len("说，") or _names_a_thing(ahead):
        return 0
    if verb in own["never"]:
        return 3 * (verb[0] in own["opening"] and _opens(ahead))
    if verb[0] in own["saying"] and verb[1] in _SAID:
        return 3
    if _acts(ahead) or ahead.startswith(_BY):
        return 3
    if verb[0] in _GOING and cut(ahead[1:4])[0].tag.startswith("v"):
        return 3
    if behind == "着" and ahead[3:4] in STOPS and tag(verb) in ("v", "vn"):
        return 3  # 辛勤的耕耘着。
    if behind in _DONE and ahead[3:4].isalpha() and known(verb) and verb[1] not in own["results"]:
        return 0 if verb in own["things"] else 3  # 问题|着手
    if verb not in own["actions"] and not tag(verb).startswith("v"):
        return 3 * (verb[0] in own["opening"] and _opens(ahead))
    if behind in _THINGS:
        return behind in STOPS
    if verb[1] in own["results"] or ahead[2:4] in own["behind"]:
        return 3
    if behind in own["behind"] and not known(ahead[2:4]):
        return 3
    return 3 if behind != "之" and cut(ahead[2:6])[0].tag[:1] in ("r", "m") else 2


def _acts(ahead: str) -> bool:
    """Whether a verb of one character with what comes of it begins: 点了点头, 唱完了, 摸着孩子."""
    if not tag(ahead[:1]).startswith("v") or not ahead[2:3].isalpha():
        return False
    return (ahead[1] in _DONE and ahead[:2] not in _NO_ACTS) or (ahead[1] in _COME and ahead[2] == "了")


def _names_a_thing(ahead: str) -> bool:
    """努力的推动|下, 最多的将是."""
    return ahead[2:4] in ("下，", "之下") or ahead[:2] in ("将是", "将会")


def _opens(ahead: str) -> bool:
    """Whether the first character is a word, and a verb follows before the clause ends."""
    words = cut(clause_of(ahead.replace("、", "和")))
    if words[0].text == "为民":
        return len(words) > 1
    return len(words[0].text) == 1 and any(word.tag.startswith("v") for word in words[2:])
