"""What a line weighs that may be a web page's: the sum of what is seen in it, and whether that is enough."""

from __future__ import annotations

from speechlint.checks.wording.page_features import (
    EDGE,
    ENDS,
    OUTSIDE,
    PAGES,
    Line,
    of_form,
    of_words,
    plain,
    zone,
)
from speechlint.document.outline.speeches import is_title
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speechlint.checks.wording.page_features import Seen
    from speechlint.document import Span
    from speechlint.quick.typing import Any

    _Weighed = tuple[list[str], frozenset[str], float, bool]

NEVER = 1e9
_SHORT = 14
_TITLE = 8  # characters: 领导讲话 is a page's column, 消防安全演讲稿 may be the title
_SAYING = ("ad", "draft")
_ROUNDING = 1e-6
_KEPT = 4096


class Scored(NamedTuple):
    """A line with what is seen in it, whose words these are, what that weighs, and whether it reads as a sentence."""

    span: Span
    seen: Seen
    names: list[str]
    kinds: frozenset[str]
    score: float
    said: bool


def scored(options: Mapping[str, Any], span: Span, seen: Seen) -> Scored:
    """The line with its score; one that cannot be told is not looked at further.

    What was weighed is kept: the drafts of a site have the same lines.
    """
    known: dict[Seen, _Weighed] = options["weighed"]
    if seen not in known:
        if len(known) >= _KEPT:
            known.clear()
        known[seen] = _weighed(options, seen)
    return Scored(span, seen, *known[seen])


def _weighed(options: Mapping[str, Any], seen: Seen) -> _Weighed:
    """What ``Scored`` says of a line, wherever it stands."""
    weights, line = options["weights"], Line(seen.words, options)
    form = of_form(seen, line)
    spare = _spare(seen, line, sum([weights.get(name, 0.0) for name in form]), options)
    found = of_words(seen, line, options, spare) if spare >= 0 else None
    if found is None:
        return form, frozenset(), -NEVER, True
    names = [*form, *found]
    score = sum([weights.get(name, 0.0) for name in names]) + weights["always"]
    patterns = options["patterns"]
    kinds = frozenset([patterns[name][1] for name in plain(names) if name in patterns])
    return names, kinds, score, _is_said(seen) and not _is_bar(seen, names)


def _spare(seen: Seen, line: Line, form: float, options: Mapping[str, Any]) -> float:
    """By how much the score is more than enough for it, or for the line beside it, if all its patterns match."""
    said = _is_said(seen)
    kinds = {options["patterns"][name][1] for name in line.patterns}
    if seen.place in OUTSIDE:
        enough = options["outside"] - options["company"]
    elif said and kinds.isdisjoint(_SAYING[:1]):
        return -NEVER
    else:
        enough = options["levels"][said or seen.place not in EDGE]
    gains, bare, more = options["most"][zone(seen.place)]
    most = form + sum([gains[name] for name in line.patterns]) + (bare if kinds.isdisjoint(PAGES) else more)
    return float(most + options["weights"]["always"] + _ROUNDING - enough)


def _is_said(seen: Seen) -> bool:
    """Whether it reads as a sentence."""
    last = seen.words[-1]
    return (last in ENDS and not (seen.place in OUTSIDE and last in "?？")) or _has_comma(seen.words)


def _has_comma(words: str) -> bool:
    return "，" in words or "," in words


def _is_bar(seen: Seen, names: Sequence[str]) -> bool:
    """Whether it is a row of a page's words with commas, and no sentence."""
    ended = seen.words[-1] in ENDS and seen.words[-1] not in "?？"
    return seen.place in OUTSIDE and not ended and "words 2 outside" in names


def least(line: Scored, options: Mapping[str, Any]) -> float:
    """The score that is enough where the line stands; a sentence needs words that no speech has there."""
    place = line.seen.place
    if line.said and line.kinds.isdisjoint(_SAYING if place in OUTSIDE else _SAYING[:1]):
        return NEVER
    if place in OUTSIDE:
        return float(options["outside"])
    return float(options["levels"][line.said or place not in EDGE])


def in_company(lines: Sequence[Scored], options: Mapping[str, Any]) -> list[float]:
    """The scores; more for a short line at an edge, with nothing of a speech in it, beside one that is told."""
    scores = [line.score for line in lines]
    if not scores or max(scores) < options["outside"]:
        return scores
    short = [_may_join(line) for line in lines]
    for order, step in ((range(len(lines)), -1), (range(len(lines) - 1, -1, -1), 1)):
        for at in order:
            beside = at + step
            if not short[at] or not 0 <= beside < len(lines) or scores[beside] < options["outside"]:
                continue
            if lines[beside].seen.place == lines[at].seen.place:
                scores[at] = max(scores[at], lines[at].score + options["company"])
    return scores


def _may_join(line: Scored) -> bool:
    return (
        line.seen.place in EDGE
        and len(line.seen.words) <= _SHORT
        and not line.said
        and (len(line.seen.words) < _TITLE or not is_title(line.seen.words))
        and f"unspoken {zone(line.seen.place)}" in line.names
    )
