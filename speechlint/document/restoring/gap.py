"""A place where something may have been taken out, and the words beside it."""

from __future__ import annotations

from speechlint.document.chinese import is_han
from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import NamedTuple

PERSON, FIGURE, NAME, WORD = "person", "figure", "name", "word"
FAR = 8
MARKS = frozenset("，。；：、！？,;:!?")
END = frozenset("，。；：、！？）,;:!?")
_SPACED = regex.later(
    "[，。；：、！？,;:!?][ \\u3000\\xa0](?=[\\u4e00-\\u9fff])|[\\u4e00-\\u9fff][ \\u3000\\xa0](?=[，。；：、！？,;:!?])"
)
_FEW = 2  # blanks beside marks: more are the way it is set


class Hole(NamedTuple):
    """What is gone, whether it is sure that something is, and the words beside it."""

    kind: str
    sure: bool
    start: int = 0
    end: int = 0


class Gap(NamedTuple):
    """A place, and the Han characters beside it; ``last`` and ``first`` are the words next to it, ``lead`` and ``next``
    those beyond.
    """

    text: str
    a: int
    b: int
    left: str
    right: str
    last: str
    lead: str
    first: str
    next: str

    @property
    def opens(self) -> bool:
        """Whether the word before it begins a clause."""
        return not self.lead and len(self.left) < FAR

    @property
    def after(self) -> str:
        """The character behind the word behind it."""
        at = self.b + len(self.first)
        return self.text[at : at + 1]

    @property
    def is_lone(self) -> bool:
        """Whether blanks beside marks are no habit of the draft."""
        found = _SPACED.finditer(self.text)
        return sum(1 for _, _ in zip(range(_FEW + 1), found, strict=False)) <= _FEW


def gap_at(text: str, a: int, b: int, left: str, right: str) -> Gap:
    """The place with its words, from the characters beside it."""
    words, others = cut(left), cut(right)
    return Gap(
        text,
        a,
        b,
        left,
        right,
        words[-1].text if words else "",
        words[-2].text if len(words) > 1 else "",
        others[0].text if others else "",
        others[1].text if len(others) > 1 else "",
    )


def run(near: str) -> str:
    """The Han characters that ``near`` begins with."""
    return near[: next((i for i, char in enumerate(near) if not is_han(char)), len(near))]
