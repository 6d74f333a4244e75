"""The sentence around some words, cut to the width of the screen, with everything invisible made visible."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import NamedTuple
from speechlint.reporters.terminal import visible

_ENDS = "。！？!?\n"
_END = regex.later(f"[{_ENDS}]")
_CLOSING = "”’」』）)》"
_ENDING = _ENDS.replace("\n", "") + _CLOSING
_CUT = "…"
_CUT_COLUMNS = 2


class Excerpt(NamedTuple):
    """The text before the words, the words, the text behind them: fit to be printed."""

    before: str
    words: str
    after: str


def columns(text: str) -> int:
    """The greatest width of ``text`` on a screen; a character that may be one column or two counts as two."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def excerpt(source: str, start: int, end: int, width: int) -> Excerpt:
    """The words ``source[start:end]`` in their sentence, in at most ``width`` columns.

    Where text is cut off stands ``…``; a sentence's own begin and end are not cuts.
    """
    words = _cut_middle(visible(source[start : min(end, start + width)]), width)
    if end - start > width:
        words = _cut_middle(words + visible(source[max(start + width, end - width) : end]), width)
    before = visible(source[_sentence_start(source, start, width) : start])
    after = visible(source[end : _sentence_end(source, end, width)])
    if 2 * (len(before) + len(words) + len(after)) <= width:  # however wide they are
        return Excerpt(before, words, after)
    room, ahead, behind = width - columns(words), columns(before), columns(after)
    if ahead + behind > room:
        if ahead > (most := max(room // 2, room - behind)):
            before = _cut_head(before, most)
            ahead = columns(before)
        if behind > room - ahead:
            after = _cut_tail(after, room - ahead)
    return Excerpt(before, words, after)


def is_all(source: str, start: int, end: int, width: int) -> bool:
    """Whether the words are their whole sentence: nothing is shown beside them."""
    before = visible(source[_sentence_start(source, start, width) : start])
    room = width - columns(visible(source[start:end])) - 2 * _CUT_COLUMNS
    if room >= 0 and before.strip():  # of which something is shown in any case
        return False
    parts = excerpt(source, start, end, width)
    return not (parts.before + parts.after).strip()


def _sentence_start(source: str, at: int, most: int) -> int:
    first = max(0, at - most - 1)
    end = _END.search(source[first:at][::-1])
    start = at - end.start() if end else first
    while start < at and source[start] in _CLOSING:
        start += 1
    return start


def _sentence_end(source: str, at: int, most: int) -> int:
    last = min(len(source), at + most + 1)
    end = _END.search(source, at, last)
    at = end.start() if end else last
    while at < last and source[at] in _ENDING:
        at += 1
    return at


def _cut_head(text: str, room: int) -> str:
    return _cut_tail(text[::-1], room)[::-1]


def _cut_tail(text: str, room: int) -> str:
    """As much of the beginning of a text as fits, which the whole does not, and ``…``."""
    if room < _CUT_COLUMNS:
        return ""
    fits, left = 0, room - _CUT_COLUMNS
    while left > 1:
        more = left // 2  # characters that do, however wide
        left -= columns(text[fits : fits + more])
        fits += more
    return text[: fits + (left == columns(text[fits]))] + _CUT


def _cut_middle(text: str, room: int) -> str:
    if 2 * len(text) <= room or columns(text) <= room:
        return text
    half = (room - _CUT_COLUMNS) // 2 + _CUT_COLUMNS
    return _cut_tail(text, half) + _cut_head(text, half)[1:]
