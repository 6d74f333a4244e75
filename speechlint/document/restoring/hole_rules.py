"""A place where something may have been taken out, and whether a name or a number is gone from it."""

from __future__ import annotations

from speechlint.document.restoring import hole_words as of
from speechlint.document.restoring.hole_words import END, FAR, FIGURE, NAME, PERSON, among
from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import NamedTuple

_SPACED = regex.later(
    "[，。；：、！？,;:!?][ \\u3000\\xa0](?=[\\u4e00-\\u9fff])|[\\u4e00-\\u9fff][ \\u3000\\xa0](?=[，。；：、！？,;:!?])"
)
_FEW = 2  # blanks beside marks: more are the way it is set
_BRING = regex.later(
    "(?:正确|坚强|亲自|直接|精心|悉心|亲切|大力)?(?:带领|领导|率领|主持|指导|陪同|见证|帮助|关怀|支持|倡议|提议|鼓励)下"
)
_LIFE = regex.later("因病|生前|逝世|享年|一生|出生|生于|走完")
_AND = regex.later("[和与同][\\u4e00-\\u9fff]{0,6}(?:同志|分别|先后|书记|主任|[市县镇乡村校院局]长)")
_AMONG = frozenset(
    ("负责", "领导", "代表", "参加", "主管", "分管", "出席", "与会", "有", "优秀", "值班", "青年")
)
_NO_NAMES = frozenset("老女男党新全各众些位名个本该我你他她这那多团同的")
_MONEY = frozenset("入资共计达助款贷额值金")
_MANY = frozenset(("万一", "亿万", "万千", "万分", "万万", "余下", "万众", "万全"))
_IN_DAYS = frozenset("里内间前后份底初以召开")
_RELATES = frozenset(("p", "c", "v"))
_OURS = frozenset(
    ("我们", "你们", "他们", "咱们", "自己", "大家", "人家", "咱", "我", "你", "他", "她", "的")
)


class Hole(NamedTuple):
    """What is gone, whether it is sure that something is, and the words beside it."""

    kind: str
    sure: bool
    start: int = 0
    end: int = 0


class Gap(NamedTuple):
    """A place, and the Han characters beside it; ``last`` and ``first`` are the words next to it, ``lead`` and ``next``
    those beyond.
    """

    text: str
    a: int
    b: int
    left: str
    right: str
    last: str
    lead: str
    first: str
    next: str

    @property
    def opens(self) -> bool:
        """Whether the word before it begins a clause."""
        return not self.lead and len(self.left) < FAR

    @property
    def after(self) -> str:
        """The character behind the word behind it."""
        at = self.b + len(self.first)
        return self.text[at : at + 1]

    @property
    def is_lone(self) -> bool:
        """Whether blanks beside marks are no habit of the draft."""
        return _is_seldom_spaced(self.text)


@lru_cache(maxsize=2)
def _is_seldom_spaced(text: str) -> bool:
    found = _SPACED.finditer(text)
    return sum(1 for _, _ in zip(range(_FEW + 1), found, strict=False)) <= _FEW


def gap_at(text: str, a: int, b: int, left: str, right: str) -> Gap:
    """The place with its words, from the characters beside it."""
    words, others = cut(left), cut(right)
    return Gap(
        text,
        a,
        b,
        left,
        right,
        words[-1].text if words else "",
        words[-2].text if len(words) > 1 else "",
        others[0].text if others else "",
        others[1].text if len(others) > 1 else "",
    )


def person(gap: Gap) -> Hole | None:
    """A name before 同志, 先生, 主任."""
    if gap.right.startswith("们", len(gap.first)) or among(gap.last, of.OF_MANY):
        return None
    if among(gap.first, of.COMRADE):
        return _comrade(gap)
    if gap.right[1:3] == "同志" and gap.right[:1] not in _NO_NAMES:  # half a name
        told = gap.right[3:4] != "们" and (among(gap.last, of.BY) or among(gap.last, of.FOR))
        return Hole(PERSON, True, gap.a - len(gap.last), gap.b + 3) if told else None
    if among(gap.first, of.CALLED):
        invited = gap.last == "了" and among(gap.lead, of.INVITED)
        asked = invited or among(gap.last, of.BY) or among(gap.last, of.TITLED)
        return (
            Hole(PERSON, False) if asked or (gap.last == "在" and _leads(gap, len(gap.first) + 1)) else None
        )
    if _ispost(gap.right):
        return _barepost(gap)
    if not gap.left and gap.right[:1] in "因生逝享一出走" and _LIFE.match(gap.text, gap.b) and gap.is_lone:
        return Hole(PERSON, False)
    return None


def _comrade(gap: Gap) -> Hole | None:
    if not gap.left:
        called = gap.text[gap.b + len(gap.first) : gap.b + len(gap.first) + 1] in END
        return None if called else Hole(PERSON, gap.first == "同志")
    if among(gap.left[-2:], of.POSTS):
        return Hole(PERSON, True) if gap.first == "同志" else None  # 主席 先生 is what he is called
    if among(gap.last, of.BY) or among(gap.last, of.TITLED) or among(gap.left[-2:], of.PARTIES):
        return Hole(PERSON, True)
    if among(gap.last, of.FOR) or gap.left[-2:] in ("嘉宾", "学者", "老人", "代表"):
        return Hole(PERSON, gap.first != "同志" or gap.last in ("在", "是", "从"))
    verb = gap.last if tag(gap.last).startswith("v") else gap.left[-2:]
    if tag(verb).startswith("v") and not among(verb, of.KINDLY) and verb not in _AMONG:
        return Hole(PERSON, False)
    return None


def _barepost(gap: Gap) -> Hole | None:
    size = 3 if gap.right[0] == "副" else 2
    follows = tag(gap.next) if gap.next else ""
    if (follows.startswith("n") and not among(gap.next, of.PRESIDES)) or len(gap.first) > size:
        return None
    if not gap.left:
        speaks = follows.startswith(("v", "p", "d")) and gap.a >= 2
        return Hole(PERSON, False) if speaks and gap.text[gap.a - 1] in "，,。" and gap.is_lone else None
    told = among(gap.last, of.BY) or (gap.last == "在" and _leads(gap, size + 1))
    return Hole(PERSON, False) if told else None


def _leads(gap: Gap, size: int) -> bool:
    """Whether what stands ``size`` characters behind the gap is led: 带领下."""
    return _BRING.match(gap.text, gap.b + size) is not None


def _ispost(right: str) -> bool:
    return among(right[:2], of.POSTS) or (right[:1] == "副" and among(right[1:3], of.POSTS))


def agent(gap: Gap) -> Hole | None:
    """Who does it, to whom, before the verb."""
    if not gap.left:
        told = (
            gap.text[gap.a - 1] in "，,："
            and gap.right[:1] in "和与同"
            and _AND.match(gap.text, gap.b)
            and gap.is_lone
        )
        return Hole(PERSON, False) if told else None
    if among(gap.first, of.DOES.get(gap.last, "")):
        return Hole(PERSON if gap.last not in "把在对" else NAME, False)
    if gap.last == "代表" and gap.lead in ("我", "谨") and among(gap.first, of.DOES["代表"]):
        return Hole(NAME, True)
    if gap.last != "由" or not (
        gap.right.startswith("任") or (len(gap.first) > 1 and tag(gap.first).startswith("v"))
    ):
        return None
    clause = _clause(gap.text, gap.b)
    return (
        Hole(PERSON, False)
        if not among(gap.first, of.NOT_BY) and "的" not in clause[: -len("的会议")]
        else None
    )


def _clause(text: str, at: int) -> str:
    """What is left of a clause, as far as it is near."""
    near = text[at : at + 2 * FAR]
    return near[: next((i for i, char in enumerate(near) if char in END), len(near))]


def post(gap: Gap) -> Hole | None:
    """The name of somebody behind the post: 副主任 宣读."""
    posted = among(gap.left[-2:], of.POSTS) or among(gap.left[-2:], of.PARTIES)
    speaks = among(gap.first, of.PRESIDES) or among(gap.right[:2], of.PRESIDES)
    return Hole(PERSON, False) if posted and speaks else None


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
        sure = gap.first[0] != "万" or (
            gap.first == "万元" and gap.last[-1:] in _MONEY
        )  # 万人 is a number by itself
        return Hole(FIGURE, sure) if gap.first not in _MANY else None
    unit = gap.first if among(gap.first, of.UNITS) else gap.right[: len(gap.first) + len(gap.next)]
    if among(unit, of.UNITS):
        return Hole(FIGURE, True)
    if among(gap.first, of.DAYS):
        return _dated(gap)
    if gap.first == "点":
        return Hole(FIGURE, False) if among(gap.next, of.POINTS) else None
    if not among(gap.first, of.COUNTS) or not gap.left:
        return None
    return _counted(gap)


def _dated(gap: Gap) -> Hole | None:
    """A number before 年, 月, 日: 8月 日, 去年 月, 过去的 年里, 于 年."""
    if gap.text[gap.a - 1] + gap.first == "年月":
        return Hole(FIGURE, True)
    ended = gap.after in END or gap.after in _IN_DAYS
    told = (
        among(gap.last, of.BEHIND_DAYS) if ended else tag(gap.last or "的") in _RELATES and gap.first == "年"
    )
    return Hole(FIGURE, False) if told else None


def _counted(gap: Gap) -> Hole | None:
    """A number before a unit that begins other words, too, or is one: 现辖 个村, 代表 名，, 慰问 家企业."""
    ended = gap.after in END
    if gap.first in ("家", "所"):
        return Hole(FIGURE, False) if among(gap.next, of.THINGS) else None
    if gap.first in ("人", "米", "号", "班", "间", "期", "次", "份", "张"):
        told = ended and not gap.left[-2:].startswith("全") and gap.last not in _OURS
        told = told or (gap.first == "班" and gap.after == "的" and gap.left[-1] in "校级")
        return Hole(FIGURE, False) if told else None
    if gap.last in _OURS:
        return None
    return Hole(FIGURE, ended and gap.last[-1:] in "达有计表员了为")
