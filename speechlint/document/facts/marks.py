"""A draft with the marks of its Chinese sentences at full width, so that every expression reads but one form of them."""

from __future__ import annotations

from copy import copy

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from speechlint.document import Document

_HALF = regex.later(
    '(?<=[\u4e00-\u9fff”’》）"%])[,;:?!]|[,;:?!](?=[\u4e00-\u9fff“‘《（"])|(?<=[0-9])[,;](?=\n|$)'
)
_BRACKETS = regex.later("(?<!\\])\\((?=[^()\n]{0,60}[\u4e00-\u9fff])([^()\n]{1,60})\\)")
_QUOTES = regex.later('"([^"“”\n]{1,200})"')
_FULL = dict(zip(",;:?!", "，；：？！", strict=True))


def full(doc: Document) -> Document:
    """The same draft, read with full-width marks; every character stays at its place."""
    text = _HALF.sub(lambda found: _FULL[found[0]], doc.text)
    text = _BRACKETS.sub(_rounded, text)
    if '"' in text:
        text = _QUOTES.sub(_turned, text)
    if text == doc.text:
        return doc
    read = copy(doc)
    read.__dict__.update(text=text, alignment=doc.alignment, outline=doc.outline)
    return read


def _rounded(found: re.Match[str]) -> str:
    return "（" + found[1] + "）"


def _turned(found: re.Match[str]) -> str:
    return "“" + found[1] + "”"
