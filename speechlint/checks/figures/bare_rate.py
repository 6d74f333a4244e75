"""A figure that has lost its percent sign: 增长13.8； where others in the draft carry one.

A bare figure is one with nothing but a mark, 和, 的 or 以上 behind it; numbers listed together (11.1、11.2个百分点)
have the unit of the last. The first entry that fits speaks.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "漏了百分号的数目：增长13.8；而稿里别处有百分号"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import SEVERITY, Option

    return {
        "entries": Option(
            "entries",
            "什么样的数目该有百分号",
            "figures that need a percent sign",
            required=True,
            table={
                "list": Option(
                    "flag",
                    "true：并列的（27.7、31.1%）或另一头（由18增至71%）有百分号",
                    "true: a figure listed with it (27.7、31.1%) or the other end (由18增至71%) carries a percent sign",
                ),
                "ahead": Option(
                    "pattern",
                    "紧挨在前面的（一串数目的，看头一个前面）",
                    "what stands right before the figure",
                    default="",
                ),
                "behind": Option("pattern", "紧挨在后面的", "what stands right behind it", default=""),
                "figure": Option("pattern", "数目本身", "the figure itself", default=""),
                "except": Option(
                    "patterns",
                    "同一行前 40 字里有它就不算",
                    "one found in the 40 characters before the figure, on its line, cancels",
                    beside="more",
                ),
                "alone": Option(
                    "flag",
                    "true：全稿没有别的百分号也报",
                    "true: told although no other figure of the draft carries a percent sign",
                ),
                "severity": SEVERITY,
            },
        )
    }


_BEHIND = "。；;，！、,\n（(）)和与的左上以增降升提扩缩下回安 "
_REACH = 40
_NUMBER = r"\d{1,3}(?:[.．·]\d{1,2})?(?![\d.．·])"
_ABOUT = "(?:左右|上下|以上|以下|以内)?"
_JOIN = "(?:[、和与及]|以及)(?:分别)?"
_JOIN_ENDS = "、和与及别"
_YEAR = r"(?:(?:\d{4}|[去今上]|上一)年[底末]?的?)?"
_TO_ENDS = "到至为年底末的—－～~-"
_FIGURE = regex.later(
    rf"(?<![\dA-Za-zＡ-Ｚａ-ｚ.．·第+＋×/／∶])(?<!\d[:：~～—－秒])(?<![^%％]-)(?P<at>{_NUMBER})"
    rf"(?=(?: {{1,2}}(?![\dA-Za-z]))?(?P<rest>{_ABOUT}(?:{_JOIN}{_NUMBER}(?!年)(?P<sign>[%％])?{_ABOUT})*) {{0,2}}"
    r"(?P<end>[；;。！\n（(）)]|(?:(?<=[.．·]\d)|(?<=[.．·]\d\d))，|，(?!\d{3}(?!\d))|,(?!\d)|、(?!\d)|(?<=[.．·]\d)、(?=\d{1,2}年)"
    r"|的(?=[\u4e00-\u9fff])|(?:(?<=[下右内])|(?<=以上))(?=[\u4e00-\u9fff])|安排|\Z)?)"
)
_LISTED = regex.later(rf"(?:(?P<number>{_NUMBER})(?P<sign>[%％])?{_ABOUT}{_JOIN})+\Z")
_TO = regex.later(rf"[^，。；、\d%％]{{0,4}}[升增降高落加少大小缩低转][到至为]{_YEAR}{_NUMBER}[%％]")
_FROM = regex.later(
    rf"[从由](?:\d{{4}}年)?[^，。；、\d]{{0,12}}{_NUMBER}(?![%％])[^，。；、\d%％]{{0,6}}[到至为]{_YEAR}\Z"
    rf"|(?P<sign>(?<=\d)[%％])(?:[^，。；、\d%％]{{1,6}}[到至为]{_YEAR}|[—－~到至-])\Z"
)


class _Place(NamedTuple):
    """A bare figure: where, what stands before it, and whether a figure that goes with it has a percent sign."""

    span: Span
    before: str
    signed: bool


def prepare(options: Node) -> dict[str, Any]:
    """The entries, what cancels as one expression, what stands ahead up to the figure."""
    return {"entries": {name: _prepared(entry) for name, entry in options["entries"].items()}}


def _prepared(entry: Node) -> dict[str, Any]:
    ahead = f"(?:{entry['ahead']})\\Z" if entry["ahead"] else ""
    return {**entry, "ahead": ahead, "except": "|".join(entry["except"])}


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    digits = "0123456789０１２３４５６７８９"
    return {"": frozenset(digit + behind for digit in digits for behind in _BEHIND)}


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    signs = [sign for sign in "%％" if sign in text]
    entries = query.options["entries"].items()
    for place in _places(query):
        for name, entry in entries:
            if (signs or entry["alone"]) and _fits(text, place, entry):
                yield _hit(text, place, name, entry, "%" if "%" in signs or not signs else "％")
                break


def _places(query: Query) -> Iterator[_Place]:
    """Every bare figure before which a digit and one of the marks behind it were found."""
    text = query.doc.text
    for offset in sorted(query.found[""]):
        start = offset
        while start > 0 and offset - start < 6 and (text[start - 1].isdecimal() or text[start - 1] in ".．·"):
            start -= 1
        match = _FIGURE.match(text, start)
        if not match or match.end("at") != offset + 1:
            continue
        line = query.doc.line_at(start)
        place = _place(text[max(line.start, start - _REACH) : start].rstrip(" "), match)
        if place:
            yield place


def _place(before: str, match: re.Match[str]) -> _Place | None:
    span = Span(*match.span("at"))
    if _TO.match(match.string, span.end, span.end + 24):
        return _Place(span, before, True)
    last = before[-1:]
    origin = _FROM.search(before) if last in _TO_ENDS else None
    if origin and origin["sign"]:
        return _Place(span, before, True) if match["end"] is not None else None
    if origin or (match["end"] is None and not match["sign"]):
        return None
    listed = _LISTED.search(before) if last in _JOIN_ENDS else None
    signed = bool(match["sign"] or (listed and listed["sign"]))
    return _Place(span, before[: listed.start()] if listed else before, signed)


def _fits(text: str, place: _Place, entry: Mapping[str, Any]) -> bool:
    if entry["list"]:
        return place.signed
    if entry["behind"] and not regex.compile(entry["behind"], regex.MULTILINE).match(text, place.span.end):
        return False
    if entry["figure"] and not regex.compile(entry["figure"], regex.MULTILINE).match(text, *place.span):
        return False
    if entry["ahead"] and not regex.compile(entry["ahead"], regex.MULTILINE).search(place.before):
        return False
    return not (entry["except"] and regex.compile(entry["except"], regex.MULTILINE).search(place.before))


def _hit(text: str, place: _Place, name: str, entry: Mapping[str, Any], sign: str) -> Hit:
    right = text[slice(*place.span)] + sign
    return Hit(
        place.span,
        {"fix": right},
        (Fix((Edit(place.span, right),), False),),
        entry=name,
        severity=Severity(entry["severity"]) if entry["severity"] else None,
    )
