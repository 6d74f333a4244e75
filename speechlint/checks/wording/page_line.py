"""Lines of a web page, told from those of a speech by a weighted sum of what is seen in them.

What is seen: the place (above the title, below the close, in a paragraph), the length, how the line ends, words
of pages and words to an audience (entries of the rule), and the lines beside it. The weights are data, made by
``benchmarks/page_lines.py``. Only lines with one of the rule's gate words are looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "像是网页上的行：按位置、长短、用词、左右的行打分"
_WIDE = 160  # characters: with its blanks, too, a longer line than _LONG
_LONG = 90  # characters: a longer line is looked at sentence by sentence
_STOPS = "。！？；!?;…”："
_ENDS = "。！？；!?;”"  # a sentence that ends is a page's only with an advertisement in it
_ITEM = regex.later(
    r"[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,2}[）)]|第[一二三四五六七八九十]|第 ?\d+ ?[页章节条](?! ?[共/])|\d{1,2}[.．、]"
)
_CALL = regex.later("(?:们|来宾|同事|朋友|代表|委员|师傅|同志)[：:]$")
_BREAKS = "。！？"
_GAPS = regex.later(r"[ \u3000\t\xa0]+|[|｜_·•→>＞»/]+")
_MARKED = regex.later(r"[#>*|]|[-+] |\d{1,2}\. ")  # Markdown of a writer, not of a page
_LATIN = regex.later("[A-Za-z]")
_DIGIT = regex.later(r"\d")
_SHOWN = 2
_LINES = 16
_MANY = 3  # of one kind: a bar of categories
_HALF, _MOST = 0.35, 0.65
_PAGES = ("page", "ad")
_EDGE = ("above", "head", "tail")


class Seen(NamedTuple):
    """A line or a sentence, its place, and whether the lines beside it have gate words and no end too."""

    words: str
    place: str
    beside: bool


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    table = {
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
                "speech": ("讲话的", "a speech's"),
            },
        ),
        "zh": Option("text", "报告里怎么说", "the same for a message"),
        "en": Option("text", "英文的说法", "the same in English"),
    }
    return {
        "gate": Option("words", "有其一才看的字词", "words one of which a line must hold", required=True),
        "ads": Option(
            "words", "夹在一段里的一句，有其一才看", "words one of which a sentence in a paragraph must hold"
        ),
        "weights": Option(
            "file", "权重文件，从规则文件算起", "the weights, seen from the rule file", required=True
        ),
        "entries": Option(
            "entries", "行里看什么", "what is looked for in a line", required=True, table=table
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The patterns, what a message says of each, and the weights by name."""
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping

    made = read_mapping(options["weights"], RuleError)
    entries = options["entries"]
    return {
        "gate": options["gate"],
        "ads": options["ads"],
        "patterns": {name: (entry["pattern"], entry["of"]) for name, entry in entries.items()},
        "told": {name: (entry["zh"], entry["en"]) for name, entry in entries.items() if entry["zh"]},
        "weights": {name: weight / 10 for name, weight in made["weights"].items()},
        "levels": (made["warning"] / 10, made["error"] / 10),
        "above": made["above"] / 10,
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset((*options["gate"], *options["ads"])), "ads": frozenset(options["ads"])}


def check(query: Query) -> Iterator[Hit]:
    options = query.options
    warning, error = options["levels"]
    weights = options["weights"]
    ads = {name for name, (_, of) in options["patterns"].items() if of == "ad"}
    for span, seen in units(query.doc, sorted(set(query.found[""])), sorted(set(query.found.get("ads", ())))):
        names = features(seen, options["patterns"])
        score = sum([weights.get(name, 0.0) for name in names]) + weights["always"]
        edge, last = seen.place in _EDGE, seen.words[-1]
        asked = last in "?？" and seen.place == "above"
        said = (last in _ENDS or "，" in seen.words) and not asked
        least = options["above"] if seen.place == "above" else warning
        if score < (least if edge and not said else error) or (said and ads.isdisjoint(names)):
            continue
        sure = score >= error and (said or edge)
        yield _hit(query.doc, span, _why(names, options), Severity.ERROR if sure else None)


def units(doc: Document, offsets: Sequence[int], ads: Sequence[int]) -> Iterator[tuple[Span, Seen]]:
    """The lines in which gate words stand at ``offsets``, and sentences of longer ones, at ``ads``."""
    starts, past = doc.line_starts, -1
    for offset in offsets:
        if offset < past:
            continue
        line = doc.line_at(offset)
        past = line.end
        if line.end - line.start > _WIDE:
            yield from _sentences(doc, line, offsets, ads)
            continue
        words = doc[line]
        bare = words.strip(COMMON_BLANKS)
        start = line.start + words.find(bare)
        if len(bare) <= _LONG and "。" not in bare[:-1]:
            found = Span(start, start + len(bare))
            place = _place(doc, found)
            if _MARKED.match(bare):
                continue
            if place != "middle" or bare[-1] not in _STOPS or _many(offsets, line):
                yield found, Seen(bare, place, _beside(doc, starts, offsets, line))
        else:
            yield from _sentences(doc, line, offsets, ads)


def _sentences(
    doc: Document, line: Span, offsets: Sequence[int], ads: Sequence[int]
) -> Iterator[tuple[Span, Seen]]:
    """Sentences of a paragraph in which two gate words stand, one of them an advertisement's."""
    end = line.start
    for at in ads[bisect_left(ads, line.start) : bisect_left(ads, line.end)]:
        if at < end:
            continue
        span = _sentence(doc.text, line, at)
        if span.end - span.start <= _LONG and _many(offsets, span):
            yield span, Seen(doc[span].strip(COMMON_BLANKS), "glued", beside=False)
        end = span.end


def _sentence(text: str, line: Span, at: int) -> Span:
    """The sentence around an offset, as far as it matters: of one that is too long, a part that is too long."""
    first, last = max(line.start, at - _LONG - 1), min(line.end, at + _LONG + 1)
    start = max(text.rfind(stop, first, at) for stop in _BREAKS) + 1
    ends = [found for found in (text.find(stop, at, last) for stop in _BREAKS) if found >= 0]
    return Span(max(start, first), min(ends) + 1 if ends else last)


def _many(offsets: Sequence[int], span: Span) -> bool:
    """Whether two of the offsets lie in ``span``."""
    return bisect_right(offsets, span.end) - bisect_left(offsets, span.start) > 1


def _place(doc: Document, span: Span) -> str:
    heads, tails = doc.edges
    text = doc.text
    if any(head.start <= span.start <= head.end and _near(text, head.start, span.start) for head in heads):
        titles = [part.title for part in doc.parts if part.title]
        return "above" if any(span.end <= title.start for title in titles) else "head"
    below = any(tail.start <= span.start <= tail.end and _near(text, span.end, tail.end) for tail in tails)
    return "tail" if below else "middle"


def _near(text: str, start: int, end: int) -> bool:
    """Whether no more than some lines lie between two offsets; what is taken for an edge may be a whole draft."""
    return text.count("\n", start, end) <= _LINES


def _beside(doc: Document, starts: Sequence[int], offsets: Sequence[int], line: Span) -> bool:
    """Whether the line above or below holds a gate word and ends in none of the stops."""
    at = bisect_right(starts, line.start) - 1
    for other in (at - 1, at + 1):
        if not 0 <= other < len(starts):
            continue
        near = doc.line_at(starts[other])
        words = doc[near].strip(COMMON_BLANKS)
        gated = bisect_left(offsets, near.end) > bisect_left(offsets, near.start)
        if words and len(words) <= _LONG and gated and words[-1] not in _STOPS:
            return True
    return False


def features(seen: Seen, patterns: Mapping[str, tuple[str, str]]) -> list[str]:
    """The names of all that is seen in a line."""
    words, place, beside = seen
    names = [place, "beside"] if beside else [place]
    names += _shape(words)
    covered, spoken, count = bytearray(len(words)), False, 0
    for name, (pattern, of) in patterns.items():
        met = [match for match in regex.compile(pattern).finditer(words) if match[0]]
        if not met:
            continue
        names.append(name if of == "speech" or place not in _EDGE else f"{name} at the edge")
        if len(met) >= _MANY and of != "speech":
            names.append("many")
        spoken = spoken or of == "speech"
        for match in met if of in _PAGES else ():
            count += 1
            covered[match.start() : match.end()] = b"\1" * len(match[0])
    where = " at the edge" if place in _EDGE else ""
    names += [f"words {at}{where}" for at in (1, 2, 3) if count >= at]
    return names + _share(sum(covered) / len(words), spoken=spoken, edge=place in _EDGE)


def _share(share: float, *, spoken: bool, edge: bool) -> list[str]:
    """How much of the line is words of pages; whether it has none of a speech, and stands at an edge."""
    names = ["unspoken"] if not spoken else []
    if edge and not spoken and share:
        names.append("at the edge")
    return [*names, "most"] if share >= _MOST else [*names, "half"] if share >= _HALF else names


def _shape(words: str) -> list[str]:
    size = len(words)
    names = ["tiny" if size <= 6 else "short" if size <= 14 else "middling" if size <= 30 else "long"]
    names.append("stopped" if words[-1] in _ENDS else "colon" if words[-1] in "：:" else "open")
    if "，" in words or "。" in words[:-1]:
        names.append("clauses")
    if len(_GAPS.findall(words)) > 1:
        names.append("gaps")
    if 2 * len(_LATIN.findall(words)) >= size > 3:
        names.append("latin")
    if 4 * len(_DIGIT.findall(words)) >= size:
        names.append("digits")
    if _ITEM.match(words):
        names.append("item")
    if _CALL.search(words):
        names.append("call")
    return names


def _why(names: Sequence[str], options: Mapping[str, Any]) -> dict[str, str]:
    """What gave the line away: the heaviest of what a message can name, in both languages."""
    weights, told = options["weights"], options["told"]
    plain = [(name.removesuffix(" at the edge"), weights.get(name, 0.0)) for name in names]
    first = sorted((-weight, name) for name, weight in plain if name in told)
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
