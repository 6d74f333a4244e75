"""Traditional script read as simplified, character by character, and the two mixed.

Mostly a site converted a mainland draft by machine, character by character: 對于, 干部, 征求 stay as
they were and tell it from a draft written in traditional script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from opencc import OpenCC

from speechlint.document.repair import Change

# 著 stays where it means what is written or well known; elsewhere it is the particle.
_PARTICLE = re.compile("(?<![名原专论巨编译合土显卓昭遗拙新大])著(?![作名称述者书录])")
_EITHER = frozenset("台着里群床峰")  # written so in traditional script too
_FEW = 3


def changes(text: str) -> list[Change]:
    """Each run of traditional characters, and the simplified ones it reads as.

    In a simplified draft only the characters GB 2312 does not have are read otherwise; in a
    traditional one simplified forms are told too, though they read as they stand.
    """
    simple = folded(text)
    places = [at for at, (a, b) in enumerate(zip(text, simple, strict=True)) if a != b]
    plain = _converter("s2tw").convert(text)
    forms = [] if len(plain) != len(text) else _differing(text, plain, simple)
    if len(places) <= len(forms):
        rare = [at for at in places if not _is_gb2312(text[at])]
        return [Change(a, b, simple[a:b], "mixed-script") for a, b in _runs(rare)]
    kind = "mixed-script" if len(forms) >= _FEW else "traditional"
    found = [Change(a, b, simple[a:b], kind) for a, b in _runs(places)]
    if kind == "mixed-script":
        found += [Change(a, b, text[a:b], kind) for a, b in _runs(forms)]
    return sorted(found)


def folded(text: str) -> str:
    """``text`` in simplified script; as long as it was."""
    simple = _converter("t2s").convert(text)
    if len(simple) != len(text):
        simple = _by_character(text)
    return _PARTICLE.sub("着", simple)


def _differing(text: str, plain: str, simple: str) -> list[int]:
    """Where simplified forms stand: what reads otherwise in traditional script, but not in simplified."""
    triples = enumerate(zip(text, plain, simple, strict=True))
    return [at for at, (a, b, c) in triples if a != b and a == c and a not in _EITHER]


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
