"""A pattern whose matches are one finding: all its places, with one fix for all.

Matches do not cross a line of the reading text.
"""

from __future__ import annotations

from speechlint.checks.wording.pattern import matches, reach
from speechlint.document import Span
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


ABOUT = "各处合成一条说的句式，一次全改"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import FIX, SAFE, SEVERITY, WORDS, Option

    return {
        "entries": Option(
            "entries",
            "句式",
            "patterns",
            required=True,
            table={
                "pattern": Option("pattern", "正则式", "a regular expression", required=True),
                "against": Option(
                    "pattern", "另一种写法的正则式", "an expression for the other way of writing it"
                ),
                "habit": Option(
                    "flag",
                    "true：只说从不用另一种写法的稿子，一次；false：只说两种都用的",
                    "true: only a text that never writes it the other way is told, once; false: only one that has both",
                ),
                "fix": FIX,
                "safe": SAFE,
                "words": WORDS,
                "severity": SEVERITY,
            },
        )
    }


def prepare(options: Node) -> dict[str, Any]:
    """The entries, each with how far around its literals to look."""
    return {"entries": {name: _prepared(entry) for name, entry in options["entries"].items()}}


def _prepared(entry: Node) -> dict[str, Any]:
    from speechlint.gates.literals import required
    from speechlint.gates.patterns import check_template

    check_template(entry["fix"] or "", entry["pattern"], entry.where("fix"))
    return {**entry, "reach": reach(entry["pattern"], required(entry["pattern"]))}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["pattern"]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    for name in query.found:
        entry = query.options["entries"][name]
        near = matches(
            query.doc, regex.compile(entry["pattern"], regex.MULTILINE), query.found[name], entry["reach"]
        )
        found = [match for match in near if match.group()]
        if not found or not _fits(query.doc, entry):
            continue
        spans = tuple(Span(*match.span()) for match in found)
        fixes: tuple[Fix, ...] = ()
        if entry["fix"] is not None:
            edits = tuple(Edit(s, regex.expand(m, entry["fix"])) for s, m in zip(spans, found, strict=True))
            fixes = (Fix(edits, entry["safe"]),)
        yield Hit(
            spans[0],
            {"what": "", "times": str(len(spans)), **entry["words"]},
            fixes,
            entry=name,
            severity=Severity(entry["severity"]) if entry["severity"] else None,
            occurrences=() if entry["habit"] else spans,
        )


def _fits(doc: Document, entry: Mapping[str, Any]) -> bool:
    """Whether the text's other places agree with what the entry is about: the habit, or the mixture."""
    if entry["against"] is None:
        return True
    habit = not regex.compile(entry["against"], regex.MULTILINE).search(doc.text)
    return bool(habit == entry["habit"])
