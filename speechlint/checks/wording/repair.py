"""What the restoring of the text had to repair.

Options: ``kinds``, the kinds of repair that are told; ``grouped``: true for one finding a draft,
with every place an occurrence, false for a finding a place; ``safe``: false where the fix of a sure
repair still wants an eye on it; ``format``: only told in ``text`` or ``markdown`` drafts.
"""

from __future__ import annotations

from speechlint.errors import RuleError
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.document import Document, Repair
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


def compile(options: Node) -> dict[str, Any]:
    from speechlint.files.yamlfile import check_keys

    check_keys(options, {"kinds": list, "grouped": bool, "safe": bool, "format": str}, ("kinds",), RuleError)
    return {
        "kinds": list(options["kinds"]),
        "grouped": options.get("grouped", True),
        "safe": options.get("safe", True),
        "format": options.get("format"),
    }


def check(query: Query) -> Iterator[Hit]:
    if not query.doc.repairs or query.options["format"] not in (None, query.doc.format):
        return
    kinds = query.options["kinds"]
    found = [*{repair.span: repair for repair in query.doc.repairs if repair.kind in kinds}.values()]
    if found and query.options["grouped"]:
        yield _group(query.doc, found, query.options["safe"])
    elif found:
        for repair in found:
            words = {"reading": repair.reading, "damaged": query.doc.source[slice(*repair.span)]}
            yield Hit(repair.span, words, _fixes(repair), in_source=True)


def _group(doc: Document, found: list[Repair], safe: bool) -> Hit:
    edits = tuple(Edit(r.span, r.reading) for r in found if r.reading != doc.source[slice(*r.span)])
    damaged = doc.source[slice(*found[0].span)]
    words = {"count": str(len(found)), "reading": found[0].reading, "damaged": damaged}
    fixes = (Fix(edits, safe and all(repair.sure for repair in found)),) if edits else ()
    return Hit(found[0].span, words, fixes, occurrences=tuple(r.span for r in found), in_source=True)


def _fixes(repair: Repair) -> tuple[Fix, ...]:
    readings = (repair.reading, *(c for c in repair.candidates if c != repair.reading))
    return tuple(Fix((Edit(repair.span, reading),), repair.sure, f"读作“{reading}”") for reading in readings)
