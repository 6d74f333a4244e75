"""Places whose name the dictionary cuts wrong, by their shape and what bounds them: 王家坝, 虎头狮村, 许村镇, 胶州路728号, 106国道."""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_HAN = "[\u4e00-\u9fff]"
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜吕沈姚卢姜崔钟谭陆汪范石廖贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤马高"
_PLAIN = regex.later(  # told by the shape alone
    f"[{_SURNAMES}]家(?:坝|岗|集|店|铺|桥|庄|寨|屯|堡|沟|坪|岭|湾|口|渡|圩|塘|洼|塬|峁|梁|河|山|村|营|坡|井|窑|坟|湖|滩|洲|埠|垭|嘴|咀|巷|胡同|畈|冲|垄|岔|垴|坨|崮|崖|畔|峪|疃|泊|埝|碾|磨)(?:[村镇乡](?!民))?"
    "|(?<![A-Za-z0-9])[GSX]?[0-9]{2,4}(?:国道|省道|县道)|[0-9]{3}(?:国道|省道)"
    f"|(?:(?![的了在是和与及到至于沿往从经由位撤迁搬])[\u4e00-\u9fff]){{2,4}}(?:[东西南北中]?路|大道|大街|[东西南北]?街|巷|弄|胡同)[0-9]{{1,5}}(?:弄[0-9]{{1,4}})?号(?:院|楼)?"
    "|(?:市域铁路|地铁|轨道交通|轻轨|城轨|城际铁路)?(?:[SMRTLG][0-9]{1,2}号?线|(?<=铁路|地铁|交通|轻轨|城轨)[0-9]{1,2}号线)(?:[一二三]期)?|(?:地铁|轨道交通|轻轨)[0-9一二三四五六七八九十]{1,2}号线(?:[一二三]期)?"
    "|(?<![A-Za-z0-9])[0-9]{1,2}号楼"
)
_BOUND = "(?:(?<=[、，。；：！？“”和与及在到从至是自经往\n ])|(?<=[0-9][.、])|^)"
_BOUNDED = regex.later(
    f"{_BOUND}(?P<name>{_HAN}{{2,4}}(?:村(?![长民委级干里庄容])|镇(?![长委级政静定痛江区])|乡(?![长村镇情愁亲音土贤级])|街道(?![办口])|社区(?![工服居矫卫民治])|寨(?![子])|屯|苏木|嘎查|坝(?![上子])|闸|圩|泵站|排涝站|排灌站|船闸|水闸|大坝|干渠|灌渠|站点|家园|小区|安置区|安置小区|集镇|古街|商厦|商场|城镇带))"
)
_FOUGHT = regex.later("(?<![\u4e00-\u9fff])[首激会鏖血恶]战([\u4e00-\u9fff]{2,4})(?=[、，。])")
_OF_WATER = regex.later(
    f"(?:(?<=[、，。；：！？和与及流河江\n])|^)(?P<name>{_HAN}{{2,3}}?)(?=水位|(?:以[上下])?段(?=[、，。；行河治工]|以)|闸|坝|水利枢纽|老城区|新城区|片区|组团|安置小区|工程影响|以下段|以上段)"
)
_MORE = frozenset(
    "省市县区州镇乡村街全各本该此这那其我每某一二三四五六七八九十两几多数百千万新老旧大小好美强富个名位条座第的了在是于为有对从把被让给将与和及或上下里内外前后中等到至由向"
)
_COMMON = 300


_LIES = regex.later(
    "(?:(?<=[，。；：、“”\n])|^)(?P<name>(?![我本该全这那它其此各某每])[一-鿿]{2,6}?)(?=位于|地处|坐落[于在]|毗邻|依山傍水|背靠|因[^，。]{1,6}得名)"
)
_WAY = regex.later(
    "从(?P<one>(?![我这那年月])[一-鿿]{2,5})(?:到|至|经)(?P<other>[一-鿿]{2,5}?)(?=[，。、]?(?:[0-9]|[一二三四五六七八九十两百]{1,4}[公华]?里|全程|全长|沿线|一线|一路|的(?:路|公路|大桥|山路|道路)))"
)
_IN_A_ROW = regex.later(
    "[东西南北中]关(?:、[东西南北中]关)+|[东西南北]街(?:、[东西南北]街)+|[东西南北]门(?:、[东西南北]门)+|[东西南北]桥(?:、[东西南北]桥)+"
    "|(?![沿从到经由往至走过是修])(?:(?![、，。；：的了在和与之])[一-鿿]){2,4}(?:路|大街|大道|[东西南北]街)(?:、(?:(?![、，。；：的了在和与之])[一-鿿]){2,4}(?:路|大街|大道|[东西南北]街))+"
)
_ONE = regex.later("[^、]+")
_ROADS = (
    "公路",
    "铁路",
    "道路",
    "网路",
    "线路",
    "水路",
    "思路",
    "出路",
    "丝路",
    "通村路",
    "产业路",
    "断头路",
    "快速路",
    "主干路",
    "高铁路",
)
_SAID_OF = regex.later(
    "(?:(?<=[，。；：“\n])|^)(?P<name>[一-鿿]{2,3}村)(?=村[民干党支]|的(?!发展|建设|集体|产业|人居|道路)|位于|党|共有|距|地处|原|是个|过去)"
)
_SORTS = regex.later(
    "(?:贫困|示范|试点|重点|文明|中心|行政|自然|城中|空心|小康|富裕|新农|先进|落后|后进|地球|度假|民俗|奥运|亚运|选手|媒体|淘宝|电商|数字|未来|生态|幸福|美丽|特色|旅游|乡|山|渔|农|全|各|每|我|本|该|这个|那个|一个|有的|许多|每个|我们|软弱|涣散|脱贫|出列|搬迁|薄弱|整洁|平安|和谐).*"
)
_NO_PLACES = (
    "公司",
    "学校",
    "项目",
    "企业",
    "医院",
    "单位",
    "工程",
    "会场",
    "基地",
    "社区",
    "城市",
    "园区",
    "我国",
    "中国",
    "酒店",
    "展馆",
    "校区",
    "景区",
    "村里",
    "村庄",
    "总部",
    "工厂",
    "厂区",
    "新区",
    "县城",
    "集团",
    "学院",
    "大学",
    "馆址",
    "校园",
    "遗址",
    "名称",
    "这里",
    "那里",
    "全县",
    "全市",
    "全省",
    "全区",
)


def places(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for found in _PLAIN.finditer(line.text):
        start = found.start()
        while start not in line.starts and line.text[start] >= "一" and start < found.end() - 3:
            start += 1
        yield start, found.end()
    for found in _BOUNDED.finditer(line.text):
        if _is_strange(found["name"]):
            yield found.span("name")
    for found in _FOUGHT.finditer(line.text):
        yield found.span(1)
    for found in _IN_A_ROW.finditer(line.text):
        yield from (
            one.span()
            for one in _ONE.finditer(line.text, *found.span())
            if not one[0].endswith(_ROADS) and one.start() in line.starts
        )
    for found in _WAY.finditer(line.text):
        if _is_noun(found["one"]) and _is_noun(found["other"]):
            yield found.span("one")
            yield found.span("other")
    for found in _LIES.finditer(line.text):
        if (
            not found["name"].endswith(_NO_PLACES)
            and found.start("name") in line.starts
            and _is_noun(found["name"])
        ):
            yield found.span("name")
    for found in _SAID_OF.finditer(line.text):
        if not _SORTS.fullmatch(found["name"]) and found.start("name") in line.starts:
            yield found.span("name")
    for found in _OF_WATER.finditer(line.text):
        name = found["name"]
        if _is_strange(name + "坝") and "在" not in name:
            yield found.span("name")


def _is_noun(name: str) -> bool:
    """Whether it is one name or some characters that are no words, rather than words that tell something."""
    some = cut(name)
    return all(
        len(word.text) == 1 or word.tag[:2] in ("ns", "nr", "nz", "nt") or word.tag in ("n", "s")
        for word in some
    ) and not any(word.text in ENDING for word in some)


def _is_strange(name: str) -> bool:
    """Whether what stands before the noun is no words that stand before any: 虎头狮/村, not 示范村, 每个村."""
    sizes = (4, 3, 2, 1)
    end = next(
        (len(name) - size for size in sizes if name.endswith(_NOUNS) and name[-size:] in _NOUNS),
        len(name) - 1,
    )
    body = name[:end]
    if (
        len(body) < 2
        or body[-1] in "两二三四五六七八九十几数各"
        or body in GENERIC
        or any(char in _MORE and not body.startswith("两") for char in body[:1])
    ):
        return False
    if tag(body) in ("ns", "nr", "nz") or (
        not tag(body) and len(body) == 2 and not set(body) & (_MORE | ENDING)
    ):
        return True
    some = cut(body)
    strange = [
        word
        for word in some
        if len(word.text) == 1 or word.tag in ("ns", "nr", "nz") or frequency(word.text) < _COMMON
    ]
    plain = [word for word in some if word.tag[:1] in ("p", "c", "u", "d", "r", "v") and len(word.text) > 1]
    singles = [word for word in some if len(word.text) == 1]
    return (
        len(strange) == len(some)
        and not plain
        and not any(word.text in ENDING or word.text in _MORE for word in singles[:-1] or singles)
        and len(some) > 1
    )


_NOUNS = (
    "村",
    "镇",
    "乡",
    "街道",
    "社区",
    "寨",
    "屯",
    "苏木",
    "嘎查",
    "坝",
    "闸",
    "圩",
    "泵站",
    "排涝站",
    "排灌站",
    "船闸",
    "水闸",
    "大坝",
    "干渠",
    "灌渠",
    "站点",
    "家园",
    "小区",
    "安置区",
    "安置小区",
    "集镇",
    "古街",
    "商厦",
    "商场",
    "城镇带",
)
