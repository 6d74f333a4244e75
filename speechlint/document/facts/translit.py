"""Persons and places from abroad by the characters that foreign names are written with: 里瓦尔多, 哈斯科沃市."""

from __future__ import annotations

from speechlint.document.facts.foreign import weight
from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.document.surnames import FOREIGN, POST
from speechlint.document.words import known, likelihood, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_CHARS = FOREIGN + "谷斐瑙佩鲍黛瑟珀韦娅温蒙顿雪霍塞舍奈默埃鲁森宾格瑟奎诺庞盖彭贾穆德冯内洪蓬"
_BROAD = frozenset(
    _CHARS
    + "阿埃艾爱安昂奥澳巴白班邦保贝本比彼宾波伯博布采查茨策察楚戴丹道德邓狄迪蒂丁杜敦多厄恩尔伐法范菲费芬夫弗福富甘冈戈格根贡古圭哈海汉豪赫亨侯胡华惠霍基吉季加贾简杰金津久居喀卡凯坎康考柯科克肯库夸奎拉莱赖兰朗劳勒雷黎里丽利莉连廉列林琳龙隆卢鲁路露伦罗洛马玛迈麦曼毛梅门蒙米密明缪摩莫姆穆纳娜内尼涅宁纽农努诺欧帕潘培佩皮普齐奇恰强乔切钦琴琼丘热仁日茹儒瑞若撒萨塞赛桑瑟森沙珊尚绍舍申圣施史斯思苏索塔泰坦唐陶特滕提廷通图托瓦旺威韦维魏温翁沃乌武西希锡夏谢辛欣休许雪亚延扬耶叶伊依英尤约泽扎詹哲珍卓兹佐坚"
)
_WITH_A_POST = regex.later(
    f"(?:{POST}|外长|大臣|国务卿|发言人|特使|教练|球星|首相|总统|总理)(?P<name>[{_CHARS}]{{2}})(?=[，。、在于对说表今昨与和同的将]|[0-9])"
)
_CALLED = regex.later(f"(?P<name>[{_CHARS}勒米]{{2}})(?=先生|女士|教授|博士|总裁|大使|夫人|爵士|部长)")
_STRONG = frozenset(
    "瓦多潘若延坚科姆通希拉加尔斯克兹夫茨莱洛弗姆埃娅蒂妮琳莎娜卡戈恩伦塔勒奥维穆切韦雷萨哈纳奎诺基阿贝佐诃笛鲁伊拉迪耶"
)
_OF_PLACES = regex.later(
    "哨所|口岸|山口|村|寨|寺|公路|市|州|省|岛|河|湖|港|镇|县|区|邦|半岛|群岛|山|湾|海峡|机场|峡谷|瀑布|公国|沙漠|盆地"
)
_OF_NOTHING = regex.later(
    "大学|学院|公司|集团|人(?!士)|语|族|式|共和国|王国|队|号|银行|药|病毒|主义|教|法|党|军|奖|杯|定理|指数|综合征|疫情|病|牌|基金|效应|现象|模型|牙|文"
)
_AT = (
    "在",
    "到过",
    "去过",
    "来到",
    "抵",
    "经过",
    "路过",
    "驻",
    "到",
    "赴",
    "于",
    "往",
    "至",
    "抵达",
    "访问",
    "前往",
    "城市",
    "首都",
    "来自",
    "位于",
    "港口",
    "小镇",
    "飞往",
)
_JOINING = "和与及同"
_A_PART = 4.0
_ABOUT = ("一带", "沿岸", "当地", "境内", "附近", "人民", "两国", "政府", "国家", "的海", "居民")
_ENOUGH = {3: 8.0}  # the least weight of the characters of a name, by its length
_MOST = 9.0
_RARE = 14.0  # how much less likely the characters are as words
_AROUND = 4


def unnamed(text: str, lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """Foreign names where nothing has been found."""
    is_free = free(one.span for one in found)
    bodies = [one.span for one in found if one.kind == "institution"]
    listed = {span.end for span in bodies} | {span.start for span in bodies}
    for kind, name, at in seen(text, lines):
        end = at + len(name)
        beside = (text[at - 1 : at] == "、" and at - 1 in listed) or (
            text[end : end + 1] == "、" and end + 1 in listed
        )
        if is_free(at, end):
            yield Seen("institution" if beside and kind == "person" else kind, name, "", Span(at, end))


def seen(text: str, lines: list[Line]) -> Iterator[tuple[str, str, int]]:
    """The kind, the name, and where it begins."""
    somewhere = set()
    for line in lines:
        for first, last in _runs(line):
            start = line.starts[first]
            start += line.text[start] in _JOINING and len(line.words[first].text) > 2
            end = line.starts[last] + len(line.words[last].text)
            name = line.text[start:end]
            if (
                name in line.known.places
                or not _is_one(line.text, start, end)
                or _OF_NOTHING.match(line.text, end)
            ):
                continue
            place = _OF_PLACES.match(line.text, end)
            if place:
                somewhere.add(name)
                yield "place", name + place[0], line.at + start
            else:
                at = line.text[:start].endswith(_AT) or line.text.startswith(_ABOUT, end) or name in somewhere
                yield "place" if at else "person", name, line.at + start
    for found in _CALLED.finditer(text):
        if tag(found["name"]) == "nrt":
            yield "person", found["name"], found.start("name")
    for found in _WITH_A_POST.finditer(text):
        if tag(found["name"])[:2] in ("", "nr") and set(found["name"]) & _STRONG:
            yield "person", found["name"], found.start("name")


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    """The first and the last of words on end that may be a foreign name together."""
    first = -1
    for index, word in enumerate(line.words):
        may = (set(word.text) <= _BROAD or weight(word.text) > 0) and (
            len(word.text) == 1
            or word.tag[:2] in ("", "nr")
            or (word.tag == "ns" and not known(word.text))
            or (word.tag == "nz" and weight(word.text) > _A_PART)
        )
        if may and first < 0:
            first = index
        if not may and first >= 0:
            yield first, index - 1
            first = -1
    if first >= 0:
        yield first, len(line.words) - 1


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether the characters are no words of Chinese."""
    name = text[start:end]
    if not 2 < end - start < 9 or tag(name)[:2] in ("ns", "nz", "nt"):
        return False
    if weight(name) >= _ENOUGH.get(len(name), _MOST):
        return True
    if len([char for char in name if char in _STRONG]) < 2:
        return False
    left, right = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return likelihood(left) + likelihood(right) - likelihood(left + name + right) > _RARE
