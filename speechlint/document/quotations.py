"""Words in quotation marks or book-title marks, and words to be quoted."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.span import Span

_PAIRS = {"title": ("《〈", "》〉"), "quote": ("“‘「『", "”’」』")}
_FAR = 200
_SHORT = 8  # characters of the name of a poem, of a book


def quoted(text: str) -> str:
    """The text in “”, pairs of such marks within it turned to ‘’; one that is a quotation by itself as it is."""
    if "“" not in text or "”" not in text:
        return f"“{text}”"
    if text[0] == "“" and text.find("”") == len(text) - 1:
        return text
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


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


def names_a_work(doc: Document, span: Span) -> bool:
    """Whether ``span`` lies within a title so short that it is of a poem or a book, with words of its own: 《病起书怀》."""
    opened = doc.text.rfind("《", max(0, span.start - _SHORT), span.start)
    shut = doc.text.find("》", span.end, span.end + _SHORT)
    return opened >= 0 and 0 <= shut <= opened + _SHORT + 1 and inside(doc, span, "title")
