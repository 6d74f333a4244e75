"""Names in quotation marks before the noun that says what they name: “食安陇上”智慧监管平台, “夜游古渡”景区.

By that noun they are an institution, a place or what is carried on.
"""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_BODY = "平台|学苑|研究院|实验室|工作室|公司|书院|驿站|热线|联盟|服务队|突击队|合作社|商会|学堂"
_PLACE = "景区|先行区|示范区|试验区|片区|园区|基地|长廊|步道|公园|小镇|走廊|产业带"
_HELD = "项目|奖学金|助学金|基金|评选|大赛|竞赛|奖|试点|科技攻关"
_NAME = regex.later(
    "“[^“”\n，。；]{2,16}”(?:(?![的了是在等])[\u4e00-\u9fff]){0,10}?"
    f"(?:(?P<institution>{_BODY})|(?P<place>{_PLACE})|(?P<meeting>{_HELD}))(?![\u4e00-\u9fff]?[化员家])"
)
# the noun within the marks: “北渠育才班”
_WITHIN = regex.later("“[^“”\n，。；]{2,12}(?:班|学苑|书院|学院|学堂|公司|合作社|联盟|工作室)”")


def seen(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """Those that nothing of ``found`` overlaps but a name within the marks."""
    for line in lines:
        for name in _NAME.finditer(line.text):
            yield from _free(line, name.lastgroup or "meeting", *name.span(), found)
        for name in _WITHIN.finditer(line.text):
            yield from _free(line, "institution", *name.span(), found)


def _free(line: Line, kind: str, start: int, end: int, found: list[Seen]) -> Iterator[Seen]:
    span, shut = Span(line.at + start, line.at + end), line.at + line.text.find("”", start)
    if not any(
        shut < one.span.end and one.span.start < span.end and span.start < one.span.end for one in found
    ):
        yield Seen(kind, line.text[start:end], "", span)
