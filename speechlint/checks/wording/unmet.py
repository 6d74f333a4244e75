"""One character of the same sound in the place of another, told by what is never met side by side: 堂务委员会.

A character that no right text has beside those around it is a sign of nothing by itself: names and new words are such.
With another in its place there must stand a word of the dictionary, more probable than what is written, and around it
what is met often.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.checks.wording.met import between, framed, triple_met
from speechlint.document import Span
from speechlint.document.quotations import inside
from speechlint.document.words import ends, frequency, known, likelihood, tag
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.functools import lru_cache
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
_ROLES = (
    "诗人",
    "词人",
    "作家",
    "作者",
    "画家",
    "歌手",
    "导演",
    "学者",
)  # a pen name follows, with or without a surname
_PARTICLES = "的地得"  # words by themselves: 坚定不移地|去实现
_WORDS = "是要就也还在"  # the same of what is written: 蓝军|是存在的
_COMMON = 100  # a word that the dictionary has met so often is meant: 违犯, 涵义
_DOERS = "人我你他她"  # 让在场的人|猜
_OFTEN = 3  # a pair that a draft writes so often is a name
_LEAST, _LEAST_NEAR = 2.0, 6.0  # by how much (logarithm) the right character must be more probable


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "words": Option("file", "词表，从规则文件算起", "the words, seen from the rule file", required=True),
        "places": Option(
            "text", "地名、单位的简称：连着写什么也不奇怪", "short names of places", required=True
        ),
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
    doc, own = query.doc, query.options
    for at in framed(doc.text):
        found = _slip(doc, at, own)
        if found:
            span, right = found
            yield Hit(span, {"right": right}, (Fix((Edit(span, right),)),))


def _slip(doc: Document, at: int, own: Mapping[str, Any]) -> tuple[Span, str] | None:
    """The word that is miswritten with the character at ``at``, and what it should be."""
    first = max(0, at - _NEAR)
    said, place = doc.text[first : at + _NEAR + 1], at - first
    found: tuple[float, Span, str] | None = None
    if said[place] in _WORDS:
        return None
    for name, least in (("sounds", _LEAST), ("near", _LEAST_NEAR)):
        alike = _alike(own[name], said[place])
        for right in between(said[place - 1], alike, said[place + 1]):
            mended = said[:place] + right + said[place + 1 :]
            word = _shown(mended, place) if _often(mended, place) else None
            if word and frequency(said[word.start : word.end]) > _COMMON:
                continue
            gain = likelihood(mended) - likelihood(said) if word else 0
            if word and gain >= max(least, found[0] if found else 0):
                found = gain, Span(word.start + first, word.end + first), mended[word.start : word.end]
    return None if found is None or _is_name(doc, at, found[1], own) else found[1:]


@lru_cache(maxsize=1024)  # mostly the same few: names, rare words
def _alike(groups: str, one: str) -> tuple[int, ...]:
    """The characters of the groups, between blanks, that have ``one``; a blank itself is in none."""
    found, at = "", groups.find(one) if one != " " else -1
    while at >= 0:
        end = groups.find(" ", at)
        found += groups[groups.rfind(" ", 0, at) + 1 : end]
        at = groups.find(one, end)
    return tuple(map(ord, found))


def _often(text: str, place: int) -> bool:
    """Whether what is around the character at ``place`` is met often with it."""
    if not triple_met(text[place - 1 : place + 2]):
        return False
    beside = text[max(0, place - 2) : place + 1], text[place : place + 3]
    return any(len(triple) == len("三个字") and triple_met(triple) for triple in beside)


def _shown(mended: str, place: int) -> Span | None:
    """The word that holds the character at ``place``; of a longer one the two characters that are a word."""
    start = next(
        (one for one, end in pairwise((0, *ends(mended))) if one <= place < end and end - one > 1), None
    )
    if start is None:
        return None
    end = next(end for end in ends(mended) if end > place)
    for one in (place - 1, place):
        if start <= one and one + 2 <= end and known(mended[one : one + 2]):
            return Span(one, one + 2)
    return Span(start, end)


def _is_name(doc: Document, at: int, span: Span, own: Mapping[str, Any]) -> bool:
    """Whether it may be a name, a play with words or a coinage: quoted, said often, a place's, behind a surname."""
    text = doc.text
    wrong, around = text[at], text[max(0, at - _FAR) : at + 1 + _FAR]
    return (
        around.count(wrong) > 1
        or text.count(text[at - 1 : at + 1]) >= _OFTEN
        or text.count(text[at : at + 2]) >= _OFTEN
        or wrong in own["places"]
        or text[span.start] in _PARTICLES
        or (text[span.start] in _DOERS and tag(wrong).startswith("v"))
        or text[max(0, span.start - 1) : span.start] in tuple(own["surnames"])
        or text[max(0, span.start - 2) : span.start] in _ROLES
        or inside(doc, span, "quote")
        or inside(doc, span, "title")
    )
