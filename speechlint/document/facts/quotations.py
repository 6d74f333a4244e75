"""Words in quotation marks that somebody said, and verses."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_QUOTED = regex.later("[“「](?P<words>[^“”「」\n]{6,200})[”」]")
_VERB = "(?:指出|强调|要求|写道|提出|说过|说|讲过|讲|肯定|称赞|评价|嘱托|寄语|勉励|教导|教诲|告诫|誓言|号召|回忆|感慨|表示)"
_SAYS = regex.later(
    f"(?P<who>[^，。；：！？\n“”]{{1,20}}?)(?:曾经?|多次|反复|明确|深刻|强调|特别|就|常|所|有)*(?:{_VERB}[^，。；！？“”\n]{{0,12}}[，：:,]?|(?:云|曰|言|道)[：:，,]?)$"
)
_SENTENCE = "，。；、？！"
_VERSE = regex.later(
    "(?:[\u4e00-\u9fff]{4}[，；][\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{5}[，；][\u4e00-\u9fff]{5}|[\u4e00-\u9fff]{7}[，；][\u4e00-\u9fff]{7})[。！？]?"
)


def seen(doc: Document) -> Iterator[Seen]:
    """What is quoted: words that follow a verb of saying, and verses of five or seven; slogans and terms are none."""
    for found in _QUOTED.finditer(doc.text):
        words = found["words"]
        said = _SAYS.search(doc.text[max(0, found.start() - 40) : found.start()])
        if (said and any(mark in words for mark in _SENTENCE)) or (
            _VERSE.fullmatch(words) and words.find("，") != 4
        ):
            yield Seen("quotation", words, said["who"] if said else "", Span(*found.span("words")))
