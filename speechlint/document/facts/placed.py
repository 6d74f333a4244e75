"""Places told by where they lie, by the row or the works they stand in, or by the one character a town is called by.

东至/油麻地/, 在/沟北、大王庙和沟王/建立, /大呼/和/荣乌高速, /万屯汉墓群, /西关桥/西延, /包市, /巴盟.
"""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_H = "(?:(?![的了在和与及各等是有到这那我本全其之])[\u4e00-\u9fff])"
_SIDE = "(?:[东西南北]|东南|东北|西南|西北)"
_AROUND = regex.later(
    f"{_SIDE}(?:到|至|邻|接|靠|临|抵|连|依|起|止于|望|毗|与)(?P<name>{_H}{{2,4}}?)(?=[，。；、）]|相[邻接连望]|接壤|毗[邻连]|交界)"
    f"|(?<=[，。；：])(?:[起始]于|起自|止于|终于|起点|终点)(?P<ends>{_H}{{2,4}}?)(?=[，。；、）])"
    f"|(?:担任|任|兼任|当选|当上|出任)(?P<served>{_H}{{2,4}}?)(?=第一书记|村?支书|(?:党支部|党总支)书记|村主任|驻村)"
    f"|以(?P<centre>{_H}{{2,4}}?)(?=为(?:中心|核心|龙头|支点|起点|轴心|主阵地|主战场))|以(?P<village>{_H}{{2,3}}(?:村|屯|寨|庄))(?=[0-9]+亩|为)"
)
_ROWS = regex.later(
    f"(?<=在)(?P<row>{_H}{{2,4}}(?:、{_H}{{2,4}}){{1,8}}?(?:[和与及]{_H}{{2,4}}?)?)(?=建立|设立|建了|建起|建设|办[了起]|兴建|分别|先后|相继|都|设[了有置]|等[地村处]|[两三四五六七八九]地|开展|试点|实施|打[了响])"
)
_OF_VILLAGES = regex.later(
    f"(?P<row>{_H}{{2,4}}(?:、{_H}{{2,4}}){{1,8}}(?:[和与及]{_H}{{2,4}}?)?)等[0-9一二三四五六七八九十两]{{0,3}}个?(?=(?:[镇街村]|乡(?!村))(?![里容庄民级])|乡镇|社区|行政村|自然村|村寨|县区|县市|片区|工业园|街道)"
)
_APART = regex.later("[、和与及]")
_WORKS = regex.later(
    f"(?:(?<=[，。；：、（\n的在和与及])|(?<=[0-9市县区路])|^)(?P<site>{_H}{{2,3}}(?:古?墓群|汉墓群|古墓|石窟|石刻|岩画|摩崖|洞遗址|窑址|烽火台|战壕|山头|阵地|高地|哨所|渡槽|尾矿库|收费站|互通|枢纽|立交|滑雪场|水厂|电厂|淤地坝|拦河坝|景观带|风光带))(?![长员])"
    f"|(?:(?<=[，。；：、\n和与及])|^)(?P<scene>{_H}{{1,3}}(?:洞|峡谷|迷谷|瀑布|天坑|石林|地缝|塔林|碑林|牌坊|鼓楼|古戏台|栈道))(?=[、，蕴是位的等和与])"
    f"|(?:(?<=[，。；：、\n和与及了将对的建]))(?P<way>{_H}{{2,3}}(?:[桥路街渠坝堤巷](?=[东西南北]延|改造|拓宽|扩建|改建|维修|整治|加固|亮化|绿化|延伸|拓改|提升改造|黑化|罩面|刷黑)))"
    f"|(?:(?<=[，。；：、\n和与及的是市县通])|(?<=开工))(?P<road>(?!乡村|农村|高等|沿江|环湖|普通|国省|一级|二级|三级|四级|高速|通村|出口|过境|连接|县乡|公用|专用|旅游|城市|战备|进出|复线|铁路|公路|主要|重要|多条|两条|这条|该条|新建|改建|续建|在建|国家|地方|城际|普速|客运|货运|道路){_H}{{2}}(?:公路|干线|快线|复线|铁路))(?![局网建养运客沿])"
    f"|(?:(?<=[，。；：、\n和与及的是市县通])|(?<=开工))(?P<first>{_H}{{2}})(?=(?:、{_H}{{2,3}})*[和与、]{_H}{{2}}(?:高速|铁路|高铁|公路|城际)(?!路网))"
    f"|(?<=[村镇乡])(?P<part>{_H}{{2,3}}(?:片区?|组|屯|自然村|小组|垸|大队))(?=[，。、举的开进建])"
)
_ONE_CHARACTER = regex.later(
    "(?P<river>[沂沭泗淮渭泾洛汾沁漳滹湘赣瓯资沅澧汉嘉岷沱涪黔郁邕浔洮湟](?=[上中下]游))|(?<![\u4e00-\u9fff])(?P<town>[包呼乌巴连盘锦丹营抚宁杭苏常锡温宁绍台株湘衡岳郴娄宜襄荆鄂黄孝咸随开洛郑平许漯新安焦濮商信周驻南福厦泉漳莆龙]市|[巴锡阿乌伊哲昭]盟)(?=[的、，人各和与])"
    "|(?<=[夺得到在往赴来从自去离为对向、和与])(?P<town_too>[包呼乌巴]市|[巴锡阿乌伊哲昭兴]盟)(?![场面民区盟友])"
    "|(?:(?<=[、，。；\n及和与的在到])|^)(?P<state>(?:昆|维|新|南澳|西澳|塔|加|德|麻|华|俄|密|伊)州)(?=[的、，。各州政侨总和与议首])"
    "|(?:旧金山|大洛杉矶|大纽约|大华府|大多伦多|大温哥华|大悉尼)(?:湾区|地区)"
)
_SHAPES = frozenset(
    "村镇乡寨屯庄岭沟坪坳圩塘湾营铺桥滩口嘴庙岗墩洼岔坝崖坡峪堡店集渡坊关阁楼堂祠寺观山河江湖海岛洲埠冲垭地垸场湖头壁竹石溪岩井泉"
)
_NOT_SITES = (
    "立体交叉",
    "交通枢纽",
    "物流枢纽",
    "客运枢纽",
    "综合枢纽",
    "水利枢纽",
    "制高点",
    "新高地",
    "战略高地",
    "创新高地",
    "人才高地",
    "产业高地",
    "文化阵地",
    "舆论阵地",
)
_RARE, _OFTEN, _COMMON = 40, 300, 1500


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for found in _AROUND.finditer(line.text):
        group = found.lastgroup or ""
        if _may_be_one(line, *found.span(group)):
            yield found.span(group)
    for found in _ROWS.finditer(line.text):
        yield from _row(line, found.start("row"), found["row"])
    for found in _OF_VILLAGES.finditer(line.text):
        yield from _row(line, found.start("row"), found["row"], sure=True)
    for found in _WORKS.finditer(line.text):
        group = found.lastgroup or ""
        start, end = found.span(group)
        head = {"site": _size_of_head(found[group]), "way": 1, "part": 1, "road": 2}.get(group, 0)
        told = group == "part" and _is_of_a_village(found[group])
        if not found[group].endswith(_NOT_SITES) and (
            told or _may_be_one(line, start, end - head, loose=group not in ("first", "road"))
        ):
            yield start, end
    for found in _ONE_CHARACTER.finditer(line.text):
        yield found.span(found.lastgroup or 0)


def _is_of_a_village(name: str) -> bool:
    """Whether a group of a village may be called so, by a noun that looks like a place: 鲢鱼村/石壁组."""
    return (
        name.endswith("组")
        and name[-2] in _SHAPES
        and tag(name[:-1])[:1] in ("n", "")
        and name[:-1] not in GENERIC
    )


def _row(line: Line, at: int, row: str, *, sure: bool = False) -> Iterator[tuple[int, int]]:
    """The members of a row behind 在 or before 等村, if the half of them look like places and none is a common word."""
    spans = []
    for name in _APART.split(row):
        spans.append((at, at + len(name)))
        at += len(name) + 1
    told = [line.text[start:end] for start, end in spans]
    shaped = sum(
        name[-1] in _SHAPES or name in line.known.places or name in names("townships") for name in told
    )
    if (sure or 2 * shaped >= len(told)) and not any(
        name in GENERIC or frequency(name) > _COMMON for name in told
    ):
        yield from spans


_HEADS = (
    "古墓群",
    "汉墓群",
    "洞遗址",
    "烽火台",
    "尾矿库",
    "收费站",
    "滑雪场",
    "淤地坝",
    "拦河坝",
    "景观带",
    "风光带",
)


def _size_of_head(name: str) -> int:
    return 3 if name.endswith(_HEADS) else 2


def _may_be_one(line: Line, start: int, end: int, *, loose: bool = False) -> bool:
    """Whether the words of a span are single characters, seldom words or known names, and make no common word together."""
    name = line.text[start:end]
    if name in GENERIC or (loose and name[0] in ENDING) or start not in line.starts:
        return False
    if name in line.known.places or name in line.known.levelled or name in names("townships"):
        return True
    if tag(name):
        named = tag(name)[:2] in ("ns", "nz", "nr") or (loose and tag(name) == "n" and name[-1] in _SHAPES)
        return named and frequency(name) < (_OFTEN if loose else _RARE)
    words = cut(name)
    return all(
        (len(word.text) == 1 and word.tag[:1] not in ("p", "c", "u", "d", "r", "y"))
        or word.tag[:2] in ("ns", "nr", "nz")
        or frequency(word.text) < _RARE
        or (word.tag[:1] == "n" and len(name) > len(word.text) and name[-1] in _SHAPES)
        for word in words
    )
