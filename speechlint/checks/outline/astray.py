"""A number that is missing in a list, though it stands in the text, where the outline sees no mark."""

from __future__ import annotations

from speechlint.checks.outline.lists import written
from speechlint.document import Span
from speechlint.document.span import BLANKS
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item

_ABOVE = 120  # characters above the first mark in which a lost one is looked for


def typed_otherwise(text: str, start: str) -> bool:
    """Whether a number opens a line of ``text`` in a form that is no mark: 【三】 加强领导."""
    at = text.find(start)
    while at >= 0:
        before = text[max(0, at - 4) : at].rstrip(BLANKS + "【[〔第")
        after = text[at + len(start) : at + len(start) + 1]
        if (not before or before[-1] == "\n") and after in BLANKS + "】]〕．.：:":
            return True
        at = text.find(start, at + 1)
    return False


def glued(doc: Document, before: Item | None, after: Item) -> list[Span]:
    """The marks between two items that lost their line break to the short heading above: 检查与验收3. 通电试灯."""
    if after.style != "1.":
        return []
    first, last = (before.number or 0) + 1 if before else 1, after.number or 0
    start = before.mark.end if before else max(0, after.mark.start - _ABOVE)
    found = []
    for number in range(first, last):
        mark = regex.escape(written(after.style, number))
        match = regex.compile(rf"\n[一-鿿]{{2,8}}(?P<mark>{mark})(?=[ \u3000]?[一-鿿])").search(
            doc.text, start, after.mark.start
        )
        if not match:
            return []
        found.append(Span(*match.span("mark")))
        start = match.end()
    return found
