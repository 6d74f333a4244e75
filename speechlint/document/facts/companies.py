"""Companies by their brand and trade, with the place before it or without: 兴华锂盐, 临江燃气, 青海丽豪."""

from __future__ import annotations

from speechlint.document.facts.naming import opening
from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.document.surnames import GIVEN
from speechlint.document.words import frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.facts.seen import Known
    from speechlint.document.facts.worded import Line

# companies by a name that characters of given names make up, and their trade: 兴华锂盐
_TRADE = "人寿|财险|储能|智造|睿驰|重装|水产|矿业|玻璃|电投|能投|建筑|路桥|建工|仪器|科技|股份|控股|锂[盐业]|新材料?|新能源|药业|制药|生物|医药|重工|机械|电气|电子|光电|半导体|网络|软件|信息|通信|矿业|钢铁|[铝铜]业|化工|石化|水泥|建材|乳业|食品|酒业|集团|汽车|航空|物流|快递|证券|基金|期货|保险|信托|租赁|资本|传媒|影视|煤网|能源|电力|燃气|水务|环保|种业|牧业|置业|地产|物业|智能"
_TRADING = regex.later(
    f"(?P<name>[\u4e00-\u9fff]{{2}})(?:{_TRADE})(?=[、，。；）和与等的将已进都也]|违|有限|投资|项目|签|落户|集团|事业|$)"
)
_OF_PLACE = regex.later("(?P<name>[\u4e00-\u9fff]{2})(?=跻身|入选|荣获|获评|登陆|上市|投产|中标|签约)")
_TRADE_OF_PLACE = regex.later(
    f"(?:{_TRADE}|供电|建工|路桥|银行|公交|地铁|机场)(?:公司|集团|股份)?(?=[、，。；和与及]|要|在|$)"
)
_BOUNDS = frozenset("、，。；：\n和与由对及如像为是到有了")


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where companies begin and end, in no order."""
    for found in _TRADING.finditer(line.text):
        bounded = (
            found.start() == 0 or line.text[found.start() - 1] in _BOUNDS or _is_led_to(line, found.start())
        )
        if _is_brand(found["name"]) or (bounded and _is_seldom(found["name"])):
            yield found.span()
    for found in _OF_PLACE.finditer(line.text):
        begins = opening(line, found.start())
        if begins.proper and begins.words == 1 and _is_brand(found["name"]):
            yield begins.start, found.end()
    for found in _TRADE_OF_PLACE.finditer(line.text):
        begins = opening(line, found.start())
        if begins.words == 1 and tag(line.text[begins.start : found.start()])[:2] == "ns":
            yield begins.start, found.end()


_LEADING = ("引进", "落地", "签约", "培育", "依托", "支持", "推动", "走进", "来自", "收购", "重组", "携手")


def _is_led_to(line: Line, start: int) -> bool:
    """Whether a word ends here that a company stands behind: 引进/宏达新材料."""
    return start in line.starts and line.text.endswith(_LEADING, 0, start)


def _is_seldom(name: str) -> bool:
    """Whether two characters are no word, or a noun seldom met, and neither of them is one that leads to a name."""
    return (tag(name)[:1] in ("", "n") and frequency(name) < _SELDOM) and name[-1] not in "的了在型业"


_SELDOM = 150


def _is_brand(name: str) -> bool:
    """Whether two characters are no word but such as names are made of: 兴华, 泰德."""
    letters = tag(name)
    return (
        all(char in GIVEN for char in name)
        and (not letters or letters in ("nz", "nr"))
        and frequency(name) < 100
    )


def with_short_forms(doc: Document, found: list[Seen], known: Known) -> list[Seen]:
    """The institutions, and where a company is named by the first of its words alone, with its place or without it.

    临江恒立, 恒立机械, of 临江恒立机械有限公司.
    """
    taken = free(one.span for one in found)
    more: list[Seen] = []
    for short in sorted({form for one in found for form in _short_forms(one.text, known)}):
        at = doc.text.find(short)
        while at >= 0:
            if taken(at, at + len(short)):
                more.append(Seen("institution", short, "", Span(at, at + len(short))))
            at = doc.text.find(short, at + 1)
    return [*found, *more]


def _short_forms(name: str, known: Known) -> Iterator[str]:
    if not name.endswith("公司") or len(name) <= 8:
        return
    yield name[:4]
    if name[:2] in known.places and not tag(name[2:4]):
        yield name[2:6]
