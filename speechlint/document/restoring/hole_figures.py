"""Whether a number is gone before its unit: 共投入 万元, 现辖 个村, 8月 日."""

from __future__ import annotations

from speechlint.document.restoring import hole_words as of
from speechlint.document.restoring.gap import END, FIGURE, Hole
from speechlint.document.words import tag
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.restoring.gap import Gap

_MANY = frozenset(("万一", "亿万", "万千", "万分", "万万", "余下", "万众", "万全"))
_IN_DAYS = frozenset("里内间前后份底初以召开")
_RELATES = frozenset(("p", "c", "v"))
_OURS = frozenset(
    ("我们", "你们", "他们", "咱们", "自己", "大家", "人家", "咱", "我", "你", "他", "她", "的")
)


def figure(gap: Gap) -> Hole | None:
    """A number before its unit."""
    behind, before = gap.text[gap.b], gap.text[gap.a - 1]
    if behind in "%％":
        return Hole(FIGURE, before in "长降到达占高约近")
    if before + behind == "月日":
        return Hole(FIGURE, True)
    if not gap.first or before in of.COUNTED:
        return None
    if before == "第":
        return Hole(FIGURE, True)
    if (gap.first[0] in "万亿余" or gap.first[:2] in ("多万", "多亿")) and tag(gap.first) == "m":
        return Hole(FIGURE, True) if gap.first not in _MANY else None
    unit = gap.first if gap.first in of.UNITS else gap.right[: len(gap.first) + len(gap.next)]
    if unit in of.UNITS:
        return Hole(FIGURE, True)
    if gap.first in of.DAYS:
        return _dated(gap)
    if gap.first == "点":
        return Hole(FIGURE, False) if gap.next in of.POINTS else None
    if gap.first not in of.COUNTS or not gap.left:
        return None
    return _counted(gap)


def _dated(gap: Gap) -> Hole | None:
    """A number before 年, 月, 日: 8月 日, 去年 月, 过去的 年里, 于 年."""
    if gap.text[gap.a - 1] + gap.first == "年月":
        return Hole(FIGURE, True)
    ended = gap.after in END or gap.after in _IN_DAYS
    told = gap.last in of.BEHIND_DAYS if ended else tag(gap.last or "的") in _RELATES and gap.first == "年"
    return Hole(FIGURE, False) if told else None


def _counted(gap: Gap) -> Hole | None:
    """A number before a unit that begins other words, too, or is one: 现辖 个村, 代表 名，, 慰问 家企业."""
    ended = gap.after in END
    if gap.first in ("家", "所"):
        return Hole(FIGURE, False) if gap.next in of.THINGS else None
    if gap.first in ("人", "米", "号", "班", "间", "期", "次", "份", "张"):
        told = ended and not gap.left[-2:].startswith("全") and gap.last not in _OURS
        told = told or (gap.first == "班" and gap.after == "的" and gap.left[-1] in "校级")
        return Hole(FIGURE, False) if told else None
    if gap.last in _OURS:
        return None
    return Hole(FIGURE, ended and gap.last[-1:] in "达有计表员了为")
