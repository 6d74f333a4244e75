"""Lines that are sentences though they have no mark: they speak to somebody, or say what something is or does.

Only in a draft whose paragraphs end in marks, and beside a paragraph: a list of headings says things too.
"""

from __future__ import annotations

from bisect import bisect_left

from speechlint.document import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from speechlint.document import Document

_OUR = "国省市县区镇乡村校院厂军党社局部办司们"  # 我国 speaks to nobody
_OPENINGS = (
    *(
        "接下来",
        "下面",
        "首先",
        "最后",
        "此外",
        "除此之外",
        "然后",
        "因此",
        "今天",
        "大家好",
        "咱们",
        "第一个",
        "第一，",
    ),
    *("我会", "我将", "我想", "我要", "我们", "我就", "我先", "我主"),
)
_SPEAKS = (
    *(
        "我们",
        "咱",
        "大家",
        "您",
        "各位",
        "接下来",
        "此外",
        "另外",
        "因此",
        "所以",
        "但是",
        "不过",
        "他们",
        "它们",
    ),
    *("这个", "这些", "这样", "这种", "这里", "那个", "那些", "那么"),
)
_STATES = (  # what a sentence says of its subject
    *("可以", "具有", "就要", "由于", "因为", "使得", "目前", "已经", "称为"),
    *("主要有", "主要分", "主要从", "主要通过", "主要是", "主要针对", "主要综合", "主要包括"),
    *("将会", "先会", "不会", "就会", "才会", "都会", "也会", "便会"),
)
_VERBS = (("是", "否非"), ("将", "来军士领"), ("被", "动子告"))  # and what makes each another word
_KINDS = ("讲话", "发言", "报告", "致辞", "稿")
_WORD = r"(?P<at>(?:\w[^\W\d_a-zA-Z][”》]?|(?<![a-zA-Z_])[a-zA-Z]{2,20})(?:（[^（）\n]{1,12}）)?）?)[ \u3000]{0,4}$"
_HELLO = ("大家好", "上午好", "下午好", "早上好", "晚上好", "你们好", "您好")
_NUMERALS = frozenset("一二三四五六七八九十")
_BEHIND = frozenset("是要、.．)）编章节条款部")  # a numeral that begins a heading or an item
_ADDRESSED = ("各位", "老师", "同学", "同志", "领导", "朋友", "来宾")
_INDENT = " \t\u3000"
_BRACKETS = frozenset("（(【[<#*>|-—")
_LONG_GREETING = 30
_GREETS = 6  # characters of the shortest greeting
_ITEM_LEAST = 30  # characters of a numbered item that is a sentence
_NEAR = 24  # characters from the end within which the last word begins
_LEAST, _LONE = 14, 10  # characters of a line that goes on behind a comma, and of one that does not
_STATED = 18  # characters of a line that says something of a subject
_PROSE = 36  # characters of a line that says much in one breath
_LABEL = 5  # characters at most before the colon of a part in a dialogue
_ENDS = "。！？；：…”"
# Of the lines with a comma, how many end in a mark; of the long ones among them.
_SHARE, _MANY, _FEW = 0.3, 3, 2
_SENTENCE = (
    *("了", "会被", "就", "都", "也", "还是", "把", "被"),
    *("它", "只能", "却", "这", "可以", "没有", "其中"),
)
_HAN = regex.later("[\u4e00-\u9fff]")
_BLANKS = " \u3000"
LAST = frozenset("”》）" + _BLANKS)


def spoken(doc: Document, bare: list[Span]) -> Iterator[Span]:
    """Ends of lines that speak to somebody, say something of a subject, or are long sentences; of greetings.

    ``bare`` are the lines that end in a word or a bracket and have no full stop.
    """
    text = doc.text
    unmarked = [line for line in bare if line[1] - line[0] >= _GREETS and not _is_marked(text, *line)]
    yield from filter(None, [_greeting(text, line) for line in unmarked if text[line[1] - 1] == "好"])
    open_ended = [line for line in unmarked if _may_be(text, line) and _has_words(text, line)]
    if not open_ended:
        return
    every = list(doc.lines)
    ends: dict[Span, Span] = {}
    for line in open_ended:
        if _is_told(text, every, line, ends):
            match = regex.compile(_WORD).search(text, max(line.start, line.end - _NEAR), line.end)
            if match:
                ends[line] = Span(*match.span("at"))
    if ends and _ends_in_marks(text, [line for line in every if _has_words(text, line)]):
        yield from ends.values()


def _beside(text: str, every: list[Span], line: Span) -> tuple[Span | None, Span | None]:
    """The lines before and behind a line that have words."""
    at = bisect_left(every, line)
    ahead = next((every[i] for i in range(at - 1, -1, -1) if _has_words(text, every[i])), None)
    behind = next((every[i] for i in range(at + 1, len(every)) if _has_words(text, every[i])), None)
    return ahead, behind


def _may_be(text: str, line: Span) -> bool:
    """Whether it might be a sentence by its words or its length, and nothing was left blank in it."""
    words = text[slice(*line)]
    if len(words) < _LONE or words.endswith(_KINDS) or "__" in words:
        return False
    if len(words) < _STATED:
        return _speaks(words)
    return len(words) >= _PROSE or _speaks(words) or _states(words)


def _has_words(text: str, line: Span) -> bool:
    """Whether it is more than the number of a page or a slide."""
    return _HAN.search(text, *line) is not None


def _greeting(text: str, line: Span) -> Span | None:
    """The end of a greeting of those who are addressed, alone in its line."""
    words = text[slice(*line)].rstrip(_BLANKS)
    if (
        len(words) > _LONG_GREETING
        or not words.endswith(_HELLO)
        or not any(word in words for word in _ADDRESSED)
    ):
        return None
    end = line.start + len(words)
    return Span(end - len("大家好"), end)


def _speaks(words: str) -> bool:
    """Whether the line speaks to somebody, or goes on with what was said."""
    return any(map(words.__contains__, _SPEAKS)) or _has_verb(words, "我", _OUR) or _opens(words)


def _states(words: str) -> bool:
    """Whether it says something of its subject."""
    if any(map(words.__contains__, _STATES)) or any(_has_verb(words, *verb) for verb in _VERBS):
        return True
    return "来" in words.partition("通过")[2][2:]


def _has_verb(words: str, verb: str, others: str) -> bool:
    """Whether the one character is there, behind a word and before none of ``others``."""
    at = words.find(verb)
    while at >= 0:
        if words[at + 1 : at + 2] not in others and (verb == "我" or words[at - 1 : at].isalpha()):
            return True
        at = words.find(verb, at + 1)
    return False


def _opens(words: str) -> bool:
    return words.lstrip(_INDENT + "“").startswith(_OPENINGS) and "：" not in words[:_LABEL]


def _is_told(text: str, every: list[Span], line: Span, told: Container[Span]) -> bool:
    """Whether it is long enough for what it says, and beside a paragraph if it does not say much by itself."""
    words = text[slice(*line)]
    size = len(words)
    if words[:1].isdecimal():
        long = size >= _ITEM_LEAST and "，" in words
        return (
            long
            and (_speaks(words) or _states(words) or _beside(text, every, line)[0] in told)
            and _meets_prose(text, every, line, told)
        )
    if not _is_plain(words):
        return False
    if _speaks(words):
        opens = _opens(words)
        much = opens or "，" in words or size >= _PROSE
        return size >= (_LONE if opens else _LEAST) and (
            size >= _PROSE or _meets_prose(text, every, line, told, much)
        )
    states = _is_sentence(words) or (size >= _STATED and _states(words))
    return states and _meets_prose(text, every, line, told)


def _is_sentence(words: str) -> bool:
    """Whether it is too long for a heading, and has words that headings do without."""
    return (
        len(words) >= _PROSE
        and "，" in words
        and not words.endswith("摄")  # under a picture
        and "  " not in words.strip()
        and any(word in words for word in _SENTENCE)
    )


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether the line begins with the mark of a heading or an item in Chinese numerals, or of a page."""
    opened = text[start : start + 1]
    if opened in _INDENT:
        words = text[start:end].lstrip(_INDENT)
        start, opened = end - len(words), words[:1]
    if opened in _NUMERALS:
        return text[start + 1 : start + 2] in _BEHIND or text[start + 1 : start + 2] in _NUMERALS
    return opened in _BRACKETS or (
        opened == "第" and text[start + 1 : start + 3] != "一个" and text[start + 2 : start + 3] != "，"
    )


def _is_plain(words: str) -> bool:
    """Whether it begins with a word, as no list does and no part of a dialogue."""
    words = words.lstrip(_INDENT)
    if words[:1] == "“" and words.endswith("”"):  # all of it is said
        words = words[1:]
    return words[:1].isalpha() and words[1:2] not in "、.．)）" and "：" not in words[:_LABEL]


def _ends_in_marks(text: str, lines: list[Span]) -> bool:
    clauses = [line for line in lines if text.find("，", *line) >= 0]
    long = [line for line in clauses if line.end - line.start >= _PROSE]
    return any(
        (ended := sum(text[slice(*line)].rstrip()[-1:] in _ENDS for line in some)) >= least
        and ended >= _SHARE * len(some)
        for some, least in ((clauses, _MANY), (long, _FEW))
    )


def _meets_prose(text: str, every: list[Span], line: Span, told: Container[Span], much: bool = True) -> bool:
    """Whether a line beside it is a paragraph; for a line that says little both are."""
    around = [other for other in _beside(text, every, line) if other]
    paragraphs = sum(other in told or _is_paragraph(text[slice(*other)].rstrip()) for other in around)
    return paragraphs >= (1 if much else 2)


def _is_paragraph(words: str) -> bool:
    if "，" in words:
        return words[-1] in _ENDS or len(words) >= _PROSE
    return words[-1] in "。！？；" and len(words) >= _LEAST
