"""Traditional script read as simplified, character by character."""

from __future__ import annotations

import re
from functools import lru_cache

from opencc import OpenCC

from speechlint.document.repair import Change

# 著 stays where it means what is written or well known; elsewhere it is the particle.
_PARTICLE = re.compile("(?<![名原专论巨编译合土显卓昭遗拙新大])著(?![作名称述者书录])")


def changes(text: str) -> list[Change]:
    """Each run of traditional characters, and the simplified ones it reads as."""
    simple = folded(text)
    if simple == text:
        return []
    differs = "".join("1" if a != b else "0" for a, b in zip(text, simple, strict=True))
    return [
        Change(m.start(), m.end(), simple[m.start() : m.end()], "traditional")
        for m in re.finditer("1+", differs)
    ]


def folded(text: str) -> str:
    """``text`` in simplified script; as long as it was."""
    simple = _converter("t2s").convert(text)
    if len(simple) != len(text):
        simple = _by_character(text)
    return _PARTICLE.sub("着", simple)


@lru_cache(maxsize=2)
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def _by_character(text: str) -> str:
    chars = sorted(set(text) - {"\n"})
    simple = _converter("t2s").convert("\n".join(chars)).split("\n")
    return text.translate({ord(a): b for a, b in zip(chars, simple, strict=True) if len(b) == 1})
