"""How traditional characters read in simplified script, and where a text would be written otherwise in the traditional.

The tables beside this module are made of OpenCC's dictionaries (Apache-2.0, see ``variants-license.txt``) by
``benchmarks/variants.py``, and say what OpenCC says: the longest phrase goes first, then single characters.
"""

from __future__ import annotations

import os

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import NamedTuple

SIMPLIFIED, TRADITIONAL = "simplified.txt", "traditional.txt"


class _Reading(NamedTuple):
    """``plain`` are the characters that others were encoded for twice.

    ``sizes`` are those of the phrases that begin with a character, the longest first.
    """

    plain: dict[int, str]
    chars: dict[int, str]
    phrases: dict[str, str]
    sizes: dict[str, list[int]]


class _Writing(NamedTuple):
    """``lines`` hold, by their first character, the rest of the phrases."""

    chars: frozenset[str]
    lines: dict[str, str]


def simplified(text: str) -> str:
    """``text`` in simplified script, as long as it was."""
    known = _reading()
    text = text.translate(known.plain)
    made = text.translate(known.chars)
    parts: list[str] = []
    at = 0
    for start in [start for start, char in enumerate(text) if char in known.sizes]:
        ends = [start + size for size in known.sizes[text[start]]] if start >= at else ()
        end = next((end for end in ends if text[start:end] in known.phrases), 0)
        if end:
            parts += (made[at:start], known.phrases[text[start:end]])
            at = end
    return "".join((*parts, made[at:]))


def otherwise(text: str) -> list[int]:
    """The places whose characters are written otherwise in traditional script, as in Taiwan."""
    chars = _writing().chars
    text = text.translate(_reading().plain)
    phrases = {char: _phrases(char) for char in set(text)}
    found: list[int] = []
    past = 0
    for at, char in enumerate(text):
        if at < past:
            continue
        sizes, masks = phrases[char]
        for size in sizes:
            rest = text[at + 1 : at + size]
            mask = masks.get(rest)
            if mask is not None:
                past = at + 1 + len(rest)
                found += [
                    one for one in range(at, past) if (mask[one - at] == "1" if mask else text[one] in chars)
                ]
                break
        else:
            if char in chars:
                found.append(at)
    return found


@lru_cache(maxsize=1)
def _reading() -> _Reading:
    plain, chars, *lines = _lines(SIMPLIFIED)
    phrases = {line[: len(line) // 2]: line[len(line) // 2 :] for line in lines}
    sizes: dict[str, list[int]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        own = sizes.setdefault(phrase[0], [])
        if len(phrase) not in own:
            own.append(len(phrase))
    return _Reading(_pairs(plain), _pairs(chars), phrases, sizes)


def _pairs(text: str) -> dict[int, str]:
    return dict(zip(map(ord, text[::2]), text[1::2], strict=True))


@lru_cache(maxsize=1)
def _writing() -> _Writing:
    chars, *lines = _lines(TRADITIONAL)
    return _Writing(frozenset(chars), {line[0]: line[1:] for line in lines})


@lru_cache(maxsize=8192)
def _phrases(first: str) -> tuple[list[int], dict[str, str]]:
    """The sizes of the phrases that begin so, the longest first; and of each, without that, what is written otherwise."""
    rests = (_writing().lines.get(first) or "").split()
    masks = {rest: mask for rest, _, mask in (one.partition("=") for one in rests)}
    return sorted({len(rest) + 1 for rest in masks}, reverse=True), masks


def _lines(name: str) -> list[str]:
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()
