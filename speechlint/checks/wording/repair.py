"""What the restoring of the text had to repair."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, made_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document, Repair


ABOUT = "复原文字时修好的地方"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import FORMAT, Option

    return {
        "kinds": Option("words", "报复原时修好的哪几类", "the kinds of repair that are told", required=True),
        "grouped": Option(
            "flag",
            "true：一篇一条，各处都列；false：一处一条",
            "true: one finding a draft, with every place; false: a finding a place",
            default=True,
        ),
        "safe": Option(
            "flag",
            "false：有把握的也要看一眼再改",
            "false: the fix of a sure repair still wants an eye on it",
            default=True,
        ),
        "format": FORMAT,
    }


def check(query: Query) -> Iterator[Hit]:
    if not query.doc.repairs or query.options["format"] not in (None, query.doc.format):
        return
    kinds = query.options["kinds"]
    if _kinds(query.doc).isdisjoint(kinds):
        return
    found = _outermost(repair for repair in query.doc.repairs if repair.kind in kinds)
    if found and query.options["grouped"]:
        yield _group(query.doc, found, query.options["safe"])
    elif found:
        for repair in found:
            words = {"reading": repair.reading, "damaged": query.doc.source[slice(*repair.span)]}
            yield Hit(repair.span, words, _fixes(repair), in_source=True)


@lru_cache(maxsize=1)
def _kinds(doc: Document) -> frozenset[str]:
    return frozenset([repair.kind for repair in doc.repairs])


def _outermost(repairs: Iterable[Repair]) -> list[Repair]:
    """Those that lie in no other; of several at one place the last, which reads what the others left."""
    every = [(repair[1][0], -repair[1][1], -at, repair) for at, repair in enumerate(repairs)]
    every.sort()
    found: list[Repair] = []
    past = 0
    for start, end, _, repair in every:
        if not found or start >= past:
            found.append(repair)
            past = -end
    return found


def _group(doc: Document, found: list[Repair], safe: bool) -> Hit:
    source = doc.source
    edits = tuple(
        [
            made_of(Edit, (span, reading))
            for _, span, reading, *_ in found
            if reading != source[span[0] : span[1]]
        ]
    )
    damaged = doc.source[slice(*found[0].span)]
    words = {"count": str(len(found)), "reading": found[0].reading, "damaged": damaged}
    spans = tuple(map(_shown, found))
    breaks = edits and all(edit.text == "\n" for edit in edits)
    titles = ("另起一段", "start a new paragraph") if breaks else ("", "")
    fixes = (Fix(edits, safe and all(repair.sure for repair in found), *titles),) if edits else ()
    return Hit(spans[0], words, fixes, occurrences=spans, in_source=True)


def _shown(repair: Repair) -> Span:
    """Where it is told: a line break with the character before it, as nobody sees a break alone."""
    start, end = repair.span
    return Span(start - 1, end) if repair.kind == "wrap" and start else repair.span


def _fixes(repair: Repair) -> tuple[Fix, ...]:
    readings = (repair.reading, *(c for c in repair.candidates if c != repair.reading))
    return tuple(
        Fix((Edit(repair.span, reading),), repair.sure, f"读作“{reading}”", f"read “{reading}”")
        for reading in readings
    )
