"""Verses without marks before the person whose they are: 从/不惜千金买宝刀/的女侠秋瑾."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_H = "[\u4e00-\u9fff]"
_VERSE = regex.later(
    f"[从到](?P<words>{_H}{{7}}|{_H}{{5}}，{_H}{{5}}|{_H}{{7}}，{_H}{{7}}|{_H}{{4}}，{_H}{{4}})的{_H}{{0,3}}$"
)
_FAR = 24


def seen(text: str, persons: Iterable[int]) -> Iterator[tuple[str, int, int]]:
    """The kind of each, and its reading places from 0; ``persons`` are where persons begin."""
    for at in sorted(persons):
        found = _VERSE.search(text, max(0, at - _FAR), at)
        if found and found.end() == at and "的" not in found["words"]:
            yield "quotation", *found.span("words")
