"""Institutions by their whole name: offices of party and state, companies, schools, hospitals, troops, teams."""

from __future__ import annotations

from speechlint.document.facts import bodies, companies, departments, latin, lists, neighbours, surnamed
from speechlint.document.facts.bodies import offices_beside
from speechlint.document.facts.bounds import joined
from speechlint.document.facts.institution_words import ALONE, HEAD, LETTERED, OFFICES, SCHOOLS, SHORT
from speechlint.document.facts.naming import is_of_somewhere, opening
from speechlint.document.facts.parts import GENERIC
from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.document.words import frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.bounds import Bounded
    from speechlint.document.facts.naming import Opening
    from speechlint.document.facts.worded import Line

_STRONG = (
    "有限公司",
    "有限责任公司",
    "派出所",
    "学院",
    "大学",
    "附中",
    "附小",
    "出版社",
    "杂志社",
    "事务所",
    "支行",
    "街道办事处",
    "大使馆",
)  # heads that are names with whatever stands before them


def seen(line: Line, told: list[Bounded]) -> Iterator[Seen]:
    """The institutions of a line; those that touch are one: 财政部国库司, B分局镇安派出所."""
    spans: list[Span] = []
    found = list(joined("i", told, _found(line)))
    found += offices_beside(line, found)
    for start, end in sorted({*found, *lists.coordinate(line, found), *neighbours.alike(line, set(found))}):
        if spans and end <= spans[-1].end:
            continue
        if spans and start == spans[-1].start:
            spans[-1] = Span(start, end)
        elif spans and start <= spans[-1].end and not line.text.startswith("国务院", start):
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, end))
        else:
            spans.append(Span(start, end))
    for start, end in spans:
        start = _behind_what_leads(line.text, start, end)
        end = departments.end_of(line.text, end)
        if (
            start >= end
            or _BLANK.search(line.text[start:end])
            or _OF_A_LEVEL.match(line.text, start)
            or _COMMON.fullmatch(line.text, start, end)
            or (
                _LEVELLED.fullmatch(line.text, start, end)
                and line.text.startswith(_OF_A_POST, end)
                and not line.text.startswith("政协委员", end - 2)
            )
            or _KIND.fullmatch(line.text, start, end)
            or _COUNTED.search(line.text, max(0, start - 6), start)
            or "了" in line.text[start:end]
            or "着" in line.text[start:end]
        ):
            continue
        yield Seen("institution", line.text[start:end], "", Span(line.at + start, line.at + end))


_COUNTED = regex.later("(?:[两二三四五六七八九十百千0-9多几数]+[家所个支座]|一家)$")  # 三家/科技支行
_APPOINTED = regex.later("(?:任命|选举|聘任|推选|聘请|推荐|当选)[\u4e00-\u9fff]{0,4}$")


_LED_TO = regex.later("隶属于|奏响|优化|祝愿|预祝|代表|感谢|扎根|热爱|奉献")


def _behind_what_leads(text: str, start: int, end: int) -> int:
    """Where the office begins that somebody is made one of, 任命…为/市人民政府, or that a verb leads to: 代表/院党委."""
    led = _LED_TO.match(text, start, end)
    if led:
        return led.end()
    made = text.find("为", start, end)
    return made + 1 if made >= 0 and _APPOINTED.search(text, max(0, start - 8), start) else start


def _found(line: Line) -> Iterator[tuple[int, int]]:
    for expression in (ALONE, SHORT, OFFICES, LETTERED, SCHOOLS):
        for found in expression.finditer(line.text):
            yield found.span()
    yield from bodies.seen(line)
    yield from latin.bodies(line)
    yield from departments.seen(line)
    yield from bodies.laboratories(line)
    yield from bodies.ministries(line)
    yield from bodies.trades(line)
    yield from bodies.of_states(line)
    yield from companies.seen(line)
    yield from bodies.founded(line)
    yield from bodies.teams(line)
    yield from lists.institutions(line)
    yield from lists.builders(line)
    yield from surnamed.seen(line, "i")
    for start, word in zip(line.starts, line.words, strict=True):
        if (
            word.tag == "nt"
            and len(word.text) > 3
            and word.text.endswith(_ENDS)
            and (is_of_somewhere(line, word.text) or _is_council(word.text))
        ):
            yield start, start + len(word.text.removesuffix("常委"))
    for found in HEAD.finditer(line.text):
        start, end = found.span()
        begins = opening(line, start)
        if line.text.startswith(_ALL_OF if found[0] in _OF_NONE else _ALL_OF[1:], begins.start):
            continue
        if found[0].endswith(_OF_A_KIND) and _KIND.fullmatch(line.text, begins.start, found.end()):
            continue
        if (
            (begins.proper and begins.words)
            or (found[0] in _STRONG and begins.start < start and _is_whole(line, found[0], start))
            or (found[0] in _NAMED and begins.start < start and _is_no_kind(line, begins, start))
        ):
            yield begins.start, end
        elif found[0] == "集团" and start > 1 and _is_rare(line.text[start - 2 : start]):
            yield start - 2, end


def _is_whole(line: Line, noun: str, start: int) -> bool:
    """Whether 大学 is a word here: not in 扩大学位."""
    return noun != "大学" or (start in line.starts and line.text[start - 1] not in "环")


_SOCIETIES = ("协会", "学会")
_NAMED = (
    "研究所",
    "研究院",
    "合作社",
    "幼儿园",
    "机床厂",
    "机械厂",
    "钢铁厂",
    "水泥厂",
    "俱乐部",
    *_SOCIETIES,
    "工作室",
    "中学",
    "小学",
    "医院",
    "法院",
    "文工团",
    "剧院",
)


def _is_no_kind(line: Line, begins: Opening, head: int) -> bool:
    """Whether what stands before a head is an ordinal or a noun not met everywhere: 第一机床厂, 红旗农机研究所."""
    word = line.words[line.word_before(begins.start + 1)]
    if line.text.startswith("幼儿园", head):
        named = word.tag[:1] == "n" and word.text not in GENERIC
        return begins.words == 1 and named and line.text[begins.start : head] not in _ALL_KINDS
    if line.text.startswith(_SOCIETIES, head):
        name = line.text[begins.start : head]
        return begins.words == 1 and len(name) > 1 and tag(name)[:1] in "nv" and frequency(name) < _SELDOM
    if begins.words < 2 or len(word.text) == 1:
        return line.text[begins.start] == "第"
    noun = word.tag[:1] == "n" or (word.tag in ("v", "vn") and frequency(word.text) < _HARDLY)
    return noun and word.text not in GENERIC and frequency(word.text) < _EVERYWHERE


_ALL_KINDS = frozenset(
    ("机关", "农村", "实验", "中心", "双语", "艺术", "乡村", "社区", "集体", "国际", "街道", "民族")
)
_EVERYWHERE, _SELDOM, _HARDLY = 1500, 1000, 100


def _is_council(text: str) -> bool:
    return (
        text.endswith("委员会")
        and len(text) > 4
        and text[:2] not in ("村民", "居民", "业主", "职工", "组织", "筹备", "管理", "常务", "执行", "专门")
    )


# what names of the dictionary end with that are institutions
_ENDS = (
    *"会部局院社团司校学行厂队军府委店馆处所台网厅署联党",
    "中心",
    "政协",
    "人大",
    "中央",
    "集团",
    "组织",
    "联盟",
)
# many of a kind, not one: 全国重点实验室
_OF_NONE = ("学校", "医院", "实验室", "大学", "学院", "幼儿园", "小学", "中学", "派出所")
_ALL_OF = ("全国", "全省", "全区", "全市", "全县")
# a kind of institution rather than one: 国家实验室, 省技术创新中心
_OF_A_KIND = ("实验室", "中心", "研究院", "研究所")
_KIND = regex.later(
    "(?:国家|[省市县区]|自治区|全国|中国)(?:级|重点)?(?:实验室|(?:区域)?(?:医学|医疗|公共卫生|金融管理)中心|(?:技术|基础|产业|制造业|科技|科学|区域|工程)?(?:技术)?(?:创新|研究|科学|工程|科技|服务)中心|研究院|研究所)"
)


def _is_rare(word: str) -> bool:
    """Whether the dictionary has two characters as a noun seldom met: 首旅."""
    return tag(word)[:1] == "n" and frequency(word) < 30 and word not in GENERIC


# what every place has; which of them it is, the draft does not say
_COMMON = regex.later(
    "(?:[省市县区]|自治区|国家|全国)?级?(?:示范性?|百强|重点|星级|一流|名牌)(?:普通)?(?:高中|中学|小学|学校|幼儿园|医院|企业)|(?:职业技术|层次职业技术|.*型|.*性|.*级|.*类|.*属|重点|示范|百强|名牌|一流|著名|知名|国外|海外|世界|普通|地方|高水平|老年|所在|所有|各|公立|私立|新建|民办|公办|综合|高等|名校|理想|心仪|全国|国内)大学|[一-鿿]{0,6}(?:第一|首)[个家座所间支批][一-鿿]*|(?:普及|诚信|国有(?:商业)?|乡镇(?:综合)?|[四五三]星级|卓越级)[一-鿿]{0,6}|(?:上一届|新一届|本届|历届).*|(?:惠性|嵌入式|普惠|公办|民办|智慧|现代(?!汽车)|跨境|产业|新型|优质|一流|重点|特色|工匠|即收|星级|示范)[\u4e00-\u9fff]{0,6}|[一二三四五六七八九十]{1,3}届.*|党?委|政府|人大|政协|纪委|监委|学校|学院|大学|医院|公司|企业|集团|银行|法院|人民法院|[省市县区州旗镇乡]?局"
)
# what every place has, told by its level: 市委, but not where it is part of a post
_LEVELLED = regex.later("(?:[省市县区州旗镇乡]|自治[区州县])(?:党?委|政府|人大|政协|纪委|监委)")
_OF_A_POST = ("委员", "各部门", "大院", "大楼", "代表", "主要", "有关")
_OF_A_LEVEL = regex.later(
    "(?:自治区|国家|省|市|县|区)级|(?:全国|国际|世界|区域|我国)(?:性|重要|回程)|全国[\u4e00-\u9fff]{2,4}中心|国家医疗队"
)
_BLANK = regex.later("[XＸ×]{1,}")
