"""Spaces inside sentences: what is left of the line ends of the page a draft was copied from.

Where the spaces of a physical line stand at a regular width, that width tells a line end from a
paragraph end, as it does for a reader: a short line ends a paragraph. Elsewhere a space between
Han characters is only taken out of running prose; headings, names, verse and quotations keep theirs. Words of
other scripts keep theirs everywhere, and so does a place that a name was taken out of: 以 明同志为组长.
"""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.chinese import is_chinese, is_foreign, is_han
from speechlint.document.restoring.hole_words import POSTS, among
from speechlint.document.restoring.holes import hole, is_sure
from speechlint.quick import regex

_BLANK = "[ \\t\\u3000\\xa0\\u2000-\\u200a\\u202f\\u205f]"
GAP = regex.later(f"{_BLANK}(?<=\\S.){_BLANK}*(?=\\S)")  # it begins with the blank: those are few
_INDENT = regex.later("(?m)^[ \\u3000]*\\xa0[ \\u3000\\xa0]*(?=\\S)")
_NUMBER = "一二三四五六七八九十"
_HEAD = regex.later(
    f"——|[{_NUMBER}]{{1,3}}、|[（(](?:[{_NUMBER}]{{1,3}}|\\d{{1,2}})[）)]|第[{_NUMBER}]{{1,3}}[，、,]|\\d{{1,2}}[.．、]"
)
_LABEL = regex.later(
    f"(?:[{_NUMBER}]{{1,3}}|[（(]?\\w{{1,3}}[）)]|\\d{{1,2}}|第\\w{{1,4}})[、.．：:，]?|[〔［\\[]\\w{{1,3}}[〕］\\]]|[①-⑳⑴-⒇]"
)
_NOTE = regex.later("[〔［]\\d{1,3}[〕］]")
_SALUTATION = regex.later(
    "[^。，]{0,14}(?:同志|朋友|代表|委员|领导|来宾|同事|各位|老师|同学)[^。，]{0,6}[：:]"
)
_END = regex.later("[。！？：；!?:;…][”’』」]?$")
_OPEN, _CLOSE = "“‘《〈【「『（(", "”’》〉】」』）)"
_NAME = regex.later("[^\\W\\d_](?:\\s?[^\\W\\d_]){1,3}(?=[、，。；]|同志|$)")
_SPELLED = regex.later("[^\\W\\d_]\\s|\\s[^\\W\\d_]")
_LONG, _FEW = 12, 4  # what a physical line has at least, in characters, and a line that was many of them
_SLACK = 4
_FAR, _QUOTED = 200, 60
_FILL_IN = "年月日时分号名人元万亿"
MANY_HOLES = 3  # so many in a draft, and its other spaces are holes, too
_FEW_GAPS = 3  # of a line: one of them a hole, and the others may be, too
_SHUT = frozenset("，。；：、！？”’）》」』】")  # no blank stands before them, nor behind these
_OPENED = frozenset("“‘（《「『【")
_SIGNS = frozenset("·•—–―|｜/\ufe0f")


def changes(text: str) -> list[Change]:
    """Each space to be taken out, or read as the line break it was; indents of NBSP."""
    indents = _INDENT.finditer(text) if "\xa0" in text else ()
    found = [Change(*indent.span(), "\u3000\u3000", "nbsp-indent") for indent in indents]
    end = -1
    for gap in GAP.finditer(text):
        at = gap.start()
        if at < end:
            continue
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found += _line(text, start, end)
    if found and sum(is_sure(text, *gap.span()) for gap in GAP.finditer(text)) >= MANY_HOLES:
        found = [change for change in found if change.text or not _is_between_han(text, change)]
    return sorted(found)


def _is_between_han(text: str, change: Change) -> bool:
    """Whether it takes out a space between two Han characters: with holes all around, that is one."""
    return is_han(text[change.start - 1]) and is_han(text[change.end])


def _line(text: str, start: int, end: int) -> list[Change]:
    prose = is_prose(text[start:end])
    if not prose and end - start < _FEW * _LONG:  # mostly
        return _set(text, start, end)
    gaps = [gap.span() for gap in GAP.finditer(text, start, end)]
    width = _width(gaps) if _are_between_han(text, gaps) else 0
    if width:
        return list(_wrapped(text, start, end, gaps, width))
    if not prose:
        return _set(text, start, end)
    found = [change for gap in gaps if (change := _stray(text, start, end, gap))]
    if found and len(gaps) <= _FEW_GAPS and any(hole(text, *gap) for gap in gaps):
        return [change for change in found if change.text or not _is_between_han(text, change)]
    return found


def _set(text: str, start: int, end: int) -> list[Change]:
    """The blanks of a line that is no prose which no way of setting it wants: in a date, behind its one colon."""
    gaps = [gap.span() for gap in GAP.finditer(text, start, end)]
    found = [gap for gap in gaps if _is_in_date(text, *gap)]
    others = [gap for gap in gaps if gap not in found]
    if len(others) == 1 and _is_behind_colon(text, *others[0]):
        found = gaps
    return [Change(a, b, "", "space", mark=True) for a, b in found]


def _is_in_date(text: str, a: int, b: int) -> bool:
    """Whether a date that is written without blanks has one: 2024年10 月."""
    if text[b] not in "月日":
        return False
    at = a
    while a - at < 2 and text[at - 1].isdigit():
        at -= 1
    return at < a and text[at - 1] in "年月"


def _is_in_number(text: str, a: int, b: int) -> bool:
    """Whether an anniversary has one between its two digits: 7 6周年."""
    return (
        text.startswith("周年", b + 1)
        and text[a - 1 : b + 1 : b - a + 1].isdigit()
        and is_han(text[a - 2 : a - 1])
    )


def _is_behind_colon(text: str, a: int, b: int) -> bool:
    return text[a - 1] == "：" and text[a:b] == " " and is_han(text[a - 2 : a - 1]) and text[b].isalnum()


def _are_between_han(text: str, gaps: list[tuple[int, int]]) -> bool:
    """Whether most gaps are no matter of style: a page breaks its lines seldom beside a figure or a letter."""
    western = sum(_is_western(text[a - 1]) or _is_western(text[b]) for a, b in gaps)
    return western * 2 <= len(gaps)


def _width(gaps: list[tuple[int, int]]) -> int:
    """The regular distance of the gaps, in characters; 0 where there is none."""
    starts = [b for _, b in gaps]
    sizes = [a - b for (a, _), b in zip(gaps[1:], starts, strict=False)]
    long = [size for size in sizes if size >= _LONG]
    if len(long) < _FEW or len(long) * 2 < len(sizes):
        return 0
    width = sorted(long)[len(long) // 2]
    near = sum(abs(size - width) <= _SLACK for size in long)
    return width if near * 10 >= len(long) * 7 else 0


def _wrapped(text: str, start: int, end: int, gaps: list[tuple[int, int]], width: int) -> list[Change]:
    """The gaps of a line that was many lines once."""
    found: list[Change] = []
    line = start
    stops = [a for a, _ in gaps[1:]] + [end]
    for (a, b), stop in zip(gaps, stops, strict=True):
        reading = None if _is_kept(text, a, b) else _reading(text, line, a, b, stop, width)
        if reading is None:
            continue
        kind = "lost-break" if reading else "space"
        found.append(Change(a, b, reading, kind, mark=not reading))
        if reading or a - line >= width - _SLACK:
            line = b
    return found


def _reading(text: str, line: int, a: int, b: int, stop: int, width: int) -> str | None:
    size = a - line
    if _HEAD.match(text, b) or _SALUTATION.match(text, b, min(stop, b + 20)):
        return "\n"
    if size >= width - _SLACK:
        return ""
    if _END.search(text, a - 2, a) or _HEAD.match(text, line):
        return "\n"
    if abs(size + stop - b - width) <= _SLACK and not _is_quoted(text, line, a):
        return ""
    return None


def is_prose(line: str) -> bool:
    return len(line) >= 12 and any(mark in line for mark in "，。；！？,;")


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a pair of marks that opened on this line is still open at ``at``."""
    near = text[max(start, at - 60) : at]
    opened = max(near.rfind(mark) for mark in _OPEN)
    return opened > max(near.rfind(mark) for mark in _CLOSE)


def _stray(text: str, start: int, end: int, gap: tuple[int, int]) -> Change | None:
    a, b = gap
    before, after = text[max(start, a - _FAR) : a].strip(), text[b : min(end, b + _FAR)]
    left, right = text[a - 1], text[b]
    if _is_in_number(text, a, b):
        return Change(a, b, "", "space", mark=True)
    if _is_kept(text, a, b):
        return None
    if not ("\u4e00" <= left <= "\u9fff" and "\u4e00" <= right <= "\u9fff"):  # seldom
        if _clings(text, a, b) or _is_in_date(text, a, b):
            return Change(a, b, "", "space", mark=True)
        if _is_sign(left) or _is_sign(right) or _sets_off_quotation(text, a, b):
            return None
    if _is_western(left) or _is_western(right) or (left in ",;:!?" and not is_chinese(text[a - 2 : a - 1])):
        return None
    if left in "〕］" or _NOTE.match(text, b):
        return None
    if _LABEL.fullmatch(before) or _is_quoted(text, start, a) or _is_name(text, start, a, b, end):
        return None
    if b - a > 1 and right in _FILL_IN:
        return None
    if _END.search(text, a - 2, a) and (right in "（(" or text.count("\u3000", a, b) > 1):
        return None if right in "（(" else Change(a, b, "\n", "lost-break")
    if _SALUTATION.fullmatch(before) or (_HEAD.match(before) and _is_run_in(before, after)):
        return Change(a, b, "\n", "lost-break")
    return Change(a, b, "", "space", mark=True)


def _clings(text: str, a: int, b: int) -> bool:
    """Whether the gap parts a mark from the words it belongs to: 海图 ”, （ 草案）; a blank to fill in is another thing."""
    left, right = text[a - 1], text[b]
    if b - a > 2 or (left in _OPENED and right in _SHUT):
        return False
    return (right in _SHUT and left.isalnum()) or (
        left in _OPENED and right.isalnum() and right not in _FILL_IN
    )


def _sets_off_quotation(text: str, a: int, b: int) -> bool:
    """Whether a blank stands on both sides of a quotation, as in the typesetting of Latin: 解决 “三难” 的办法."""
    if text[b] in "“‘":
        close = text.find("”’"["“‘".index(text[b])], b, b + _QUOTED)
        return close >= 0 and not is_han(text[close + 1 : close + 2])
    if text[a - 1] in "”’":
        opened = text.rfind("“‘"["”’".index(text[a - 1])], max(0, a - _QUOTED), a)
        return opened >= 0 and not is_han(text[opened - 1 : opened])
    return False


def _is_sign(char: str) -> bool:
    """Whether it is set off with blanks: → — · and pictures."""
    return (
        char in _SIGNS
        or "\u2190" <= char <= "\u21ff"
        or "\u2300" <= char <= "\u2bff"
        or "\U0001f000" <= char <= "\U0001faff"
    )


def _is_kept(text: str, a: int, b: int) -> bool:
    """Whether a space parts words of another script, or is what is left of a name, of a month's number."""
    left, right = text[a - 1], text[b]
    if is_foreign(left) or is_foreign(right):
        return True
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return True
    if right == "月" and left == "年":
        return is_han(text[a - 2 : a - 1])
    return hole(text, a, b) is not None


def _is_western(char: str) -> bool:
    """Whether a space beside it is a matter of style: GDP 增长."""
    return char.isascii() and char not in ",;:!?()\"'"


def _is_run_in(before: str, after: str) -> bool:
    """Whether ``before`` looks like a heading and ``after`` like the sentences under it."""
    return len(before) >= 8 and "。" not in before and "。" in after and len(after) >= 15


def _is_name(text: str, start: int, a: int, b: int, end: int) -> bool:
    """A name of two characters, spaced to the width of three (张 明), or one set off from its office."""
    if among(text[max(start, a - 2) : a], POSTS) and _NAME.match(text, b, end):
        return True
    alone = a - 2 < start or not text[a - 2].isalpha()
    if not (alone and text[a - 1].isalpha() and (b + 1 >= end or not text[b + 1].isalpha())):
        return False
    if among(text[max(start, a - 4) : max(start, a - 2)], POSTS):
        return True
    spelled = text[max(start, a - 3) : a - 1], text[b + 1 : min(end, b + 3)]
    return not any(len(pair) == 2 and _SPELLED.search(pair) for pair in spelled)
