"""Places and institutions told by what stands beside them: a list whose other members are known, a way from one to another, an honour."""

from __future__ import annotations

from speechlint.document.facts.bounds.nouns import HEADS
from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.words import cut, frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_SELDOM = 300
_JOINED = "、和与及至到—"
_MEMBER = regex.later("[、和与及](?P<name>[\u4e00-\u9fff]{2,12})")
_MARK = regex.later("[、和与及，。；]")
# single characters that say what a place or an institution is
_NOUNS = frozenset("郡镇乡村县州市区湖河江山岛路桥站局厂所院校馆寺港")
_HONOURED = regex.later(
    "(?:(?<=[，。；、：])|^)(?P<name>[\u4e00-\u9fff]{2,5}?)(?:成功)?(?:创建|创成|获批|入选|跻身|晋升|晋级|获评|升级|被评|被列|被认定|列入|上榜|入列|成为|荣获|摘得)"
    "[^，。；]{0,16}(?:景区|旅游|城市|百强|十强|[^镇]县|试点|公园|遗产|名录|示范|名村|名镇|强镇|古镇|乡村|目的地)"
)


_LIST = regex.later("[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}?){2,}(?=[，。；等和])")
_ONE_OF_THEM = regex.later("[^、]+")


def listed(line: Line, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names that the dictionary does not have, in a list of which the half are places."""
    ends = {end for _, end in found}
    for row in _LIST.finditer(line.text):
        spans = [one.span() for one in _ONE_OF_THEM.finditer(line.text, *row.span())]
        if 2 * sum(end in ends for _, end in spans) >= len(spans):
            yield from (span for span in spans if _may_be_a_place(line, line.text[slice(*span)]))


def _may_be_a_place(line: Line, text: str) -> bool:
    if text in line.known.levelled:
        return True
    return len(text) < 4 and all(len(word.text) == 1 or word.tag == "ns" for word in cut(text))


def places(line: Line, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places beside those ``found``, and those that are said to have become a sight, a model town or the like."""
    yield from _levelled(line, found)
    yield from _beside(line, found)
    yield from alike(line, found)
    for one in _HONOURED.finditer(line.text):
        if _may_be_bare(line, *one.span("name")):
            yield one.span("name")


def _levelled(line: Line, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that are words too, beside a known one in a list or on a way: 卓尼、临潭, 南丰至南昌."""
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    named = [
        (start, start + len(word.text))
        for start, word in zip(line.starts, line.words, strict=True)
        if word.text in line.known.levelled
    ]
    for _ in range(2):
        for start, end in named:
            before = line.text[start - 1 : start] in _JOINED and start - 1 in ends
            behind = line.text[end : end + 1] in _JOINED and end + 1 in starts
            if start and (before or behind):
                starts.add(start)
                ends.add(end)
                yield start, end


_BESIDE = regex.later(
    "、(?P<name>[\u4e00-\u9fff]{1,3}?[庄寨堡屯坪坝镇村店集渡坊塘湾营铺桥滩沟口嘴庙岗墩洼岔])(?=[，。；、和与及等]|[\u4e00-\u9fff])"
)


_AT_ONE = regex.later(
    "[在到从经](?P<name>[\u4e00-\u9fff]{2,3}?[庄寨堡屯坝渡坊营铺桥滩嘴庙岗墩洼岔坳坞埠圩])(?=[，。、的歼打与遇召举会成开建出坐乘上])"
)


def _beside(line: Line, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Villages and the like right behind a known place in a list, in characters that make no word: 昆明、李庄."""
    ends = {end for _, end in found}
    for one in (*_BESIDE.finditer(line.text), *_AT_ONE.finditer(line.text)):
        start, end = one.span("name")
        if (line.text[one.start()] == "、" and one.start() not in ends) or end not in {
            *line.starts,
            len(line.text),
        }:
            continue
        some = [word for at, word in zip(line.starts, line.words, strict=True) if start <= at < end]
        if start in line.starts and all(
            (len(word.text) == 1 and word.text not in ENDING) or word.tag[:2] in ("ns", "nr") for word in some
        ):
            ends.add(end)
            yield start, end


def alike(line: Line, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names behind a known one in a list that end with the same noun: 梅江灌区、大坳灌区, 雁塔分局、高新分局."""
    for start, end in sorted(found):
        noun = line.text[end - 2 : end] if line.text[end - 1] not in _NOUNS else line.text[end - 1]
        if end - start <= len(noun) or (len(noun) > 1 and noun not in HEADS):
            continue
        at = end
        while one := _MEMBER.match(line.text, at):
            mark = _MARK.search(line.text, one.start("name"))
            until = min(mark.start() if mark else len(line.text), one.end("name"))
            stop = line.text.find(noun, one.start("name") + 1, until)
            if stop < 0 or not _is_one(line, one.start("name"), stop, stop + len(noun)):
                break
            yield one.start("name"), stop + len(noun)
            at = stop + len(noun)


def _is_one(line: Line, start: int, noun: int, end: int) -> bool:
    """Whether a name stands before a noun: of words that lead to none, which end where it does."""
    some = [word for at, word in zip(line.starts, line.words, strict=True) if start <= at < noun]
    last = line.word_before(end)
    whole = line.starts[last] + len(line.words[last].text) == end
    if line.starts[last] <= start and line.words[last].tag == "n":  # 铁路
        return False
    return whole and 0 < len(some) < 5 and not any(_leads(word.text, word.tag) for word in some)


def _leads(text: str, tag: str) -> bool:
    if text in GENERIC:
        return True
    return (
        text in ENDING and text not in "大小新老上下中前后"
        if len(text) == 1
        else tag[:1] in "vpcudrma" and tag != "vn" and frequency(text) > _SELDOM
    )


def _may_be_bare(line: Line, start: int, end: int) -> bool:
    """Whether a place with nothing that says so may stand here: single characters, or a name of the dictionary."""
    some = [word for at, word in zip(line.starts, line.words, strict=True) if start <= at < end]
    last = line.word_before(end)
    whole = line.starts[last] + len(line.words[last].text) == end and start in line.starts
    return whole and all(
        (len(word.text) == 1 and word.text not in ENDING and word.text not in "省市县区州镇乡村全我")
        or word.text in line.known.levelled
        or word.tag in ("ns", "nr", "nrt", "nz", "")
        for word in some
    )
