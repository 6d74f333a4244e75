"""Where a name begins whose head noun is known: the words before it, as far as they belong to it.

武汉东湖学院 is told by its head 学院 and the words before it back to the first that is proper; 在, 出席
or a comma end a name on the left.
"""

from __future__ import annotations

from speechlint.document.words import cut, tag
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.facts.seen import Known
    from speechlint.document.words import Word

_FAR = 12  # words before a head that are looked at
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'’")
# single characters that end a name on the left, whatever else they may be
_ENDING = frozenset(
    "在是为有到从对向由让请把被将给使受经按据以与和及或跟同去来说讲做当任获建办开看听写问想要能会可应须的了着过等各本该此某每这那其我你他她它们"
    "赴进入回出达至于并也都又还已曾正就才只再更最很不没未无如若则但而且因所之者访抓搞聚个名位批项家座条所内外上下前后里中时间年月日新老旧大小好多少强县市区省州镇乡村第全"
)
_PROVINCES = frozenset("京津冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕陇港澳")
_DIRECTIONS = frozenset("东西南北中")
LEVELS = ("自治区", "自治州", "自治县", "特别行政区", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村")
_WALL = ("p", "c", "u", "y", "r", "d", "k", "q", "e", "o")
# verbs that names are made with
# verbs that are part of a name before these words alone: 建设银行, 发展改革委
_DOUBLE = {
    "建设": ("银行", "兵团", "集团", "局", "厅", "委", "工程", "投资", "开发", "指挥", "总", "有限", "管理"),
    "发展": ("集团", "银行", "改革", "投资", "研究", "基金", "促进", "委", "有限", "和", "论坛", "大会", "会议", "中心"),
    "共建": ("“",),
}
_PLAIN_TAGS = ("v", "vd", "a", "ad", "d", "m", "q")  # words by themselves rather than parts of a name
_NOMINAL = frozenset(
    (
        "投资 控股 管理 教育 执法 通信 交易 采购 咨询 运输 开发 勘察 设计 检验 检测 保护 监督 应急 服务 保障 救援 创业 就业 创新 "
        "旅游 运营 展览 出版 广播 装备 联合 合作 巡察 巡视 督查 指挥 调度 改革 招商 信访 建设 发展 研究 生产 治理 养殖 种植 建筑 "
        "安装 护理 救助 培训 评估 鉴定 监测 预警 监管 审计 统计 调解 仲裁 公证 担保 租赁 贸易 物流 融合 交流 示范 试验 实验 经营 "
        "体验 育人 训练 表演 演出 收藏 鉴赏 普及 康复 养老 托育 动员 征兵 防治 防护 防控 转化 孵化 加速 保税 共建 协作"
    ).split()
)
# words that make nothing proper and that no name begins with
_GENERIC = frozenset(
    (
        "公立 民营 国有 地方 龙头 上市 骨干 中小 外资 优质 知名 著名 重点 主要 基层 各级 有关 相关 部分 全体 所有 广大 一批 多家 "
        "企业 单位 部门 机构 组织 项目 工作 建设 发展 服务 先进 优秀 创新 现代 现代化 高质量 高水平 世界 国际 国内 省级 市级 县级 "
        "国家级 大型 中型 小型 微型 新型 高端 一流 区域 城市 农村 城乡 社会 公共 综合 专业 本地 当地 外地 周边 传统 特色 示范 "
        "城镇 城区 社区 园区 山区 景区 灾区 库区 地区 县区 城中 美丽 和美 文明 老旧 新旧 大国 外国 山水 江山 新建 续建 高山 大山 "
        "代表 普惠性 普惠 东西 南北 平原 高原 海洋 河流 湖泊 山川 江河 村庄 古城 古镇 公园 大街 大桥 市场 县域 县城 乡村 治安 爱国 美丽 建国 回国 上市 王国"
    ).split()
)
_APART = ("代表", "领导", "特别", "同志", "各位")  # nouns that stand before a name and are none of it
_WHOLE = frozenset(("中国", "国家", "中央", "中华", "中共", "两岸", "全国", "全省", "全区", "全市", "全县", "省", "市", "县", "自治区", "自治州"))


class Line(NamedTuple):
    """A line of the reading text, where it begins there, its words, and where each of them begins in it."""

    text: str
    at: int
    words: list[Word]
    starts: list[int]
    known: Known

    def word_before(self, place: int) -> int:
        """The word that ends at ``place`` or is cut by it; -1 before the first."""
        from bisect import bisect_left

        return bisect_left(self.starts, place) - 1


class Opening(NamedTuple):
    """Where a name begins in its line; whether something proper is in it, and how many words before its head."""

    start: int
    proper: bool
    words: int


def lines(doc: Document, known: Known) -> Iterator[Line]:
    """The lines of a draft that have something on them, cut into words."""
    at = 0
    for text in doc.text.split("\n"):
        if text.strip():
            words = cut(text)
            starts, start = [], 0
            for word in words:
                starts.append(start)
                start += len(word.text)
            yield Line(text, at, words, starts, known)
        at += len(text) + 1


def opening(line: Line, head: int, wholes: bool = True, unknown: bool = True) -> Opening:
    """Where the name begins whose head noun begins at ``head``.

    With ``wholes`` 全国, 中央 and the like make a name proper, as they do a meeting or an office, not a place;
    with ``unknown`` words that the dictionary does not have do: 洪铭.
    """
    at = head
    found = Opening(head, False, 0)
    lonely = 0  # single characters in a row: names that the dictionary does not have
    for count in range(1, _FAR + 1):
        quoted = _quoted(line.text, at)
        if quoted >= 0:
            at, found, lonely = quoted, Opening(quoted, True, count), 0
            continue
        place = _known_place(line, at)
        if place:
            at, found, lonely = at - place, Opening(at - place, True, count), 0
            continue
        index = line.word_before(at)
        if index < 0:
            break
        start, word = line.starts[index], line.words[index]
        text = word.text[: at - start]
        letters = word.tag if text == word.text else tag(text)
        if _is_wall(text, letters) or _is_verb_here(text, line.text[at : at + 2]):
            break
        lonely = lonely + (letters not in _PLAIN_TAGS) if len(text) == 1 else 0
        at = start
        if _is_proper(line, text, letters, wholes) or _are_provinces(line.text[at : at + 2]) or (unknown and lonely > 1 and not _is_common_pair(line.text[at : at + 2])):
            found = Opening(at, True, count)
        elif text not in _GENERIC and not found.proper:
            found = Opening(at, False, count)
    return found


def _known_place(line: Line, at: int) -> int:
    """How long the known place is that ends at ``at``, with the level behind it; 0 if none does."""
    for level in (0, 1):
        for size in (5, 4, 3, 2):
            name = line.text[max(0, at - level - size) : at - level]
            behind = line.text[at - level : at]
            if len(name) == size and (not level or behind in "省市县区州盟旗"):
                if name in line.known.places or (level and name in line.known.levelled):
                    return size + level
    return 0


def known_at(line: Line, start: int) -> int:
    """How long the known place is that begins at ``start``, where a word does; 0 if none does.

    A place that is a word too wants its level behind it.
    """
    for size in (5, 4, 3, 2):
        name = line.text[start : start + size]
        if len(name) < size or not _ends_a_word(line, start + size):
            continue
        if name in line.known.places:
            return size
        if name in line.known.levelled and line.text.startswith(LEVELS, start + size):
            return size
    return 0


def _ends_a_word(line: Line, end: int) -> bool:
    """Whether a word ends at ``end``, or goes on with a level: 定日县."""
    index = line.word_before(end)
    return line.starts[index] + len(line.words[index].text) == end or line.text.startswith(LEVELS, end)


def _quoted(text: str, at: int) -> int:
    """Where words in quotation marks begin that end at ``at``; -1 if none do."""
    return text.rfind("“", max(0, at - 20), at) if at and text[at - 1] == "”" else -1


def _is_wall(text: str, tag: str) -> bool:
    if text[0] in _LETTERS:
        return False
    if len(text) == 1:
        return not "\u4e00" <= text <= "\u9fff" or text in _ENDING and text not in _WHOLE
    if text in _WHOLE:
        return False
    if tag == "m" or text in _APART or text.endswith(("级", "名")):
        return True
    return text not in _NOMINAL and (tag == "v" or tag.startswith(_WALL))


def _is_verb_here(text: str, behind: str) -> bool:
    return text in _DOUBLE and not behind.startswith(_DOUBLE[text])


def _is_proper(line: Line, text: str, tag: str, wholes: bool) -> bool:
    known = line.known
    if text in known.places or text[0] in _LETTERS:
        return True
    if text in _WHOLE:
        return wholes
    if text in known.levelled:
        return False
    return text not in _GENERIC and len(text) > 1 and tag in ("ns", "nt", "nrt", "nrfg", "nz")


def _are_provinces(pair: str) -> bool:
    """川渝, 粤桂: provinces, each by its one character."""
    return len(pair) == 2 and all(char in _PROVINCES for char in pair)


def _is_common_pair(pair: str) -> bool:
    return any(char in _DIRECTIONS for char in pair) or pair in _GENERIC
