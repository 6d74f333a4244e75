"""Lines of a web page, told from those of a speech by a weighted sum of what is seen in them.

``page_features`` says what that is; the weights are data, made by ``benchmarks/page_lines.py``. Above a title and
below a close every line is looked at that a speech cannot have there itself, elsewhere those with a gate word.
"""

from __future__ import annotations

from speechlint.checks.wording.page_features import (
    EDGE,
    ENDS,
    OUTSIDE,
    PAGES,
    at_most,
    of_form,
    of_words,
    plain,
    possible,
    traced,
    zone,
)
from speechlint.checks.wording.page_units import units
from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.checks.wording.page_features import Seen
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

    _Weighed = tuple[list[str], float, bool]

ABOUT = "像是网页上的行：按位置、长短、用词、左右的行打分"
_SHOWN = 2
_SHORT = 14
_SAYING = ("ad", "draft")
_NEVER = 1e9
_ROUNDING = 1e-6
_KEPT = 4096


def _entry() -> Table:
    """What an entry may say."""
    from speechlint.checks.options import Option

    return {
        "pattern": Option("pattern", "行里有什么", "what the line holds", required=True),
        "of": Option(
            "word",
            "是谁的字",
            "whose words these are",
            default="",
            of={
                "page": ("网页的", "a page's"),
                "ad": (
                    "广告的：没有它，夹在一段里的一句不报",
                    "an advertisement's: a sentence within a paragraph needs one",
                ),
                "draft": (
                    "说稿子的、对要稿子的人说的：在题目上面、结尾下面，成句的也报",
                    "words about the draft, to its writer: a sentence outside the speech needs one, or an ad",
                ),
                "speech": ("讲话的", "a speech's"),
            },
        ),
        "zh": Option("text", "报告里怎么说", "the same for a message"),
        "en": Option("text", "英文的说法", "the same in English"),
    }


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "gate": Option("words", "有其一才看的字词", "words one of which a line must hold", required=True),
        "ads": Option(
            "words", "夹在一段里的一句，有其一才看", "words one of which a sentence in a paragraph must hold"
        ),
        "own": Option(
            "patterns",
            "题目上面、结尾下面，讲话自己的行",
            "lines a speech may have above its title, below its close",
        ),
        "weights": Option(
            "file", "权重文件，从规则文件算起", "the weights, seen from the rule file", required=True
        ),
        "entries": Option(
            "entries", "行里看什么", "what is looked for in a line", required=True, table=_entry()
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The patterns, what a message says of each, and the weights by name."""
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping
    from speechlint.gates.literals import traces as traces_of

    made = read_mapping(options["weights"], RuleError)
    entries = options["entries"]
    traces = {name: traces_of(entry["pattern"]) for name, entry in entries.items()}
    patterns = {name: (entry["pattern"], entry["of"]) for name, entry in entries.items()}
    weights = {name: weight / 10 for name, weight in made["weights"].items()}
    return {
        "gate": "\n".join(options["gate"]),
        "ads": "\n".join(options["ads"]),
        "own": "|".join(options["own"]),
        "patterns": patterns,
        **traced(traces),
        "told": {name: (entry["zh"], entry["en"]) for name, entry in entries.items() if entry["zh"]},
        "weights": weights,
        "most": at_most(weights, patterns),
        "levels": (made["warning"] / 10, made["error"] / 10),
        "outside": made["outside"] / 10,
        "company": made["company"] / 10,
        "met": {},  # while drafts are read: what a line is, as those of one place have the same lines
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    words, ads = (frozenset(filter(None, options[name].split("\n"))) for name in ("gate", "ads"))
    return {"": words | ads, "ads": ads, "outside": None}


def check(query: Query) -> Iterator[Hit]:
    options = query.options
    offsets, ads = (sorted(set(query.found.get(key, ()))) for key in ("", "ads"))
    every = units(query.doc, offsets, ads, options["own"])
    lines = [_line(options, span, seen) for span, seen in every]
    for line, score in zip(lines, _in_company(lines, options), strict=True):
        if score >= _least(line, options):
            sure = score >= options["levels"][1] and (line.said or line.seen.place in EDGE)
            yield _hit(query.doc, line.span, _why(line.names, options), Severity.ERROR if sure else None)


class _Line(NamedTuple):
    """A line with what is seen in it, what that weighs, and whether it reads as a sentence."""

    span: Span
    seen: Seen
    names: list[str]
    score: float
    said: bool


def _line(options: Mapping[str, Any], span: Span, seen: Seen) -> _Line:
    met: dict[Seen, _Weighed] = options["met"]
    weighed = met.get(seen)
    if weighed is None:
        if len(met) >= _KEPT:
            met.clear()
        weighed = met[seen] = _weighed(seen, options)
    return _Line(span, seen, *weighed)


def _weighed(seen: Seen, options: Mapping[str, Any]) -> _Weighed:
    """What is seen in a line, its score, and whether it reads as a sentence.

    One that cannot be told is not looked at further.
    """
    weights, form = options["weights"], of_form(seen)
    patterns = possible(seen.words, options)
    spare = _spare(seen, sum([weights.get(name, 0.0) for name in form]), patterns, options)
    found = of_words(seen, patterns, options, spare) if spare >= 0 else None
    if found is None:
        return form, -_NEVER, True
    names = [*form, *found]
    score = sum([weights.get(name, 0.0) for name in names]) + weights["always"]
    return names, score, _is_said(seen) and not _is_bar(seen, names)


def _spare(seen: Seen, form: float, patterns: Sequence[str], options: Mapping[str, Any]) -> float:
    """By how much the score is more than enough for it, or for the line beside it, if all ``patterns`` match."""
    said = _is_said(seen)
    kinds = {options["patterns"][name][1] for name in patterns}
    if seen.place in OUTSIDE:
        least = options["outside"] - options["company"]
    elif said and kinds.isdisjoint(_SAYING[:1]):
        return -_NEVER
    else:
        least = options["levels"][said or seen.place not in EDGE]
    gains, bare, more = options["most"][zone(seen.place)]
    most = form + sum([gains[name] for name in patterns]) + (bare if kinds.isdisjoint(PAGES) else more)
    return float(most + options["weights"]["always"] + _ROUNDING - least)


def _is_said(seen: Seen) -> bool:
    """Whether it reads as a sentence."""
    last = seen.words[-1]
    return (last in ENDS and not (seen.place in OUTSIDE and last in "?？")) or "，" in seen.words


def _is_bar(seen: Seen, names: Sequence[str]) -> bool:
    """Whether it is a row of a page's words with commas, and no sentence."""
    ended = seen.words[-1] in ENDS and seen.words[-1] not in "?？"
    return seen.place in OUTSIDE and not ended and "words 2 outside" in names


def _least(line: _Line, options: Mapping[str, Any]) -> float:
    """The score that is enough where the line stands; a sentence needs words that no speech has there."""
    place, patterns = line.seen.place, options["patterns"]
    said_by = _SAYING if place in OUTSIDE else _SAYING[:1]
    if line.said and not any(patterns[name][1] in said_by for name in plain(line.names) if name in patterns):
        return _NEVER
    if place in OUTSIDE:
        return float(options["outside"])
    return float(options["levels"][line.said or place not in EDGE])


def _in_company(lines: Sequence[_Line], options: Mapping[str, Any]) -> list[float]:
    """The scores; more for a short line outside a speech, with nothing of one in it, beside one that is told."""
    scores, least = [line.score for line in lines], options["outside"]
    short = [_may_join(line) for line in lines]
    for order, step in ((range(len(lines)), -1), (range(len(lines) - 1, -1, -1), 1)):
        for at in order:
            beside = at + step
            if not short[at] or not 0 <= beside < len(lines) or scores[beside] < least:
                continue
            if lines[beside].seen.place == lines[at].seen.place:
                scores[at] = max(scores[at], lines[at].score + options["company"])
    return scores


def _may_join(line: _Line) -> bool:
    return (
        line.seen.place in OUTSIDE
        and len(line.seen.words) <= _SHORT
        and not line.said
        and "unspoken outside" in line.names
    )


def _why(names: Sequence[str], options: Mapping[str, Any]) -> dict[str, str]:
    """What gave the line away: the heaviest of what a message can name, in both languages."""
    weights, told = options["weights"], options["told"]
    heavy = [(-weights.get(name, 0.0), bare) for name, bare in zip(names, plain(names), strict=True)]
    first = sorted((weight, name) for weight, name in heavy if name in told)
    shown = [told[name] for weight, name in first[:_SHOWN] if weight < 0]
    return {
        "why": "、".join([zh for zh, _ in shown]) or "位置和写法",
        "why_en": ", ".join([en for _, en in shown]) or "its place and form",
    }


def _hit(doc: Document, span: Span, words: dict[str, str], severity: Severity | None) -> Hit:
    line = doc.line_at(span.start)
    whole = doc[line].strip(COMMON_BLANKS) == doc[span]
    taken = Span(line.start, min(line.end + 1, len(doc.text))) if whole else span
    titles = ("删去这一行", "delete this line") if whole else ("删去这几个字", "delete these words")
    return Hit(span, words, (Fix((Edit(taken, ""),), False, *titles),), severity=severity)
