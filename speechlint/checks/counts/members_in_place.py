"""Where the members of a named set stand side by side: in which order, and which one another word has the place of."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document import Span
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document

_BETWEEN = "、，,;；和与及以“”‘’ "
_ENDS = "、，。；：！？,;:!?\n”“）"
_APART = ("和", "与", "同", "跟")


def standing(
    doc: Document, offset: int, members: list[str], *, name: str = ""
) -> tuple[Span, list[str], bool] | None:
    """The members around ``offset``: their span, the one that is replaced, and whether they are in order.

    None where they do not stand side by side, or more than one is missing. With ``name`` theirs is near: two of three
    are enough, and the other word may be a little longer or shorter.
    """
    reach = sum(map(len, members)) + 3 * len(members)
    sentence = doc.sentence_at(offset)
    first = max(sentence.start, offset - reach)
    near = doc.text[first : min(sentence.end, offset + reach)]
    found = sorted((at, number) for number, member in enumerate(members) if (at := near.find(member)) >= 0)
    if len(found) < max(2 if name else 3, len(members) - 1):
        return None
    order = [number for _, number in found]
    raw = [near[at + len(members[number]) : then] for (at, number), (then, _) in pairwise(found)]
    gaps = [gap.strip(_BETWEEN) for gap in raw]
    missing = [member for number, member in enumerate(members) if number not in order]
    last, number = found[-1]
    end = last + len(members[number])
    rest = near[end:].partition(name)[0] + "。" if name else near[end:]
    other = _next(rest, missing[0]) if missing and order == list(range(len(order))) else ""
    start = found[0][0]
    if missing and order == list(range(1, len(members))):
        start = _first(near[:start], missing[0], sure=bool(name))
        if start < 0 or any(gaps):
            return None
    elif missing and not (
        order == sorted(order) and _is_replaced(gaps, order, missing[0], other, bool(name))
    ):
        return None
    if not missing and (any(gaps) or raw[0].strip("”") in _APART):
        return None  # 把文化自信和道路自信、理论自信、制度自信并列
    end = near.index(other, end) + len(other)
    return Span(first + start, first + end), missing, order == sorted(order)


def _first(ahead: str, missing: str, *, sure: bool) -> int:
    """Where the word begins that has the place of the first member, at the end of ``ahead``; -1 where none has.

    A sentence leads up to it; so three in four of its characters are the same, or half where the set is ``sure`` meant.
    """
    words = ahead.rstrip("、，")
    begin = max(map(words.rfind, _ENDS)) + 1
    other = words[begin:]
    alike = len(set(other) & set(missing)) * 4 >= len(missing) * (2 if sure else 3)
    return begin if words != ahead and alike and len(other) == len(missing) else -1


def _is_replaced(gaps: list[str], order: list[int], missing: str, last: str, named: bool) -> bool:
    """Whether one other word, about as long, stands where the missing member belongs, and nothing elsewhere."""
    filled = [gap for gap in gaps if gap]
    slack = max(1, len(missing) // 2) if named else 1
    if not filled:
        alike = len(set(last) & set(missing)) * 2 >= len(missing)
        return _fits(last, missing, slack) and (named or alike)
    if len(filled) != 1:
        return False
    at = gaps.index(filled[0])
    return _fits(filled[0], missing, slack) and order[at] + 2 == order[at + 1]


def _next(rest: str, missing: str) -> str:
    """The last of the list, behind the members that were found, in the place of ``missing``: 共赢, of 共赢的发展理念."""
    words = rest.lstrip("”")
    if words[:1] not in ("、", "，", "和", "与"):
        return ""
    words = words.lstrip(_BETWEEN)
    end = min((at for mark in _ENDS if (at := words.find(mark)) >= 0), default=len(words))
    last = words[:end].removesuffix("的")
    last = last if len(last) <= len(missing) else last.partition("的")[0]
    return "" if words[end : end + 1] == "、" else last


def _fits(other: str, missing: str, slack: int) -> bool:
    other = other.removesuffix("等")
    return (
        bool(other)
        and abs(len(other) - len(missing)) <= slack
        and not any(mark in other for mark in _BETWEEN if mark not in missing)
    )
