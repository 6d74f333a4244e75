"""Paragraphs that end in a word, where sentences before it end in a full stop."""

from __future__ import annotations

from itertools import chain, pairwise

from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query

ABOUT = "段末漏了句号"
_END = r"[，,][^。！？；：\n]{1,80}。[^。！？；：…\n]{6,90}(?P<at>[^\W\d_a-zA-Z]{2})[ \u3000]{0,4}$"
_REACH = 180
_BLANKS = " \u3000"


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    ends = regex.compile(_END)
    for start, after in pairwise(chain(query.doc.line_starts, (len(text) + 1,))):
        end = after - 1
        last = text[end - 1 : end]
        if (last.isalpha() or last in _BLANKS) and text.find("。", start, end) >= 0:
            match = ends.search(text, max(start, end - _REACH), end)
            if match and not text.startswith("——", after):
                yield Hit(Span(*match.span("at")))
