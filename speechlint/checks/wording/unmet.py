"""One character of the same sound in the place of another, told by what is never met side by side: 堂务委员会.

A character that no right text has beside those around it is a sign of nothing by itself: names and new words are such.
With another in its place there must stand a word of the dictionary, more probable than what is written, and around it
what is met often. One that is met with its neighbour on one side (科斗 in 中国斗学院) is told if none of the threes
that it is in is met anywhere.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.checks.wording.met import between, doubtful, is_han, pair_met, triple_met, triple_seen
from speechlint.document import Span
from speechlint.document.quotations import inside
from speechlint.document.words import ends, known, likelihood
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
_PLAIN = frozenset("似去来它他她的地得了着过是和及不这那你我")  # which may stand between any two
_MAY, _COMPLEMENTS = tuple("得不"), tuple("出起过住上下来去")  # 豁得出来: with these any verb is met
_OFTEN = 3  # a pair that a draft writes so often is a name
_LEAST, _LEAST_ALIKE = 2.0, 6.0  # by how much (logarithm) the right character must be more probable
_LEAST_ONE = 4.0  # where it is met with the character on one side
_LEAST_WORD = 7.0  # where that makes a word, or there are no three threes to tell by


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
    made = {name: f" {' '.join(words[name].split())} " for name in ("sounds", "alike")}
    return {**made, "surnames": options["surnames"], "places": options["places"]}


def check(query: Query) -> Iterator[Hit]:
    doc, own = query.doc, query.options
    for at in doubtful(doc.text):
        found = _slip(doc, at, own)
        if found:
            span, right = found
            yield Hit(span, {"right": right}, (Fix((Edit(span, right),)),))


def _slip(doc: Document, at: int, own: Mapping[str, Any]) -> tuple[Span, str] | None:
    """The word that is miswritten with the character at ``at``, and what it should be."""
    first = max(0, at - _NEAR)
    said, place = doc.text[first : at + _NEAR + 1], at - first
    least = _least(said, place)
    if least is None:
        return None
    found: tuple[float, Span, str] | None = None
    around = _around(said, place)
    for name, more in (("sounds", _LEAST), ("alike", _LEAST_ALIKE)):
        alike = _alike(own[name], said[place])
        for right in between(said[place - 1 : place], alike, said[place + 1 : place + 2]):
            if not _often(right, around):
                continue
            mended = said[:place] + right + said[place + 1 :]
            word = _shown(mended, place)
            gain = likelihood(mended) - likelihood(said) if word else 0
            if word and gain >= max(least, more, found[0] if found else 0):
                found = gain, Span(word.start + first, word.end + first), mended[word.start : word.end]
    return None if found is None or _is_name(doc, at, found[1], own) else found[1:]


def _least(said: str, place: int) -> float | None:
    """How much more probable another character must be at ``place``; None where what stands there is met."""
    if said[place] in _PLAIN:
        return None
    beside = [said[one : one + 2] for one in (place - 1, place) if one >= 0 and _is_han(said[one : one + 2])]
    if len(beside) == len("前后") and not any(pair_met(*pair) for pair in beside):
        return 0.0
    threes = [before + said[place] + behind for before, behind in _around(said, place)]
    if not threes or any(map(triple_seen, threes)):
        return None
    return _LEAST_WORD if len(threes) < 3 or any(map(known, beside)) else _LEAST_ONE


def _around(text: str, place: int) -> list[tuple[str, str]]:
    """The Han characters that make three with the one at ``place``: one on both sides, two before, two behind."""
    sides = [(text[one:place], text[place + 1 : one + 3]) for one in (place - 1, place - 2, place) if one >= 0]
    return [side for side in sides if len("".join(side)) == len("两个") and _is_han("".join(side))]


def _is_han(text: str) -> bool:
    return all(map(is_han, text))


def _alike(groups: str, one: str) -> str:
    """The groups, between blanks, that have ``one``; a blank itself is in none."""
    found, at = "", groups.find(one) if one != " " else -1
    while at >= 0:
        end = groups.find(" ", at)
        found += groups[groups.rfind(" ", 0, at) + 1 : end]
        at = groups.find(one, end)
    return found


def _often(char: str, around: Sequence[tuple[str, str]]) -> bool:
    """Whether what is ``around`` is met with the character: two of the threes often, the one in which it is in the
    middle among them; or one often and the others at all.
    """
    middle, *others = (before + char + behind for before, behind in around)
    often = triple_met(middle)
    if len(others) == len("前后") and not often:
        return False
    met = often + sum(map(triple_met, others))
    return met > 1 or (met > 0 and triple_seen(middle) and all(map(triple_seen, others)))


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
        or (text[at + 1 : at + 2] in _MAY and text[at + 2 : at + 3] in _COMPLEMENTS)
        or text.count(text[at - 1 : at + 1]) >= _OFTEN
        or text.count(text[at : at + 2]) >= _OFTEN
        or wrong in own["places"]
        or text[max(0, span.start - 1) : span.start] in tuple(own["surnames"])
        or text[max(0, span.start - 2) : span.start] in _ROLES
        or inside(doc, span, "quote")
        or inside(doc, span, "title")
    )
