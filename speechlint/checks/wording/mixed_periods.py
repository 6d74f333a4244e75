"""Layers of different years in one draft: an old formulation beside a word that came after its end.

One finding for a speech, at its first old formulation, wherever the two layers lie half a year apart
or more; the others are its occurrences. The message may use ``wording``, ``until``, ``newer``, ``since``.
"""

from __future__ import annotations

from bisect import bisect_left

from speechlint.checks.wording.pattern import matches
from speechlint.document import Span
from speechlint.document.contexts import CONTEXTS, excused, place
from speechlint.document.dates import later, shown
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

ABOUT = "一篇稿里夹着不同年份的提法"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "newer": Option(
            "entries",
            "某一天以后才有的说法",
            "words that cannot stand in an older draft",
            required=True,
            table={
                "pattern": Option("pattern", "正则式", "a regular expression", required=True),
                "from": Option("day", "哪一天起才有", "the first day on which it was said", required=True),
            },
        ),
        "older": Option(
            "entries",
            "某一天以后没人再用的说法",
            "formulations that nobody used any more",
            required=True,
            table={
                "pattern": Option("pattern", "正则式", "a regular expression", required=True),
                "until": Option("day", "用到哪一天", "the last day on which it was said", required=True),
            },
        ),
        "excuse": Option(
            "some", "旧说法可用的场合", "contexts in which an old one is told as history", of=CONTEXTS
        ),
    }


_REACH = 120
_APART = 6  # months
_DAY = {"newer": "from", "older": "until"}


class _Stamp(NamedTuple):
    """A dated word and where it stands."""

    day: str
    span: Span

    def place(self) -> Span:
        return self.span


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {
        f"{side}/{name}": required(entry["pattern"])
        for side in ("older", "newer")
        for name, entry in options[side].items()
    }


def check(query: Query) -> Iterator[Hit]:
    if len({key[0] for key in query.found}) < 2:  # mostly one side is not there
        return
    older = _stamps(query, "older", "")
    newer = _stamps(query, "newer", min(older).day) if older else []
    if not newer:
        return
    older.sort(key=_Stamp.place)
    newer.sort(key=_Stamp.place)
    for speech in query.doc.own_dates:
        old, new = _within(older, speech.span), _within(newer, speech.span)
        hit = _hit(query, old, max(new, default=None)) if old else None
        if hit:
            yield hit


def _within(stamps: list[_Stamp], span: Span) -> list[_Stamp]:
    """The stamps that overlap a span; ``stamps`` are in order."""
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
        "wording": query.doc[first.span],
        "until": shown(first.day),
        "until_en": first.day,
        "newer": query.doc[newest.span],
        "since": shown(newest.day),
        "since_en": newest.day,
    }
    related = Related(newest.span, f"{shown(newest.day)}以后才有", f"since {newest.day}")
    return Hit(first.span, words, occurrences=tuple(s.span for s in apart), related=(related,))


def _stamps(query: Query, side: str, after: str) -> list[_Stamp]:
    """The words of one side whose day is later than ``after``."""
    found: list[_Stamp] = []
    for key, offsets in query.found.items():
        if not key.startswith(side):
            continue
        entry = query.options[side][key[len(side) + 1 :]]
        day = entry[_DAY[side]]
        if day > after:
            pattern = regex.compile(entry["pattern"], regex.MULTILINE)
            spans = (Span(*match.span()) for match in matches(query.doc, pattern, offsets, _REACH))
            found += [_Stamp(day, span) for span in spans]
    return found


def _is_told(query: Query, span: Span, day: str) -> bool:
    return excused(place(query.doc, span, day[:4], ""), query.options["excuse"])
