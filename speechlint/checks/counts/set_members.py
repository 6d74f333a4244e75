"""Members of a fixed set that stand together: their order, and the one left out.

Options: ``entries``, each with ``id`` and

- ``members``: expressions in their order, or mappings ``{word, since}`` for a member that came later;
- ``join``: what may stand between two members (by default a comma of either kind, 和, 与, 及);
- ``least``: how many members make the set (by default all of them, for the order);
- ``complete``: the severity at which a missing member is told (none by default), ``tail: true`` also
  where it is the last; ``before``, ``after``: expressions right before and after the members, without
  which nothing is told;
- ``valid_from``: since when the set is fixed; ``excuse``: contexts (``document.contexts``);
- ``severity``, ``source``, ``default``, ``checked``, ``review`` as in ``formulation``.

The message may use ``wording``, ``state`` and ``state_en``.
"""

from __future__ import annotations

from speechlint.checks.wording.pattern import compiled, matches
from speechlint.document import Span
from speechlint.document.contexts import CONTEXTS, excused, place
from speechlint.document.dates import judged_day, own_date
from speechlint.errors import RuleError
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

_REACH = 300
_UNSHOWN = regex.later(r"\(\?[<!=:]+[^)]*\)|[“”]|\?")
_BESIDE = regex.later(r"\(\?(?:=|!|<[=!])")
_JOIN = "[、，,]?(?:和|与|及|以及)?"
_ENTRY: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "members": list,
    "join": str,
    "least": int,
    "complete": str,
    "tail": bool,
    "before": str,
    "after": str,
    "valid_from": str,
    "excuse": list,
    "severity": str,
    "source": (str, dict),
    "default": bool,
    "checked": str,
    "review": str,
}


def compile(options: Node) -> dict[str, Any]:
    """Strict options → ``{entries: {id: entry}}``."""
    from speechlint.files.yamlfile import check_keys

    check_keys(options, {"entries": list, "excuse": list}, ("entries",), RuleError)
    shared = list(options.get("excuse", ()))
    return {"entries": {node["id"]: _entry(node, shared) for node in options["entries"]}}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["run"]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    entries = query.options["entries"]
    for name in filter(query.found.get, entries):
        entry, offsets = entries[name], query.found[name]
        if len(offsets) < entry["fewest"]:  # mostly one member alone
            continue
        for match in matches(query.doc, compiled(entry["run"]), offsets, _REACH):
            hit = _hit(query, name, entry, Span(*match.span("at")))
            if hit:
                yield hit


def _hit(query: Query, name: str, entry: Mapping[str, Any], span: Span) -> Hit | None:
    day = judged_day(query.doc, query.as_of, span.start)
    if entry["valid_from"] and day < entry["valid_from"]:
        return None
    here = _standing(query.doc.text, entry, span)
    order = [number for number, _ in here]
    if len(set(order)) < entry["least"]:
        return None
    span = Span(here[0][1].start, here[-1][1].end)
    told = _misordered(query, entry, here)
    lacks = _incomplete(query, entry, sorted(order) if told else order, span, day)
    if told and lacks:
        told = (*told[:3], ())  # in order it would still lack something
    told = told or lacks
    if not told or _is_excused(query, entry, span, day):
        return None
    severity, state, state_en, fixes = told
    words = {
        "wording": query.doc[span].replace("“", "‘").replace("”", "’"),
        "state": state,
        "state_en": state_en,
    }
    return Hit(span, words, fixes, name, severity, entry["source"], off=not entry["default"])


_Told = tuple[Severity | None, str, str, tuple[Fix, ...]]


def _standing(text: str, entry: Mapping[str, Any], span: Span) -> list[tuple[int, Span]]:
    """The members in the span, by number and place."""
    found = compiled(entry["each"]).finditer(text, *span)
    return [(int(match.lastindex or 1) - 1, Span(*match.span())) for match in found]


def _misordered(query: Query, entry: Mapping[str, Any], here: list[tuple[int, Span]]) -> _Told | None:
    order = [number for number, _ in here]
    if order == sorted(set(order)) or len(set(order)) < len(order):
        return None
    text = query.doc.text
    right = sorted(here)
    words = [text[span.start : span.end] for _, span in right]
    edits = tuple(
        Edit(old, new) for (_, old), new in zip(here, words, strict=True) if text[slice(*old)] != new
    )
    severity = Severity(entry["severity"]) if entry["severity"] else None
    return severity, f"次序应为：{'、'.join(words)}", f"the order is {'、'.join(words)}", (Fix(edits),)


def _incomplete(
    query: Query, entry: Mapping[str, Any], order: list[int], span: Span, day: str
) -> _Told | None:
    if not entry["complete"] or order != sorted(set(order)):
        return None
    last = len(entry["members"]) if entry["tail"] else order[-1]
    missing = [n for n in range(last) if n not in order and entry["since"][n] <= day and n > order[0]]
    sentence = query.doc.sentence_at(span.start)
    near = query.doc.text[max(sentence.start, span.start - _REACH) : min(sentence.end, span.end + _REACH)]
    missing = [n for n in missing if not compiled(entry["members"][n]).search(near)]
    if not missing:
        return None
    names = "、".join(entry["names"][n] for n in missing)
    return Severity(entry["complete"]), f"缺“{names}”", f"{names} is missing", ()


def _is_excused(query: Query, entry: Mapping[str, Any], span: Span, day: str) -> bool:
    own = own_date(query.doc, span.start)
    return excused(place(query.doc, span, (own or day)[:4], ""), entry["excuse"])


def _entry(node: Node, shared: list[str]) -> dict[str, Any]:
    from speechlint.checks.options import authority, severity
    from speechlint.files.yamlfile import check_keys
    from speechlint.gates.patterns import compiles

    check_keys(node, _ENTRY, ("id", "members"), RuleError)
    members = [m if isinstance(m, str) else m["word"] for m in node["members"]]
    any_ = "|".join(f"(?:{m})" for m in members)
    join = node.get("join", _JOIN)
    run = f"{node.get('before', '')}(?P<at>(?:{any_})(?:{join}(?:{any_})){{1,{len(members)}}}){node.get('after', '')}"
    for expression in (run, *members):
        compiles(expression, node.where("members"))
    excuse = list(node.get("excuse", shared))
    for kind in excuse:
        if kind not in CONTEXTS:
            raise RuleError(f"{node.where('excuse')}: “excuse”只认 {'、'.join(CONTEXTS)}")
    least = node.get("least", len(members))
    return {
        "run": run,
        "fewest": _fewest(run, members, least),
        "each": "|".join(f"({m})" for m in members),
        "members": members,
        "names": [_shown(m) for m in members],
        "since": ["" if isinstance(m, str) else m.get("since", "") for m in node["members"]],
        "least": least,
        "complete": int(severity(node["complete"], node.where("complete"))) if "complete" in node else 0,
        "tail": node.get("tail", False),
        "valid_from": node.get("valid_from", ""),
        "excuse": excuse,
        "severity": int(severity(node["severity"], node.where("severity"))) if "severity" in node else 0,
        "source": authority(node["source"], node.where("source")) if "source" in node else None,
        "default": node.get("default", True),
    }


def _fewest(run: str, members: list[str], least: int) -> int:
    """How many literals of its gate stand at least in a run that counts: one a member, where each holds its own."""
    from speechlint.gates.literals import required

    gate = required(run) or frozenset()
    held = ((required(member) or {""}) <= gate and not _BESIDE.search(member) for member in members)
    return max(2, least) if all(held) else 1


def _shown(member: str) -> str:
    """The words of a member's expression: the first of its alternatives, without optional marks."""
    plain = _UNSHOWN.sub("", member)
    return plain.strip("()?:").split("|")[0]
