"""Places and institutions whose name is written as a person's is, before a generic noun: 刘园子煤矿, 沈石头水库."""

from __future__ import annotations

from speechlint.document.facts.bounds.nouns import HEADS, LONGEST
from speechlint.document.facts.likely import odds
from speechlint.document.surnames import SURNAME, is_no_name
from speechlint.document.words import tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_CANDIDATE = regex.later(f"(?={SURNAME}[\u4e00-\u9fff]{{2,}})")
_ENOUGH = 3.0
_LEADS = ("p", "c", "v", "u", "w", "")
_NO_SURNAMES = "高全和方成于关安都时万应任由向同大连常强经解"


def seen(line: Line, kind: str) -> Iterator[tuple[int, int]]:
    """The names of a kind, ``p`` or ``i``, told by a surname, what is no word behind it, and a generic noun."""
    starts = set(line.starts)
    for found in _CANDIDATE.finditer(line.text):
        start = found.start()
        if start not in starts or line.text[start] in _NO_SURNAMES or not _is_led_to(line, start):
            continue
        for size in (3, 2):
            end = _head(line.text, start + size, kind)
            whole = end == len(line.text) or end in starts
            if (
                end
                and whole
                and not line.text.endswith(_GOODS, 0, end)
                and _is_a_name(line.text, start, start + size)
            ):
                yield start, end
                break


_GOODS = ("食品", "新材料", "材料", "新能源", "能源", "汽车", "电子", "科技", "智能", "环保", "林大")


def _is_led_to(line: Line, start: int) -> bool:
    index = line.word_before(start)
    return index < 0 or line.words[index].tag[:1] in _LEADS


def _head(text: str, at: int, kind: str) -> int:
    """Where the longest generic noun of two characters or more ends that begins here; 0 where none does."""
    for size in range(LONGEST, 1, -1):
        if HEADS.get(text[at : at + size]) == kind:
            return at + size
    return 0


def _is_a_name(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if tag(name) == "nr" and len(name) > 2 and not is_no_name(name):
        return True
    return not is_no_name(name) and tag(name)[:2] in ("", "nr") and odds(text, start, end) > _ENOUGH
