"""What answers a promised number without marks: a list after a colon, one right before, paragraphs with ——."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.span import BLANKS
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.checks.counts.claims import Claim
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item

_FAR = 60
_LONG = 400
_BLANKS = BLANKS + "\n"
_MARKS = tuple("一1（(第首其①")
_JOINS = ("以及", "和", "与", "及", "并")
_LEAD = regex.later("[^。，；、：:\\n]{0,12}[：:]")
_BREAK = regex.later("[\\n。，；：:！？,;“（(]")


class Answer(NamedTuple):
    """How many were found, where each stands, whether the reading is ``sure``; ``group`` are the items, if marked,

    ``other`` is another way to count (公平和正义 is one or two).
    """

    number: int
    places: tuple[Span, ...]
    sure: bool
    group: tuple[Item, ...] = ()
    other: int = 0


def inline_list(doc: Document, claim: Claim) -> Answer | None:
    """The 、-list, or the clauses that all begin with the claim's word, right after its colon."""
    lead = _LEAD.match(doc.text, claim.span.end)
    if not lead:
        return None
    start = lead.end()
    sentence = doc.text[start : claim.span.end + _LONG].split("\n", 1)[0].split("。", 1)[0]
    if claim.quoted and len(claim.word) > 1:
        return _repeated(claim.word, sentence, start)
    if sentence[:1] in _MARKS:
        return None
    return _plain(sentence, start) or _repeated("", sentence, start)


def _plain(sentence: str, start: int) -> Answer | None:
    """规模大、速度快、质量好."""
    parts = sentence.split("、")
    if len(parts) < 2 or any(mark in sentence for mark in "，；,;:：“（("):
        return None
    if any(len(part) > 10 or not part for part in parts):
        return None
    if any(join in sentence for join in _JOINS) or sentence.endswith("等"):
        return None
    return Answer(len(parts), _places(parts, start), True)


def _repeated(word: str, sentence: str, start: int) -> Answer | None:
    """坚持…，坚持…，坚持… after “三个坚持”：, 认识到位、措施到位 after “两个到位”：, 形势问题，任务问题 after 两个：."""
    for mark in ("；", "，", "、", ","):
        parts = sentence.split(mark)
        if len(parts) > 1 and _alike([part.strip() for part in parts], word):
            return Answer(len(parts), _places(parts, start), bool(word))
    return None


def _alike(parts: list[str], word: str) -> bool:
    """Whether all begin or all end with the word; without one, with the same two characters."""
    head, tail = word or parts[0][:2], word or parts[0][-2:]
    if min(map(len, parts)) < max(3, len(head)):
        return False
    return all(part.startswith(head) for part in parts) or all(part.endswith(tail) for part in parts)


def _places(parts: list[str], start: int) -> tuple[Span, ...]:
    spans = []
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    return tuple(spans)


def closes_list(doc: Document, claim: Claim) -> bool:
    """Whether a list stands before the claim in its own clause: 合同、协商和职代会三个关键."""
    return "、" in _clause(doc, claim)


def _clause(doc: Document, claim: Claim) -> str:
    start = claim.span.start
    return _BREAK.split(doc.text[max(0, start - _FAR) : start])[-1]


def list_before(doc: Document, claim: Claim) -> Answer | None:
    """思想、组织、作风三个方面; 合同、协商和职代会三个关键; 敢闯、敢干的“两敢”: the list the claim sums up."""
    clause = _clause(doc, claim).removesuffix("的") if claim.quoted else _clause(doc, claim)
    parts = clause.split("、")
    if claim.number == 2 and len(parts) == 1 and "从" in clause and any(join in clause for join in _JOINS):
        return Answer(2, (claim.span,), False)  # 从供给和需求两方面
    if len(parts) < 2 or "等" in clause[-2:]:
        return None
    if claim.quoted:
        return _sharing(claim, parts)
    join = next((join for join in _JOINS if join in parts[-1]), "")
    if join:
        alone = len(parts[0]) <= _widest(parts[1:], join) + 1
        nested = any(join in part for part in parts[:-1] for join in _JOINS)
        return (
            None
            if alone or nested
            else Answer(len(parts) + 1, _behind(claim, parts), False, other=len(parts))
        )
    size = len(parts[1])
    if size < 2 or any(len(part) != size for part in parts[1:]) or len(parts[0]) <= size:
        return None
    return Answer(len(parts), _behind(claim, parts), False)


def _widest(parts: list[str], join: str) -> int:
    return max(len(member) for part in parts for member in part.split(join))


def _sharing(claim: Claim, parts: list[str]) -> Answer | None:
    """Members that all begin with the claim's own word: 敢为、敢闯、敢干."""
    word = claim.word
    if word not in parts[0][1:] + parts[0][:1] or not all(part.startswith(word) for part in parts[1:]):
        return None
    return Answer(len(parts), _behind(claim, parts), False)


def _behind(claim: Claim, parts: list[str]) -> tuple[Span, ...]:
    """Where the members stand that end right before the claim."""
    start = claim.span.start - sum(map(len, parts)) - len(parts) + 1
    return _places(parts, start)


def dashed_list(doc: Document, claim: Claim) -> Answer | None:
    """The paragraphs that begin with —— right after the claim's own."""
    at = doc.line_at(claim.span.end).end
    places: list[Span] = []
    while at < len(doc.text):
        line = doc.line_at(at + 1)
        words = doc[line].strip(_BLANKS)
        if words and not words.startswith("—"):
            break
        if words:
            places.append(Span(line.start, min(line.end, line.start + 20)))
        at = max(line.end, at + 1)
    near = len(places) > 1 and abs(len(places) - claim.number) < 2
    return Answer(len(places), tuple(places), False) if near else None
