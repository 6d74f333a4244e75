"""What was taken out at a place where something may have been: decided by the words beside it, as they are cut."""

from __future__ import annotations

from speechlint.document.chinese import han_run
from speechlint.document.restoring import hole_words as of
from speechlint.document.restoring.hole_rules import Hole, agent, figure, gap_at, person, post
from speechlint.document.restoring.hole_words import END, FAR, NAME, PERSON, WORD, among
from speechlint.document.words import cut, ends, is_pattern
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint.document.restoring.hole_rules import Gap

_PARTY = regex.later("[年月日，我他她]加入$|(?:宣誓|报告|承诺|申请|汇报|述职|介绍|主讲|主持)人$")
_BODY = "(?:公司|集团|银行|大学|学院|医院|协会|商会)"
_BODIES = frozenset("公集银大学医协商")
_COUNTED = regex.later("(?:代表|党员|委员|应到|实到|请假|缺席)[ \\u3000\xa0][人名](?=[，、。；])")
_ROW = regex.later(f"{_BODY}(?:、[ \\u3000]{{1,6}}{_BODY}|(?<=、[ \\u3000]..))")
_NEAR = 4  # characters of a word on one side
_NO_END = frozenset(("不", "得", "忘不", "免不", "少不"))
_RIGHT = frozenset(("是", "不", "很", "都", "全", "最", "得", ""))


def told(text: str, a: int, b: int, may_be: bool) -> Hole | None:
    """What is gone between ``a`` and ``b``; ``may_be`` says whether words beside it ask for that."""
    if text[a - 1] == "以" and text.startswith(of.LED, b):
        return Hole(PERSON, True, a - 1, b + max(len(led) for led in of.LED if text.startswith(led, b)))
    if text[a - 1] == text[b] == "、":  # 获奖的是甲、 、乙
        return Hole(NAME, True, a - 1, b + 1)
    left, right = han_run(text[max(0, a - FAR) : a][::-1])[::-1], han_run(text[b : b + FAR])
    if left and right and _are_joined(text, a, b, left, right):
        return None
    if not may_be:
        return _torn(left, right, a, b) if len(left) > 1 else None
    gap = gap_at(text, a, b, left, right)
    found = next((found for rule in _RULES if (found := rule(gap))), None)
    if found is None or found.end:
        return found
    return found._replace(start=a - (len(gap.last) or 1), end=b + (len(gap.first) or 1))


def _are_joined(text: str, a: int, b: int, left: str, right: str) -> bool:
    """Whether a word lies across the place; 代表 人 is none where they are counted."""
    near = left[-_NEAR:]
    if len(near) in ends(near + right[:_NEAR]):
        return False
    return right[0] not in "人名" or not _COUNTED.search(text, a - 2, b + 2)


def _torn(left: str, right: str, a: int, b: int) -> Hole | None:
    """What a character in the middle of one word would join: 改革 放, 社会 义."""
    if not right:
        return None
    first, last = cut(right)[0].text, cut(left)[-1].text
    if len(first) > 1 or len(last) < 2 or not is_pattern(last, first):
        return None
    return Hole(WORD, False, a - len(last), b + 1)


def _place(gap: Gap) -> Hole | None:
    """The name of a place, a firm, a school before its kind; 在 上, 中共 委."""
    if gap.right[:1] in _BODIES and _ROW.match(gap.text, gap.b):
        return Hole(NAME, True)
    if gap.first in of.LEVELS and among(gap.last, of.AT) and gap.after in of.BEHIND_LEVEL:
        return Hole(NAME, gap.last in ("来自", "位于", "地处"))
    if among(gap.first, of.BODIES) and (
        among(gap.last, of.AT)
        or among(gap.left[-3:], of.AT)
        or (gap.left[-1:] == "在" and among(gap.first, of.HALL))
    ):
        return Hole(NAME, gap.last in ("来自", "位于") or among(gap.left[-3:], of.AT))
    if (
        among(gap.first, of.PLACE)
        and gap.last in ("在", "从", "于")
        and not (gap.first == "会上" and gap.last != "在")
    ):
        return Hole(NAME, gap.first != "会上")
    if gap.first == "委" and gap.text[gap.a - 1] not in "省市县区州党纪镇乡团常政工农编旗":
        return Hole(NAME, False)
    return None


def _object(gap: Gap) -> Hole | None:
    """What a preposition or a verb is about, before a mark or 的."""
    mark = gap.text[gap.b]
    if (
        not gap.last
        or gap.lead == "所"
        or not (mark in END or gap.first == "的" or (gap.first in ("等", "和") and among(gap.last, of.OPEN)))
    ):
        return None
    if among(gap.left[-2:], of.POSTS) or among(gap.left[-2:], of.PARTIES):
        return Hole(PERSON, False) if gap.first == "的" or (mark in "、，" and gap.is_lone) else None
    if (
        among(gap.last, of.OPEN)
        or (among(gap.last, of.OPEN_AHEAD) and gap.opens)
        or gap.left.endswith(("我代表", "谨代表", "我叫", "名叫"))
        or (gap.left.endswith("我是") and mark == "，")
    ):
        return Hole(NAME, among(gap.last, of.OPEN) or gap.first == "的" or gap.last in ("代表", "叫"))
    if gap.first == "的":
        told = (
            among(gap.last, of.OPEN_OF)
            or (gap.last == "了" and gap.lead not in _NO_END)
            or (gap.last == "对" and gap.lead not in _RIGHT)
        )
        return Hole(NAME, among(gap.last, of.OPEN_OF)) if told else None
    if mark == "、" and gap.last in ("有", "是", "包括", "和", "请", "由", "让", "有请"):
        return Hole(NAME, True)
    return (
        Hole(NAME, True)
        if gap.left[-1] in "入人" and _PARTY.search(gap.text, gap.a - 3, gap.a) and gap.is_lone
        else None
    )


_RULES: tuple[Callable[[Gap], Hole | None], ...] = (person, figure, _place, _object, agent, post)
