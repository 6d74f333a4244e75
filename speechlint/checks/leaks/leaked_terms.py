"""Slogans and landmarks that name a place, left in an otherwise anonymised draft."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.blanks.anonymised import among, anonymised
from speechlint.finding import Hit, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any


ABOUT = "已隐去地名的稿里，一看就知道是哪里的词语"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import SEVERITY, Option

    return {
        "entries": Option(
            "entries",
            "一看就知道是哪里的词语",
            "what names a place",
            required=True,
            table={
                "terms": Option("words", "词语", "the words", required=True),
                "place": Option("text", "是哪里的", "whose they are", required=True),
                "severity": SEVERITY,
            },
        )
    }


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
