"""Regular expressions and word lists, each run only where one of its literals stands.

Options: ``entries``, each with ``id`` and

- ``pattern`` (a regular expression; a group named ``at`` narrows the span; named groups fill the
  message; ``rulebook.fragments`` says how it may be written in parts) or ``terms`` (words as they are);
- ``except``: expressions; a match that overlaps the hit cancels it;
- ``unless``: an expression; found in the hit's sentence, within 500 characters, it cancels it;
- ``unless_before``: the same, on the line within 200 characters before the hit;
- ``outside``: ``title`` (《》), ``quote`` (“”): hits inside these are none;
- ``fix``: the replacement (``\\g<name>`` allowed), ``safe: true`` where it needs no eye on it;
- ``words`` for the message, ``severity``, ``source``, ``format`` (text, markdown), ``default``.

``except``, ``outside`` and ``format`` may also stand beside ``entries``, for all of them; so may
``exclusive: true``: of hits that overlap only the one that begins first, then the longest, speaks.
Matches do not cross a line of the reading text.
"""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document import Span
from speechlint.document.quotations import inside
from speechlint.errors import RuleError
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

_SHARED: dict[str, type | tuple[type, ...]] = {"except": list, "outside": list, "format": str}
_ENTRY: dict[str, type | tuple[type, ...]] = {
    **_SHARED,
    "id": str,
    "pattern": str,
    "terms": list,
    "unless": str,
    "unless_before": str,
    "fix": str,
    "safe": bool,
    "words": dict,
    "severity": str,
    "source": (str, dict),
    "default": bool,
}
_OUTSIDE = ("title", "quote")
_EDGES = "\n"
BEGINS = -1  # the reach of a pattern every match of which begins with a literal
_MARGIN = 32  # what a lookahead may ask for beyond the end of a match
_WIDEST = 500
_BEFORE = 200


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """``^`` and ``$`` are a line's, not the draft's."""
    return regex.compile(expression, regex.MULTILINE)


def compile(options: Node) -> dict[str, Any]:
    """Strict options → ``{entries: {id: entry}, ungated: [id, …], exclusive}``."""
    from speechlint.files.yamlfile import check_keys

    check_keys(options, {**_SHARED, "entries": list, "exclusive": bool}, ("entries",), RuleError)
    shared = {key: options[key] for key in _SHARED if key in options}
    entries: dict[str, Any] = {}
    for node in options["entries"]:
        check_keys(node, _ENTRY, ("id",), RuleError)
        if node["id"] in entries:
            raise RuleError(f"{node.where('id')}: 条目“{node['id']}”写了两次")
        entries[node["id"]] = _entry(node, shared)
    gates = _gates(entries)
    for name, entry in entries.items():
        entry["reach"] = reach(entry["pattern"], gates[name])
    ungated = [name for name, gate in gates.items() if gate is None]
    return {"entries": entries, "ungated": ungated, "exclusive": options.get("exclusive", False)}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return _gates(options["entries"])


def _gates(entries: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["pattern"], edges=_EDGES) for name, entry in entries.items()}


def check(query: Query) -> Iterator[Hit]:
    return _apart(_hits(query)) if query.options["exclusive"] else _hits(query)


def _apart(hits: Iterator[Hit]) -> Iterator[Hit]:
    end = -1
    for hit in sorted(hits, key=lambda h: (h.span.start, -h.span.end)):
        if hit.span.start >= end:
            end = hit.span.end
            yield hit


def _hits(query: Query) -> Iterator[Hit]:
    doc, entries = query.doc, query.options["entries"]
    for name in (*query.found, *query.options["ungated"]):
        entry = entries[name]
        if entry["format"] and entry["format"] != doc.format:
            continue
        for match in matches(doc, compiled(entry["pattern"]), query.found.get(name), entry["reach"]):
            hit = _hit(doc, name, entry, match)
            if hit:
                yield hit


def matches(
    doc: Document, pattern: re.Pattern[str], offsets: Sequence[int] | None, reach: int
) -> Iterator[re.Match[str]]:
    """All matches on the lines where a literal stands (everywhere, for a pattern without one).

    With ``reach``, that far around the literals is looked at; a match that only ends where the looking does is none.
    With ``BEGINS``, only where they stand.
    """
    if offsets is None:
        return pattern.finditer(doc.text)
    return _begun(doc, pattern, offsets) if reach == BEGINS else _near(doc, pattern, offsets, reach)


def _begun(doc: Document, pattern: re.Pattern[str], offsets: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at ``offsets``."""
    text, match_at = doc.text, pattern.match
    done, line_end = 0, -1
    for offset in offsets:
        if offset < done:
            continue
        if offset > line_end:
            line_end = text.find("\n", offset)
            if line_end < 0:
                line_end = len(text)
        match = match_at(text, offset, line_end)
        if match:
            done = match.end()
            yield match


def _near(
    doc: Document, pattern: re.Pattern[str], offsets: Sequence[int], reach: int
) -> Iterator[re.Match[str]]:
    text, search = doc.text, pattern.search
    for start, end, cut in _windows(doc, offsets, reach):
        first = search(text, start, end)
        if first is None:  # mostly
            continue
        for match in pattern.finditer(text, first.start(), end):
            if match.end() <= cut:
                yield match


def _windows(doc: Document, offsets: Sequence[int], reach: int) -> list[tuple[int, int, int]]:
    """What to search around literals, and where a match may end at the latest."""
    windows: list[tuple[int, int, int]] = []
    starts = doc.line_starts
    line_start, line_end, at = 0, -1, 0
    last = -1
    for offset in offsets:
        if offset > line_end:
            at = bisect_right(starts, offset, at)
            line_start, line_end = starts[at - 1], (starts[at] if at < len(starts) else len(doc.text) + 1) - 1
        elif not reach:
            continue
        start, end, cut = line_start, line_end, line_end
        if reach:
            if offset - reach > start:
                start = offset - reach
            if offset + reach < end:
                end, cut = offset + reach, offset + reach - _MARGIN
        if start <= last:
            start = windows.pop()[0]
        windows.append((start, end, cut))
        last = end
    return windows


def _hit(doc: Document, name: str, entry: Mapping[str, Any], match: re.Match[str]) -> Hit | None:
    groups = match.groupdict()
    span = Span(*match.span("at" if groups.pop("at", None) is not None else 0))
    if span.start == span.end or _excused(doc, entry, span):
        return None
    words = {key: value or "" for key, value in groups.items()}
    fix = ""
    fixes: tuple[Fix, ...] = ()
    if entry["fix"] is not None:
        fix = regex.expand(match, entry["fix"])
        fixes = (Fix((Edit(span, fix),), entry["safe"]),)
    return Hit(
        span,
        {"fix": fix, **entry["words"], **words},
        fixes,
        entry=name,
        severity=Severity(entry["severity"]) if entry["severity"] else None,
        source=entry["source"],
        off=not entry["default"],
    )


def _excused(doc: Document, entry: Mapping[str, Any], span: Span) -> bool:
    if entry["outside"] and any(inside(doc, span, kind) for kind in entry["outside"]):
        return True
    if entry["unless"]:
        start, end = doc.sentence_at(span.start)
        around = max(start, span.start - _WIDEST), min(end, span.end + _WIDEST)
        if compiled(entry["unless"]).search(doc.text, *around):
            return True
    if not (entry["unless_before"] or entry["except"]):
        return False
    line = doc.line_at(span.start)
    before = max(line.start, span.start - _BEFORE), span.start
    if entry["unless_before"] and compiled(entry["unless_before"]).search(doc.text, *before):
        return True
    near = max(line.start, span.start - 40), min(line.end, span.end + 40)
    return any(
        span.overlaps(match.span())
        for exception in entry["except"]
        for match in compiled(exception).finditer(doc.text, *near)
    )


def _entry(node: Node, shared: Mapping[str, Any]) -> dict[str, Any]:
    from speechlint.checks.options import authority, severity
    from speechlint.gates.patterns import check_template, compiles

    merged = {**shared, **node}
    merged["except"] = [*shared.get("except", ()), *node.get("except", ())]
    outside = list(merged.get("outside", ()))
    for kind in outside:
        if kind not in _OUTSIDE:
            raise RuleError(f"{node.where('outside')}: “outside”只认 {'、'.join(_OUTSIDE)}")
    pattern = _pattern(node)
    for expression in (pattern, merged.get("unless", ""), merged.get("unless_before", ""), *merged["except"]):
        compiles(expression, node.where("pattern"))
    if merged.get("fix"):
        check_template(merged["fix"], pattern, node.where("fix"))
    return {
        "pattern": pattern,
        "except": merged["except"],
        "outside": outside,
        "unless": merged.get("unless"),
        "unless_before": merged.get("unless_before"),
        "fix": merged.get("fix"),
        "safe": merged.get("safe", False),
        "words": dict(merged.get("words", {})),
        "severity": int(severity(node["severity"], node.where("severity"))) if "severity" in node else 0,
        "source": authority(node["source"], node.where("source")) if "source" in node else None,
        "format": merged.get("format"),
        "default": merged.get("default", True),
    }


def _pattern(node: Node) -> str:
    if ("pattern" in node) == ("terms" in node):
        raise RuleError(f"{node.where()}: 条目“{node['id']}”应有“pattern”或“terms”之一")
    if "pattern" in node:
        return str(node["pattern"])
    return "|".join(regex.escape(term) for term in sorted(node["terms"], key=lambda t: (-len(t), t)))


def reach(pattern: str, literals: frozenset[str] | None) -> int:
    """How far from one of its ``literals`` to look for a match and what it looks at; 0 where there is no bound,
    ``BEGINS`` where every match begins with one."""
    from speechlint.gates.literals import begins, widest

    if literals and begins(pattern, literals, edges=_EDGES):
        return BEGINS
    width = widest(pattern)
    return 2 * width + 2 * _MARGIN if width <= _WIDEST else 0
