"""Whether somebody's name is gone: before 同志 and 主任, behind a post, between a preposition and what it is done."""

from __future__ import annotations

from speechlint.document.restoring import hole_words as of
from speechlint.document.restoring.gap import END, FAR, NAME, PERSON, Hole
from speechlint.document.words import tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.restoring.gap import Gap

_BRING = regex.later(
    "(?:正确|坚强|亲自|直接|精心|悉心|亲切|大力)?(?:带领|领导|率领|主持|指导|陪同|见证|帮助|关怀|支持)下"
)
_LIFE = regex.later("因病|生前|逝世|享年|一生|出生|生于|走完")
_AND = regex.later("[和与同][\\u4e00-\\u9fff]{0,6}(?:同志|分别|先后|书记|主任|[市县镇乡村校院局]长)")
_AMONG = frozenset(
    ("负责", "领导", "代表", "参加", "主管", "分管", "出席", "与会", "有", "优秀", "值班", "青年")
)
_NO_NAMES = frozenset("老女男党新全各众些位名个本该我你他她这那多团同的")


def person(gap: Gap) -> Hole | None:
    """A name before 同志, 先生, 主任."""
    if gap.right.startswith("们", len(gap.first)) or gap.last in of.OF_MANY:
        return None
    if gap.first in of.COMRADE:
        return _comrade(gap)
    if gap.right[1:3] == "同志" and gap.right[:1] not in _NO_NAMES:  # half a name
        told = gap.right[3:4] != "们" and (gap.last in of.BY or gap.last in of.FOR)
        return Hole(PERSON, True, gap.a - len(gap.last), gap.b + 3) if told else None
    if gap.first in of.CALLED:
        told = (
            gap.last in of.BY
            or gap.last in of.TITLED
            or (gap.last == "在" and _leads(gap, len(gap.first) + 1))
        )
        return Hole(PERSON, False) if told else None
    if _ispost(gap.right):
        return _barepost(gap)
    if not gap.left and _LIFE.match(gap.text, gap.b) and gap.is_lone:
        return Hole(PERSON, False)
    return None


def _comrade(gap: Gap) -> Hole | None:
    if not gap.left:
        called = gap.text[gap.b + len(gap.first) : gap.b + len(gap.first) + 1] in END
        return None if called else Hole(PERSON, gap.first == "同志")
    if gap.left[-2:] in of.POSTS:
        return Hole(PERSON, True) if gap.first == "同志" else None  # 主席 先生 is what he is called
    if gap.last in of.BY or gap.last in of.TITLED or gap.left[-2:] in of.PARTIES:
        return Hole(PERSON, True)
    if gap.last in of.FOR or gap.left[-2:] in ("嘉宾", "学者", "老人", "代表"):
        return Hole(PERSON, gap.first != "同志" or gap.last in ("在", "是"))
    if tag(gap.last).startswith("v") and gap.last not in of.KINDLY and gap.last not in _AMONG:
        return Hole(PERSON, False)
    return None


def _barepost(gap: Gap) -> Hole | None:
    size = 3 if gap.right[0] == "副" else 2
    follows = tag(gap.next) if gap.next else ""
    if follows.startswith("n") or len(gap.first) > size:
        return None
    if not gap.left:
        speaks = follows.startswith(("v", "p", "d")) and gap.a >= 2
        return Hole(PERSON, False) if speaks and gap.text[gap.a - 1] in "，,。" and gap.is_lone else None
    told = gap.last in of.BY or (gap.last == "在" and _leads(gap, size + 1))
    return Hole(PERSON, False) if told else None


def _leads(gap: Gap, size: int) -> bool:
    """Whether what stands ``size`` characters behind the gap is led: 带领下."""
    return _BRING.match(gap.text, gap.b + size) is not None


def _ispost(right: str) -> bool:
    return right[:2] in of.POSTS or (right[:1] == "副" and right[1:3] in of.POSTS)


def agent(gap: Gap) -> Hole | None:
    """Who does it, to whom, before the verb."""
    if not gap.left:
        told = gap.text[gap.a - 1] in "，,：" and _AND.match(gap.text, gap.b) and gap.is_lone
        return Hole(PERSON, False) if told else None
    if gap.first in of.DOES.get(gap.last, ()):
        return Hole(PERSON if gap.last not in "把在对" else NAME, False)
    if gap.last == "代表" and gap.lead in ("我", "谨") and gap.first in of.DOES["代表"]:
        return Hole(NAME, True)
    if gap.last != "由" or not (
        gap.right.startswith("任") or (len(gap.first) > 1 and tag(gap.first).startswith("v"))
    ):
        return None
    clause = _clause(gap.text, gap.b)
    return (
        Hole(PERSON, False) if gap.first not in of.NOT_BY and "的" not in clause[: -len("的会议")] else None
    )


def _clause(text: str, at: int) -> str:
    """What is left of a clause, as far as it is near."""
    near = text[at : at + 2 * FAR]
    return near[: next((i for i, char in enumerate(near) if char in END), len(near))]


def post(gap: Gap) -> Hole | None:
    """The name of somebody behind the post: 副主任 宣读."""
    posted = gap.left[-2:] in of.POSTS or gap.left[-2:] in of.PARTIES
    return Hole(PERSON, False) if posted and gap.first in of.PRESIDES else None
