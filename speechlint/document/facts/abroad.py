"""Persons from abroad: 艾力·依明巴海, 卡洛斯总统, 大使费尔南多, 松村谦三先生."""

from __future__ import annotations

from speechlint.document.surnames import FOREIGN, POST, ROLES, is_foreign
from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HAN = "[\u4e00-\u9fff]"
_MORE = "爱安昂奥澳邦保宾波伯采茨楚戴道邓狄蒂丁杜敦多厄恩尔伐法范芬弗富冈戈根贡圭海豪赫亨侯胡华惠霍基季简金津居喀卡凯坎康考柯肯夸奎赖兰劳勒雷黎连廉卢鲁路露马迈毛梅门蒙密缪摩穆内涅宁纽农努潘培佩皮恰乔切钦琼丘儒若撒赛瑟珊绍舍申圣施苏唐腾廷通威温翁沃武锡谢辛欣休许延扬耶斯坦索"
_LONG = regex.later(
    f"(?P<post>{POST}|{ROLES}|发言人|观察员|特使|大臣|议员|国务卿|专员|球星|教练)(?P<name>[{FOREIGN}]{{3,6}})(?=同志|先生|女士|老师|发言|致辞|讲话|[，,。、；：）\n和与将在对同向说表今当被获受]|荣获|举行|会谈|会见|签署|共同|$)"
)
_CALLED_ABROAD = regex.later(
    f"(?P<name>[{FOREIGN}]{{3,7}})(?P<post>总统|总理|首相|总干事|秘书长|主席|国王|议长|先生|女士|阁下)"
)
_JAPANESE = regex.later(
    f"(?P<name>(?:田中|松村|铃木|佐藤|高桥|渡边|伊藤|山本|中村|小林|加藤|吉田|山田|佐佐木|山口|松本|井上|木村|斋藤|清水|山崎|池田|桥本|石川|小川|冈田|长谷川|藤田|近藤|村上|远藤|青木|福田|西村|藤井|三浦|福泽|大平|竹下|中曾根|海部|宫泽|细川|羽田|村山|小渊|小泉|安倍|麻生|鸠山|野田|菅|岸田|石破|河野|二阶|稻盛|松下|本田|丰田|盛田){_HAN}{{1,3}}?)(?P<post>先生|女士|首相|议员|会长|社长|教授|博士|大使)"
)
_DOTTED = regex.later(
    f"(?P<name>(?:(?<!{_HAN}){_HAN}{{1,4}}|(?<=[长统理生授士员席使人家手叫]){_HAN}{{1,3}}|[{FOREIGN}]{{1,8}})(?:[·•](?:{_HAN}{{2,7}}?(?=[、，,。；：）\n·•]|$|表示|讲到|指出|认为|强调|说|[是曾])|[{FOREIGN}]{{1,8}}))+)"
)
_ROYAL = regex.later(
    f"(?P<post>女王|国王|总统|首相|亲王|王储|大公|天皇|教皇)(?P<name>[{FOREIGN}]{{3,8}}(?:[一二三四五六]世)?)(?=[，。、；]|欢迎|陛下|殿下|的|和|在|$)|(?P<named>[{FOREIGN}]{{2,7}}(?:[一二三四五六]世)?)(?:亲王|王子|公主|女王|陛下|殿下|爵士|大帝|教皇|大公|王储)"
)
# a guest whom the opening of a speech greets: 尊敬的昂季温素国务资政
_GREETED = regex.later(
    f"(?:尊敬的|敬爱的|亲爱的)(?P<name>(?:(?![的、，各位全体]|{POST}){_HAN}){{2,8}}?)(?P<post>(?:国务|内阁|高级)?(?:资政|总统|总理|首相|国王|亲王|王储|主席|大臣|部长|外长|议长|阁下|陛下|殿下|爵士|博士|将军|大使))"
)
# whom a form of address for foreign guests follows: 州长约瑟夫阁下, 第一夫人加斯坦女士
_ADDRESSED = regex.later(
    f"(?P<post>(?:{POST}|部长|州长|省长|议员|参议员|众议员|特使|总统|副总统|总理|王储|首领|酋长|将军|夫人|官员|总长|法官|主教)(?:、|兼)?)(?P<name>(?:(?![的、，和及]|{POST}){_HAN}){{2,8}}?)(?=阁下|殿下|陛下)"
)
_OF_TONGUES = regex.later(
    f"(?:{POST}|部长|州长|省长|议员|特使|夫人|官员|法官)(?P<name>[{FOREIGN}{_MORE}]{{3,8}})(?P<post>先生|女士|夫人|阁下|博士|将军)"
)
_IS_ONE = regex.later(f"(?:他|她|那)就是(?P<name>[{FOREIGN}]{{2,6}})(?=[，。])")
_MARKS = "“”《》"


def seen(text: str) -> Iterator[re.Match[str]]:
    """Where the group ``name`` is one, and the group ``post`` what the person is, if that is told."""
    for found in _DOTTED.finditer(text):
        around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        if not any(mark in _MARKS for mark in around):
            yield found
    for found in _ADDRESSED.finditer(text):
        if tag(found["name"])[:2] in ("", "nr", "ns"):
            yield found
    for found in _GREETED.finditer(text):
        if tag(found["name"])[:2] in ("", "nr") and not known_name(found["name"]):
            yield found
    for found in _CALLED_ABROAD.finditer(text):
        if not ends_a_place(text, found.start(), found.end("name")):
            yield found
    for found in _OF_TONGUES.finditer(text):
        if tag(found["name"])[:1] not in ("v", "a", "i", "l"):
            yield found
    yield from _JAPANESE.finditer(text)
    yield from _IS_ONE.finditer(text)
    at = 0
    while found_long := _LONG.search(text, at):
        at = found_long.start("name") + 1
        if is_foreign(found_long["name"]):
            yield found_long


def royal(text: str) -> Iterator[tuple[str, int]]:
    """Kings, queens and the like, and where their name begins: 女王伊丽莎白二世, 菲利普亲王."""
    for found in _ROYAL.finditer(text):
        group = "name" if found["name"] else "named"
        if is_foreign(found[group]) or len(found[group]) > _SURELY:
            yield found[group], found.start(group)


_SURELY = 2


def ends_a_place(text: str, start: int, end: int) -> bool:
    """Whether a place that the dictionary has goes on to the left: 俄/罗斯."""
    return any(start >= more and tag(text[start - more : end]) == "ns" for more in (0, 1, 2))


def known_name(text: str) -> bool:
    """Whether it holds a word of the dictionary other than the name of a person: 财政/事务, 联邦."""
    return any(len(word.text) > 1 and word.tag[:2] != "nr" for word in cut(text)) or text[-1] in "前原副"
