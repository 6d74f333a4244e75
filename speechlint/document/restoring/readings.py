"""How the common characters are read: the 3,755 of GB 2312 level 1 and their traditional forms.

``readings.txt`` beside this module has a line a syllable: the syllable, the characters so read that
everyone knows (about 1,700 simplified ones and their traditional forms), and the less usual ones.
"""

from __future__ import annotations

import os

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import NamedTuple

_PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm")


class Readings(NamedTuple):
    """``of`` a character, its reading with tone; ``familiar`` are the characters everyone can read."""

    of: dict[str, str]
    familiar: frozenset[str]


@lru_cache(maxsize=1)
def readings() -> Readings:
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "readings.txt")
    of: dict[str, str] = {}
    familiar: set[str] = set()
    with open(path, encoding="utf-8") as file:
        for line in file:
            syllable, known, *others = line[:-1].split(" ")
            familiar.update(known)
            of.update(dict.fromkeys("".join([known, *others]), syllable))
    return Readings(of, frozenset(familiar))


def plain(syllable: str) -> str:
    """A syllable without its tone; ü is v."""
    return syllable.translate(_PLAIN).rstrip("12345").replace("u:", "v")


def same(one: str, other: str) -> bool:
    """Whether two syllables are the same, where one has no tone whatever the tone."""
    if one.isascii() or other.isascii():
        return plain(one) == plain(other)
    return one == other
