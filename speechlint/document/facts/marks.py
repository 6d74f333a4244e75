"""A draft with the marks of its Chinese sentences at full width and its figures at half width: one form of each to read."""

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
_FIGURE = regex.later("[０-９](?:[０-９]|[．，](?=[０-９]))*％?")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_FULL = dict(zip(",;:?!", "，；：？！", strict=True))


def full(doc: Document) -> Document:
    """The same draft, read with full-width marks and half-width figures; every character stays at its place."""
    text = _HALF.sub(lambda found: _FULL[found[0]], doc.text)
    text = _BRACKETS.sub(_rounded, text)
    text = _FIGURE.sub(lambda found: found[0].translate(_HALF_WIDTH), text)
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
