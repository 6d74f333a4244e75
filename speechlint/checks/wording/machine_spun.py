"""Machine-spun text: fixed words replaced by near-synonyms throughout (科学开展观, 效劳大局, 平安消费).

One finding a draft, with all places.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


ABOUT = "机器改写的稿：固定词语换成了近义词"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "pairs": Option(
            "mapping", "被换成的写法和原来的词", "the spun form and what it stood for", required=True
        ),
        "least": Option(
            "number", "至少有几个不同的才报", "how many different ones must agree", required=True
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The pairs, and how long the spun forms are, the longest first."""
    pairs = dict(options["pairs"])
    return {
        "pairs": pairs,
        "least": options["least"],
        "sizes": sorted({len(spun) for spun in pairs}, reverse=True),
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(options["pairs"])}


def check(query: Query) -> Iterator[Hit]:
    pairs, least, text = query.options["pairs"], query.options["least"], query.doc.text
    offsets = sorted(set(query.found[""]))
    if len(offsets) < least:  # mostly
        return
    spans = [
        Span(at, at + size)
        for at in offsets
        for size in query.options["sizes"]
        if text[at : at + size] in pairs
    ]
    kept = [
        span
        for span in spans
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
    ]
    met = list(dict.fromkeys([query.doc[span] for span in kept]))
    if len(met) < least:
        return
    shown = "、".join(f"{spun}←{pairs[spun]}" for spun in met[:3])
    yield Hit(kept[0], {"count": str(len(kept)), "shown": shown}, occurrences=tuple(kept))
