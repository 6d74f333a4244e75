"""What stands in quotation marks or book-title marks."""

from __future__ import annotations

from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.span import Span

_PAIRS = {"title": ("《〈", "》〉"), "quote": ("“‘「『", "”’」』")}
_FAR = 200


def inside(doc: Document, span: Span, kind: str) -> bool:
    """Whether ``span`` lies within one pair of ``title`` (《》〈〉) or ``quote`` (“”‘’「」『』) marks."""
    opening, closing = _PAIRS[kind]
    line = doc.line_at(span.start)
    before = doc.text[max(line.start, span.start - _FAR) : span.start]
    opened = max(before.rfind(mark) for mark in opening)
    if opened < 0 or any(before.find(mark, opened) >= 0 for mark in closing):
        return False
    after = doc.text[span.end : min(line.end, span.end + _FAR)]
    closed = min((at for mark in closing if (at := after.find(mark)) >= 0), default=-1)
    if closed < 0:
        return False
    return not any(0 <= after.find(mark) < closed for mark in opening)
