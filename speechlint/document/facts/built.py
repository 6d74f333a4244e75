"""Works, buildings and sites named with a word that names them only there: 丰满水电站, 帝王大厦, 仰韶文化遗迹, 致远楼."""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING, GENERIC, LEADING_TO_OFFICES
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_W = "(?:(?![的了在和与及是到从至沿经往为把被将等各每某这那两几])[一-鿿])"
_BEGINS = "(?:^|(?<=[，。；：、“（！？\n 　的在和与及到从至沿经往是把被将对向由])|(?<=[0-9][.、]))"
_WORKS = "互通立交|立交桥|水电站|核电站|火电站|电站|水库|水利枢纽|特大桥|大桥|隧道|机场|火车站|高铁站|客运站|煤矿|铁矿|金矿|铜矿|油田|气田|运河|灌区|码头|渡口|口岸|哨所|哨卡|兵站|边防站|炮台|烽火台|关隘|公路|高速|铁路|国家公园|森林公园|湿地公园|自然保护区|陵园|烈士墓|纪念碑|纪念塔|纪念馆|纪念堂|纪念园|故居|旧址|旧居|遗址|会址|遗迹|石窟|古道|书院|祠堂|宗祠|文庙|孔庙|古寺|寺|塔(?![吊台架])|牌坊|大厦|饭店|宾馆|酒店|会堂|剧院|剧场|影院|体育馆|体育场|球馆|会馆|商场|百货大楼|大楼|教学楼|图书楼|实验楼|综合楼|病房楼|门诊楼|住院楼|广场|公园|步行街|夜市|老街|古街|农贸市场|批发市场|工业园|产业园|科技园|创业园|农业园|物流园|牧场|茶园(?=村)|校区|院区|厂区|新区|小区|花园|家园|社区"
_BUILT = regex.later(f"{_BEGINS}(?P<name>{_W}{{2,4}}?)(?:{_WORKS})(?![长员化级])")
_LONG_ONE = regex.later(
    "(?:^|(?<=[，。；：、“”\n]))(?P<long>(?!全|我|该|这|新|其|每)(?:(?![的了在和与及])[一-鿿]){2,8}(?:通道|大桥|特大桥|隧道|高速|高速公路|铁路|公路|水库|运河|大坝|管道|管廊|输电线路|快速路|渠|高铁))(?=全长|总长|主跨|起于|[北南东西]起|横跨|连接[一-鿿]|总投资|设计时速|正式(?:通车|贯通|开工)|(?:建成)?通车|开工|[让把使]|建成)"
)
_ROAD = regex.later(
    "(?:解放|建设|人民|中山|和平|新华|胜利|友谊|光明|团结|前进|民主|文化|八一|五一|五四|红旗|东风|长江|黄河|青年|劳动|工农|北京|南京|上海|延安|文明|幸福|迎宾|环城|滨江|滨河|滨海|沿河|复兴|振兴|创业|科技|学府|府前|站前|健康|朝阳|东升|龙山|凤凰|工业|交通|民族|民权|民生|中华|世纪|金融|新民|爱国|凯旋|育才|师范|体育)(?:[东西南北中])?(?:路|大街|大道|[东西南北]?街)(?=[、，。的与和上口东西南北第至到交两沿]|[0-9]|$)"
)
_FROM_TO = regex.later(
    "(?:^|(?<=[，。；：从]))(?P<one>(?![我你他从每这那一])(?:(?![，。；：的了在和与])[一-鿿]){2,3})[到至](?P<other>(?:(?![，。；：的了在和与])[一-鿿]){2,4}?)的?(?=缩短|只[要需]|仅需|车程|路程|机耕路|公路|山路|水泥路|土路|道路|铁路|大桥|水渠|班车|航线|公交|地铁|高铁|高速|管道|电缆)"
)
_TALL = regex.later(
    "(?<=[的在于到])(?P<tall>(?:(?![，。；：、的了在和与各座栋这那])[一-鿿]){4,8}?)(?:大厦|会馆|饭店|宾馆)(?=[，。、；里内外前举召]|$)"
)
_CROSSED = regex.later(
    "(?:跳进|跨过|渡过|流入|汇入|注入|蹚过|横渡|强渡|抢渡|飞渡|淹没在|架在|源于|发源于|濒临)(?P<name>(?![大小长各冰江河黄湖]|一条|两条|这条|那条)[一-鿿]{1,2}[河江湖])(?![流岸水畔湖泊川道])"
)
_VILLAGE = regex.later(
    "(?:来到|走进|到|在|去|驻)(?P<name>[一-鿿]{1,2}村)(?=看望|考察|调研|视察|慰问|召开|蹲点|驻村|任)|(?:^|(?<=[，。；：、]))(?P<of>[一-鿿]{1,2}村)(?=党(?:委|支部|总支)书记|村支书|第一书记|老支书|村民[一-鿿]{2,3}[，、说家])"
)
_NO_VILLAGE = tuple(f"{char}村" for char in "全各农新我该山乡小古渔每本老大邻这那名强穷贫富自中样个")
_MINE = regex.later(
    "(?:^|(?<=[，。；：、]))(?![老小大新各全我本该煤铁金铜富贫上下停产开采建办涉在一两三十百几])(?:(?![，。；：的了在和与])[一-鿿]){2,3}矿(?=[0-9]|[早中晚]班|发生|[，。、]|井下|职工|的|年产)(?<![产停采富贫煤铁金铜稀锰铝锂磷]矿)(?<!工矿)"
)
_OLD = regex.later(
    "[那这一][座条栋幢](?P<name>[一-鿿]{2,3}?)(?:古?[桥塔井坝堰]|河|街|巷|门楼|城门|牌楼)(?![梁面头上下边畔口路长墩])"
)
_HOUSE = regex.later(
    "(?:^|(?<=[，。；：、在从到到和于的“]))(?P<name>(?![一每各这那本某两几保交建盖教门病住综办实主图写高大新旧老茶酒阁木])[一-鿿]{2})(?:楼|堂|厅|阁|亭|苑|轩)(?=[前后里内外上下旁举一二三四五六七八九0-9、，。的])"
)
_CULTURE = regex.later("(?P<name>[一-鿿]{2,4}?)文化(?:遗址|遗迹|遗存|层|古城|墓地|墓葬|发祥地|发源地)")
# what any such work may be called by
_SORT_TEXT = "大型 小型 中型 新建 农村 老旧 重点 当地 附近 现有 全县 全市 全省 全国 我国 我省 我市 我县 国家 国际 国内 城市 乡村 文化 体育 红色 革命 烈士 历史 工业 现代 智慧 高速 高层 摩天 商业 商务 综合 中心 标志性 民用 军用 通用 干线 支线 界河 跨江 跨海 跨河 公铁 百年 千年 世界 著名 有名 山区 长途 城际 普通 高铁 地铁 沿江 沿海 沿线 出省 重要 主要 大中型 中小型 县乡 县级 乡镇 民办 农民 职工 幸福 和谐 平安 文明 绿色 生态 美丽 特色 旅游 科技 产业 物流 标准 示范 安置 回迁 住宅 居民 封闭 高档  各类 所有 许多 不少 一些 第一 第二 国有 国营 五星 星级 高档 经济 快捷 连锁 露天 室内 大众 周边 无障碍 危险 废弃 露天 大规模 共享 田园 开放 口袋 街心 郊野 主题 游乐 动物 植物 中华 精神 我们 你们 他们 咱们 新的 万达 企业 学校 医院 机关 部队 政府 单位 老城 新城 主城 东部 西部 南部 北部 中部 东西 南北 家庭 少年 青年 老年 儿童 妇女 网络 数字 电子 线上 线下 虚拟 传统 民族 民间 民俗 宗教 佛教 道教 古代 近代 考古 大遗址 战争 战场 抗战 抗日 长征 名人 领袖 伟人 将军 英雄 英烈 先烈 公墓 无名 千佛 边境 陆路 水运 公路 铁路 航空 开放 内陆 沿边 对外 一类 二类 跨境 通商 贸易 粮食 进口 出口"
_SORTS = frozenset(_SORT_TEXT.split()) | GENERIC
_STRONG_TEXT = "互通立交 立交桥 水电站 核电站 电站 水库 水利枢纽 大桥 特大桥 隧道 机场 火车站 灌区 码头 口岸 哨所 大厦 饭店 宾馆 酒店 会堂 剧院 剧场 影院 体育馆 体育场 书院 纪念馆 纪念堂 陵园"
_STRONG = frozenset(_STRONG_TEXT.split())
_OFTEN = 4000


# words that 路上, 路口 stand behind where no street is meant: 前进路上, 交通路口
_ALSO_SAID_TEXT = "前进 幸福 创业 健康 振兴 复兴 建设 民族 光明 胜利 团结 友谊 交通 文明"
_ALSO_SAID = frozenset(_ALSO_SAID_TEXT.split())
_NO_ROADS = (
    "交通路线",
    "文化路",
    "科技路",
    "工业大道理",
    "创业路",
    "建设高速",
    "重点",
    "高速",
    "国家",
    "农村",
    "首条",
    "第",
)


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for found in _BUILT.finditer(line.text):
        if _is_named(line, *found.span("name"), found.end()):
            yield found.span()
    yield from _ways(line)
    yield from _sites(line)


def _ways(line: Line) -> Iterator[tuple[int, int]]:
    """Roads by a name that many towns give, works by their length, the ends of a way, tall buildings."""
    for expression in (_LONG_ONE, _ROAD):
        for found in expression.finditer(line.text):
            first = cut(found[0])[0]
            if found.start() not in line.starts or found[0].startswith(_NO_ROADS):
                continue
            if (
                expression is _ROAD
                and line.text.startswith(("上", "口"), found.end())
                and found[0][:2] in _ALSO_SAID
            ):
                continue
            if expression is _ROAD or (first.tag[:1] not in "vpcduam" and "等" not in found[0]):
                yield found.span()
    for found in _FROM_TO.finditer(line.text):
        for group in ("one", "other"):
            if (
                found.start(group) in line.starts
                and found[group] not in _SORTS
                and len(cut(found[group])) < _LONG
            ):
                yield found.span(group)
    for found in _TALL.finditer(line.text):
        if found.start() in line.starts and cut(found[0])[0].tag[:1] in "n" and found["tall"] not in _SORTS:
            yield found.span()


def _sites(line: Line) -> Iterator[tuple[int, int]]:
    """Rivers that are crossed, villages that are visited, mines, old bridges, houses of a school, cultures dug out."""
    for expression in (_CROSSED, _VILLAGE):
        for found in expression.finditer(line.text):
            name = found.lastgroup or 0
            if not found[name].endswith(_NO_VILLAGE):
                yield found.span(name)
    for found in _MINE.finditer(line.text):
        if all(len(word.text) == 1 or word.tag[:2] in ("ns", "nr") for word in cut(found[0])):
            yield found.span()
    for found in _OLD.finditer(line.text):
        if (
            found.start("name") in line.starts
            and found["name"] not in _SORTS
            and found["name"][0] not in "小大新老旧石木铁古"
        ):
            yield found.start("name"), found.end()
    for found in _HOUSE.finditer(line.text):
        if found.start() in line.starts and _is_a_word_of_names(found["name"]):
            yield found.span()
    for found in _CULTURE.finditer(line.text):
        start = _begin(line, *found.span("name"))
        if start >= 0:
            yield start, found.end()


def _is_named(line: Line, start: int, end: int, last: int) -> bool:
    """Whether what stands right before a work names it: one word or characters that are no words, no verb that leads to it."""
    name = line.text[start:end]
    whole = last == len(line.text) or last in line.starts
    if name[-1] in "通建修有成" or name[0] == "第":
        return False
    quoted = line.text[start - 1 : start] == "“"
    if not whole or quoted or start not in line.starts or name in _SORTS or name in LEADING_TO_OFFICES:
        return False
    some = cut(name)
    if len(some) == 1:
        often = _OFTEN if line.text[end:last] in _STRONG else _RARELY
        return some[0].tag[:1] in "nas" and name[-1] not in "化型性式级类网" and frequency(name) < often
    return all(len(word.text) == 1 and word.text not in ENDING for word in some) and len(some) < _LONG


_LONG = 4


def _is_a_word_of_names(name: str) -> bool:
    """Whether a house is called so: two characters that are no word, or a word as schools choose: 致远, 明德."""
    return name not in _SORTS and (not tag(name) or (tag(name)[:1] in "nazib" and frequency(name) < _RARELY))


_RARELY = 700


def _begin(line: Line, start: int, end: int) -> int:
    """Where a culture's name begins: at the place before it, or at the characters that make no word; -1 where nothing names it."""
    for size in (2, 3, 4):
        name = line.text[end - size : end]
        if end - size < start:
            break
        if name in line.known.places or name in line.known.levelled or tag(name)[:2] in ("ns", "nr", "nz"):
            return end - size
    return -1
