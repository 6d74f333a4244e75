"""Whether something was taken out of a draft at a blank, a dot: 授予 同志, 由 主持, 在 的带领下, 共投入 万元, 位于 ，.

Where one word lies across the place, nothing is gone. Else what stands before it may want something behind, or what
stands behind may want something before; sure where no right sentence has the two side by side. Nothing that changes
a text for sure may do so at such a place: what it takes away is the only trace.
"""

from __future__ import annotations

from speechlint.document.chinese import is_han
from speechlint.document.restoring import hole_words as of
from speechlint.document.restoring.hole_words import END, MARKS, among
from speechlint.document.words import known
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint.document.restoring.hole_rules import Hole


def hole(text: str, a: int, b: int) -> Hole | None:
    """What is gone between ``a`` and ``b``; None where nothing need be, and at the beginning of a text."""
    return _of_text(text)(a, b)


@lru_cache(maxsize=2)
def _of_text(text: str) -> Callable[[int, int], Hole | None]:
    """What is gone at a place of one text: asked by several, and not kept longer than the text."""
    return lru_cache(maxsize=4096)(lambda a, b: _judged(text, a, b))


def _judged(text: str, a: int, b: int) -> Hole | None:
    if not a:
        return None
    size = len(text)
    if b == size:
        text += "\n"
    before, behind = text[a - 1 : a], text[b : b + 1]
    if not (is_han(before) or before in MARKS) or not (is_han(behind) or behind in END or behind in "%％"):
        return None
    row, born = before == "、" and _is_spread_row(text, a), before + behind == "年月" and _is_born(text, a)
    if row or born:
        from speechlint.document.restoring.hole_rules import Hole

        return Hole(of.NAME, True, a - 1, b) if row else Hole(of.FIGURE, True, a - 1, b + 1)
    if not (is_han(text[a - 2 : a - 1]) or is_han(text[b + 1 : b + 2])) and (
        _is_spread(text, a - 2, -1) or _is_spread(text, b + 1, 1)
    ):
        return None
    may_be = _may_be(text, a, b)
    if not may_be and (known(text[b : b + 2]) or not is_han(text[a - 2 : a - 1]) or not is_han(behind)):
        return None  # mostly
    from speechlint.document.restoring.hole_places import told  # seldom

    gone = told(text, a, b, may_be)
    return gone if gone is None or gone.end <= size else gone._replace(end=size)


def _is_spread_row(text: str, a: int) -> bool:
    """Whether a name is gone before the 、 that ends at ``a``, or before the first of a row of them: 请 、 、 为大家揭牌."""
    row = _ROW.search(text, max(0, a - _LONGEST_ROW), a)
    if not row:
        return False
    gone = _judged(text, row.start(), row.end("blanks"))
    return gone is not None and gone.sure


def _is_born(text: str, a: int) -> bool:
    """Whether a year is gone too before the month: 生于 年 月."""
    return text[a - 3 : a - 2] in _IN and text[a - 2 : a - 1].isspace()


_IN = ("于", "在")
_LONGEST_ROW = 40
_ROW = regex.later("(?<![、 \u3000])(?P<blanks>[ \u3000]+)、(?:[ \u3000]+、)*$")


def _may_be(text: str, a: int, b: int) -> bool:
    """Whether a word beside the place is one of those that tell a hole, as far as one sees without cutting them."""
    before, behind, two = text[a - 1], text[b], text[b : b + 2]
    if before in MARKS:
        return behind in of.FIRST or before == behind == "、"
    if behind in END or behind in "的等和":
        return before in of.LAST
    if before == "第" or behind in "年月日万亿余多%％" or (behind in of.SINGLE and not known(two)):
        return True
    if two[1:] and (among(two, of.BEHIND) or among(text[b + 1 : b + 3], of.POSTS + of.COMRADE)):
        return True
    near = behind, two, text[b : b + 3]
    told = any(
        among(word, does)
        for at in (1, 2)
        for does in (of.DOES.get(text[a - at : a]),)
        if does
        for word in near
    )
    return (
        told
        or before == "由"
        or (before == "以" and behind in "为任担")
        or among(text[b : b + 3], of.BEHIND)
        or among(text[b : b + 4], of.BEHIND)
        or (among(two, of.PRESIDES) and among(text[a - 2 : a], of.POSTS + of.PARTIES))
    )


def _is_spread(text: str, at: int, step: int) -> bool:
    """Whether another blank and another character follow on that side: 由 于 时 间."""
    return text[at : at + 1] in ("\u3000", " ") and is_han(text[at + step : at + step + 1])


def is_sure(text: str, a: int, b: int) -> bool:
    """Whether something is gone there for sure."""
    found = hole(text, a, b)
    return found is not None and found.sure
