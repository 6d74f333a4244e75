"""The list of the outline that answers a promised number: at once, under the heading, of the speech."""

from __future__ import annotations

from bisect import bisect_left

from speechlint.checks.counts.written_out import Answer
from speechlint.checks.outline.lists import runs
from speechlint.document.outline.item import LINE
from speechlint.document.span import BLANKS
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.checks.counts.claims import Claim, Wording
    from speechlint.document import Document, Span
    from speechlint.document.outline.tree import Item, Speech

# What a site writes below the part that it shows: …………, 全文共2436字. With one class in front it is found 50 times as fast.
_PAYWALL = regex.later(
    r"[….](?:(?<=…)|(?<=\.)\.\.)[ \t\u3000]*\n\s{0,8}(?:免费)?(?:全文)?"
    "(?:预览|试读|请先?登[录陆]|登录后|剩余|还剩|开通会员|付费|展开全文|查看全文|阅读全文|继续阅读|下载全文|[本全]文共)"
)
_FAR = 60
_REACH = 6_000
_OPENING = 400
_STOPS = "。！？：:!?\n"
_BLANKS = BLANKS + "\n"
_FIRSTS = ("（一）", "(一)", "一、", "1.", "1、")
_MORE = ("另外", "此外", "还有", "再就是", "再有", "再者", "最后", "同时", "与此同时", "除此之外")


def is_broken(doc: Document, speech: Speech) -> bool:
    """Whether a speech breaks off: what it lacks may stand in what is lost."""
    from speechlint.checks.outline.ending import broken_end

    return broken_end(doc, speech) is not None or _is_for_sale(doc, speech.span)


@lru_cache(maxsize=4)  # several rules ask in turn
def _is_for_sale(doc: Document, span: Span) -> bool:
    """Whether a site shows only a part of it."""
    text = doc.text
    return ("…" in text or "..." in text) and _PAYWALL.search(text, *span) is not None


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

    def item_at(self, offset: int) -> Item | None:
        """The item whose mark stands last before ``offset``."""
        at = bisect_left(self.starts, offset) - 1
        if at < 0:
            return None
        group = self.groups[self.items[at][1]]
        return next(item for item in group if item.mark.start == self.starts[at])

    def of_size(self, size: int, start: int, end: int) -> bool:
        """Whether a group of that size begins between two offsets."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(len(self.groups[at]) == size for _, at in self.items[first:last])


def list_after(doc: Document, groups: Groups, claim: Claim, wording: Wording) -> Answer | None:
    """The list that begins where the claim's sentence ends: in the same paragraph or the next."""
    group = groups.after(claim.span.end)
    if not group or group[0].number not in (1, 2) or group[0].mark.start - claim.span.end > 2 * _FAR:
        return None
    if group[0].style == "一方面" and len(group) != 2:
        return None
    between = doc.text[claim.span.end : group[0].mark.start].rstrip(_BLANKS + "#*")
    if not _leads(claim, between, wording):
        return None
    numbered = [item for item in group if item.number is not None]
    sure = group[0].written or between[-1:] in "：:"
    return Answer(len(group), tuple(item.mark for item in group), sure and len(numbered) == len(group), group)


def _leads(claim: Claim, between: str, wording: Wording) -> bool:
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
        not claim.quoted and rest.endswith((*wording.nouns, *wording.leads))
    )


def list_below(groups: Groups, claim: Claim) -> Answer | None:
    """The list under a heading that promises it: 二、抓好三项工作, and （一）（二）（三） under it."""
    item = groups.item_at(claim.span.start)
    if (
        not item
        or not item.own_line
        or not item.head.start <= claim.span.start < item.head.end
        or not item.children
    ):
        return None
    below = runs(item.children)
    sizes = [len(group) for group in below]
    if claim.number in sizes:
        return Answer(claim.number, tuple(i.mark for i in below[sizes.index(claim.number)]), True)
    near = next(
        (group for group in below if abs(len(group) - claim.number) == 1 and group[0].place == LINE), None
    )
    return Answer(len(near), tuple(i.mark for i in near), False, near) if near else None


def list_of_speech(doc: Document, groups: Groups, claim: Claim) -> Answer | None:
    """The speech's own headings, a few sentences after it says 讲三点意见 and promises nothing else."""
    group = groups.after(claim.span.end)
    if (
        not group
        or group[0].level > 1
        or not group[0].written
        or group[0].place < LINE
        or group[0].number != 1
    ):
        return None
    between = doc.text[claim.span.end : group[0].mark.start]
    if (
        len(between) > _OPENING
        or "几" in between
        or groups.of_size(claim.number, claim.span.end, len(doc.text))
    ):
        return None
    return Answer(len(group), tuple(item.mark for item in group), False, group)


def goes_on(doc: Document, answer: Answer) -> bool:
    """Whether the last item is followed by one that is only led in by a word (还有, 此外)."""
    last = answer.group[-1]
    if last.number is None:
        return True
    line = doc.line_at(last.mark.start)
    end = max(line.end, min(last.span.end, line.end + 200))
    rest = doc.text[last.mark.end : min(end, last.mark.end + _OPENING)]
    return any(f"{stop}{word}" in rest for word in _MORE for stop in ("。", "；", "\n", "，"))


def ends_with_last(doc: Document, answer: Answer) -> bool:
    """Whether the last member has no number but 最后, in the paragraph where the whole list runs on."""
    first, last = answer.group[0].mark, answer.group[-1].mark
    line = doc.line_at(last.start)
    rest = doc.text[last.end : min(line.end, last.end + _OPENING)]
    return first.start >= line.start and any(f"{stop}最后，" in rest for stop in "。；")


def ends_paragraph(doc: Document, claim: Claim) -> bool:
    end = doc.line_at(claim.span.end).end
    return end - claim.span.end <= _FAR and not doc.text[claim.span.end : end].strip(_BLANKS + "。：:！")


def _opens_list(paragraph: str) -> bool:
    """Whether a paragraph has a first mark near its start, even one that is not read as a mark."""
    return paragraph.startswith(("第一", "首先", "一 ", "一\u3000", "方面一", "任务一")) or any(
        first in paragraph[:_FAR] for first in _FIRSTS
    )


def unmarked(doc: Document, groups: Groups, claim: Claim, end: int) -> bool:
    """Whether a claim that ends its paragraph is followed by running text alone: no list to be heard."""
    line = doc.line_at(claim.span.end)
    end = min(end, line.end + _REACH)
    near = (claim.number - 1, claim.number, claim.number + 1)
    if not ends_paragraph(doc, claim) or any(groups.of_size(size, claim.span.end, end) for size in near):
        return False
    paragraphs = [p.strip(_BLANKS) for p in doc.text[line.end : end].split("\n")]
    paragraphs = [p for p in paragraphs if p]
    short = [p for p in paragraphs if len(p) <= 40 and p[-1] not in "。！？；"]
    first = groups.after(claim.span.end)
    dashed = sum(p.startswith("—") for p in paragraphs) > 1
    opened = paragraphs and _opens_list(paragraphs[0])
    listed = dashed or opened or bool(first and first[0].place == LINE)
    return len(paragraphs) > 2 and len(paragraphs) != claim.number and len(short) <= 2 and not listed
