"""The title of a speech names one meeting, the speech another as the one being held."""

from __future__ import annotations

from itertools import takewhile

from speechlint.document import Span
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_OPENING = 240  # characters of a speech in which it names its meeting
_PLACE = 2  # characters that the name of a place has at least
_GENERIC = regex.later(
    "全[国省市县区镇乡]|[省市县区镇乡]委|第?[一二三四五六七八九十百0-9〇零Xx×]+[届次年]|[0-9]{2,4}年度?|工作|会议|大会|座谈会?|动员会?|"
    "部署会?|推进会?|总结会?|表彰会?|全体|扩大|暨|及|和|的|在|年度|专题|现场会?|视频|电视电话|干部|[省市县区镇乡]|委员|代表"
)
_MEETING = (
    "(?:召开|举行|举办|参加|迎来|召集)(?<!先后..)(?<!多次..)(?<!曾经..)(?:的|了|这次|本次|此次|今天的|我们)?"
    "(?![一两几多0-9NXx×]{1,3}[次场个])(?P<meeting>[^，。；：！？\n]{4,40}?(?:会议|大会|座谈会|动员会|推进会|"
    "表彰会|部署会|总结会|工作会|培训班|研讨班|会))(?=[，。；！、,;!.]|的|是|，)"
)
_NOW = regex.later(
    "今[天日晚早]|现在|此刻|这里|这次|此次|本次|(?:我们|专门|隆重|之际，?.{0,8})(?:召开|举行|举办|召集)(?!了)"
)
_THEN = regex.later(
    "前不久|不久前|[上前昨]个?[周月天年日晚]|去年|日前|近日|最近|刚刚|此前|先后|[一二三四五六七八九十\\d]年前|"
    "以来|之后|精神|部署了|提出了|指出|强调"
)
_ORDINAL = "第(?P<number>[一二三四五六七八九十百0-9Xx×]{1,4})(?P<noun>次[^，。；：的在]{2,8}?(?:大会|会议))"


def other_meetings(doc: Document) -> Iterator[Hit]:
    for part in doc.parts:
        if part.title is None:
            continue
        opening = Span(part.title.end, min(part.span.end, part.title.end + _OPENING))
        yield from _other_ordinal(doc, part.title, opening)
        yield from _other_meeting(doc, part.title, opening)


def _other_ordinal(doc: Document, title: Span, opening: Span) -> Iterator[Hit]:
    named = regex.compile(_ORDINAL).search(doc.text, *title)
    if not named:
        return
    spoken = [m for m in regex.compile(_ORDINAL).finditer(doc.text, *opening) if m["noun"] == named["noun"]]
    said = [m for m in spoken if _now(doc, Span(*m.span()), opening)]
    if said and all(match["number"] != named["number"] for match in spoken):
        words = {"title": named.group(), "body": said[0].group()}
        yield Hit(Span(*said[0].span()), words, related=(Related(title, "题目在这里", "the title"),))


def _other_meeting(doc: Document, title: Span, opening: Span) -> Iterator[Hit]:
    named = regex.compile("在(.{4,44})上的").search(doc[title])
    if not named:
        return
    found = regex.compile(_MEETING).finditer(doc.text, *opening)
    spoken = next((m for m in found if _now(doc, Span(*m.span()), opening)), None)
    if not spoken or "的一次" in spoken[0]:
        return
    ours, theirs = _apart(_core(named[1]), _core(spoken["meeting"]))
    if len(ours) > 1 and len(theirs) > 1 and not set(ours) & set(theirs):
        span = Span(*spoken.span("meeting"))
        words = {"title": named[1], "body": spoken["meeting"]}
        yield Hit(title, words, related=(Related(span, "开头说的会议", "the meeting as the opening has it"),))


def _apart(ours: str, theirs: str) -> tuple[str, str]:
    """What two meetings of one place are about: the name that both begin with tells nothing."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    return (ours[same:], theirs[same:]) if same >= _PLACE else (ours, theirs)


def _now(doc: Document, meeting: Span, opening: Span) -> bool:
    """Whether the sentence says that this very meeting is being held, and tells of no other time."""
    start = max(opening.start, doc.sentence_at(meeting.start).start)
    end = min(opening.end, meeting.end + 6)
    return bool(_NOW.search(doc.text, start, meeting.end)) and not _THEN.search(doc.text, start, end)


def _core(meeting: str) -> str:
    """The part of a title that tells one meeting from another: 工会 of 全市工会工作会议."""
    core = _GENERIC.sub("", "".join(filter(str.isalnum, meeting)))
    return core.removesuffix("会") if len(core) > len("总工会") else core
