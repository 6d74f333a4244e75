"""Names of places: those the rules know, those of the dictionary that say what they are, and those with a head.

临江市, 北京, 雅鲁藏布江, 花湖机场, 西成高铁; levels written on end are one place.
"""

from __future__ import annotations

from speechlint.document.facts import (
    built,
    lists,
    neighbours,
    routes,
    rows,
    surnamed,
    together,
    unknown,
    venues,
    zones,
)
from speechlint.document.facts.bounds import joined
from speechlint.document.facts.naming import opening
from speechlint.document.facts.not_places import COMMON, OF_A_SORT
from speechlint.document.facts.parts import LEVELS, NO_LEVEL
from speechlint.document.facts.seen import Seen
from speechlint.document.facts.worded import known_at
from speechlint.document.facts.world import WORLD
from speechlint.document.span import Span
from speechlint.document.surnames import is_foreign
from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.document.facts.bounds import Bounded
    from speechlint.document.facts.worded import Line

_NATURE_END = regex.later(
    "(?:[湟渭汉淮泗洛湘赣漓沂淄]水|.园)|.+(?:[江河湖岛峡]|(?<=..)[山海湾洋洲岭]|盆地|高原|平原|草原|沙漠|半岛|群岛|大陆|三角洲|流域|走廊|山脉|雪山|冰川)|天安门(?:广场)?|中南海|大别山|深山.+"
)
# heads that any name may stand before, and those that want the name of a place
_BUILT = (
    "国际机场|机场|(?:火车|高铁|汽车|客运|动车)站|车站(?![长])|高铁|铁路(?![局部])|城际(?=[、，。和衔开建通])|高速公路|高速(?=[通全建项公、，。和])|公路|(?<![a-z])大道|大街|(?<!一)大桥|特大桥|隧道|水库|(?:抽水蓄能|水|核|火|风)?电站|(?<=[\u4e00-\u9fff]{2})港(?![口币元澳资])|码头|运河|灌区"
    "|(?:博物院|故宫博物院)|(?:博物|艺术|文学|规划|纪念|图书|体育|美术|科技|文化|展览|陈列|档案)馆(?:[东西南北新]馆|新馆)?(?![员长])|体育场|大剧院|大会堂|礼堂|报告厅|会议室|宾馆|(?<!大)酒店|饭店|酒吧|广场|烈士陵园|陵园|水利枢纽|枢纽工程|(?:[金银铜铁铝铅锌钨锡锑镍钴锂钼锰汞磷铀萤][铅锌铜金银钼铁锡镍]?|稀有金属|稀土|钾盐|石墨|钒钛磁铁|钒钛|油页岩)矿(?![产业石山区物井工权种床泉难资渣藏体企])|煤田|油气田|油田|气田|雪山|峡谷|河谷|(?<=[\u4e00-\u9fff]{2})(?<!田)湖(?![北南区畔泊湖长])|(?<=[\u4e00-\u9fff]{2})宫(?![殿廷颈])|盆地|沙漠|半岛|群岛|流域|口岸(?!线)|故居|旧址|遗址|会址|(?<=..)寺(?![院庙])|书院"
    "|(?:天然气|输油|输气|原油|成品油|油气)管道|(?:检查|排涝|排灌|抽水|提灌|提水|加油|换流|监测|观测|水文|气象|本底|雷达|接收|服务|治超)站(?![长点])|服务区"
)
_AREA = (
    "(?:经济技术|高新技术|旅游)?(?:产业)?开发区|高新区|经开区|经济区|示范区|试验区|先导区|合作区|保税区|自贸区|自由贸易(?:试验区|港)|自贸港|新区(?!划)|产业园区?|工业园区?|工业区|商务区|商贸区|(?<=..)集中区|科技园|科创园|物流园|创业园|科技城|航天城|大学城|商贸城|建材城|影视城|汽车城|家纺城|服装城|科学城|未来城|会展中心|会议中心|文化中心|体育中心|奥体中心"
    "|公园|(?<=..)基地(?![化型])|(?:示范|产业|合作)园|风景名胜区|风景区|旅游区|保护区|度假区|街道(?!办)|高原|(?<=..)草原|走廊|古城|古镇|古村|校区|新城(?![区镇])|矿区|大道|平原"
)
_HEADS = ((regex.later(_BUILT), True), (regex.later(_AREA), False))
_LINE = regex.later(
    "(?<=[、和设通，路])[\u4e00-\u9fff]{1,3}线(?=[、，。和]|等)|[GS][0-9]{1,4}(?:高速|国道|省道)|(?<![A-Za-z0-9])G[0-9]{3,4}(?=[一-鿿、，])"
)
_LETTERED = regex.later("(?<![A-Za-z])[A-WYZ][省市县区镇村](?![委局长政级属])")
_VILLAGE = regex.later(
    "[\u4e00-\u9fff]{2,3}?(?:镇|乡|村|社区|街道|屯|苏木|嘎查)(?![长委民镇级办庄集风土愁支落容情])"
)
_ROOM = regex.later(
    "[\u4e00-\u9fff]?[0-9]{3,4}(?:教室|会议室|室)|(?<![全各本我])[省市县区](?:博物|图书|体育|文化|科技|美术|档案)馆(?![员长])|(?<![全各本我])[省市县区](?:人民广场|人民公园|大剧院|体育中心|会展中心|会议中心|人民会堂|礼堂)"
)
_REGION = regex.later(
    "(?:香港|澳门)特别行政区|台湾(?=同胞|地区|省|问题|海峡|岛|$|[、，。])|长江(?:上游|中游|下游|中上游|中下游|经济带|流域)?|黄河(?:上游|中游|下游|流域)?|(?:南|北|东|西)疆(?![域土])|(?:西北|西南|东南)地区|(?<!粤)港澳(?:台(?![办资商]))?(?![办资商业居]|事务|通行证|办公)|(?<=[区市县州]·)[\u4e00-\u9fff]{1,3}[区县市]|三八线|[东西南北][二三四五六]环(?:路|线)?|[二三四五六]环路|(?:国家|首都)(?:国际)?(?:会议中心|会展中心|图书馆|博物馆|大剧院|体育场|体育馆|游泳中心|速滑馆|版本馆|植物园)|延安|遵义|井冈山|三江源(?:国家公园)?|雄安(?:新区)?|浦东(?:新区)?|前海|横琴"
)
_NOT_BEHIND = ("精神", "时间", "会议", "主义", "人大", "话")


def seen(line: Line, told: list[Bounded], free: Callable[[int, int], bool]) -> Iterator[Seen]:
    """The places of a line that stand in no other name (``free`` of reading places); touching ones are one."""
    spans: list[tuple[int, int]] = []
    found = set(joined("p", told, _found(line)))
    found |= set(neighbours.listed(line, found)) | set(routes.seen(line, found))
    for start, end in sorted(found | set(neighbours.places(line, found))):
        guests = line.text.startswith("来宾", start) and not line.text.startswith("来宾市", start)
        if guests or not free(line.at + start, line.at + end):
            continue
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    until = 0
    for start, end in spans:
        if start < until:
            continue
        start += line.text[start] in "与再为以" and start + 1 in line.starts and end - start > _SHORTEST
        end = until = _with_villages(line, start, end)
        if OF_A_SORT.fullmatch(line.text, start, end):
            continue
        yield Seen("place", line.text[start:end], "", Span(line.at + start, line.at + end))


def _found(line: Line) -> Iterator[tuple[int, int]]:
    for expression in (_LETTERED, _ROOM, _REGION):
        for found in expression.finditer(line.text):
            yield found.span()
    for found in _LINE.finditer(line.text):
        if not _is_word_of_lines(found[0]):
            yield found.span()
    for of in (together, zones, venues, built):
        yield from of.seen(line)
    for places in (venues.bounded, lists.places, rows.places, unknown.places, _of_words, _with_heads):
        yield from places(line)
    yield from surnamed.seen(line, "p")


def _is_word_of_lines(text: str) -> bool:
    """Whether it is no line but a word that ends so: 坚守底线."""
    if text.endswith("运线"):
        return True
    last = cut(text)[-1].text
    return len(last) > 1 and last[0] not in "一二三四五六七八九十" and text[0] >= "一"


def _of_words(line: Line) -> Iterator[tuple[int, int]]:
    """Places that are known, or words of the dictionary that name one."""
    until = 0
    for start, word in zip(line.starts, line.words, strict=True):
        if start < until:
            continue
        size = known_at(line, start) or _with_people(line, start, word.text)
        end = start + (size or len(word.text.removesuffix("地区") or word.text))
        level = next((level for level in LEVELS if line.text.startswith(level, end)), "")
        level = "" if line.text[end : end + 2] in NO_LEVEL else level
        whole = size or (word.text.endswith(LEVELS) and known_at(line, start, end))
        if not whole and not _names_a_place(line.text[start:end], word.tag, level):
            continue
        until = end + len(level)
        if not line.text.startswith(_NOT_BEHIND, until) and not _is_none_here(line.text, start, until):
            yield start, until


_PEOPLE = ("籍", "青年", "小伙", "姑娘", "老乡")


def _with_people(line: Line, start: int, word: str) -> int:
    """How long a place is that is told by the people behind it alone: 方城青年, 非洲/人."""
    if word[-1] == "人" and len(word) > 2 and (word[:-1] in line.known.places):
        return len(word) - 1
    told = word in line.known.levelled and line.text.startswith(_PEOPLE, start + len(word))
    return len(word) if told else 0


def _is_none_here(text: str, start: int, end: int) -> bool:
    """Whether it is said of no place: 60周年大庆, “江源巧姑”."""
    if text.startswith(("更新", "始更新", "俱新"), end):  # 万象更新
        return True
    closes = text.find("”", end, end + 6) if text[start - 1 : start] == "“" else -1
    return text.endswith("周年", 0, start) or closes > end


def _names_a_place(text: str, tag: str, level: str) -> bool:
    if text in WORLD or (tag == "ns" and len(text) > 2 and is_foreign(text)):
        return True
    if tag != "ns" or len(text) < 2 or COMMON.fullmatch(text):
        return False
    if text.endswith(LEVELS):
        return len(text) > 2 or (text[-1] == "县" and text[0] not in _NO_COUNTY)
    return (bool(level) and level in ("省", "县", "州", "市", "自治区", "自治州", "自治县")) or bool(
        _NATURE_END.fullmatch(text)
    )


_SHORTEST = 2
_NO_COUNTY = "全本各外该我郡贫大强区小市兄邻同两省穷弱富每出进回撤建设旗"


def _with_heads(line: Line) -> Iterator[tuple[int, int]]:
    last = (-1, -1)
    for expression, whatever in _HEADS:
        for found in expression.finditer(line.text):
            start = _begins(line, found.start(), found[0], whatever)
            if start >= 0 and not (
                line.text[start - 1 : start] == "“" and line.text[found.end() : found.end() + 1] == "”"
            ):
                yield start, found.end()
            elif found.start() == last[1] and line.text[last[1] - 1] == "馆":  # 图书馆报告厅
                yield last[0], found.end()
            last = found.span()


def _begins(line: Line, head: int, noun: str, unknown: bool) -> int:
    """Where the name of a place begins that ends with ``noun``; -1 where it is none."""
    rails = _ends_of_a_line(line, head) if noun in _RAILS else -1
    if rails >= 0:
        return rails
    begins = opening(line, head, wholes=False, unknown=unknown)
    if not begins.proper or begins.start >= head:
        return -1
    return begins.start - 2 * line.text.startswith("中国（", begins.start - 2)


_RAILS = ("高铁", "铁路", "高速公路", "高速", "城际")


def _ends_of_a_line(line: Line, head: int) -> int:
    """Where the short names of the places begin that a railway or motorway links: 成渝中线, 集大原; -1 if none do."""
    at = head - 2 * line.text.endswith("中线", 0, head)
    for _ in range(4):
        index = line.word_before(at)
        word = line.words[index] if index >= 0 else None
        short = (
            word and line.starts[index] + len(word.text) == at and (len(word.text) == 1 or word.tag == "nr")
        )
        if (
            not short
            or not word
            or not "\u4e00" <= word.text <= "\u9fff"
            or word.text in "的和与及在至到等建通修市县村比抢买乘坐新老条"
        ):
            break
        at -= len(word.text)
    return at if head - at > 1 and line.text[at:head] != "中线" else -1


def _with_villages(line: Line, start: int, end: int) -> int:
    """Where a place ends with the town and village behind it that the dictionary does not have."""
    while line.text[start:end].endswith(("省", "市", "县", "区", "旗", "镇", "乡")):
        found = _VILLAGE.match(line.text, end)
        if not found or COMMON.fullmatch(found[0][-2:]) or not _is_one(line, end, found.end()):
            break
        end = found.end()
    return end


def _is_one(line: Line, start: int, end: int) -> bool:
    """Whether the words between may be one name."""
    some = [word for at, word in zip(line.starts, line.words, strict=True) if start <= at < end]
    return bool(some) and not any(
        word.tag in _NO_NAME or (word.tag in ("vn", "a", "l", "i") and len(word.text) > 1) for word in some
    )


_NO_NAME = ("p", "c", "u", "uj", "ul", "d", "r", "v", "m", "q", "k", "f")


def bare(text: str) -> str:
    """A place without its level: 临江, of 临江市 and of 临江县."""
    level = next((level for level in LEVELS if text.endswith(level) and len(text) > len(level) + 1), "")
    return text.removesuffix(level)
