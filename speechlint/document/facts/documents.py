"""Documents in 《》."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_TITLE = regex.later("《[^《》\n]{1,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》(?:（[^（）\n]{1,20}号）)?")


def seen(doc: Document) -> Iterator[Seen]:
    """The documents, books and songs named, with their number behind them."""
    for found in _TITLE.finditer(doc.text):
        yield Seen("document", found[0], "", Span(*found.span()))
