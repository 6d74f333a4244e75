"""Lines of a web page, told from those of a speech by a weighted sum of what is seen in them.

``page_features`` says what that is; the weights are data, made by ``benchmarks/page_lines.py``. Above a title and
below a close every line is looked at that a speech cannot have there itself, elsewhere those with a gate word.
"""

from __future__ import annotations

from speechlint.checks.wording.page_features import EDGE, at_most, plain, traced
from speechlint.checks.wording.page_scores import NEVER, in_company, least, scored
from speechlint.checks.wording.page_units import last, units
from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "像是网页上的行：按位置、长短、用词、左右的行打分"
_SHOWN = 2


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
        "weighed": {},  # lines, while drafts are read
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    words, ads = (frozenset(filter(None, options[name].split("\n"))) for name in ("gate", "ads"))
    return {"": words | ads, "ads": ads, "outside": None}


def check(query: Query) -> Iterator[Hit]:
    options = query.options
    offsets, ads = (sorted(set(query.found.get(key, ()))) for key in ("", "ads"))
    every = units(query.doc, offsets, ads, options["own"])
    lines = [scored(options, span, seen) for span, seen in every]
    end = -1
    for line, score in zip(lines, in_company(lines, options), strict=True):
        if score > -NEVER and score >= least(line, options):
            sure = score >= options["levels"][1] and (line.said or line.seen.place in EDGE)
            end = max(end, line.span.end)
            yield _hit(query.doc, line.span, _why(line.names, options), Severity.ERROR if sure else None)
    for span in last(query.doc, end, options["own"]) if end >= 0 else ():
        yield _hit(
            query.doc, span, {"why": "上面是网页的行，下面没有讲话", "why_en": "below a page's line"}, None
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
