"""A character that a filter took out of a whole draft, told by what is left of its words: 与更广泛的众接触, 服务众.

The draft has it hardly anywhere, and again and again there stands the rest of a word of it where no right text has it.
"""

from __future__ import annotations

from speechlint.checks.wording.met import pair_met
from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.document.words import frequency, known
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.checks.options import Table

ABOUT = "整篇删掉了的一个字，从它剩下的半个词看出来：更广泛的众、服务众"
_TWO = 2
_FEW = 3  # of a character that a filter let through: it looked for other words
_KNOWN = 100  # a word that the dictionary has met so often is meant
_SHORT = 200  # characters of a draft that may well do without one


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "words": Option(
            "mapping",
            "字和有它的词，空格隔开",
            "a character and words with it, between blanks",
            required=True,
        ),
        "more": Option(
            "mapping", "别的词够了才看的词", "words looked at where the others are enough", default={}
        ),
        "least": Option("number", "至少剩下几处才报", "how many rests are enough", required=True),
    }


def check(query: Query) -> Iterator[Hit]:
    text, own = query.doc.text, query.options
    if len(text) < _SHORT:
        return
    for char, words in own["words"].items():
        if text.count(char) > _FEW:  # mostly
            continue
        found = {at: word for word in words.split() for at in _rests(text, word, char)}
        if len(found) < own["least"] or _is_coined(text, found, char):
            continue
        more = own["more"].get(char, "").split()
        yield _hit(char, found | {at: word for word in more for at in _rests(text, word, char)})


def _is_coined(text: str, found: dict[int, str], char: str) -> bool:
    """Whether it is always the same that is said: 众筹."""
    return len({_far_side(text, at, word, char) for at, word in found.items()}) == 1


def _far_side(text: str, at: int, word: str, char: str) -> str:
    """The rest of a word and what is beside it where nothing is gone."""
    if len(word) > _TWO:
        return text[at - 1 : at + len(word)]
    return text[at : at + 2] if word.startswith(char) else text[at - 1 : at + 1]


def _hit(char: str, found: dict[int, str]) -> Hit:
    spans, edits = [], []
    for at, word in sorted(found.items()):
        spans.append(Span(at, at + len(word) - 1))
        put = at + word.find(char)
        edits.append(Edit(Span(put, put), char))
    words = {"char": char, "word": found[spans[0].start], "count": str(len(spans))}
    return Hit(spans[0], words, (Fix(tuple(edits)),), occurrences=tuple(spans))


def _rests(text: str, word: str, char: str) -> list[int]:
    """Where the rest of ``word`` stands so that no word is there without ``char``; none where it mostly is one."""
    place = word.find(char)
    rest = word[:place] + word[place + 1 :]
    found, at = [], text.find(rest, 1)
    while at >= 0:
        end = at + len(rest)
        before, behind = text[at - 1], text[end : end + 1]
        if 0 < place < len(rest):
            torn = not (known(before + rest[0]) or known(rest[-1] + behind))
        else:
            torn = _is_torn(before, rest, behind, place == 0)
        if torn:
            found.append(at)
        at = text.find(rest, end)
    return found if 2 * len(found) >= text.count(rest) else []


def _is_torn(before: str, rest: str, behind: str, first: bool) -> bool:
    if not is_han(before if first else behind):
        return False
    if len(rest) > 1:
        return frequency(before + rest[0] if first else rest[-1] + behind) < _KNOWN
    met = pair_met(before, rest) if first else pair_met(rest, behind)
    return not (met or known(before + rest) or known(rest + behind))
