"""Figures of one sentence that contradict each other."""

from __future__ import annotations

from speechlint.checks.figures.quantities import multiple, quantity
from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.figures.quantities import Quantity
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

ABOUT = "一句话里对不上的数目"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "kinds": Option(
            "some",
            "核哪几样",
            "what is held against each other",
            required=True,
            of={
                "rate": ("从…到…与百分比", "from–to against a percentage"),
                "times": ("与增加…倍", "against 增加…倍"),
                "doubling": ("与翻…番", "against 翻…番"),
                "part": ("其中的一项大过总数", "an 其中 item larger than its whole"),
                "sexes": ("男女相加与总数", "男…女… against the total"),
            },
        )
    }


_UNIT = "美元|元|人次|人|户|家|个|名|吨|亩|公里|件|所|起|次|辆|套|场|万亩"
_YEAR = r"[^，。；：\d\n]{0,14}(?:\d{4}年(?:底|末|初)?的?)?"
_FROM_TO = (
    rf"[从由]{_YEAR}(?<!第)(?P<a>\d{{1,12}}(?:\.\d{{1,6}})?)(?P<ua>万亿|[万亿]?)(?P<ma>{_UNIT})?(?![\d%.位])[^，。；：\d\n]{{0,8}}?"
    rf"[到至为]{_YEAR}(?<!第)(?P<b>\d{{1,12}}(?:\.\d{{1,6}})?)(?P<ub>万亿|[万亿]?)(?P<mb>{_UNIT})?(?![\d%.个位])[^，。；、\d\n]{{0,4}}[，,、]?(?P<gap>[^。；，\d\n]{{0,10}}?)"
)
_RATE = (
    r"(?:增长|增加|提高|上升|增幅|下降|减少|降低|降幅)(?:了|为|达)?(?P<at>(?P<rate>\d{1,12}(?:\.\d{1,6})?)%)"
)
_TIMES = r"(?:增长|增加|提高)了?(?P<at>(?P<times>[一二两三四五六七八九十]|\d{1,12}(?:\.\d{1,6})?)倍)"
_DOUBLING = r"翻了?(?P<at>(?P<turns>[一两二三四1234])番)"
_PATTERNS = {
    "rate": _FROM_TO + _RATE,
    "times": _FROM_TO + _TIMES,
    "doubling": _FROM_TO + _DOUBLING,
    "part": rf"(?<![\d.])(?P<t>\d{{1,12}}(?:\.\d{{1,6}})?)(?P<ut>[万亿]?)(?P<mt>{_UNIT})[^，。；\d\n]{{0,8}}[，,]其中(?P<rest>[^。；\n]{{2,80}})",
    "sexes": r"(?<!\d)(?P<t>\d{1,9})[人名][^。；\d\n]{0,12}?(?P<at>男(?:性|职工|会员|代表|委员|干部)?(?P<men>\d{1,9})[人名]?[、，,和]女(?:性|职工|会员|代表|委员|干部)?(?P<women>\d{1,9})[人名]?)",
}
_LITERAL = {"rate": "%", "times": "倍", "doubling": "番", "part": "其中", "sexes": "男"}
_VAGUE = ("年均", "年递增", "每年", "平均", "近", "约", "超", "多", "余")


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {kind: frozenset([_LITERAL[kind]]) for kind in options["kinds"]}


def check(query: Query) -> Iterator[Hit]:
    for kind, offsets in query.found.items():
        judge = _JUDGES[kind]
        done = -1
        for offset in offsets:
            if offset < done:
                continue
            sentence = query.doc.sentence_at(offset)
            done = sentence.end
            for match in regex.compile(_PATTERNS[kind]).finditer(query.doc.text, *sentence):
                hit = judge(match)
                if hit:
                    yield hit


def _from_to(match: re.Match[str]) -> tuple[Quantity, Quantity] | None:
    """The two ends, in one unit; None where they are not of one kind or the wording is vague."""
    if any(word in match["gap"] for word in _VAGUE):
        return None
    unit, measure = match["ua"], match["ma"]
    if not unit and not measure:
        unit, measure = match["ub"], match["mb"]
    if measure and match["mb"] and measure != match["mb"]:
        return None
    old, new = quantity(match["a"], unit), quantity(match["b"], match["ub"])
    return (old, new) if old.value > 0 and new.value > 0 else None


def _rate(match: re.Match[str]) -> Hit | None:
    ends = _from_to(match)
    if not ends:
        return None
    old, new = ends
    said = quantity(match["rate"], "")
    lowest = (new.low / old.high - 1) * 100
    highest = (new.high / old.low - 1) * 100
    if highest < 0:
        lowest, highest = -highest, -lowest
    slack = said.value - said.low + 0.5
    if lowest - slack <= said.value <= highest + slack:
        return None
    word, english = ("增长", "an increase") if new.value > old.value else ("下降", "a decrease")
    rate = f"{abs(new.value / old.value - 1) * 100:.1f}%".replace(".0%", "%")
    return _hit(match, f"{word}{rate}", f"{english} of {rate}")


def _times(match: re.Match[str]) -> Hit | None:
    ends = _from_to(match)
    said = multiple(match["times"])
    if not ends or not said:
        return None
    grown = ends[1].value / ends[0].value
    if abs(grown - 1 - said) <= max(0.15, said * 0.1):
        return None
    more, times = _plain(grown - 1), _plain(grown)
    return _hit(match, f"增加{more}倍（是原来的{times}倍）", f"“增加{more}倍”, {times} times as much")


def _doubling(match: re.Match[str]) -> Hit | None:
    ends = _from_to(match)
    turns = multiple(match["turns"])
    if not ends or not turns:
        return None
    grown = ends[1].value / ends[0].value
    if 0.93 <= grown / 2**turns <= 1.35:
        return None
    times, turned = _plain(grown), 2 ** int(turns)
    return _hit(
        match,
        f"原来的{times}倍，翻{match['turns']}番是{turned}倍",
        f"{times} times as much, “翻{match['turns']}番” {turned} times",
    )


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _hit(match: re.Match[str], should: str, should_en: str) -> Hit:
    old = f"{match['a']}{match['ua']}{match['ma'] or ''}"
    new = f"{match['b']}{match['ub']}{match['mb'] or ''}"
    return Hit(Span(*match.span("at")), {"old": old, "new": new, "should": should, "should_en": should_en})


def _part(match: re.Match[str]) -> Hit | None:
    before = match.string[max(0, match.start() - 10) : match.start()]
    if any(word in before for word in ("增", "减", "均", "每")):
        return None
    whole = quantity(match["t"], match["ut"])
    part = rf"[^，。；、\d]{{0,12}}(?P<n>\d{{1,12}}(?:\.\d{{1,6}})?)(?P<u>[万亿]?){match['mt']}(?![次均])"
    for item in regex.compile(part).finditer(match["rest"]):
        if any(word in item[0] for word in ("累计", "总", "比", "均", "共")):
            return None
        if quantity(item["n"], item["u"]).low > whole.high:
            start = match.start("rest")
            return Hit(
                Span(start + item.start(), start + item.end()),
                {"trouble": f"比总数{match['t']}{match['ut']}{match['mt']}还多"},
            )
    return None


def _sexes(match: re.Match[str]) -> Hit | None:
    total = int(match["men"]) + int(match["women"])
    if total == int(match["t"]):
        return None
    return Hit(Span(*match.span("at")), {"trouble": f"合起来是{total}，前面说{match['t']}"})


_JUDGES = {"rate": _rate, "times": _times, "doubling": _doubling, "part": _part, "sexes": _sexes}
