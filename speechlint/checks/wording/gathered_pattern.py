"""A pattern whose matches are one finding: all its places, with one fix for all.

Options: ``entries`` with ``id``, ``pattern``, and ``fix`` (the replacement), ``safe``, ``words``, ``severity``;
``against``, an expression for the other way of writing it, and ``habit``: a text that never writes it the other
way has the habit. With ``habit: true`` only such a text is told, once, at the first place; with ``false``
only a text that has both. Matches do not cross a line of the reading text.
"""

from __future__ import annotations

from speechlint.checks.wording.pattern import compiled, matches, reach
from speechlint.document import Span
from speechlint.errors import RuleError
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

_ENTRY: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "pattern": str,
    "fix": str,
    "safe": bool,
    "words": dict,
    "severity": str,
    "against": str,
    "habit": bool,
}


def compile(options: Node) -> dict[str, Any]:
    from speechlint.checks.options import severity
    from speechlint.files.yamlfile import check_keys
    from speechlint.gates.literals import required
    from speechlint.gates.patterns import check_template, compiles

    check_keys(options, {"entries": list}, ("entries",), RuleError)
    entries: dict[str, Any] = {}
    for node in options["entries"]:
        check_keys(node, _ENTRY, ("id", "pattern"), RuleError)
        for key in ("pattern", "against"):
            compiles(node.get(key, ""), node.where(key))
        if node.get("fix"):
            check_template(node["fix"], node["pattern"], node.where("fix"))
        entries[node["id"]] = {
            "pattern": node["pattern"],
            "reach": reach(node["pattern"], required(node["pattern"])),
            "against": node.get("against"),
            "habit": node.get("habit", False),
            "fix": node.get("fix"),
            "safe": node.get("safe", False),
            "words": dict(node.get("words", {})),
            "severity": int(severity(node["severity"], node.where("severity"))) if "severity" in node else 0,
        }
    return {"entries": entries}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["pattern"]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    for name in query.found:
        entry = query.options["entries"][name]
        near = matches(query.doc, compiled(entry["pattern"]), query.found[name], entry["reach"])
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
    habit = not compiled(entry["against"]).search(doc.text)
    return bool(habit == entry["habit"])
