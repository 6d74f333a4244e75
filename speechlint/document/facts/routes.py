"""Places by the way they are on, 桐梓至新蒲, 金沙经仁怀至桐梓, and provinces by their characters, 粤黔东西部协作."""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING, PROVINCES
from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_BY = "经至到—－"
_WAYS = "一级公路|二级公路|铁路|高铁|高速|公路|城际|快速|航线|管道|国道|通道|专线|水道|航道|列车|班列"
_ON_A_WAY = regex.later(
    f"(?:[\u4e00-\u9fff]{{2,12}}(?:(?:、|和|(?<=[\u4e00-\u9fff])[{_BY}])+))+[\u4e00-\u9fff]{{2,12}}?(?:等)?(?:{_WAYS})"
)
_STOP = regex.later(f"[{_BY}]")
_NEVER = ENDING - set("新老大小上下中前")
_OFTEN = 800  # a word met more often is no place
_PAIR = regex.later(
    f"[{''.join(sorted(PROVINCES))}]{{2,4}}(?=东西部|两省|三省|两地|三地|四省|合作|协作|边界|边区|交界|毗邻|省际|对口|携手|经济)"
)


def seen(line: Line, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places of ways on which one of those ``found`` is, and provinces told by one character each."""
    for pair in _PAIR.finditer(line.text):
        if pair.start() in line.starts:
            yield pair.span()
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    for way in _ON_A_WAY.finditer(line.text):
        stops = [
            stop.start() for stop in _STOP.finditer(line.text, *way.span()) if stop.start() in line.starts
        ]
        if any(stop in ends or stop + 1 in starts for stop in stops):
            for stop in stops:
                yield from _beside(line, stop, starts, ends)


def _beside(line: Line, stop: int, starts: set[int], ends: set[int]) -> Iterator[tuple[int, int]]:
    """What stands before and behind a 至 or the like, if nothing is found there."""
    index = line.word_before(stop + 1)
    if stop not in ends:
        first = index - 1
        if first > 0 and len(line.words[first].text) == 1:
            first -= len(line.words[first - 1].text) == 1 and line.words[first - 1].text not in _NEVER
        if first >= 0 and _may_be_one(line, first, index):
            yield line.starts[first], stop
    if stop + 1 not in starts:
        last = index + 2
        if last < len(line.words) and len(line.words[index + 1].text) == 1:
            last += len(line.words[last].text) == 1 and line.words[last].text not in _NEVER
        if last <= len(line.words) and _may_be_one(line, index + 1, last):
            yield stop + 1, line.starts[last] if last < len(line.words) else len(line.text)


def _may_be_one(line: Line, first: int, last: int) -> bool:
    """Whether the words may be a place: seldom ones, or two single characters."""
    some = line.words[first:last]
    text = "".join(word.text for word in some)
    if not 1 < len(text) < 5 or not all("\u4e00" <= char <= "\u9fff" for char in text):
        return False
    if len(some) > 1:
        return all(word.text not in _NEVER for word in some)
    return text in line.known.levelled or some[0].tag[:2] in ("ns", "nr", "nz") or frequency(text) < _OFTEN
