"""A speech's title: written twice, not that of the meeting spoken of, or followed by a site's abstract."""

from __future__ import annotations

from itertools import islice, pairwise

from speechlint.document import Span
from speechlint.document.outline.speeches import is_title
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.quick.typing import Any

ABOUT = "讲话的标题：写了两遍、与会议不符、下面贴着摘要"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "of": Option(
            "word",
            "看什么",
            "what is looked at",
            required=True,
            of={
                "run-on": ("一行里标题写了两遍", "the title twice in one line"),
                "repeated": ("几行都是同一个标题", "the same title on several lines"),
                "meeting": (
                    "标题与开头说的会议或届次不同",
                    "the title names one meeting, the first words another, or another ordinal",
                ),
                "abstract": (
                    "讲话上面贴着带省略号的摘要",
                    "the opening pasted above the speech and cut off with an ellipsis",
                ),
            },
        )
    }


_WORDS = (
    *("讲话", "致辞", "致词", "发言", "报告", "主持词", "党课", "演讲"),
    *("贺词", "悼词", "答谢词", "祝酒词", "开幕词", "闭幕词", "闭幕辞", "开幕辞", "祝词"),
)
_LEAD = COMMON_BLANKS + "━═─▬—-_.○●◆◇★☆■□▲△※*·•~～=#【[〖>》"
# A file's number belongs to the copy of the title that was the file's name, an item's to none; 2026年 is the title's own.
_FILE_NUMBER = regex.later(r"[0-9]{4,16}[-_ .]{0,2}(?![0-9年月日号届次])")
_ITEM_NUMBER = regex.later(r"[0-9]{1,3}[-_. 、．]+(?![0-9])")
_LONGEST = 70
_SIX = 6  # characters at its beginning by which it is found again
_OWN = 10  # characters: so long a title is that of one speech
_CALLED = regex.later(r"[ \u3000\n]{0,4}(?:同志们|尊敬的|敬爱的|亲爱的|各位[\u4e00-\u9fff]{2,6}[，、：:])")
_SHARED = 16  # characters: an abstract and the speech have at least so many in a row
_PIECE = r"(?:\s*(?:[（(【\[][^）)】\]]{0,12}[）)】\]]|篇[一二三四五六七八九十\d]{1,3}|全文|范文))?"
_TITLE = rf"在[^，。；：！？\n“”]{{3,44}}?上的?(?:{'|'.join(_WORDS)})(?:提纲|稿)?{_PIECE}"
_ORNAMENTS = COMMON_BLANKS + "━═─▬○●◆◇★☆■□▲△※*·•~～=#】]〗-_—"
# What a site or a hand puts before a title on its line: 正文：, 动员会讲话：
_LABELLED = regex.later(
    r"(?:(?:精选|推荐|荐读|热门|原创|范文|最新|优秀|必备|必看|收藏|转载?|定稿|终稿|置顶|热|新|荐)[】\]〗）)]\s?)|"
    rf"(?:正文|题目|标题|(?:讲话|发言|演讲|致辞)稿|文章标题|原标题|原题|全文|第?[一二三四五六七八九十\d]{{1,2}}篇|篇[一二三四五六七八九十\d]{{1,2}}|[^，。；：:\n]{{2,24}}(?:{'|'.join(_WORDS)})稿?)\s?[:：]\s*(?=\S{{6}})"
)
_SPACED = r"(?P<title>[^，。；：！？\n]{4,60}?(?:WORDS)稿?)[ \u3000]*[|｜_＿ \u3000—－–-][ \u3000]*(?P<again>(?P=title))(?![^\s])".replace(
    "WORDS", "|".join(_WORDS)
)
# 在……会上讲话 在……会上的讲话: the same but for 的
_LOOSE = (
    rf"(?P<title>(?P<where>[^，。；：！？\n“”在]{{0,12}}在[^，。；：！？\n“”]{{3,44}}?上)的?(?P<kind>{'|'.join(_WORDS)}))[ \u3000]*"
    "(?P<again>(?P=where)的?(?P=kind))"
)
_JOINT, _SHUT = r"[（(【\[|｜_—-]{0,2}", r"[）)】\]]?"
_ADDED = regex.later(
    r"(?:[（(【\[][^）)】\]]*[0-9一二三四五六七八九十][^）)】\]]*[）)】\]]|篇[一二三四五六七八九十\d]{1,3}|全文|范文|[（(【\[](?:定稿|终稿|最终稿|最终版|修改稿|送审稿|讨论稿|打印版|副本|复制)[）)】\]])$"
)
_ADDED_LAST = "）)】]文一二三四五六七八九十\n"


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset({"...", "…"} if options["of"] == "abstract" else (*_WORDS, "讲稿"))}


def check(query: Query) -> Iterator[Hit]:
    yield from _KINDS[query.options["of"]](query.doc, sorted(query.found[""]))


def _lines(doc: Document, offsets: Sequence[int]) -> Iterator[Span]:
    """The lines on which the offsets stand."""
    end = -1
    for offset in offsets:
        if offset > end:
            line = doc.line_at(offset)
            end = line.end
            yield line


def _run_on(doc: Document, offsets: Sequence[int]) -> Iterator[Hit]:
    twice = regex.compile(rf"(?P<title>{_TITLE})[ \u3000]*{_JOINT}(?P<again>(?P=title)){_SHUT}")
    spaced, loose = regex.compile(_SPACED), regex.compile(_LOOSE)
    ending = [b for a, b in pairwise(offsets) if "\n" not in doc.text[a:b]]  # a title that stands there twice
    for line in _lines(doc, ending):
        start = _content(doc, line)
        match = next(
            (m for m in (one.match(doc.text, start, line.end) for one in (twice, spaced, loose)) if m), None
        )
        if match:
            span = Span(*match.span("again"))
            edit = Edit(Span(match.end("title"), match.end()), "")
            fix = Fix((edit,), True, "删去后一处", "delete the second")
            yield Hit(span, {"title": match["title"]}, (fix,), related=_first(Span(*match.span("title"))))


def _first(span: Span) -> tuple[Related, ...]:
    return (Related(span, "第一次出现在这里", "here for the first time"),)


def _content(doc: Document, line: Span) -> int:
    """Where the words of a line begin, after blanks, a dash and a number."""
    start = line.end - len(doc[line].lstrip(_LEAD))
    for expression in (_FILE_NUMBER, _ITEM_NUMBER, _LABELLED):
        ahead = expression.match(doc.text, start, line.end)
        if ahead:
            return ahead.end()
    return start


def _copy(doc: Document, title: Span) -> Span:
    """A title with the number of the file in front of it: that copy is the file's name."""
    line = doc.line_at(title.start)
    start = line.end - len(doc[line].lstrip(_LEAD))
    number = _FILE_NUMBER.match(doc.text, start, line.end)
    return Span(start, title.end) if number and number.end() == title.start else title


def _repeated(doc: Document, offsets: Sequence[int]) -> Iterator[Hit]:
    places: dict[str, list[Span]] = {}
    for span in _titles(doc, offsets):
        places.setdefault(_key(doc[span]), []).append(span)
    for titles in places.values():
        titles += (_called(doc, titles[0]) or _wrapped(doc, titles[0])) if len(titles) == 1 else ()
        if len(titles) > 1:
            words = {"title": _bare(doc[titles[0]]), "times": str(len(titles))}
            copies = tuple(_copy(doc, title) for title in titles)
            yield Hit(copies[0], words, occurrences=copies)


def _titles(doc: Document, offsets: Sequence[int]) -> Iterator[Span]:
    """Titles that stand as such: a line of their own, the head of a line, a subtitle after ——."""
    standing, subtitle = regex.compile(_TITLE), regex.compile(f"(?<=——){_TITLE}")
    for line in _lines(doc, offsets):
        start = _content(doc, line)
        words = doc[(start, line.end)].rstrip(_ORNAMENTS) if line.end - start <= _LONGEST else ""
        bare = _bare(words)
        if words and is_title(bare):
            yield Span(start, start + len(bare))
        else:
            match = standing.match(doc.text, start, line.end)
            if match and _stands(doc, match.end(), line.end):
                yield Span(*match.span())
        dashed = doc.text.find("——", line.start, line.end)
        for dash in subtitle.finditer(doc.text, dashed, line.end) if dashed >= 0 else ():
            if dash.start() != start:
                yield Span(*dash.span())


def _called(doc: Document, title: Span) -> list[Span]:
    """A title again within a line, where a salutation follows it."""
    words = _bare(doc[title])
    at = doc.text.find(words, title.end) if len(words) >= _OWN else -1
    return [Span(at, at + len(words))] if at >= 0 and _CALLED.match(doc.text, at + len(words)) else []


def _wrapped(doc: Document, title: Span) -> list[Span]:
    """A title again below, broken into two lines."""
    words = _bare(doc[title])
    at = doc.text.find(f"\n{words[:_SIX]}", title.end) + 1 if len(words) >= _OWN else 0
    first = doc.line_at(at) if at else title
    size = first.end - first.start
    if not at or size >= len(words) or not doc.text.startswith(f"{words[:size]}\n{words[size:]}\n", at):
        return []
    return [Span(at, at + len(words) + 1)]


def _stands(doc: Document, at: int, end: int) -> bool:
    """Whether a title at the head of a longer line is not just the beginning of a sentence."""
    follows = doc.text[at:end].lstrip(COMMON_BLANKS)
    return not follows.startswith(
        ("，", "。", "中", "里", "时", "精神", "要求", "指出", "强调", "的", "是", "和", "、", "；", ",")
    )


def _bare(title: str) -> str:
    """A title without what a site adds: （汇总15篇）, 篇一."""
    bare = title.strip(COMMON_BLANKS)
    return _ADDED.sub("", bare) if bare[-1:] in _ADDED_LAST or bare[-1:].isdecimal() else bare


def _key(title: str) -> str:
    letters = "".join(filter(str.isalnum, _bare(title)))
    return letters.removeprefix("在").removesuffix("稿").removesuffix("提纲")


def _meeting(doc: Document, _: Sequence[int]) -> Iterator[Hit]:
    from speechlint.checks.outline.title_meeting import other_meetings

    return other_meetings(doc)


def _abstract(doc: Document, _: Sequence[int]) -> Iterator[Hit]:
    for line in islice(doc.lines, 12):
        words = doc[line].rstrip(COMMON_BLANKS)
        if not words.endswith(("...", "…")) or len(words) < _SHARED:
            continue
        end = line.start + len(words)
        cut = words.rstrip("….*×xX ")
        if len(cut) < _SHARED or cut[-_SHARED:] not in doc.text[line.end :]:
            continue
        start = _copied_from(doc, line, line.start + len(cut))
        taken = Span(start, end)
        yield Hit(
            taken,
            {"opening": doc[taken][:12]},
            (Fix((Edit(taken, ""),), title="删去摘要", title_en="delete the summary"),),
        )


def _copied_from(doc: Document, line: Span, end: int) -> int:
    """Where the copy begins that ends at ``end``: it stands below, sentence for sentence."""
    below = doc.text[line.end :]
    at = end - _SHARED
    original = below.find(doc.text[at:end])
    while at > line.start and original > 0:
        if doc.text[at - 1] == below[original - 1]:
            at, original = at - 1, original - 1
        elif below[original - 1] in "\n" + COMMON_BLANKS:
            original -= 1
        else:
            break
    return at


_KINDS = {"run-on": _run_on, "repeated": _repeated, "meeting": _meeting, "abstract": _abstract}
