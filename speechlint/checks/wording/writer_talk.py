"""What a writing tool, or whoever sent the draft, says of the draft instead of in it: told by what it speaks about.

A paragraph counts by how many kinds of such words it has, and is told where one of them is never said in a speech; one that
speaks to an audience, or of a product, never counts. Paragraphs beside one that is told join it with less.
"""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document import Span
from speechlint.document.outline.speeches import closes, is_call, is_title
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

ABOUT = "写稿人、写作工具说稿子的话：按说的是什么数"
_LONG = 500
_FAR = 6  # lines from one that is told to the next
_GAP = 2  # lines between two that are told, at most one of which is not
_SURE = 5
_SHOWN = 2
_SPEAKER = regex.later(
    r"^[ \u3000]*(?:\d{1,2}[、.．])?[\u4e00-\u9fff·]{2,6}(?:（[^（）\n]{1,24}）)?[：:](?=[^\n]{12})",
    regex.MULTILINE,
)
_DIALOGUE = 6  # lines of speakers, three of them of one, from which on a draft is a dialogue
_NEAR = 24  # lines below a close that are outside the speech
_CLOSING = 30  # characters at the end of a line, where a speech closes
_GREETING = regex.later("(?:尊敬|敬爱|亲爱)的|各位|大家[早上下中晚午]{0,2}好|同志们|(?:老师|同学|朋友)们")


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    entry: Table = {
        "pattern": Option("pattern", "段里有什么", "what the paragraph holds", required=True),
        "of": Option(
            "word",
            "算不算凭据",
            "what it proves",
            default="beside",
            of={
                "sure": ("讲话里不会有的，算两分", "what no speech says: it counts twice"),
                "draft": ("说稿子的", "of the draft"),
                "beside": ("别的", "anything else"),
            },
        ),
        "zh": Option("text", "报告里怎么说", "the same for a message"),
        "en": Option("text", "英文的说法", "the same in English"),
    }
    return {
        "gate": Option(
            "words", "有其一才看的字词", "words one of which a paragraph must hold", required=True
        ),
        "heading": Option("pattern", "说明的小标题", "a heading of such remarks", required=True),
        "audience": Option("pattern", "对听众说的话", "talk to an audience", required=True),
        "least": Option("number", "几分才报", "how much is enough", required=True),
        "outside": Option("number", "称呼前、结尾后，几分才报", "the same outside a speech", required=True),
        "entries": Option("entries", "看什么", "what is looked for", required=True, table=entry),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The patterns with their weights, and what a message says of each."""
    entries = options["entries"].items()
    return {
        **{name: options[name] for name in ("gate", "heading", "audience", "least", "outside")},
        "entries": {name: (entry["pattern"], entry["of"]) for name, entry in entries},
        "told": {name: (entry["zh"], entry["en"]) for name, entry in entries if entry["zh"]},
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(options["gate"])}


class _Talk(NamedTuple):
    """A paragraph, the entries met in it, how much they count, and whether they prove anything, or are of a draft."""

    span: Span
    names: tuple[str, ...] = ()
    score: int = 0
    sure: bool = False
    draft: bool = False
    heading: bool = False


def check(query: Query) -> Iterator[Hit]:
    options, doc = query.options, query.doc
    starts = doc.line_starts
    lines = sorted({bisect_right(starts, offset) - 1 for offset in query.found[""]})
    end = -1
    for number in lines:
        if number <= end:
            continue
        seen = _seen(doc, number, options)
        if not (seen.heading or (seen.sure and _told(doc, seen, options))):
            continue
        if _SPEAKER.match(doc[seen.span]) and _is_dialogue(doc):
            continue
        block = _block(doc, number, seen, options, end)
        talk = [block[at] for at in sorted(block)]
        if not seen.heading or _sum(talk) >= options["least"]:
            end = max(block)
            yield _hit(doc, talk, options)


def _is_dialogue(doc: Document) -> bool:
    """Whether speakers take turns in it, as in an interview: what one says to the other is no remark on the draft."""
    speakers = [match[0].strip(COMMON_BLANKS) for match in _SPEAKER.finditer(doc.text)]
    return len(speakers) >= _DIALOGUE and any(speakers.count(one) * 2 >= _DIALOGUE for one in {*speakers})


def _inside(doc: Document, offset: int) -> bool:
    """Whether a salutation or a greeting stands above ``offset`` and no close that ends the speech."""
    lines = [doc[line].strip(COMMON_BLANKS) for line in doc.lines if line.start < offset]
    greeted = next((at for at, words in enumerate(lines) if words and _greets(words)), len(lines))
    return greeted < len(lines) and not any(closes(words[-_CLOSING:]) for words in lines[greeted:][-_NEAR:])


def _greets(words: str) -> bool:
    return is_call(words) or bool(_GREETING.match(words))


def _told(doc: Document, seen: _Talk, options: Mapping[str, Any]) -> bool:
    if seen.score < options["outside"]:
        return False
    if _inside(doc, seen.span.start):
        return seen.draft and seen.score >= int(options["least"])
    return True


def _sum(talk: Sequence[_Talk]) -> int:
    return sum(seen.score for seen in talk) if any(seen.draft for seen in talk) else 0


def _seen(doc: Document, number: int, options: Mapping[str, Any]) -> _Talk:
    line = doc.line_at(doc.line_starts[number])
    words = doc[line]
    bare = words.strip(COMMON_BLANKS)
    at = line.start + len(words) - len(words.lstrip(COMMON_BLANKS))
    span = Span(at, at + len(bare))
    if regex.compile(options["heading"]).fullmatch(bare):
        return _Talk(span, heading=True)
    if not bare or len(bare) > _LONG or is_title(bare) or regex.compile(options["audience"]).search(bare):
        return _Talk(span)
    kinds, names, score = set(), [], 0
    for name, (pattern, of) in options["entries"].items():
        met = {match[0] for match in regex.compile(pattern).finditer(bare)}
        if met:
            names.append(name)
            kinds.add(of)
            score += (2 if of == "sure" else 1) + (len(met) > 1)
    return _Talk(span, tuple(names), score, "sure" in kinds, "draft" in kinds)


def _block(
    doc: Document, number: int, first: _Talk, options: Mapping[str, Any], above: int
) -> dict[int, _Talk]:
    """The paragraphs, by line, that belong together with the one that was told."""
    block = {number: first}
    for step in (1,) if first.heading else (1, -1):
        skipped: dict[int, _Talk] = {}
        at = last = number + step
        while above < at < len(doc.line_starts) and abs(at - last) <= _FAR and len(skipped) < _GAP:
            seen = _seen(doc, at, options)
            words = doc[seen.span]
            if words and _bounds(words):
                break
            if seen.heading or seen.sure or seen.score > (not first.heading):
                block |= {**skipped, at: seen}
                skipped, last = {}, at
            elif words:
                skipped[at] = seen
            at += step
    return block


def _bounds(words: str) -> bool:
    """Whether a speech begins or ends with the line."""
    return _greets(words) or is_title(words) or closes(words) or words[0] == "#" or len({*words}) == 1


def _hit(doc: Document, talk: Sequence[_Talk], options: Mapping[str, Any]) -> Hit:
    span = Span(talk[0].span.start, talk[-1].span.end)
    names = {name: None for seen in talk for name in seen.names if name in options["told"]}
    shown = [options["told"][name] for name in [*names][:_SHOWN]]
    sure = max(seen.score for seen in talk) >= _SURE
    words = {"why": "、".join([zh for zh, _ in shown]), "why_en": ", ".join([en for _, en in shown])}
    first, last = doc.line_at(span.start), doc.line_at(span.end)
    taken = Span(first.start, min(last.end + 1, len(doc.text)))
    fix = Fix((Edit(taken, ""),), False, "删去这些话", "delete these remarks")
    return Hit(span, words, (fix,), severity=Severity.ERROR if sure else None)
