"""A place in a draft that has pages, in words: 第12段（二、（一））."""

from __future__ import annotations

from speechlint.document.layout import BODY
from speechlint.document.position import position
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from speechlint.document import Document


def paragraph(doc: Document, offset: int, lang: str) -> str:
    """Paragraph, part of the page, numbers of the headings and page of a *source* offset."""
    there = position(doc, offset)
    parts = [f"paragraph {there.paragraph}" if lang == "en" else f"第{there.paragraph}段"]
    if there.place != BODY:
        parts.append(there.place)
    if there.page:
        parts.append(f"about page {there.page}" if lang == "en" else f"约第{there.page}页")
    told = (", " if lang == "en" else "，").join(parts)
    marks = visible("".join(there.marks))
    if not marks:
        return told
    return f"{told} ({marks})" if lang == "en" else f"{told}（{marks}）"
