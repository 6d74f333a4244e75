"""What answers a promised number: the list that follows at once, a list after a colon, one before."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from speechlint.checks.claims import NOUNS, Claim
from speechlint.document import Document, Span
from speechlint.document.marks import LINE
from speechlint.document.outline import Item, Speech
from speechlint.document.span import BLANKS

_FAR = 60
_REACH = 20_000
_STOPS = "。！？：:!?\n"
_BLANKS = BLANKS + "\n"
_MORE = ("另外", "此外", "还有", "再就是", "再有", "再者", "最后", "同时", "与此同时", "除此之外")
_LEADS = ("入手", "努力", "着手", "抓起", "做起", "发力", "用力", "着力", "突破", "展开")
_JOINS = ("以及", "和", "与", "及", "并")


class Answer(NamedTuple):
    """How many were found, where each stands, whether the reading is ``sure`` and the list ``written``."""

    number: int
    places: tuple[Span, ...]
    sure: bool
    group: tuple[Item, ...] = ()


class Groups:
    """The groups of a speech by where they begin."""

    def __init__(self, speech: Speech) -> None:
        self.groups = speech.groups
        self.items = sorted((item.mark.start, at) for at, group in enumerate(speech.groups) for item in group)
        self.starts = [start for start, _ in self.items]

    def after(self, offset: int) -> tuple[Item, ...] | None:
        """The group whose first member is the first mark after ``offset``."""
        at = bisect_left(self.starts, offset)
        if at >= len(self.starts):
            return None
        group = self.groups[self.items[at][1]]
        return group if group[0].mark.start == self.starts[at] else None

    def of_size(self, size: int, start: int, end: int) -> bool:
        """Whether a group of that size begins between two offsets."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(len(self.groups[at]) == size for _, at in self.items[first:last])


def list_after(doc: Document, groups: Groups, claim: Claim) -> Answer | None:
    """The list that begins where the claim's sentence ends: in the same paragraph or the next."""
    group = groups.after(claim.span.end)
    if not group or group[0].number not in (1, 2) or group[0].mark.start - claim.span.end > 2 * _FAR:
        return None
    if group[0].style == "一方面" and len(group) != 2:
        return None
    between = doc.text[claim.span.end : group[0].mark.start].rstrip(_BLANKS)
    if not _leads(claim, between):
        return None
    numbered = [item for item in group if item.number is not None]
    sure = group[0].written or between[-1:] in "：:"
    return Answer(len(group), tuple(item.mark for item in group), sure and len(numbered) == len(group), group)


def _leads(claim: Claim, between: str) -> bool:
    """Whether nothing but the rest of the claim's sentence lies between it and a mark, and that leads on."""
    rest = between.rstrip("。！：:；，,”’」）)—")
    if len(rest) > _FAR or any(stop in rest for stop in _STOPS + "；"):
        return False
    if claim.talk and not claim.quoted:
        return True
    if any(pause in rest for pause in "，,、"):
        return False
    if between[-1:] in "：:":
        return len(rest) <= 15
    return rest in ("", "的要求", "的目标", "的原则") or (
        not claim.quoted and rest.endswith((*NOUNS, *_LEADS))
    )


def goes_on(doc: Document, answer: Answer) -> bool:
    """Whether the last item is followed by one that is only led in by a word (还有, 此外)."""
    last = answer.group[-1]
    if last.number is None:
        return True
    line = doc.line_at(last.mark.start)
    rest = doc.text[last.mark.end : max(line.end, min(last.span.end, line.end + 200))]
    return any(f"{stop}{word}" in rest for word in _MORE for stop in ("。", "；", "\n", "，"))


def inline_list(doc: Document, claim: Claim) -> Answer | None:
    """The 、-list, or the clauses that all begin with the claim's word, right after its colon."""
    line = doc.line_at(claim.span.end)
    tail = doc.text[claim.span.end : line.end]
    colon = min((at for at in (tail.find("："), tail.find(":")) if at >= 0), default=-1)
    if not 0 <= colon <= 12 or any(stop in tail[:colon] for stop in "。，；、"):
        return None
    start = claim.span.end + colon + 1
    sentence = tail[colon + 1 :].split("。")[0]
    if claim.quoted and len(claim.word) > 1:
        return _repeated(claim, sentence, start)
    parts = sentence.split("、")
    if (
        len(parts) < 2
        or any(mark in sentence for mark in "，；,;：:“（(")
        or any(len(part) > 10 or not part for part in parts)
    ):
        return None
    if any(join in sentence for join in _JOINS) or sentence.endswith("等"):
        return None
    return Answer(len(parts), _places(parts, start), True)


def _repeated(claim: Claim, sentence: str, start: int) -> Answer | None:
    """坚持…，坚持…，坚持… after “三个坚持”：, 认识到位、措施到位 after “两个到位”：."""
    for mark in ("；", "，", "、", ","):
        parts = sentence.split(mark)
        if len(parts) > 1 and _share(parts, claim.word):
            return Answer(len(parts), _places(parts, start), True)
    return None


def _share(parts: list[str], word: str) -> bool:
    return all(part.strip().startswith(word) for part in parts) or all(part.endswith(word) for part in parts)


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
    line = doc.line_at(claim.span.start)
    clause = doc.text[max(line.start, claim.span.start - _FAR) : claim.span.start]
    for stop in "。，；：:！？,;“（(":
        clause = clause.rsplit(stop, 1)[-1]
    return clause


def list_before(doc: Document, claim: Claim) -> Answer | None:
    """思想、组织、作风三个方面: members of one length joined by 、 right before the claim."""
    clause = _clause(doc, claim)
    parts = clause.split("、")
    if len(parts) < 2 or "等" in clause[-2:]:
        return None
    size = len(parts[-1])
    middle = parts[1:]
    if (
        size < 2
        or any(len(part) != size for part in middle)
        or len(parts[0]) < size
        or any(j in part for part in parts for j in _JOINS)
    ):
        return None
    start = claim.span.start - sum(len(part) + 1 for part in middle) - size + 1
    return Answer(len(parts), _places([parts[0][-size:], *middle], start - 1), False)


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
    return Answer(len(places), tuple(places), False) if len(places) > 1 else None


def ends_paragraph(doc: Document, claim: Claim) -> bool:
    rest = doc.text[claim.span.end : doc.line_at(claim.span.end).end].strip(_BLANKS)
    return not rest.strip("。：:！")


def unmarked(doc: Document, groups: Groups, claim: Claim, end: int) -> bool:
    """Whether a claim that ends its paragraph is followed by running text alone: no list to be heard."""
    line = doc.line_at(claim.span.end)
    end = min(end, line.end + _REACH)
    if not ends_paragraph(doc, claim) or groups.of_size(claim.number, claim.span.end, end):
        return False
    paragraphs = [p.strip(_BLANKS) for p in doc.text[line.end : end].split("\n")]
    paragraphs = [p for p in paragraphs if p]
    short = [p for p in paragraphs if len(p) <= 40 and p[-1] not in "。！？；"]
    first = groups.after(claim.span.end)
    listed = bool(first and first[0].place == LINE)
    return len(paragraphs) > 2 and len(paragraphs) != claim.number and len(short) <= 2 and not listed
