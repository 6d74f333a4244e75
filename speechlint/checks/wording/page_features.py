"""What is seen in a line that may be a web page's: its place, its form, and the words of pages and speeches in it."""

from __future__ import annotations

from math import inf

from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from speechlint.quick.typing import Any

OUTSIDE = ("above", "under", "below")
EDGE = (*OUTSIDE, "head", "tail")
ENDS = "。！？；!?;”"  # a sentence that ends is a page's only with certain words in it
_ITEM = regex.later(
    r"[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,2}[）)]|第[一二三四五六七八九十]|第 ?\d+ ?[页章节条](?! ?[共/])|\d{1,2}[.．、]"
)
_CALL = regex.later("(?:们|来宾|同事|朋友|代表|委员|师傅|同志)[：:]$")
_GAPS = regex.later(
    r"[ \u3000\t\xa0|｜_·•→>＞»/](?:(?<=[ \u3000\t\xa0])[ \u3000\t\xa0]*|(?<=[^ \u3000\t\xa0])[|｜_·•→>＞»/]*)"
)
_LABEL = regex.later(
    r"(?:^|(?<=[ \u3000\t\xa0|｜]))[\u4e00-\u9fff]{1,3}(?:[ \u3000]?[\u4e00-\u9fff]){1,5} ?[：:|｜]"
)
_LABELLED = frozenset("：:|｜")
_LATIN = regex.later("[A-Za-z]")
_DIGIT = regex.later(r"\d")
_MANY = 3  # of one kind: a bar of categories
_HALF, _MOST = 0.35, 0.65
PAGES = ("page", "ad", "draft")


class Seen(NamedTuple):
    """A line or a sentence, its place, and whether the lines beside it have gate words, or are as tiny, and no end."""

    words: str
    place: str
    beside: bool = False
    column: bool = False


class Line:
    """The words of a line, wherever they stand. ``patterns`` are those of which a trace stands in
    them; of the others there is no match.
    """

    __slots__ = ("patterns", "shape", "words")

    def __init__(self, words: str, own: Mapping[str, Any]) -> None:
        self.words = words
        self.shape = _shape(words)
        self.patterns = _possible(words, own)

    def met(self, pattern: str) -> list[tuple[int, int]]:
        """Where a pattern matches."""
        return [match.span() for match in regex.compile(pattern).finditer(self.words) if match[0]]


def features(seen: Seen, own: Mapping[str, Any]) -> list[str]:
    """The names of all that is seen in a line; ``own`` has the patterns and their ``traces``."""
    line = Line(seen.words, own)
    return [*of_form(seen, line), *(of_words(seen, line, own, inf) or ())]


def zone(place: str) -> str:
    """The kind of place by which words weigh."""
    return "outside" if place in OUTSIDE else "edge" if place in EDGE else "inside"


def of_form(seen: Seen, line: Line) -> list[str]:
    """The names of what is seen without looking for words: the place, the form."""
    names = ["above" if seen.place == "under" else seen.place]
    if seen.beside:
        names.append("beside")
    if seen.column:
        names.append("column")
    return names + line.shape


def _possible(words: str, own: Mapping[str, Any]) -> list[str]:
    traces = own["traces"]
    found = {*own["untraced"]}
    for first in traces.keys() & set(words):
        for mark, trace in _rows(traces[first]):
            if trace in words:
                found.add(mark)
    return [name for name, mark in own["marks"].items() if mark in found]


@lru_cache(maxsize=1024)
def _rows(written: str) -> list[tuple[str, str]]:
    """The marks and traces that ``traced`` wrote."""
    return [(row[0], row[1:]) for row in written.split("\0")]


def traced(traces: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The traces of each pattern, by the first character of a trace: rows of the pattern's mark and the trace.

    As few values as can be: most are never looked at.
    """
    marks = {name: chr(0x100 + at) for at, name in enumerate(traces)}
    rows: dict[str, list[str]] = {}
    for name, own in traces.items():
        for trace in sorted(own):
            rows.setdefault(trace[0], []).append(marks[name] + trace)
    return {
        "marks": marks,
        "traces": {first: "\0".join(own) for first, own in rows.items()},
        "untraced": "".join([marks[name] for name, own in traces.items() if not own]),
    }


def of_words(seen: Seen, line: Line, own: Mapping[str, Any], spare: float) -> list[str] | None:
    """The names of what the patterns find in a line, and of how much of it that is.

    None as soon as those without a match would have weighed more than ``spare``.
    """
    where = zone(seen.place)
    gains = own["most"][where][0]
    names: list[str] = []
    covered, spoken, count = bytearray(len(line.words)), False, 0
    for name in line.patterns:
        pattern, of = own["patterns"][name]
        met = line.met(pattern)
        if not met:
            spare -= gains[name]
            if spare < 0:
                return None
            continue
        names.append(f"{name} outside" if where == "outside" and of != "speech" else name)
        if len(met) >= _MANY and of != "speech":
            names.append("many")
        spoken = spoken or of == "speech"
        for start, end in met if of in PAGES else ():
            count += not all(covered[start:end])
            covered[start:end] = b"\1" * (end - start)
    names += [f"words {at} {where}" for at in (1, 2, 3) if count >= at]
    names += [] if spoken else [f"unspoken {where}"]
    share = sum(covered) / len(line.words)
    return [*names, "most"] if share >= _MOST else [*names, "half"] if share >= _HALF else names


def at_most(weights: Mapping[str, float], patterns: Mapping[str, Any]) -> dict[str, Any]:
    """What words may weigh, by zone: a match of each pattern; all else, without and with a match of a page's."""

    def gain(*names: str) -> float:
        return sum([max(0.0, weights.get(name, 0.0)) for name in names])

    made: dict[str, Any] = {}
    for where in ("outside", "edge", "inside"):
        outside, gains = where == "outside", {}
        for name, (_, of) in patterns.items():
            apart = of != "speech"
            gains[name] = gain(f"{name} outside" if outside and apart else name, *["many"] * apart)
        unspoken = gain(f"unspoken {where}")
        more = gain(*(f"words {at} {where}" for at in (1, 2, 3))) + max(gain("half"), gain("most"))
        made[where] = gains, unspoken, unspoken + more
    return made


def is_item(words: str) -> bool:
    """Whether a line begins with a number as an item or a heading does."""
    return bool(_ITEM.match(words))


def plain(names: Sequence[str]) -> list[str]:
    """The names as the rule has them: what is seen outside a speech weighs of its own."""
    return [name.removesuffix(" outside") for name in names]


def _shape(words: str) -> list[str]:
    size = len(words)
    names = ["tiny" if size <= 6 else "short" if size <= 14 else "middling" if size <= 30 else "long"]
    names.append("stopped" if words[-1] in ENDS else "colon" if words[-1] in "：:" else "open")
    if "，" in words or "," in words or "。" in words[:-1]:
        names.append("clauses")
    if len(_GAPS.findall(words)) > 1:
        names.append("gaps")
    labels = len(_LABEL.findall(words)) if not _LABELLED.isdisjoint(words) else 0
    if labels:
        names.append("label" if labels == 1 else "labels")
    if words[0] in "[【（(" and words[-1] in "]】）)":
        names.append("bracketed")
    if 2 * len(_LATIN.findall(words)) >= size > 3:
        names.append("latin")
    if 4 * len(_DIGIT.findall(words)) >= size:
        names.append("digits")
    if _ITEM.match(words):
        names.append("item")
    if words[-1] in "：:" and _CALL.search(words):
        names.append("call")
    return names
