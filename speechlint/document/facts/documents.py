"""Documents in 《》, meetings, and words in quotation marks with who said them."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_TITLE = regex.later("《[^《》\n]{1,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》(?:（[^（）\n]{1,20}号）)?")
_N = "[一二三四五六七八九十]"
_MEETING = regex.later(
    f"(?:党的|中共)?{_N}{{1,3}}届(?:{_N}{{1,3}}中全会|{_N}{{1,3}}次(?:全会|全体会议|代表大会|人民代表大会|会议))"
    f"|党的{_N}{{1,3}}大(?!会|局|力|的)|(?:全国|全省|全市|全县|全区|中央|省委|市委|县委|区委)[\\u4e00-\\u9fff]{{0,14}}?(?:工作会议|动员大会|代表大会|座谈会|推进会|表彰大会|电视电话会议|全会|两会)"
)
_QUOTED = regex.later("“(?P<words>[^“”\n]{6,200})”")
_SAYS = regex.later(
    "(?P<who>[^，。；：！？\n“”]{2,20}?)(?:曾|多次|反复|明确|深刻|强调|特别|就|说过)*(?:指出|强调|说|讲|要求|写道|提出)(?:过)?[：:，,]?(?:，|我们)?$"
)
_SENTENCE = "，。；、？！"


def seen(doc: Document) -> Iterator[Seen]:
    """Documents, meetings and quotations."""
    for found in _TITLE.finditer(doc.text):
        yield Seen("document", found[0], "", Span(*found.span()))
    for found in _MEETING.finditer(doc.text):
        yield Seen("meeting", found[0], "", Span(*found.span()))
    for found in _QUOTED.finditer(doc.text):
        said = _SAYS.search(doc.text[max(0, found.start() - 40) : found.start()])
        if said or any(mark in found["words"] for mark in _SENTENCE):
            yield Seen("quotation", found["words"], said["who"] if said else "", Span(*found.span("words")))
