"""Traditional script read as simplified, character by character, and the two mixed.

Mostly a site converted a mainland draft by machine, character by character: 對于, 干部, 征求 stay as
they were and tell it from a draft written in traditional script.
"""

from __future__ import annotations

from itertools import compress, count

from opencc import OpenCC

from speechlint.document.alignment import Change
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# 著 stays where it means what is written or well known; elsewhere it is the particle.
_PARTICLE = regex.later("(?<![名原专论巨编译合土显卓昭遗拙新大])著(?![作名称述者书录])")
_EITHER = frozenset("台着里群床峰")  # written so in traditional script too
# GB 2312 lacks these, but the List of Commonly Used Standard Characters (2013) has them, for names mostly.
_STANDARD = frozenset("昇濛邨喆堃淼犇龢陞甯迺脩讎祕甦叡菉噁徵藉瞭勣飏镕锺")
_FEW = 3
_THIN = 30  # a draft with one traditional character in so many, or fewer, is a simplified one


def changes(text: str) -> list[Change]:
    """Each run of traditional characters, and the simplified ones it reads as.

    In a simplified draft only the characters GB 2312 does not have are read otherwise; in a
    traditional one simplified forms are told too, though they read as they stand.
    """
    if not _is_any_traditional(text):
        return []
    simple = folded(text)
    places = _places(text, simple)
    plain = _converter("s2tw").convert(text) if len(places) * _THIN > len(text) else text
    forms = _differing(text, plain, simple) if len(plain) == len(text) else []
    if len(places) * _THIN <= len(text) or len(places) <= len(forms):
        rare = [at for at in places if not _is_gb2312(text[at])]
        return [Change(a, b, simple[a:b], "mixed-script") for a, b in _runs(rare)]
    kind = "mixed-script" if len(forms) >= _FEW else "traditional"
    found = [Change(a, b, simple[a:b], kind) for a, b in _runs(places)]
    if kind == "mixed-script":
        found += [Change(a, b, text[a:b], kind) for a, b in _runs(forms)]
    return sorted(found)


def _is_any_traditional(text: str) -> bool:
    """Whether one of the characters GB 2312 does not have reads otherwise in simplified script."""
    chars = {char for char in set(text) if char >= "\u4e00"}
    known = "".join(chars).encode("gb2312", "ignore").decode("gb2312")
    rare = "\n".join(sorted(chars.difference(known, _STANDARD)))
    return bool(_converter("t2s").convert(rare) != rare)


def folded(text: str) -> str:
    """``text`` in simplified script; as long as it was."""
    simple = _converter("t2s").convert(text)
    if len(simple) != len(text):
        simple = _by_character(text)
    return _PARTICLE.sub("着", simple)


def _differing(text: str, plain: str, simple: str) -> list[int]:
    """Where simplified forms stand: what reads otherwise in traditional script, but not in simplified."""
    return [at for at in _places(text, plain) if text[at] == simple[at] and text[at] not in _EITHER]


def _places(text: str, other: str) -> list[int]:
    """Where two texts of one length differ."""
    return list(compress(count(), map(str.__ne__, text, other)))


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for at in places:
        if at != end:
            if start >= 0:
                yield start, end
            start = at
        end = at + 1
    if start >= 0:
        yield start, end


def _is_gb2312(char: str) -> bool:
    if char in _STANDARD:
        return True
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=2)
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def _by_character(text: str) -> str:
    chars = sorted(set(text) - {"\n"})
    simple = _converter("t2s").convert("\n".join(chars)).split("\n")
    return text.translate({ord(a): b for a, b in zip(chars, simple, strict=True) if len(b) == 1})
