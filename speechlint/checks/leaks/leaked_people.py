"""Names of persons in an otherwise anonymised draft: 县委书记王大川同志, 大川同志宣读了…, 王大川书记.

A given name alone that is a word too (先进同志) is told, as info, only where one person does what it says
(作了报告, 宣读了决定).
"""

from __future__ import annotations

from bisect import bisect_left

from speechlint.document import Span
from speechlint.document.blanks.anonymised import anonymised
from speechlint.document.words import frequency, tag
from speechlint.finding import Hit, Severity
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "已隐去姓名的稿里留着的人名"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "titles": Option("words", "职务：书记、主席", "titles: 书记, 主席", required=True),
        "known": Option(
            "words", "谁都可以提的领导人、英模", "leaders and heroes anyone may name", required=True
        ),
        "words": Option(
            "words",
            "站在姓名位置上却不是姓名的：广大、各位",
            "what stands where a name would and is none",
            required=True,
        ),
        "surnames": Option("words", "姓", "surnames", required=True),
    }


_DOES = r"(?:同志)?(?:还?将|还要|要|已经?|又|也|刚刚?)?(?:对|就|从|代表[^，。]{1,10}|全面|系统|分别)?[^，。；]{0,26}?(?:作了|作个|作重要|作工作|作报告|作讲话|做了|宣读|传达|通报|讲了|讲话|发言|汇报|介绍|主持|回顾|部署|强调|致辞)"
_GIVEN = regex.later(
    rf"(?:(?<=[，。；：、！？\n ,;:请由和])|(?<=刚才|下面|首先))(?P<name>[^\W\d_a-zA-Z]{{2,3}})(?=同志{_DOES})"
)
_OF_PERSONS = frozenset(["书记", "市长", "县长", "区长", "省长", "主席", "州长"])  # these follow a bare name
_OFFICES = ("省委", "市委", "县委", "区委", "州委", "党委", "纪委", "工委", "团委", "村委", "居委", "政府")
_SOME = frozenset("两几多各每")
_BOTH = frozenset(["a", "v", "vn", "b", "i", "l", "d", "ad", "an", "r", "m"])
_BEFORE, _AFTER = 8, 60  # how far around a title its name and what he does can stand
_COMMON = 300  # a noun met more often than that in the dictionary is a word rather than a name


def prepare(options: Node) -> dict[str, Any]:
    """The words in order, and those that are no names to be told."""
    words = {key: sorted(options[key]) for key in options}
    return {
        **words,
        "words": tuple(words["words"]),
        "surnames": frozenset(words["surnames"]),
        "ignored": frozenset((*words["known"], *words["words"])),
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(["同志", *options["titles"]])}


def check(query: Query) -> Iterator[Hit]:
    speeches = anonymised(query.doc)
    if not speeches:
        return
    found: dict[str, dict[Span, None]] = {}
    for span in _names(query.doc, query.options, sorted(query.found[""])):
        if any(speech.overlaps(span) for speech in speeches):
            found.setdefault(query.doc[span], {})[span] = None
    for name, spans in found.items():
        doubtful = tag(name) in _BOTH or (tag(name) == "n" and frequency(name) >= _COMMON)
        level = Severity.INFO if doubtful else None
        places = sorted(spans)
        yield Hit(places[0], occurrences=tuple(places), severity=level)


def _names(doc: Document, options: Mapping[str, Any], offsets: Sequence[int]) -> Iterator[Span]:
    """Names beside the titles (and 同志) that stand at ``offsets``."""
    ignored, text = options["ignored"], doc.text
    for match in _near(text, _GIVEN, offsets):
        if match["name"] not in ignored and match["name"][-1] not in "位些名体全等的":
            yield Span(*match.span("name"))
    for match in _near(text, _titled(tuple(options["titles"])), offsets):
        group = "after" if match["after"] else "before"
        name = match[group]
        if name in ignored or name.startswith(options["words"]) or name[0] not in options["surnames"]:
            continue
        if _is_office(name) or _counted(text, match.start(group)):
            continue
        if group == "after" or _reads_as_name(name, text[match.end() : match.end() + 2]):
            yield Span(*match.span(group))


def _is_office(name: str) -> bool:
    """Whether it is the rest of an office: 位县委 of 4 位县委书记."""
    return name.endswith(_OFFICES)


def _counted(text: str, start: int) -> bool:
    """Whether a number stands before it, so that it begins with a measure word."""
    before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    return before.isnumeric() or before in _SOME


def _near(text: str, expression: re.Pattern[str], offsets: Sequence[int]) -> Iterator[re.Match[str]]:
    """Matches around the titles: they begin at one, or two or three characters before it, so there are few."""
    places = (max(0, title - length) for title in offsets for length in (3, 2, 0))
    begin = sorted(at for at in places if expression.match(text, at))
    for title in offsets if begin else ():
        start, end = max(0, title - _BEFORE), title + _AFTER
        if bisect_left(begin, start) < bisect_left(begin, end):
            yield from expression.finditer(text, start, end)


def _reads_as_name(name: str, title: str) -> bool:
    """Whether what stands before a title is a person, not an office (安监局长) or a place (江苏省长)."""
    known = tag(name)
    if known:
        return known.startswith("nr")
    return len(name) == 3 or title in _OF_PERSONS


@lru_cache(maxsize=2)
def _titled(titles: tuple[str, ...]) -> re.Pattern[str]:
    """县委书记王大川同志; 王大川书记, with a boundary before."""
    firsts = "".join(sorted({title[0] for title in titles}))
    either = f"(?=[{regex.escape(firsts)}])(?:{'|'.join(sorted(map(regex.escape, titles), key=len, reverse=True))})"
    name = r"[^\W\d_a-zA-Z]"
    after = (
        rf"{either}(?P<after>{name}{{2,3}}?)(?=同志|发表|(?:在|作)[^，。；]{{1,30}}(?:讲话|报告|强调|指出)"
        rf"|[、及和][^，。、；]{{0,8}}?(?:副?书记|副?[市县区省州镇乡局部]长|副?主任|副?主席))"
    )
    before = rf"(?<=[，。；：、！？\n ,;:和由请与])(?P<before>{name}{{2,3}})(?={either}(?:的?重要讲话|的?讲话|还|将|在|作|对|强调|指出|要求|出席|和))"
    return regex.compile(f"{after}|{before}")
