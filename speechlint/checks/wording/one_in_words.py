"""The digit 1 in a word that has 一 there: 1辈子, 逐1, in a saying of the dictionary: 万无1失, in a doubled measure: 1声声."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.document.words import tag
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

ABOUT = "词典里带“一”的词写成了 1：1辈子、万无1失、逐1"
_ONE, _DIGITS = "一", "1１"
_LONGEST = 4
_NUMBER = frozenset("０１２３４５６７８９.．:：/％%-—~～第零〇二两三四五六七八九十百千万亿元号")
_SAYING = "i"
_MEANT = str.maketrans(_DIGITS, _ONE * len(_DIGITS))  # 1心1意


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "words": Option(
            "words",
            "带“一”的词，词典里的成语以外的",
            "words with 一 but the sayings of the dictionary",
            required=True,
        ),
        "never": Option("words", "不算的四字语", "sayings that are none", default=[]),
    }


def prepare(options: Mapping[str, Any]) -> dict[str, Any]:
    return {"words": frozenset(options["words"]), "never": frozenset(options["never"])}


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(_DIGITS)}


def check(query: Query) -> Iterator[Hit]:
    text, words, never = query.doc.text, query.options["words"], query.options["never"]
    past = 0
    for at in sorted(set(query.found[""])):
        word = None if at < past or _is_number(text, at) else _word(text, at, words, never)
        if word:
            past = word.end
            digits = [one for one in range(*word) if text[one] in _DIGITS]
            fix = Fix(tuple([Edit(Span(one, one + 1), _ONE) for one in digits]))
            yield Hit(word, {"right": text[slice(*word)].translate(_MEANT)}, (fix,))


def _is_number(text: str, at: int) -> bool:
    """Whether a digit, a mark or a letter of a number or a code is beside it."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if text.endswith("分之", 0, at):
        return True
    return any(char in _NUMBER or (char.isascii() and char.isalnum()) for char in before + behind)


def _word(text: str, at: int, words: frozenset[str], never: frozenset[str]) -> Span | None:
    """The word, saying or doubled measure that the digit at ``at`` stands in; None where it is a number."""
    near = text[at + 1 : at + 3]
    if len(near) > 1 and near[0] == near[1] and is_han(near[0]):
        return Span(at, at + 3)
    for size in range(_LONGEST, 1, -1):
        for start in range(max(0, at - size + 1), at + 1):
            word = text[start : start + size].translate(_MEANT)
            if word in never:
                return None
            if word in words or (len(word) == _LONGEST and tag(word) == _SAYING):
                return Span(start, start + size)
    return None
