"""Passages that stand twice: sentences word for word, paragraphs nearly so, clauses side by side.

Linear in the text: what is compared are whole sentences and clauses.
"""

from __future__ import annotations

from speechlint.checks.repeats.screens import SCREENS
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.finding import Hit

ABOUT = "写了两遍的句子、段落和分句"
_OF = {
    "passage": ("一句以上一字不差", "a sentence or more, word for word"),
    "paragraph": ("一段的大半在另一段里也有", "most of its clauses stand in another one"),
    "clause": ("接连写了两遍", "twice in a row"),
}


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {"of": Option("word", "哪一种", "what is looked at", required=True, of=_OF)}


def check(query: Query) -> Iterator[Hit]:
    kind = query.options["of"]
    if not SCREENS[kind](query.doc):
        return
    from speechlint.checks.repeats import twice

    tell = {"passage": twice.passages, "paragraph": twice.paragraphs, "clause": twice.clauses}[kind]
    yield from tell(query.doc, query.between)
