"""Whether a short name that is known stands by itself where its characters do."""

from __future__ import annotations

from speechlint.document.words import cut, ends, frequency

_LEVELS_BEHIND = ("县", "市", "镇", "村", "路", "区", "山", "化")


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a word begins and one ends where a short name does: not in 左权县."""
    first = max(0, start - 4)
    places = {first, *(first + place for place in ends(text[first : end + 4]))}
    if text.startswith(_LEVELS_BEHIND, end):
        return False
    return {start, end} <= places or (start in places and _is_torn(text[start : end + 4], end - start))


def _is_torn(text: str, size: int) -> bool:
    """Whether a name is the beginning of characters that are only taken together for a name: 玄奘/译."""
    word = cut(text)[0].text
    return len(word) == size + 1 and frequency(word) < _HARDLY


_HARDLY = 30
