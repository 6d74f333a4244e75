"""The letters of a text that are a quotation: between quotation marks, or the name of a document."""

from __future__ import annotations

from speechlint.archive.letters import Letters
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = regex.later("“[^“”]{6,}”|‘[^‘’]{6,}’|「[^「」]{6,}」|『[^『』]{6,}』|《[^《》\\n]+》")


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The spans, of letters, of the quotations in a reading text."""
    quotations = list(_QUOTED.finditer(text))
    if quotations:
        letters = Letters(text)
        for found in quotations:
            yield letters.until(found.start()), letters.until(found.end())
