"""The options of ``line``, read strictly into plain data; only when rules are compiled."""

from __future__ import annotations

from speechlint.errors import RuleError
from speechlint.files.yamlfile import check_keys
from speechlint.gates.literals import required
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

_ENTRY: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "pattern": str,
    "terms": list,
    "along": str,
    "gate": list,
    "share": (int, float),
    "longest": int,
    "place": str,
    "whole": bool,
    "except": list,
    "unless": str,
    "remove": bool,
    "safe": bool,
    "words": dict,
    "severity": str,
    "source": (str, dict),
    "format": str,
    "default": bool,
    "between": bool,
}
_EDGES = "\n \u3000\xa0\t"  # the line's ends, blanks apart
_FRONT = regex.later(r"\A(?:(?:\[\^?(?:\\.|[^\]\\])+\]|\\s)(?:\{0,\d+\}|[?*]))*(?![?+*])")
_PLACES = ("head", "tail", "edge")


def entries(options: Node) -> dict[str, Any]:
    """Strict options → ``{entries: {id: entry}, between: id or ""}``."""
    check_keys(options, {"entries": list}, ("entries",), RuleError)
    made: dict[str, Any] = {}
    between = ""
    for node in options["entries"]:
        check_keys(node, _ENTRY, ("id",), RuleError)
        if node["id"] in made:
            raise RuleError(f"{node.where('id')}: 条目“{node['id']}”写了两次")
        between = node["id"] if node.get("between") else between
        made[node["id"]] = _entry(node)
    return {"entries": made, "between": between}


def _entry(node: Node) -> dict[str, Any]:
    from speechlint.checks.options import authority, severity  # it imports the checks
    from speechlint.gates.patterns import compiles

    if node.get("place") not in (None, *_PLACES):
        raise RuleError(f"{node.where('place')}: “place”只认 {'、'.join(_PLACES)}")
    pattern = _pattern(node)
    for expression in (pattern, node.get("unless", ""), node.get("along", ""), *node.get("except", ())):
        compiles(expression, node.where("pattern"))
    return {
        "pattern": pattern,
        "core": _core(pattern),
        "along": node.get("along"),
        "gate": _gate(node, pattern),
        "share": node.get("share", 0),
        "longest": node.get("longest", 0),
        "place": node.get("place", ""),
        "whole": node.get("whole", "share" in node),
        "except": list(node.get("except", ())),
        "unless": node.get("unless"),
        "remove": node.get("remove", False),
        "safe": node.get("safe", False),
        "words": dict(node.get("words", {})),
        "severity": int(severity(node["severity"], node.where("severity"))) if "severity" in node else 0,
        "source": authority(node["source"], node.where("source")) if "source" in node else None,
        "format": node.get("format"),
        "default": node.get("default", True),
    }


def _pattern(node: Node) -> str:
    if sum(key in node for key in ("pattern", "terms", "between")) != 1:
        raise RuleError(f"{node.where()}: 条目“{node['id']}”应有“pattern”“terms”“between”之一")
    if "between" in node:
        return ""
    terms = sorted(node.get("terms", ()), key=lambda term: (-len(term), term))
    return str(node["pattern"]) if "pattern" in node else "|".join(map(regex.escape, terms))


def _core(pattern: str) -> str:
    """What every match holds: the pattern without what may, but need not, stand before the rest of it.

    ``[^。]{0,40}`` at its front is tried at each place anew, at a cost that few lines are worth.
    """
    return _FRONT.sub("", pattern)


def _gate(node: Node, pattern: str) -> list[str]:
    """Words one of which every match holds."""
    known = node.get("gate") or (required(pattern, edges=_EDGES) if pattern else ())
    if known is None:
        raise RuleError(f"{node.where()}: 条目“{node['id']}”里没有必现的字词；请把它写得具体些")
    return sorted(known)
