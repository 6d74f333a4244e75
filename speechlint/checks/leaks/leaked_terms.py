"""Slogans and landmarks that name a place, and ordinals, left in an otherwise anonymised draft.

Options: ``entries``, each with ``id``, ``terms`` and ``place`` (whose they are), ``severity``; or
``blanked``: an expression for a number that is blanked in one place and kept in another
(第X次代表大会 / 第八次代表大会), with the group ``what`` for the words after it.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.blanks.anonymised import among, anonymised
from speechlint.finding import Hit, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


def compile(options: Node) -> dict[str, Any]:
    from speechlint.checks.options import severity
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import check_keys

    check_keys(options, {"entries": list}, ("entries",), RuleError)
    entries: dict[str, Any] = {}
    for node in options["entries"]:
        check_keys(
            node,
            {"id": str, "terms": list, "place": str, "severity": str},
            ("id", "terms", "place"),
            RuleError,
        )
        level = int(severity(node["severity"], node.where("severity"))) if "severity" in node else 0
        entries[node["id"]] = {"terms": list(node["terms"]), "place": node["place"], "severity": level}
    return {"entries": entries}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {name: frozenset(entry["terms"]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    speeches = anonymised(query.doc)
    for name, offsets in query.found.items() if speeches else ():
        entry = query.options["entries"][name]
        for offset in sorted(set(offsets)):
            if among(speeches, offset):
                term = max((t for t in entry["terms"] if query.doc.text.startswith(t, offset)), key=len)
                level = Severity(entry["severity"]) if entry["severity"] else None
                span = Span(offset, offset + len(term))
                yield Hit(span, {"place": entry["place"]}, entry=name, severity=level)
