"""Regular expressions and word lists, each run only where one of its literals stands.

A group named ``at`` narrows the span, and ``lead`` and ``rest`` are what else was matched; named groups fill the message; ``rulebook.fragments`` says how an expression
may be written in parts. ``^`` and ``$`` are a line's, not the draft's; matches do not cross a line of the
reading text.
"""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document import Span
from speechlint.document.quotations import inside
from speechlint.document.words import is_torn
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "正则式和词语"


def entry_options() -> Table:
    """What an entry may say."""
    from speechlint.checks.options import DEFAULT, FIX, FORMAT, GRADE, SAFE, SEVERITY, SOURCE, WORDS, Option

    return {
        "pattern": Option(
            "pattern", "正则式；叫 at 的组是要报的字", "a regular expression; a group named at is the span"
        ),
        "terms": Option("words", "词语", "words as they are"),
        "except": Option(
            "patterns", "与它重叠的不算", "a match that overlaps the hit cancels it", beside="more"
        ),
        "unless": Option(
            "pattern",
            "句中（前后 500 字内）有它就不算",
            "found in the sentence, within 500 characters, it cancels",
        ),
        "unless_before": Option(
            "pattern",
            "同一行前 200 字里有它就不算",
            "found on the line, within 200 characters before, it cancels",
        ),
        "outside": Option(
            "some",
            "在这些里面的不算",
            "hits inside these are none",
            of={"title": ("书名号", "《》"), "quote": ("引号", "“”")},
            beside="instead",
        ),
        "fix": FIX,
        "safe": SAFE,
        "words": WORDS,
        "severity": SEVERITY,
        "source": SOURCE,
        "grade": GRADE,
        "format": FORMAT._replace(beside="instead"),
        "default": DEFAULT,
    }


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "entries": Option(
            "entries",
            "句式和词语",
            "patterns and words",
            required=True,
            table=entry_options(),
            one_of=("pattern", "terms"),
        ),
        "exclusive": Option(
            "flag",
            "true：重叠的只报最先、最长的",
            "true: of hits that overlap only the one that begins first, then the longest, speaks",
        ),
        "whole": Option(
            "flag",
            "true：从中间断开、两半各和旁边的字成词的不算（严惩|制造）",
            "true: a hit is none where one word ends in it and another begins",
        ),
        "either": Option(
            "flag",
            "true：式子里的全角标点，半角的也算：，也是,",
            "true: a full-width mark in an expression is the half-width one as well",
        ),
    }


_EDGES = "\n"
BEGINS = -1  # the reach of a pattern every match of which begins with a literal
_MARGIN = 32  # what a lookahead may ask for beyond the end of a match
_WIDEST = 500
_BEFORE = 200


def prepare(options: Node) -> dict[str, Any]:
    """The entries with their expressions, and the names of those that no literal gates."""
    entries = {name: _prepared(entry) for name, entry in options["entries"].items()}
    if options["either"]:
        entries = {name: _with_either(entry) for name, entry in entries.items()}
    keys = gates({"entries": entries})
    for name, entry in entries.items():
        entry["reach"] = reach(entry["pattern"], keys[name])
    ungated = [name for name, literals in keys.items() if literals is None]
    return {
        "entries": entries,
        "ungated": ungated,
        **{name: options[name] for name in ("exclusive", "whole")},
    }


def _prepared(entry: Node) -> dict[str, Any]:
    from speechlint.gates.patterns import any_of, check_template

    pattern = entry["pattern"] or any_of(entry["terms"])
    check_template(entry["fix"] or "", pattern, entry.where("fix"))
    return {**{key: entry[key] for key in entry_options() if key != "terms"}, "pattern": pattern}


def _with_either(entry: dict[str, Any]) -> dict[str, Any]:
    from speechlint.gates.marks import either

    made = {name: entry[name] and either(entry[name]) for name in ("pattern", "unless", "unless_before")}
    return {**entry, **made, "except": [either(one) for one in entry["except"]]}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["pattern"], edges=_EDGES) for name, entry in options["entries"].items()}


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
        for match in matches(
            doc, regex.compile(entry["pattern"], regex.MULTILINE), query.found.get(name), entry["reach"]
        ):
            hit = _hit(doc, name, entry, match)
            if hit and not (query.options["whole"] and is_torn(doc.text, *hit.span)):
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
    """The stretches to search around literals, and where a match ends at the latest."""
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
    words |= {"lead": doc.text[match.start() : span.start], "rest": doc.text[span.end : match.end()]}
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
        grade=entry["grade"],
        off=not entry["default"],
    )


def _excused(doc: Document, entry: Mapping[str, Any], span: Span) -> bool:
    if entry["outside"] and any(inside(doc, span, kind) for kind in entry["outside"]):
        return True
    if entry["unless"]:
        start, end = doc.sentence_at(span.start)
        around = max(start, span.start - _WIDEST), min(end, span.end + _WIDEST)
        if regex.compile(entry["unless"], regex.MULTILINE).search(doc.text, *around):
            return True
    if not (entry["unless_before"] or entry["except"]):
        return False
    line = doc.line_at(span.start)
    before = max(line.start, span.start - _BEFORE), span.start
    if entry["unless_before"] and regex.compile(entry["unless_before"], regex.MULTILINE).search(
        doc.text, *before
    ):
        return True
    near = max(line.start, span.start - 40), min(line.end, span.end + 40)
    return any(
        span.overlaps(match.span())
        for exception in entry["except"]
        for match in regex.compile(exception, regex.MULTILINE).finditer(doc.text, *near)
    )


def reach(pattern: str, literals: frozenset[str] | None) -> int:
    """How far from one of its ``literals`` to look for a match and what it looks at; 0 where there is no bound,
    ``BEGINS`` where every match begins with one."""
    from speechlint.gates.literals import begins, widest

    if literals and begins(pattern, literals, edges=_EDGES):
        return BEGINS
    width = widest(pattern)
    return 2 * width + 2 * _MARGIN if width <= _WIDEST else 0
