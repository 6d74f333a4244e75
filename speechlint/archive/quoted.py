"""The letters of a text that are a quotation: between quotation marks, or the name of a document."""

from __future__ import annotations

from speechlint.archive.letters import offsets
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = regex.later("“[^“”]{6,}”|‘[^‘’]{6,}’|「[^「」]{6,}」|『[^『』]{6,}』|《[^《》\\n]+》")


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The spans, of letters, of the quotations in a reading text."""
    from bisect import bisect_left

    quotations = list(_QUOTED.finditer(text))
    at = offsets(text) if quotations else []
    for found in quotations:
        yield bisect_left(at, found.start()), bisect_left(at, found.end())
