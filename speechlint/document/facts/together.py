"""Places of characters that make no word: short names where it is told what they do together, and villages.

郑汴许/协同发展, 长吉/一体化, 秀甸村, 拉勿屯.
"""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.parts import ENDING
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_CHARS = "".join(sorted(names("short")))
_TOGETHER = regex.later(
    f"(?P<name>[{_CHARS}]{{2,4}})(?=同城化|一体化|协同|城市群|都市圈|产业带|科创|创新走廊|经济带|毗邻|合作(?:产业)?园|合作区|城际|区域合作|省际|大?通道|[两三四五][省市地]|多层级)"
    f"|(?<=、)(?P<next>[{_CHARS}]{{2}})(?=(?:、[{_CHARS}]{{2}})*(?:等|和[{_CHARS}]{{2}}等?)(?:重点)?(?:产业带|走廊|轴带|城际|高速|高铁|铁路))"
)


_P = "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁疆新港澳台]"
_IN_A_ROW = regex.later(
    f"(?P<row>{_P}(?:、{_P}){{2,}}|{_P}、{_P}(?=[两二]?[省市地]|等|交界|边))(?![、\u4e00-\u9fff](?<=、))"
    f"|(?<=[驻在来入援赴抵返涉])(?P<one>{_P})(?=成果|扩大|发展|布局|设立|举行|召开|开幕|出席|会见|部队|单位|高校|央企|企业|院士|官兵|(?:中国)?人民解放军|解放军|武警|投资|就业|创业|务工|工作|合作|办学|求学|旅游|考察|调研|视察|访问|任职|安家|落户|兴业|发展|参观|采访|学习|生活|[安舒宽顺]心)"
    f"|(?<=[才工业士生商友客人家，。、]在)(?P<there>[京沪渝川黔滇陇桂琼粤闽浙皖赣鄂湘豫鲁晋冀辽吉苏])(?=安心|创业|就业|工作|学习|生活|投资|发展|落户|安家|兴业|置业|高校|央企)"
    "|(?P<joined>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘]{3,5})(?!剧|菜)"
)


def provinces(line: Line) -> Iterator[tuple[int, int]]:
    """Provinces by their one character, three or more in a row or with who is there: 苏、皖、浙、沪, 豫皖苏, 驻/甘/部队."""
    for found in _IN_A_ROW.finditer(line.text):
        if found["one"] or found["there"] or line.is_of_words(*found.span()):
            yield found.span()


# China and another country, and the two of a relation: 中日/增进了互信, 美/对/华/贸易
_TWO = regex.later(
    "(?<![高初集其当国])中[日美俄欧韩朝印法德英非阿巴蒙哈越老柬泰缅加澳葡希荷埃沙](?=两国|双方|双边|已?互为|发展友好|在|之间|增进|建立|建交|关系|友好|合作|互利|签署|发表|举行|共同|贸易|经贸|解决|战略|领导人|元首|首脑|人民|携手|达成|第[一二三四五六七八九十])"
    "|中[墨秘智尼孟斯土伊以匈捷罗塞乌古委厄比挪瑞芬新泰越](?=两国|双方|双边|关系|友好|建交)"
    "|中[新老缅泰越柬吉哈蒙](?=、中|通道|班列|铁路|经济走廊|合作区|边境|口岸|贸易)|(?<=、)中[新老缅泰越柬吉哈蒙](?=[、和])|中日韩|美日韩|中蒙俄|中吉乌|中老泰|日韩(?=[，。、和两合])"
    "|(?P<whole>(?<![高初集其当国])中[日美俄欧韩朝非阿]|[俄美日韩朝英德欧印越巴哈蒙]方(?![面案式法向便位程]))|[美欧日俄英法德印](?=对华)|(?<=[美欧日俄英法德印]对)华|(?<=[访驻来赴在])[华美俄日韩英法德](?=直接投资|前夕|期间|之际|投资|贸易|人员|企业|大使|使馆|[，。；])|(?<=对)[华美俄日韩欧](?=出口|贸易|投资|政策|关系|合作|友好)"
)


# by itself, not as a part of an idea: 中国特色, 中国式, 健康中国
_CHINA = regex.later(
    "(?<![新旧字丽康安治创灵华])中国(?!特色|式|梦|化|共产|社会主义|人(?!民)|[大小]|红|风|队|画|结|籍|天眼|空间站)"
)


def countries(line: Line) -> Iterator[tuple[int, int]]:
    """China, and two countries by one character each; where nothing longer is found."""
    for found in _TWO.finditer(line.text):
        if not found["whole"] or line.is_of_words(*found.span()):
            yield found.span()
    for found in _CHINA.finditer(line.text):
        if line.is_of_words(*found.span()):
            yield found.span()


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """All of them, in no order."""
    for places in (_together, villages, provinces):
        yield from places(line)


def _together(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, if their characters make no word."""
    for found in _TOGETHER.finditer(line.text):
        some = cut(found[0])
        if (
            found.start() in line.starts
            and not tag(found[0])
            and all(len(word.text) == 1 or word.tag[:2] in _NAMES for word in some)
        ):
            yield found.span()


_NAMES = ("nr", "ns", "nz")


_VILLAGES = frozenset("村屯寨庄岭沟峪坳垸圩镇乡")
_NOT_BEHIND = frozenset("长民委支级干部官两改容庄落情小务集政规史")
_IN_NONE = frozenset(
    "系万千兴一二两三四五六七八九十百几数个名位每各全本某这那该此其我你他它美好强富穷贫空旧古下农乡城县市镇村户组出进入回驻包帮"
)


def villages(line: Line) -> Iterator[tuple[int, int]]:
    """Villages, hamlets and ridges whose name the dictionary cuts into single characters."""
    for index, word in enumerate(line.words):
        end = line.starts[index] + 1
        if word.text not in _VILLAGES or line.text[end : end + 1] in _NOT_BEHIND:
            continue
        if index and _is_seldom(line.words[index - 1]):
            yield line.starts[index - 1], end
            continue
        first = index
        while first and index - first < _LONG and _may_be_in_one(line.words[first - 1].text):
            first -= 1
        if index - first > 1:
            yield line.starts[first], end


_LONG = 3


def _is_seldom(word: Word) -> bool:
    """Whether a word before 镇, 村 is a name, or met so seldom that it is one: 板石/镇."""
    return (
        1 < len(word.text) < 4 and word.tag[:2] in ("nr", "ns", "nz", "") and frequency(word.text) < _SELDOM
    )


_SELDOM = 300


def _may_be_in_one(text: str) -> bool:
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff" and text not in ENDING and text not in _IN_NONE
