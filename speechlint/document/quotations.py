"""Words in quotation marks or book-title marks."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.span import Span

_PAIRS = {"title": ("《〈", "》〉"), "quote": ("“‘「『", "”’」』")}
_FAR = 200


def inside(doc: Document, span: Span, kind: str) -> bool:
    """Whether ``span`` lies within one pair of ``title`` (《》〈〉) or ``quote`` (“”‘’「」『』) marks."""
    opening, closing = _PAIRS[kind]
    before = doc.text[max(0, span.start - _FAR) : span.start]
    opened = max(map(before.rfind, opening))
    if opened < 0 or any(before.find(mark, opened) >= 0 for mark in ("\n", *closing)):
        return False
    after = doc.text[span.end : min(doc.line_at(span.start).end, span.end + _FAR)]
    closed = min((at for mark in closing if (at := after.find(mark)) >= 0), default=-1)
    if closed < 0:
        return False
    return not any(0 <= after.find(mark) < closed for mark in opening)
