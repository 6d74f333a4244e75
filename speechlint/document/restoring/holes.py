"""A space that is all that is left of a name or a number: 以 明同志为组长, 新郎 先生, 在 的带领下, 全长 米, 位于 ，."""

from __future__ import annotations

from speechlint.document.chinese import is_han
from speechlint.quick import regex

OFFICES = frozenset(
    (
        "书记",
        "主席",
        "主任",
        "部长",
        "省长",
        "市长",
        "县长",
        "区长",
        "州长",
        "镇长",
        "局长",
        "处长",
        "院长",
        "校长",
        "乡长",
        "经理",
        "总理",
        "委员",
        "代表",
    )
)
# 同志 by itself, or with one character of a name before it.
_NAMELESS = regex.later("(?:[^\\W\\d_a-zA-Z老女男党新全各众些位名个本该我你他她这那多团同])?同志(?!们)")
_LED = (
    "为代表的",
    "为核心的",
    "为首的",
    "为组长",
    "为队长",
    "为团长",
    "为班长",
    "为会长",
    "为主任",
    "为总指挥",
    "为榜样",
)  # 以 为代表的
_BEFORE_NAME = frozenset("以由请让向跟和与及对经在，,、；;：:！。")
_TO_SOMEBODY = regex.later(
    "授予|追授|任命|免去|表彰|推选|选举|提名|聘[任请]|号召|悼念|缅怀|批准|接收|吸收|介绍|推荐|邀请|委托"
)
_CALLED = ("新郎", "新娘", "逝者", "故人", "嘉宾", "学者", "老人", "代表")  # before 先生, 女士 with no name
_POLITE = regex.later("(?:先生|女士|小姐)(?!们)")
_BODY = "(?:公司|集团|银行|大学|学院|医院|协会|商会)"
_BODIES = regex.later(f"{_BODY}(?:、[ \\u3000]{{1,6}}{_BODY}|(?<=、[ \\u3000]..))")
_UNDER = regex.later("的(?:正确|坚强|亲自|直接|精心)?(?:带领|领导|率领|主持|指导|陪同|见证)下")
_LEADS = frozenset(
    ["位于", "代表", "形成", "来自", "促进", "推动", "提升", "加快", "任命", "邀请", "我叫", "名叫"]
)
_ENDS = frozenset("，。；、的,;")
_UNITS = frozenset("公平万亿个车米名张元亩")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零几数两半多余每各")
_UNIT = regex.later("(?:公里|平方米|公顷|[万亿]元|个月|车道|[米名张元亩])[，。；、）,;)]")


def is_hole(text: str, a: int, b: int) -> bool:
    """Whether a number or a name is gone between ``a`` and ``b``, and the mark or the unit behind it stayed."""
    if text[b] in _ENDS:
        return text[a - 2 : a] in _LEADS or (text[a - 1] == "在" and bool(_UNDER.match(text, b)))
    left = text[a - 1]
    return text[b] in _UNITS and is_han(left) and left not in _NUMERALS and bool(_UNIT.match(text, b))


def of_name(text: str, a: int, b: int) -> bool:
    """Whether a name is gone before what follows names: 同志, 先生, 为组长, or a row of 公司、 集团."""
    left = text[a - 1]
    if left == "以" and text.startswith(_LED, b):
        return True
    if text[a - 2 : a] in _CALLED and _POLITE.match(text, b):
        return True
    if text[b] in "公集银大学医协商" and (_BODIES.match(text, b)):
        return True
    if not _NAMELESS.match(text, b):
        return False
    return left in _BEFORE_NAME or text[a - 2 : a] in OFFICES or bool(_TO_SOMEBODY.match(text, a - 2, a))
