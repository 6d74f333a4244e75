"""The words right before and right after a mark, as far as Han characters go."""

from __future__ import annotations

from speechlint.document.chinese import han_run
from speechlint.document.words import Word, cut, first

NEAR = 8  # characters on either side
_NO_WORD = Word("", "")


def words_before(text: str, at: int) -> list[Word]:
    """The words before ``at``, a reading offset; an empty one where there are none."""
    return cut(han_run(text[max(0, at - NEAR) : at][::-1])[::-1]) or [_NO_WORD]


def first_word(text: str, at: int) -> Word:
    """The word after the character at ``at``; an empty one where no Han character stands there."""
    near = han_run(text[at + 1 : at + 1 + NEAR])
    return first(near) if near else _NO_WORD
