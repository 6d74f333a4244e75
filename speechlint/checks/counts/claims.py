"""Promises of a number in a draft: 讲三点意见, 四个方面, 做到“三个始终”, 任务有三个, 三句话.

No promises are: what looks back (以上三点, 这两个方面), ordinals (第三个方面), fractions and round numbers
(百分之七点二, 三四个, 几点), and the names and idioms a rule lists.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.numerals import number
from speechlint.document.outline.marks import opening
from speechlint.quick import regex
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, made_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document

_NUMERALS = frozenset("一二三四五六七八九十两")
_NAMED = regex.later("从[^，。、]{2,12}[和与][^，。、]{2,12}$")
_ARABIC = frozenset("0123456789")
_DIGITS = _NUMERALS | _ARABIC
COUNTERS = ("个方面", "方面", "个", "点", "项", "条", "件", "句", "大", "种", "层", "步", "必", "不")
_COUNTED = (*"二三四五六七八九十两0123456789", "十一")
LITERALS = frozenset(f"{digit}{counter[0]}" for digit in _COUNTED for counter in COUNTERS) | frozenset(
    f"“{digit}" for digit in "二三四五六七八九十两"
)
_PAUSE = regex.later("[。！？；：，、,;:!?\\n（）()]")
_CLOSING = regex.later('[”’」"]')
_LONG = 18
# 提 and 讲 and 谈 in these announce nothing.
_OTHERS = ("提纲", "提高", "提升", "提供", "提案", "提炼", "提醒", "提速", "讲话", "谈判", "座谈", "学说")


class Wording(NamedTuple):
    """The words a rule brings: ``nouns`` a promise counts (意见), ``talk`` and ``work`` verbs before it (讲, 抓好),

    ``back`` words before a numeral that promises nothing (这, 第), ``leads`` that end a sentence which
    leads on (入手), and ``names`` that are no promise.
    """

    nouns: tuple[str, ...]
    talk: tuple[str, ...]
    work: tuple[str, ...]
    back: tuple[str, ...]
    leads: tuple[str, ...]
    names: frozenset[str]


class Claim(NamedTuple):
    """``span`` are the words of the promise, ``digits`` its numeral, ``word`` what is counted.

    ``talk``: the speaker announces (讲三点意见). ``quoted``: it stands in “ ” and ``word`` is all of it.
    """

    span: Span
    digits: Span
    number: int
    word: str
    talk: bool
    work: bool
    quoted: bool


def claims(doc: Document, offsets: Iterable[int], wording: Wording) -> Iterator[Claim]:
    """The claims at the given offsets of ``LITERALS``, in order."""
    seen = -1
    for offset in sorted(offsets):
        if offset < seen:
            continue
        claim = _claim(doc.text, offset, wording)
        if claim:
            seen = claim.span.end
            yield claim


def _claim(text: str, offset: int, wording: Wording) -> Claim | None:
    digits = _numeral(text, offset + (text[offset] == "“"))
    value = number(doc_digits(text, digits))
    if value is None or not 2 <= value <= 20 or _vague(text, digits):
        return None
    counter = opening(COUNTERS, text, digits.end)
    if text[digits.start - 1 : digits.start] in ("“", "‘", "「", '"'):
        return _quoted(text, digits, value, counter, wording)
    return _plain(text, digits, value, counter, wording) if counter else None


def doc_digits(text: str, digits: Span) -> str:
    return text[digits.start : digits.end]


def _numeral(text: str, offset: int) -> Span:
    """The whole numeral around the digit at ``offset``."""
    kind = _ARABIC if text[offset] in _ARABIC else _NUMERALS
    start, end = offset, offset + 1
    while start > 0 and text[start - 1] in kind:
        start -= 1
    while end < len(text) and text[end] in kind:
        end += 1
    return made_of(Span, (start, end))


def _vague(text: str, digits: Span) -> bool:
    """三四个, 三、四个, 3.5个, 十几个."""
    run = doc_digits(text, digits)
    if len(run) > 1 and run[0] not in _ARABIC and "十" not in run:
        return True
    before = text[max(0, digits.start - 2) : digits.start]
    return before[-1:] in ".．" or (before[-1:] == "、" and before[:1] in _NUMERALS)


def _clause_before(text: str, end: int) -> str:
    return _PAUSE.split(text[max(0, end - _LONG) : end])[-1]


def _quoted(text: str, digits: Span, value: int, counter: str, wording: Wording) -> Claim | None:
    closing = _CLOSING.search(text, digits.end, digits.end + 10)
    if not closing:
        return None
    inner = text[digits.start : closing.start()]
    word = inner[digits.end - digits.start + len(counter) :]
    if inner in wording.names or not word or not _DIGITS.isdisjoint(word):
        return None
    before = _clause_before(text, digits.start)[:-1]
    if before.endswith(wording.back):
        return None
    return Claim(
        Span(digits.start - 1, closing.end()),
        digits,
        value,
        word,
        _says(before, wording.talk),
        before.endswith(wording.work),
        True,
    )


def _plain(text: str, digits: Span, value: int, counter: str, wording: Wording) -> Claim | None:
    before = _clause_before(text, digits.start)
    if before.endswith(wording.back) and not before.endswith(("以下", "如下")):
        return None
    if text[digits.end + len(counter) : digits.end + len(counter) + 1] == "“":
        return _word_quoted(text, digits, value, counter, before, wording)
    tail = _tail(text, digits.end + len(counter))
    noun = opening(wording.nouns, tail, 0)
    full = text[digits.start : digits.end + len(counter) + len(noun)]
    if counter in ("方面", "个方面") and _is_named(before):
        return None
    if counter in ("方面", "个方面") and len(tail) <= 8:
        noun = noun or "方面"
    if not _counts(counter, noun, tail, before, wording):
        return None
    if any(full[:length] in wording.names for length in range(digits.end - digits.start + 1, len(full) + 1)):
        return None
    whole = len(tail) <= 6 and tail.endswith(wording.nouns)
    if whole and text[digits.start : digits.end + len(counter) + len(tail)] in wording.names:
        return None
    end = digits.end + len(counter) + len(tail if whole else noun if tail.startswith(noun) else "")
    return Claim(
        Span(digits.start, end),
        digits,
        value,
        noun,
        _says(before, wording.talk),
        _says(before, wording.work),
        False,
    )


def _is_named(before: str) -> bool:
    """从增加供给和抑制需求两方面入手: what is counted stands before it."""
    return bool(_NAMED.search(before))


def _word_quoted(
    text: str, digits: Span, value: int, counter: str, before: str, wording: Wording
) -> Claim | None:
    """三个“必须”: only the word stands in quotation marks."""
    start = digits.end + len(counter) + 1
    close = text.find("”", start, start + 7)
    if close <= start:
        return None
    return Claim(
        Span(digits.start, close + 1),
        digits,
        value,
        text[start:close],
        _says(before, wording.talk),
        _says(before, wording.work),
        True,
    )


def _counts(counter: str, noun: str, tail: str, before: str, wording: Wording) -> bool:
    """Whether what is counted can be a list of points at all."""
    if counter == "点":
        ahead = not tail and before.endswith(("以下", "如下", "做到", "这样"))
        return bool(noun) or ahead or _says(before[-4:], wording.talk)
    ends = tail == "" and (before.endswith(("有", "是", "为")) or _says(before, wording.talk))
    return bool(noun) or ends or tail.endswith(_long(wording.nouns))


def _tail(text: str, start: int) -> str:
    return _PAUSE.split(text[start : start + _LONG], 1)[0]


def _says(before: str, words: tuple[str, ...]) -> bool:
    for other in _OTHERS:
        before = before.replace(other, "")
    return bool(before) and bool(_any_of(words).search(before))


@cache
def _long(nouns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(noun for noun in nouns if len(noun) > 1)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return regex.compile("|".join(map(regex.escape, words)))
