"""Layers of different years in one draft: an old formulation beside a word that came after its end.

Options: ``newer``: entries ``{id, pattern, from}``, words that cannot stand in a draft older than the day
``from``; ``older``: entries ``{id, pattern, until}``, formulations that nobody used after the day ``until``;
``excuse``: the contexts (``document.contexts``) in which an old one is told as history.

One finding for a speech, at its first old formulation, wherever the two layers lie half a year apart
or more; the others are its occurrences. The message may use ``wording``, ``until``, ``newer``, ``since``.
"""

from __future__ import annotations

from bisect import bisect_left

from speechlint.checks.wording.pattern import compiled, matches
from speechlint.document import Span
from speechlint.document.contexts import CONTEXTS, excused, place
from speechlint.document.dates import later, shown
from speechlint.errors import RuleError
from speechlint.finding import Hit, Related
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

_REACH = 120
_APART = 6  # months


class _Stamp(NamedTuple):
    """A dated word and where it stands."""

    day: str
    span: Span

    def place(self) -> Span:
        return self.span


def compile(options: Node) -> dict[str, Any]:
    """Strict options → ``{newer, older, excuse}``, the entries as ``{id: [pattern, day]}``."""
    from speechlint.files.yamlfile import check_keys

    check_keys(options, {"newer": list, "older": list, "excuse": list}, ("newer", "older"), RuleError)
    made: dict[str, Any] = {"excuse": list(options.get("excuse", ()))}
    for kind in made["excuse"]:
        if kind not in CONTEXTS:
            raise RuleError(f"{options.where('excuse')}: “excuse”只认 {'、'.join(CONTEXTS)}")
    for side, day in (("newer", "from"), ("older", "until")):
        made[side] = {}
        for node in options[side]:
            check_keys(node, {"id": str, "pattern": str, day: str}, ("id", "pattern", day), RuleError)
            compiled(node["pattern"])
            made[side][node["id"]] = [node["pattern"], node[day]]
    return made


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {
        f"{side}/{name}": required(pattern)
        for side in ("older", "newer")
        for name, (pattern, _) in options[side].items()
    }


def check(query: Query) -> Iterator[Hit]:
    if len({key.partition("/")[0] for key in query.found}) < 2:  # mostly one side is not there
        return
    older, newer = _stamps(query, "older"), _stamps(query, "newer")
    if not older or not newer:
        return
    older.sort(key=_Stamp.place)
    newer.sort(key=_Stamp.place)
    for speech in query.doc.own_dates:
        old, new = _within(older, speech.span), _within(newer, speech.span)
        hit = _hit(query, old, max(new, default=None)) if old else None
        if hit:
            yield hit


def _within(stamps: list[_Stamp], span: Span) -> list[_Stamp]:
    """Those that overlap a span, of stamps in order."""
    first = max(0, bisect_left(stamps, span, key=_Stamp.place) - 1)
    past = bisect_left(stamps, Span(span.end, 0), key=_Stamp.place)
    return [stamp for stamp in stamps[first:past] if span.overlaps(stamp.span)]


def _hit(query: Query, older: list[_Stamp], newest: _Stamp | None) -> Hit | None:
    if not newest:
        return None
    apart = [s for s in sorted(older, key=lambda s: s.span) if later(s.day, _APART) <= newest.day]
    apart = [s for s in apart if not _is_told(query, s.span, newest.day)]
    if not apart:
        return None
    first = apart[0]
    words = {
        "wording": query.doc[first.span].replace("“", "‘").replace("”", "’"),
        "until": shown(first.day),
        "newer": query.doc[newest.span],
        "since": shown(newest.day),
    }
    related = Related(newest.span, f"{shown(newest.day)}以后才有")
    return Hit(first.span, words, occurrences=tuple(s.span for s in apart), related=(related,))


def _stamps(query: Query, side: str) -> list[_Stamp]:
    found: list[_Stamp] = []
    for name, (pattern, day) in query.options[side].items():
        offsets = query.found.get(f"{side}/{name}")
        if offsets:
            spans = (Span(*match.span()) for match in matches(query.doc, compiled(pattern), offsets, _REACH))
            found += [_Stamp(day, span) for span in spans]
    return found


def _is_told(query: Query, span: Span, day: str) -> bool:
    return excused(place(query.doc, span, day[:4], ""), query.options["excuse"])
