"""Promised counts (讲三点意见), and how many members the enumeration behind them has."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.numerals import number
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_PROMISE = regex.later(
    "(?<![0-9.])(?P<digits>[二三四五六七八九十两0-9]{1,2})(?:点|个方面|方面|项|条|件|个|句)(?:的)?"
    "(?P<noun>意见|要求|希望|期许|期望|期盼|寄语|建议|体会|感受|感悟|感想|启示|想法|思考|看法|问题|工作(?![城人日组站岗队室量])|任务|措施|(?:重点|关键)(?=[，。：；是要]|任务|工作)|话|事(?![关业项])|打算|部分|环节|举措|承诺|倡议)"
    "|(?<![0-9.])(?P<some>[二三四五六七八九十两0-9]{1,2})(?:个方面|大方面|个部分|点(?=[，。：]))"
)
_NOT = ("第", "这", "上述", "以上", "前", "十", "几")
_FAR = 400  # characters behind a promise within which its enumeration begins


def seen(doc: Document) -> Iterator[Seen]:
    """The promises in order; what is about an earlier one (这三点) promises nothing."""
    groups = sorted(doc.outline.groups, key=lambda group: group[0].mark.start)
    for found in _PROMISE.finditer(doc.text):
        digits = found["digits"] or found["some"]
        if number(digits) is None and not digits.isdigit():
            continue
        if not doc.text[max(0, found.start() - 2) : found.start()].endswith(_NOT):
            near = [g for g in groups if found.end() <= g[0].mark.start <= found.end() + _FAR]
            answer = "、".join(doc[item.mark].strip("、，. ") for item in near[0]) if near else ""
            yield Seen("promise", found[0], answer, Span(*found.span()))
