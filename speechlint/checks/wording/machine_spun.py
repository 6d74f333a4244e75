"""Machine-spun text: fixed words replaced by near-synonyms throughout (科学开展观, 效劳大局, 平安消费).

One finding a draft, with all places. In a draft that is proved to be spun so, a word that fits none of the characters
around it, where the word that it is put in the place of fits them, is one more place.
"""

from __future__ import annotations

from speechlint.checks.wording.met import triple_met
from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


_WORD, _BESIDE = 2, 2  # characters

ABOUT = "机器改写的稿：固定词语换成了近义词"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "pairs": Option(
            "mapping", "被换成的写法和原来的词", "the spun form and what it stood for", required=True
        ),
        "least": Option(
            "number", "至少有几个不同的才报", "how many different ones must agree", required=True
        ),
        "beside": Option(
            "mapping",
            "替换用的近义词，和原来的词前后常有的词（~ 是这个词的地方），空格隔开",
            "near-synonyms, and what often stands beside the word they are put in the place of (~ is where)",
            default={},
        ),
        "swaps": Option(
            "words",
            "替换用的近义词：前两个字是换上的，后两个字是原来的",
            "near-synonyms: two characters put in place of two others",
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The pairs, and how long the spun forms are, the longest first."""
    pairs = dict(options["pairs"])
    for row, companions in options["beside"].items():
        spun, meant = row[:_WORD], row[_WORD:]
        for one in companions.split():
            pairs[one.replace("~", spun)] = one.replace("~", meant)
    return {
        "pairs": pairs,
        "least": options["least"],
        "swaps": " ".join(options["swaps"]),
        "sizes": sorted({len(spun) for spun in pairs}, reverse=True),
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(options["pairs"])}


def check(query: Query) -> Iterator[Hit]:
    pairs, least, text = query.options["pairs"], query.options["least"], query.doc.text
    offsets = sorted(set(query.found[""]))
    if len(offsets) < least:  # mostly
        return
    spans = [
        Span(at, at + size)
        for at in offsets
        for size in query.options["sizes"]
        if text[at : at + size] in pairs
    ]
    kept = [
        span
        for span in spans
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
    ]
    met = list(dict.fromkeys([query.doc[span] for span in kept]))
    if len(met) < least:
        return
    shown = "、".join(f"{spun}←{pairs[spun]}" for spun in met[:3])
    more = [span for span in _swapped(text, query.options["swaps"]) if not any(map(span.overlaps, kept))]
    places = sorted([*kept, *more])
    yield Hit(places[0], {"count": str(len(places)), "shown": shown}, occurrences=tuple(places))


def _swapped(text: str, swaps: str) -> Iterator[Span]:
    """Where one of the words stands that fits worse than the one it is put in the place of."""
    meant: dict[str, list[str]] = {}
    for row in swaps.split():
        meant.setdefault(row[:_WORD], []).append(row[_WORD:])
    any_of = regex.compile("|".join(sorted(meant)) or "(?!)")
    for match in any_of.finditer(text):
        before, behind = text[max(0, match.start() - _BESIDE) : match.start()], text[match.end() :][:_BESIDE]
        if not _fit(before, match[0], behind) and any(_fit(before, word, behind) for word in meant[match[0]]):
            yield Span(*match.span())


def _fit(before: str, word: str, behind: str) -> int:
    """How many times three characters, some of them of the word, are met often."""
    words = before + word + behind
    threes = (words[at : at + 3] for at in range(len(words) - 2))
    return sum(all(map(is_han, three)) and triple_met(three) for three in threes)
