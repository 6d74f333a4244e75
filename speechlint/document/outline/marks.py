"""The marks that number the parts of a speech: 一、 （一） 1. （1） ① 一是 一要 第一 首先 其一 一方面.

A mark is read only where one can stand: at a line's start, after the end of a sentence or a break,
and, for the spoken ones, after any pause. What is a date, a decimal, a range (一、二线) is none.
"""

from __future__ import annotations

from speechlint.document.numerals import CHINESE, number, numeral
from speechlint.document.outline.item import LINE, NONE, PAUSE, STOP, Item
from speechlint.document.span import BLANKS, Span
from speechlint.quick import regex

_DIGITS = "0123456789０１２３４５６７８９"
_ARABIC = frozenset(_DIGITS)
_CHINESE = "".join(sorted(CHINESE))
_POSITIONAL = _CHINESE + "〇○零"  # 一〇、 一一、, as it was written until the fifties
_NUMERAL_PARTS = frozenset(_POSITIONAL + "第之点分几")
_FIRST_NUMBERS = {numeral(n): n for n in range(1, 20)}  # of nearly all lists
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
# One character each: ⑴ stands for （1）, ㈠ for （一）, ⒈ for 1.
_LIGATURES = {chr(0x2474 + n): ("（1）", n + 1) for n in range(20)}
_LIGATURES |= {chr(0x3220 + n): ("（一）", n + 1) for n in range(10)}
_LIGATURES |= {chr(0x2488 + n): ("1.", n + 1) for n in range(20)}
_STOPS = frozenset("。！？；：…!?;:\n")
_PAUSES = frozenset("，,、—")
_OPENERS = frozenset("“‘「『")
_CLOSERS = frozenset("”’」』）)》")
_BLANKS = frozenset(BLANKS)
_MARKUP = frozenset("#*>-")
_CHINESE_SEPARATORS = frozenset("、，,．.：:")
_ARABIC_SEPARATORS = frozenset("、，,．.)）")
_BRACKETS = (")", "）")
_PAREN_SEPARATORS = frozenset("、，,．.：:")
_SPOKEN = frozenset("是要为靠抓看应须必则曰讲论在有把对用变让防查学想找定问来能重严强")
_COUNTERS = ("个方面", "方面", "个", "点", "条", "项", "句", "件")
_ORDINAL_COUNTERS = (
    *("个问题", "个方面", "个重点", "个环节", "个层次", "部分", "方面", "句话", "件事", "层意思"),
    *("个", "点", "条", "项", "件", "句", "步", "章", "节", "篇"),
)
_ORDINAL_ENDS = frozenset("，,、：:是要就呢")
_BEFORE_YISHI = frozenset("“‘《（(统唯之万同第十单专划周日期星初惟廿其百千一二三四五六七八九")
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": None}
_SETS = {"n": _CHINESE, "p": _POSITIONAL, "s": "".join(sorted(_SPOKEN))}
# What a mark begins with, what may come next, and what it cannot do without: of twenty places that
# begin so, one is looked at.
_MAY_BE = (
    "[（(0-9０-９①-⒛㈠-㈩{n}第首其再最另](?:(?<=[①-⒛㈠-㈩])"
    "|(?=[{p}{s}0-9０-９、，,．.：:)）方个点条项句件先次后])(?="
    "(?<=[0-9０-９])[0-9０-９]?[、，,．.)）](?![0-9０-９])|(?<=[（(])[{p}0-9０-９]{{1,4}}[）)]"
    "|(?<=[{n}])(?:[{p}]{{0,3}}[、，,．.：:]|方面|[{p}]?(?:个方面|方面|[个点条项句件])?[{s}])"
    "|(?<=[第首其再最另])(?:(?<=第)[{n}]|(?<=首)先|(?<=其)[次{n}]|(?<=再)次|(?<=最)后|(?<=另)一方面)))"
).format(**_SETS)


def marks(text: str, span: Span, breaks: frozenset[int]) -> list[Item]:
    """An item for each mark in a span, in order; ``breaks`` are where spaces or line ends were taken out."""
    every: list[Item] = []
    done = 0
    for found in regex.compile(_MAY_BE).finditer(text, *span):
        at = found.start()
        if at < done:
            continue
        item = _marked(text, at, breaks)
        if item:
            done = item.end
            every.append(item)
    _set_bracketed_apart(every)
    return every


def _set_bracketed_apart(items: list[Item]) -> None:
    """Make 1) a kind of its own where 1. is written too: each begins a list, so one is below the other."""
    bracketed = [item for item in items if item.style == "1." and item.separator in _BRACKETS]
    if bracketed and {True, False} <= {
        item.separator in _BRACKETS for item in items if item.style == "1." and item.number == 1
    }:
        for item in bracketed:
            item.restyle("1)")


def _marked(text: str, at: int, breaks: frozenset[int]) -> Item | None:
    char = text[at]
    place = _place(text, at, breaks)
    if char in CHINESE:
        return _chinese(text, at, place)
    if char in "（(":
        return _parenthesised(text, at, place) if place >= PAUSE else None
    if char in _ARABIC:
        return _arabic(text, at, place) if place >= PAUSE else None
    if char in _CIRCLED:
        return _enclosed(text, at, at + 1, "①", number(char), place) if place >= STOP else None
    if char in _LIGATURES:
        style, value = _LIGATURES[char]
        opens = place == LINE or (place == STOP and text[at - 1] in "：:；;")  # else ⑴ refers to a note
        return Item(Span(at, at + 1), style, value, "", place) if opens else None
    return _word(text, at, place)


def _place(text: str, at: int, breaks: frozenset[int]) -> int:
    before = at - 1
    while before >= 0 and text[before] in _BLANKS:
        before -= 1
    last = text[before] if before >= 0 else "\n"
    if last == "\n" or (last in _MARKUP and _is_markup(text, before)):
        return LINE
    if last in _STOPS or at in breaks:
        return STOP
    if last in _OPENERS:
        return STOP if text[at] in "（(" else NONE
    if last in _CLOSERS:
        return STOP if before and text[before - 1] in _STOPS else PAUSE
    return PAUSE if last in _PAUSES or before < at - 1 else NONE


def _is_markup(text: str, at: int) -> bool:
    """Whether a line holds nothing but Markdown marks up to ``at``: ## 一、."""
    while at >= 0 and (text[at] in _MARKUP or text[at] in _BLANKS):
        at -= 1
    return at < 0 or text[at] == "\n"


def _run(text: str, at: int, chars: str, most: int) -> int:
    """Where the run of ``chars`` ends that begins at ``at``, as far as it is looked at."""
    near = text[at : at + most]
    return at + len(near) - len(near.lstrip(chars))


def opening(words: tuple[str, ...], text: str, at: int) -> str:
    """The first of the words that stands at ``at``; "" where none does."""
    return next(word for word in words if text.startswith(word, at)) if text.startswith(words, at) else ""


def _enclosed(text: str, at: int, end: int, style: str, value: int | None, place: int) -> Item:
    """The item of a mark that needs no separator, with the one that stands there all the same: （一）、."""
    separator = text[end : end + 1]
    if separator not in _PAREN_SEPARATORS:
        separator = ""
    return Item(Span(at, end + len(separator)), style, value, separator, place)


def _parenthesised(text: str, at: int, place: int) -> Item | None:
    end = _run(text, at + 1, _POSITIONAL, 4)
    style = "（一）"
    if end == at + 1:
        end, style = _run(text, at + 1, _DIGITS, 2), "（1）"
    if end == at + 1 or end >= len(text) or text[end] not in "）)":
        return None
    return _enclosed(text, at, end + 1, style, number(text[at + 1 : end]), place)


def _arabic(text: str, at: int, place: int) -> Item | None:
    end = _run(text, at, _DIGITS, 3)
    if not 0 < end - at < 3 or end >= len(text) or text[end] not in _ARABIC_SEPARATORS or text[at] in "0０":
        return None
    after = text[end + 1 : end + 2]
    if after in _ARABIC or after == text[end] or _is_other(text, end) or _is_clock(text, at):
        return None
    return Item(Span(at, end + 1), "1.", int(text[at:end]), text[end], place)


def _is_clock(text: str, at: int) -> bool:
    """9:40，: the second half of a time or a score."""
    return at > 1 and text[at - 1] in ":：" and text[at - 2] in _ARABIC


def _is_other(text: str, end: int) -> bool:
    """2.x 3.js are versions; a line that is no more than 60, is of a table or of code."""
    after = text[end + 1 : end + 3]
    if text[end] in "，,":
        return after[:1] in ("\n", "")
    return text[end] == "." and after[:1].isascii() and after[:1].islower()


def _chinese(text: str, at: int, place: int) -> Item | None:
    end = _run(text, at, _POSITIONAL, 5)
    if end - at > 4 or end >= len(text):
        return None
    value = _FIRST_NUMBERS.get(text[at:end]) or _number(text[at:end], place)
    if not value:
        return None
    if text[end] in _CHINESE_SEPARATORS:
        if place < PAUSE or _is_range(text, end + 1, value, place) or _runs_on(text, at, text[end]):
            return None
        return Item(Span(at, end + 1), "一、", value, text[end], place)
    if text[end - 1] == "一" and text.startswith("方面", end):
        return Item(Span(at, end + 2), "一方面", 1, "", place) if value == 1 else None
    return _spoken(text, at, end, value, place)


def _number(digits: str, place: int) -> int | None:
    """The value of a numeral; of one that is written otherwise (一〇) only where a heading may stand."""
    value = number(digits)
    if value is None or (numeral(value) != digits and (value > 120 or place < STOP)):
        return None
    return value


def _runs_on(text: str, at: int, separator: str) -> bool:
    """百分之三十⏎二，: the line only broke inside a numeral, or, before 一，, inside a sentence."""
    before = at - 1
    while before >= 0 and (text[before] in _BLANKS or text[before] == "\n"):
        before -= 1
    if before < 0 or before == at - 1:
        return False
    goes_on = text[before] in _NUMERAL_PARTS or (separator in "，," and text[before].isalnum())
    return goes_on and "\n" not in text[max(0, before - 20) : before]


def _is_range(text: str, at: int, value: int | None, place: int) -> bool:
    """一、二线；二、三产业；五、六十年代: the next number follows at once, and it is no 二、三年来的工作."""
    if text[at : at + 1] not in _POSITIONAL:  # mostly not
        return False
    end = _run(text, at, _POSITIONAL, 5)
    if end == at + 2 and text[at + 1] in "十百千万":
        end -= 1
    if end != at + 1 or number(text[at:end]) != (value or 0) + 1:
        return False
    return place < LINE or text[end : end + 1] in "线产类级等十百千万名、"


def _spoken(text: str, at: int, end: int, value: int | None, place: int) -> Item | None:
    counter = "" if text[end] in _SPOKEN else opening(_COUNTERS, text, end)
    word_at = end + len(counter)
    word = text[word_at : word_at + 1]
    if end - at > 2 or word not in _SPOKEN:
        return None
    if place == NONE and (
        counter or text[at - 1] in _BEFORE_YISHI or not (word == "是" or text[at] + word == "一要")
    ):
        return None
    if word == "要" and text[word_at + 1 : word_at + 2] in "素点":
        return None
    return Item(Span(at, word_at + 1), f"一{counter}{word}", value, text[word_at + 1 : word_at + 2], place)


def _word(text: str, at: int, place: int) -> Item | None:
    if text[at] == "第":
        return _ordinal(text, at, place)
    if text.startswith("另一方面", at):
        return Item(Span(at, at + 4), "一方面", 2, "", place)
    if place < PAUSE:
        return None
    if text[at] == "其":
        end = _run(text, at + 1, _CHINESE, 2)
        if end > at + 1 and text[end : end + 1] in "，,是、：:" and end < len(text):
            return Item(Span(at, end), "其一", number(text[at + 1 : end]), text[end], place)
    word = text[at : at + 2]
    if word not in _WORDS or (word == "最后" and place < STOP):
        return None
    return Item(Span(at, at + 2), "首先", _WORDS[word], text[at + 2 : at + 3], place)


def _ordinal(text: str, at: int, place: int) -> Item | None:
    end = _run(text, at + 1, _CHINESE, 4)
    value = number(text[at + 1 : end])
    if end == at + 1 or (place < PAUSE and (value == 1 or text[end : end + 1] not in ("，", "：", ","))):
        return None
    counter = opening(_ORDINAL_COUNTERS, text, end)
    after = end + len(counter)
    follows = text[after : after + 1]
    if counter in ("章", "节", "篇") and follows in ("，", ","):
        return None  # 第三章，…：told of, not begun
    if follows == "、" and (_is_range(text, after + 1, value, NONE) or text.startswith("第", after + 1)):
        return None
    if text[max(0, at - 1) : at] == "、" and "第" in text[max(0, at - 4) : at]:
        return None
    if follows not in _ORDINAL_ENDS and not (follows in BLANKS + "\n" and (counter or place >= STOP)):
        return None
    return Item(Span(at, after), f"第一{counter}", value, follows, place)
