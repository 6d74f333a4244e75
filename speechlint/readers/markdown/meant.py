"""Pairs of ** that Markdown shows as they stand, but that are meant as emphasis."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.alignment import Change
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = "，。、：；！？“”‘’（）《》【】"
# No **县、**市: there the stars stand for words.
_MEANT = regex.later(
    rf"(?<![*\\])\*\*(?![*\s省市州县区镇乡村年月届次])(?:[{_MARKS}][^*\n]{{1,80}}|[^*\n]{{1,80}}[{_MARKS}])\*\*(?!\*)"
)


def emphasis(text: str, kept: list[Change], masks: set[int]) -> Iterator[Change]:
    """Pairs of ** that are none beside a full-width mark (**第一，**要 is shown as it stands), but are meant so."""
    for pair in _MEANT.finditer(text):
        ends = (pair.start(), pair.end() - 2)
        if not any(at in masks or _is_taken(kept, at) or _is_taken(kept, at + 1) for at in ends):
            yield from (Change(at, at + 2, "", "meant") for at in ends)


def _is_taken(kept: list[Change], at: int) -> bool:
    before = bisect_right(kept, at, key=lambda change: change.start) - 1
    return before >= 0 and at < kept[before].end
