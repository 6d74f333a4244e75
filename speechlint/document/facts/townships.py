"""Townships without their level, by a list of names that the dictionary hardly has, and places told by what is theirs.

立足/冶溪/实际, （/松木坪/、, 驻/彬/各单位, 生态/义龙/, 江山/经济社会发展.
"""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.parts import GENERIC
from speechlint.document.words import frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from speechlint.document.facts.worded import Line

_SIZES = (4, 3, 2)
_MARKS = "，。；：、（“！？\n \u3000·"
_LEADS = (
    *_MARKS,
    "在",
    "到",
    "从",
    "至",
    "经",
    "往",
    "自",
    "赴",
    "对",
    "为",
    "驻",
    "和",
    "与",
    "及",
    "将",
    "把",
    "让",
)
_LEADS_MORE_TEXT = "立足 扎根 建设 来自 来到 回到 位于 热爱 服务 途经 毗邻 连接 关心 支持 帮助 推进 搬到 迁到 全体 我们 振兴 发展 感谢 家乡 老家 属于 祝愿 就是 走进 走遍 喜爱 相约 相聚 魅力 生态 幸福 美丽 平安 是 爱 区 县 市 乡 镇 村 线 速"
_LEADS_MORE = tuple(_LEADS_MORE_TEXT.split())
_BEHIND_TEXT = "人民 实际 经济 各 百姓 群众 儿女 父老 乡亲 籍 镇 乡 村 站 出口 入口 收费站 互通 枢纽 路段 段 水库 电站 围垦 安置 片 院区 校区 境内 地区 一带 大地 全境 人 境 发展 实现 成为 位于 地处 两地 三地 等地 中学 小学 中心校 卫生院 初中 高中 学区 政府 党委 机场 民营 工业 经验 特色 旅游 老区 古 汉墓 墓群 墓 高速 话 山 河 桥 峡 江"
_BEHIND = (
    *_MARKS.replace("（", "（）”"),
    *_BEHIND_TEXT.split(),
    "的",
    "和",
    "与",
    "及",
    "等",
    "是",
    "在",
    "到",
    "经",
)
_NOT_BEHIND = ("公司", "集团", "牌", "酒", "股份", "科技", "型", "性", "式", "化", "级")
_DOES = ("v", "d", "p", "c", "u")


def seen(line: Line, ends: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where the townships begin and end; ``ends`` are where known places do."""
    known = names("townships")
    bounds = {*line.starts, len(line.text)}
    until = 0
    for start in line.starts:
        if start < until:
            continue
        for size in _SIZES:
            name, end = line.text[start : start + size], start + size
            if name in known and end in bounds and _is_one(line.text, start, end, ends):
                until = end
                yield start, end
                break


_LEVEL = regex.later("(?:镇|乡(?!村)|街道)(?![长级里政容情愁亲音土贤办])")


def levelled(line: Line) -> Iterator[tuple[int, int]]:
    """Townships whose name is a word too, with their level: /中和镇/提出."""
    known, bounds = names("levelled"), set(line.starts)
    for found in _LEVEL.finditer(line.text):
        for size in (3, 2):
            start = found.start() - size
            if start >= 0 and line.text[start : found.start()] in known and {start, found.start()} <= bounds:
                yield start, found.end()
                break


def _is_one(text: str, start: int, end: int, ends: Collection[int]) -> bool:
    """Whether a name of the list is one here: long, or with something beside it that a place has."""
    if text.startswith(_NOT_BEHIND, end) or (text[start - 1 : start] == "“" and end - start < _LONG):
        return False
    if end - start >= _LONG:
        return True
    led = (
        start == 0 or start in ends or text.endswith(_LEADS, 0, start) or text.endswith(_LEADS_MORE, 0, start)
    )
    behind = end == len(text) or text.startswith(_BEHIND, end)
    if tag(text[end - 1])[:1] in _DOES or tag(text[start])[:1] in _DOES:
        return led and behind
    return led or (behind and text[end : end + 1] not in _WEAK)


_LONG = 3
_WEAK = tuple("的和与及等是在到经，。；、")
_H = "[\u4e00-\u9fff]"
_OWN = regex.later(
    f"(?<![常入派])驻(?P<bare>(?![地村外华京军守扎点区市县乡镇港沪省会场所队站厂校院企在各派足马]){_H})(?=各(?:单位|部队|企业|机构)|部队|(?:中央|省|市)[属直]|单位|官兵)"
    f"|(?<=[，。；：、各在外\n])(?P<short>(?![国外党团工军学古书典史户原祖客省市县本会媒乡]){_H})(?=籍(?:企业家|人士|校友|商|乡贤|在外|专家|同胞|人才))"
    f"|(?:立足|结合|基于|着眼|紧扣)(?P<real>{_H}{{2,4}})(?=实际|特色|资源|优势|县情|市情|镇情|区情)"
    f"|(?<=[“、，•·])(?:生态|魅力|美丽|幸福|平安|文明|和谐|活力|健康|法治|绿色|智慧|数字|创新|诚信|文化|清廉|富裕|宜居|清洁|印象|大美|锦绣|神奇|多彩|秀美|壮美|红色|实力|品质|现代化)(?P<called>{_H}{{2,3}})(?=[”、，])"
)
_ITS = regex.later(
    "经济社会|人民(?!政府|法院|检察|代表|币|的|群众|子弟|军|警察|医院|团体|解放|公社|银行|大会|公园|广场|日报)|儿女|父老乡亲|各界(?:人士|朋友)|自古|素有|历来|历史悠久|山清水秀|人杰地灵|物华天宝|地处|位于|交通便利|区位优越|的?改革发展|教育事业|各项事业"
)
_BEFORE_ITS = (
    "，",
    "。",
    "；",
    "：",
    "在",
    "为",
    "让",
    "是",
    "向",
    "推动",
    "促进",
    "推进",
    "支持",
    "关心",
    "建设",
    "热心",
    "参与",
    "全体",
    "广大",
)
_COMMON_TEXT = "全国 全省 全市 全县 全区 全镇 全乡 全村 我国 我省 我市 我县 我区 我镇 我乡 我村 本国 本省 本市 本县 本区 本镇 当地 本地 地方 各地 区域 城乡 农村 社会 各族 全体 两国 各国 世界 中国 中华 华夏 炎黄 祖国 民族 国民 县域 市域 省域 广大 农业 工业 海内外 社区 乡村 城市 校园 家庭 企业 单位 机关 家园 生活 中国 劳动 发展 人生 县城 景区 经济 环境 行业 工程 学校 医院 公司 集团 基层 自身 岗位 本职 现有 工作 企业 地区 各自 国内 国际 英雄 革命 部门 资源 产业 优势 新区 园区 老区 边疆 边区 少数 工程 庄园 社会 世界 田园 村庄 小镇 集镇 人居 政府 政务 文化 旅游 教育 机场 交通 农场 林场 港口 服务 养老 出行 消费 安全"
_COMMON = frozenset(_COMMON_TEXT.split())


def owning(line: Line) -> Iterator[tuple[int, int]]:
    """Places told by what is theirs: 驻/彬/各单位, 立足/冶溪/实际, “生态/义龙/”, in characters that make no common word."""
    for found in _OWN.finditer(line.text):
        group = found.lastgroup or ""
        name, (start, end) = found[group], found.span(group)
        if group in ("bare", "short"):
            yield start, end
        elif (
            group == "called" and not _is_marked(line.text, found.start(), end) and not _is_known(line, name)
        ):
            continue  # 智慧/文旅
        elif _may_be_a_place(line, name) and line.is_of_words(start, end):
            yield start, end
    yield from _whose(line)


def _whose(line: Line) -> Iterator[tuple[int, int]]:
    """Places by what they have, behind a word that leads to a name: 为/江山/经济社会发展."""
    for found in _ITS.finditer(line.text):
        for size in _SIZES:
            start = found.start() - size
            if start < 0 or not (start == 0 or line.text.endswith(_BEFORE_ITS, 0, start)):
                continue
            if line.is_of_words(start, found.start()) and _may_be_a_place(
                line, line.text[start : found.start()]
            ):
                yield start, found.start()
                break


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether a mark of quotation or a dot stands before, and one of quotation behind."""
    return text[start - 1 : start] in ("“", "•", "·") and text[end : end + 1] == "”"


def _is_known(line: Line, name: str) -> bool:
    return name in line.known.places or name in line.known.levelled or name in names("townships")


def _may_be_a_place(line: Line, name: str) -> bool:
    if not all("\u4e00" <= char <= "\u9fff" for char in name):
        return False
    if name in line.known.levelled and name not in _COMMON:
        return True
    if (
        name in _COMMON
        or name in GENERIC
        or name[0] in "我本全各该其此这那每两一"
        or name[-1] in "的省市县区们性化"
    ):
        return False
    if _is_known(line, name):
        return True
    return (tag(name)[:2] in ("ns", "nz", "nr") and frequency(name) < _OFTEN) or (
        not tag(name) and _are_singles(name)
    )


_OFTEN = 300


def _are_singles(name: str) -> bool:
    """Whether the words of a name are single characters that do nothing: no verb, no number."""
    return (
        all(tag(char)[:1] not in ("v", "d", "p", "c", "u", "r", "m") or char in _OF_NAMES for char in name)
        and len(name) == 2
    )


_OF_NAMES = frozenset("安兴化和平来回通合成建武冶")
