"""What each word of a line is for a name."""

from __future__ import annotations

from speechlint.document.facts.naming import is_numbered_place
from speechlint.document.facts.parts import ENDING, GENERIC, LEADING_TO_OFFICES, LEVELS, NOMINAL, WHOLE
from speechlint.document.facts.worded import known_at
from speechlint.document.facts.world import WORLD
from speechlint.document.words import frequency
from speechlint.document.words import tag as known_tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_OF_TWO = 4
_AMOUNTS = "万亿千百余多名家"
_HARDLY, _RARE, _SELDOM = 20, 100, 1000
_FUNCTIONS = frozenset("pcudr")
# numbers, measures and sides; others that the dictionary has as such are characters of names as well
_COUNTING = frozenset(
    "一二三四五六七八九十百千万亿两几多零个名家位条项件次种所座支批年月日天上下内外前后里中左右旁间"
)
_COUNT = regex.later(
    "[近超约]?[0-9.]+[％%余多万亿千百]*(?:[个家名支项人位条件所次场例篇岁亩吨月日座艘辆架台套册本张栋幢处户公千平省市县区州镇乡村国]|$)|[近超约逾][0-9]|[一二三四五六七八九十两几多数百千]+[余多]?[个家名支项位条件场座所艘]|[一二三四五六七八九十]+次(?![全会党代])|[月日号时分](?![一-龥])"
)
_LEADS = frozenset(
    [
        "召开",
        "举行",
        "举办",
        "出席",
        "参加",
        "列席",
        "参与",
        "主持",
        "举行了",
        "召开了",
        "在",
        *"从向对由以自把被让使为",
        *["获", "进行", "办好", "开好", "筹办", "用好", "承办", "主办", "协办", "现在", "过去", "以前"],
        "是",
        "了",
        "着",
        "过",
        *["今天", "昨天", "明天", "上午", "下午", "今晚", "昨晚", "晚上", "近日", "目前", "当前", "今后"],
        *["这", "那", "这次", "本次", "此次", "每次"],
        "双方",
        "三方",
        "多方",
    ]
)
_DONE = ("完成", "实现", "落实", "贯彻", "通过", "推进", "参加", "发挥")  # 顺利完成
_OF_ALL = tuple("省市区县镇乡村院校厂班组队团国体局")
_ALL = frozenset(
    [
        "全省",
        "全市",
        "全区",
        "全县",
        "全镇",
        "全乡",
        "党和国家",
        "全州",
        "全部",
        "所有",
        *["不同", "其他", "其它", "另外", "有关", "相关", "兄弟", "多家", "某些"],
        "各",
        "本",
        "该",
        "我",
    ]
)  # begin no name but that of a meeting
_POSTS = (
    "书记",
    "主任",
    "主席",
    "委员",
    "同志",
    "先生",
    "女士",
    "部长",
    "助理",
    "司令员",
    "政委",
    "记者",
    "总理",
    "总统",
    "经理",
    "董事",
)


def classes_of(line: Line) -> list[str]:
    """What each word of a line is for a name: a place, a verb that leads to names, a seldom noun, a mark."""
    until = 0
    classes = []
    for start, word in zip(line.starts, line.words, strict=True):
        size = known_at(line, start) if start >= until else 0
        until = max(until, start + size)
        counts = _COUNT.match(line.text, start) and not line.text.startswith("第", start - 1)
        counts = counts or (line.text[start - 1 : start].isdigit() and word.text[0] in _AMOUNTS)
        level = word.text in ("省", "市", "县") and line.text.startswith("域", start + 1)
        classes.append("P" if start < until else "count" if counts else "g" if level else _class(word))
    return classes


def _class(word: Word) -> str:
    text, tag = word
    if text in ("月", "日", "号", "时"):
        return "count"
    if text in _LEADS or (
        len(text) == 4 and (text[:2] in _LEADS or text[2:] in (*_LEADS, *_DONE))
    ):  # 出席会议
        return "lead"
    if text.startswith("进一步"):
        return "d"
    if text in _ALL or text[0] in "各本该" or (text[0] == "全" and text[1:] in _OF_ALL):
        return "all"
    if text in ("的", "地", "得", "等", "暨", "之") or text.endswith("籍"):
        return "的"
    if (text.endswith(_POSTS) or (len(text) > 1 and text[-1] == "长" and tag[:1] == "n")) and tag != "ns":
        return "post"
    if text in WORLD:
        return "P"
    if text in WHOLE or text in LEVELS:
        return "W"
    if text.isascii():
        return "L" if text.isalnum() else text[0]
    if text == "某":
        return "1"
    if text in ("沿", "往"):
        return "p"
    if len(text) == 1:
        return _class_of_one(text, tag)
    if text in LEADING_TO_OFFICES:
        return "!"
    if text in NOMINAL:
        return "vn"
    if text in GENERIC or text.endswith(("企业", "单位", "机构", "部门")) or text in ("省域", "市域", "县域"):
        return "g"
    return _class_of_tag(text, tag)


def _class_of_one(text: str, tag: str) -> str:
    if not "\u4e00" <= text <= "\u9fff":
        return text
    if tag[:1] in _FUNCTIONS or text in _COUNTING:
        return "d1" if tag == "d" else tag[0]
    return "e" if text in ENDING else "1"


def _class_of_tag(text: str, tag: str) -> str:
    if text.startswith("第"):
        return "O"
    if tag == "m" and is_numbered_place(text):
        return "n0"
    if tag in ("ns", "nt", "nz"):
        return tag
    if len(text) == _OF_TWO and tag in ("v", "l", "i") and known_tag(text[2:]) == "v":
        return "V"  # 全力支持, 严格执行
    if tag.startswith("nr"):
        return "nr"
    if tag[:1] == "n" or tag in ("", "j", "b", "s", "l", "i"):
        often = frequency(text)
        return "n0" if often < _RARE else "n1" if often < _SELDOM else "n2"
    if tag in ("v", "d") and frequency(text) < (_HARDLY if tag == "v" else _RARE):
        return "n0"
    if tag == "v" and frequency(text) >= _SELDOM:
        return "V"
    return "vn" if tag == "vn" else tag[:1]
