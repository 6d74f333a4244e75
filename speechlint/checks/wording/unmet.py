"""One character of the same sound in the place of another, told by what is never met side by side: 堂务委员会.

Two characters that no right text has side by side are a sign of nothing by themselves: names and new words are such.
With one of them exchanged there must stand a word of the dictionary, more probable than what is written, and around
it what is met often.
"""

from __future__ import annotations

from speechlint.checks.wording.met import pair_met, triple_met, unmet_pairs
from speechlint.document import Span
from speechlint.document.quotations import inside
from speechlint.document.words import ends, known, likelihood
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "同音的字写错了，前后连起来没有人这样写：物姿储备"
_NEAR = 4  # characters around, on which a word's probability depends
_FAR = 8  # characters in which a list uses a character more than once
_OFTEN = 3  # a pair that a draft writes so often is a name
_LEAST, _LEAST_NEAR = 2.0, 6.0  # by how much (logarithm) the right character must be more probable
_OF_THREE = 2  # of the three triples that hold the right character, so many are met often


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "words": Option("file", "词表，从规则文件算起", "the words, seen from the rule file", required=True),
        "places": Option("text", "地名、单位的简称：连着写什么也不奇怪", "short names of places", required=True),
        "surnames": Option(
            "text", "姓：后面的两个字是名字", "surnames: what follows is a name", required=True
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """Groups of characters that sound the same, and nearly the same or look so, between blanks."""
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping

    words = read_mapping(options["words"], RuleError)
    made = {name: f" {' '.join(words[name].split())} " for name in ("sounds", "near")}
    return {**made, "surnames": options["surnames"], "places": options["places"]}


def check(query: Query) -> Iterator[Hit]:
    doc, own, past = query.doc, query.options, -1
    for at in unmet_pairs(doc.text):
        found = _slip(doc, at, own) if at >= past else None
        if found:
            span, right = found
            past = span.end
            yield Hit(span, {"right": right}, (Fix((Edit(span, right),)),))


def _slip(doc: Document, at: int, own: Mapping[str, Any]) -> tuple[Span, str] | None:
    """The word that is miswritten where two characters are never met, and what it should be."""
    first = max(0, at - _NEAR)
    said, here = doc.text[first : at + _NEAR + 2], at - first
    found: tuple[float, Span, str] | None = None
    for place, right, least in _exchanges(said, here, own):
        mended = said[:place] + right + said[place + 1 :]
        word = pair_met(*mended[here : here + 2]) and _often(mended, place) and _word(said, mended, here, place)
        if word:
            gain = likelihood(mended) - likelihood(said)
            if gain >= (max(found[0], least) if found else least):
                told = _shown(mended, word, place)
                found = gain, Span(told.start + first, told.end + first), mended[told.start : told.end]
    if found is None or _is_name(doc, at, found[1], own):
        return None
    return found[1], found[2]


def _exchanges(said: str, here: int, own: Mapping[str, Any]) -> Iterator[tuple[int, str, float]]:
    """For each of two characters those like it, and by how much more probable they must be."""
    for place in (here, here + 1):
        same = _alike(own["sounds"], said[place])
        for right in sorted(same | _alike(own["near"], said[place])):
            yield place, right, _LEAST if right in same else _LEAST_NEAR


def _alike(sounds: str, one: str) -> set[str]:
    """The other characters of the groups, between blanks, that have ``one``."""
    found: set[str] = set()
    at = sounds.find(one)
    while at >= 0:
        end = sounds.find(" ", at)
        found.update(sounds[sounds.rfind(" ", 0, at) + 1 : end])
        at = sounds.find(one, end)
    return found - {one}


def _often(text: str, place: int) -> bool:
    """Whether what is around the character at ``place`` is met often with it."""
    met = 0
    for start in (place - 2, place - 1, place):
        triple = text[max(0, start) : start + 3]
        met += len(triple) == 3 and triple_met(triple)
    return met >= _OF_THREE


def _word(said: str, mended: str, pair: int, place: int) -> Span | None:
    """Where in the mended text a word stands with both characters of the pair; none where it is met as written."""
    start = 0
    for end in ends(mended):
        if start <= pair and end >= pair + 2:
            sides = [one for one in (place - 1, place) if start <= one < end - 1]
            unmet = not any(pair_met(said[one], said[one + 1]) for one in sides)
            return Span(start, end) if unmet else None
        start = end
    return None


def _shown(mended: str, word: Span, place: int) -> Span:
    """The word of two characters within a longer one that holds the right character, or all of it."""
    for start in (place - 1, place):
        if word.start <= start and start + 2 <= word.end and known(mended[start : start + 2]):
            return Span(start, start + 2)
    return word


def _is_name(doc: Document, at: int, span: Span, own: Mapping[str, Any]) -> bool:
    """Whether it may be a name, a play with words or a coinage: quoted, said often, a place's, behind a surname."""
    text, pair = doc.text, doc.text[at : at + 2]
    around = text[max(0, at - _FAR) : at + 2 + _FAR]
    return (
        around.count(pair) > 1
        or text.count(pair) >= _OFTEN
        or any(char in own["places"] for char in pair)
        or text[max(0, span.start - 1) : span.start] in tuple(own["surnames"])
        or inside(doc, span, "quote")
        or inside(doc, span, "title")
    )
