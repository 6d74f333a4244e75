"""The outline of a draft as an editor lists it, with what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from speechlint import Severity, Span
from speechlint.lsp.shown import range_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.api.editing import Heading
    from speechlint.lsp.text import Text

_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}
_WORDS = {"zh": ("（没有标题）", "{} 字"), "en": ("(no title)", "{} chars")}


def symbols(headings: Iterable[Heading], text: Text, units: str, lang: str) -> list[types.DocumentSymbol]:
    """What the editor lists of the headings in a text."""
    return [_symbol(one, text, units, lang) for one in headings]


def _symbol(one: Heading, text: Text, units: str, lang: str) -> types.DocumentSymbol:
    untitled, size = _WORDS[lang]
    wrong = [f"{_SIGNS[finding.severity]} {finding.message}" for finding in one.findings]
    share = f"{round(100 * one.share)}%" if one.share < 1 else ""
    start = min(max(one.head.start, one.span.start), one.span.end)
    head = Span(start, max(start, min(one.head.end, one.span.end)))
    return types.DocumentSymbol(
        name=one.title or untitled,
        detail="  ".join(filter(None, (size.format(one.characters), share, *wrong))),
        kind=types.SymbolKind.String,
        range=range_of(text, one.span, units),
        selection_range=range_of(text, head, units),
        children=symbols(one.parts, text, units, lang),
    )
