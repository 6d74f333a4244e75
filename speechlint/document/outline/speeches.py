"""The speeches of a file: where each begins, its title, and where its spoken body ends."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document.span import BLANKS, Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document import Document

# The words of a line, without the blanks and Markdown marks around them.
_WORDS = regex.later("[^{0}](?:[^\n]*[^{0}])?".format(BLANKS + "#*\\n"))
_PIECE = regex.later(
    "篇(?:一|二|三|四|五|六|七|八|九|十|[0-9]){1,3}[：:]?$|^(?:篇|范文|第)(?:一|二|三|四|五|六|七|八|九|十){1,3}(?:篇)?[：:]?$"
)
_KINDS = (
    "讲话",
    "讲话稿",
    "讲稿",
    "致辞",
    "致词",
    "发言",
    "发言稿",
    "报告",
    "演讲",
    "演讲稿",
    "讲话提纲",
    "主持词",
    "开幕词",
    "开幕辞",
    "闭幕词",
    "闭幕辞",
    "欢迎词",
    "欢迎辞",
    "答谢词",
    "答谢辞",
    "祝酒词",
    "祝酒辞",
    "党课",
)
_LABEL = regex.later("(?:篇|范文|第)(?:一|二|三|四|五|六|七|八|九|十|[0-9]){1,3}篇?[：:]")
_CALLS = (
    "同志们",
    "各位代表",
    "各位委员",
    "朋友们",
    "各位领导",
    "各位来宾",
    "女士们",
    "同学们",
    "同事们",
    "乡亲们",
    "姐妹们",
    "老师们",
    "家人们",
    "工友们",
    "战友们",
    "各位同仁",
    "各位同事",
    "各位专家",
    "各位嘉宾",
    "各位老师",
    "各位家长",
    "各位评委",
    "各位朋友",
)
_CLOSE = regex.later("谢谢(?:大家|各位|[！!])|我的讲话完了|我就讲这些|（完）|\\(完\\)")
_APPENDIX = regex.later(
    "(?:附件|附录|附表|附注|附：|附:|名词解释|名词注释|名词说明|有关名词|相关名词|报告名词|注释|注：$|注:$|"
    "《?政府工作报告》?(?:中的)?(?:有关|相关|部分)?(?:名词|用语|词语))"
)
_TITLE_LENGTH = 60
_AFTER_TITLE = BLANKS + "》）)"
# What a piece ends with, what any line that may open a speech does, and what an appendix begins with.
_PIECE_LAST = frozenset("：:篇一二三四五六七八九十0123456789")  # 篇三 第二篇
_PIECE_FIRST = frozenset("篇范第")
_LAST = _PIECE_LAST.union(_AFTER_TITLE, (kind[-1] for kind in _KINDS))  # 同志们： 在…上的讲话 《…报告》
_APPENDIX_FIRST = frozenset("附名有相报注《政")


Line = tuple[int, int]


class Part(NamedTuple):
    """One speech: its whole span, its title line, and the span of what is spoken."""

    span: Span
    title: Span | None
    body: Span


def speeches(doc: Document) -> tuple[Part, ...]:
    """The speeches of a file in order; a file without a sign of several is one speech."""
    lines = [match.span() for match in _WORDS.finditer(doc.text)]
    starts = _starts(doc.text, lines)
    bounds = [*starts, len(lines)]
    return tuple(_part(doc, lines[a:b], a == 0) for a, b in pairwise(bounds) if b > a)


def _starts(text: str, lines: list[Line]) -> list[int]:
    """Indexes of the lines that open a speech; 0 is always one."""
    starts = [0]
    since, called = 0, False
    last_title = -9
    for at, (start, end) in enumerate(lines):
        if text[end - 1] not in _LAST or end - start > _TITLE_LENGTH:
            continue
        words = text[start:end]
        labelled = words[0] in _PIECE_FIRST and _LABEL.match(words)
        if labelled or (words[-1] in _PIECE_LAST and _PIECE.search(words) and _opens_piece(words)):
            starts.append(at)
            since, called = at, False
        elif is_call(words):
            titled = at - last_title <= 3
            if called and (titled or _closes(text, lines[since:at])):
                starts.append(last_title if titled else at)
            since, called = at, True
        elif is_title(words):
            last_title = last_title if at - last_title <= 2 else at
    return sorted(set(starts))


def _closes(text: str, lines: list[Line]) -> bool:
    """Whether one of the lines ends a speech."""
    if not _CLOSE.search(text, lines[0][0], lines[-1][1]):  # mostly not
        return False
    return any(closes(text[max(start, end - 30) : end]) for start, end in lines)


def closes(words: str) -> bool:
    """Whether a line, or its end, ends a speech: 谢谢大家！"""
    return bool(_CLOSE.search(words))


def _opens_piece(words: str) -> bool:
    return words[0] in "篇范" or (words[0] == "第" and "篇" in words) or any(kind in words for kind in _KINDS)


def is_call(words: str) -> bool:
    """Whether a line is a salutation and nothing else: 同志们： 各位代表：."""
    return words[-1:] in "：:" and any(call in words for call in _CALLS) and "。" not in words


def is_title(words: str) -> bool:
    """Whether a short line reads as a speech's title: 在…上的讲话."""
    bare = _PIECE.sub("", words) if words[-1:] in _PIECE_LAST else words
    return bare.rstrip(_AFTER_TITLE).endswith(_KINDS) and not any(mark in words for mark in "。；，,")


def _part(doc: Document, lines: list[Line], first: bool) -> Part:
    text = doc.text
    span = Span(0 if first else lines[0][0], lines[-1][1])
    title = next(
        (
            Span(start, end)
            for start, end in lines[:12]
            if text[end - 1] in _LAST and end - start <= _TITLE_LENGTH and is_title(text[start:end])
        ),
        None,
    )
    body_end = span.end
    for start, end in lines[len(lines) // 3 :]:
        if text[start] in _APPENDIX_FIRST and end - start <= 40 and _APPENDIX.match(text, start, end):
            body_end = start
            break
    return Part(span, title, Span(span.start, body_end))
