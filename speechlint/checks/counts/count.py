"""Promised numbers against what is delivered: 讲三点意见 and four follow."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.checks.counts.answers import (
    Groups,
    ends_paragraph,
    ends_with_last,
    goes_on,
    is_broken,
    list_after,
    list_below,
    list_of_speech,
    unmarked,
)
from speechlint.checks.counts.claims import LITERALS, Wording, claims
from speechlint.checks.counts.written_out import closes_list, dashed_list, inline_list, list_before
from speechlint.document.numerals import numeral
from speechlint.document.outline.speeches import closes
from speechlint.document.quotations import quoted
from speechlint.finding import Edit, Fix, Hit, Related, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.counts.claims import Claim
    from speechlint.checks.counts.written_out import Answer
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.outline.tree import Speech
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


_LAST = 60  # characters, in which a speech takes its leave
_LONG = 250
_LEAVE = regex.later("祝|谢|再见|奋斗|努力|贡献|希望|让我们|完毕")

ABOUT = "说了几点，后面却不是几点"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "nouns": Option("words", "数的是什么：意见、要求", "what a promise counts", required=True),
        "talk": Option("words", "前面的动词：讲、谈、提", "verbs of speaking before it", required=True),
        "work": Option("words", "前面的动词：抓好、做到", "verbs of doing before it", required=True),
        "back": Option(
            "words", "前面有它就不是预告：这、第", "words before it that promise nothing", required=True
        ),
        "leads": Option(
            "words", "句末引出下文的词：入手", "words that end a sentence which leads on", required=True
        ),
        "names": Option("words", "带数字的名称：四个全面、三农", "names of sets, which promise nothing"),
        "idioms": Option("words", "带数字的熟语：五湖四海、十五五", "idioms, which promise nothing"),
        "local": Option("words", "地方上活动的名称", "names of campaigns, which promise nothing"),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The fields of ``Wording``."""
    words = {key: tuple(options[key]) for key in ("nouns", "talk", "work", "back", "leads")}
    return {**words, "names": frozenset((*options["names"], *options["idioms"], *options["local"]))}


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"claim": LITERALS}


def check(query: Query) -> Iterator[Hit]:
    doc = query.doc
    speeches = doc.outline.speeches
    starts = [speech.span.start for speech in speeches]
    wording = Wording(**query.options)
    found = list(claims(doc, query.found["claim"], wording))
    groups: dict[int, Groups | None] = {}
    for at, claim in enumerate(found):
        index = max(0, bisect_right(starts, claim.span.start) - 1)
        if not speeches or claim.span.start >= speeches[index].body.end:
            continue
        if index not in groups:
            groups[index] = None if is_broken(doc, speeches[index]) else Groups(speeches[index])
        answers = groups[index]
        if answers is None:  # what is missing may be what was promised
            continue
        following = found[at + 1].span.start if at + 1 < len(found) else len(doc.text)
        hit = _judge(doc, answers, claim, wording, following, speeches[index])
        if hit:
            yield hit


def _judge(
    doc: Document, groups: Groups, claim: Claim, wording: Wording, following: int, speech: Speech
) -> Hit | None:
    before = list_before(doc, claim)
    if before and claim.number in (before.number, before.other):
        return None
    answer = _answer(doc, groups, claim, wording, following)
    if answer:
        kept = _keeps(doc, claim, answer) or (_hardly_begun(claim, answer) and _stops_short(doc, speech))
        return None if kept else _mismatch(doc, claim, answer)
    if before and abs(before.number - claim.number) == 1:
        return _mismatch(doc, claim, before)
    told = doc.text[claim.digits.start - 1 : claim.digits.start] == "的"  # 信中讲的六条 stand elsewhere
    if (
        (claim.talk or claim.work)
        and not claim.quoted
        and not told
        and unmarked(doc, groups, claim, speech.body.end)
    ):
        return Hit(claim.span, _words(doc, claim, "后面却没有分条，听的人数不出来", "no list follows"))
    return None


def _hardly_begun(claim: Claim, answer: Answer) -> bool:
    """Whether no more than the first half of what was promised is there, with nothing lost in between."""
    return 2 * answer.number <= claim.number and not _lacks(answer)


def _stops_short(doc: Document, speech: Speech) -> bool:
    """Whether a speech of some length does not take its leave: what stands there may be its beginning alone."""
    words = doc.text[speech.span.start : speech.span.end].rstrip()
    last = words[-_LAST:]
    return len(words) >= _LONG and last[-1:] == "。" and not (closes(last) or _LEAVE.search(last))


def _keeps(doc: Document, claim: Claim, answer: Answer) -> bool:
    """Whether the list has as many members as promised, with the one that 最后 leads in."""
    led_in = bool(answer.group) and answer.number == claim.number - 1 and ends_with_last(doc, answer)
    return answer.number == claim.number or led_in


def _answer(doc: Document, groups: Groups, claim: Claim, wording: Wording, following: int) -> Answer | None:
    """The list that answers a claim, unless another claim stands between the two."""
    answer = inline_list(doc, claim)
    if not answer and (claim.talk or not closes_list(doc, claim)):
        answer = list_after(doc, groups, claim, wording)
    if not answer and ends_paragraph(doc, claim):
        answer = dashed_list(doc, claim)
    if not answer and (claim.talk or claim.work or claim.quoted):
        answer = list_below(groups, claim)
    if not answer and claim.talk and not claim.quoted:
        answer = list_of_speech(doc, groups, claim)
    return answer if answer and following >= answer.places[0].start else None


def _mismatch(doc: Document, claim: Claim, answer: Answer) -> Hit:
    places = tuple(Related(span, f"第 {n} 条", f"no. {n}") for n, span in enumerate(answer.places, 1))
    digits = (
        str(answer.number) if doc.text[claim.digits.start].isascii() else _spoken(doc, claim, answer.number)
    )
    whole = f"{doc.text[claim.span.start : claim.digits.start]}{digits}{doc.text[claim.digits.end : claim.span.end]}"
    fix = Fix((Edit(claim.digits, digits),), False, f"改为{quoted(whole)}", f"change to {quoted(whole)}")
    return Hit(
        claim.span,
        _words(doc, claim, _verdict(doc, claim, answer), f"{answer.number} found"),
        () if _lacks(answer) else (fix,),
        severity=Severity.ERROR if _sure(doc, claim, answer) else None,
        related=places,
    )


def _words(doc: Document, claim: Claim, verdict: str, found: str) -> dict[str, str]:
    words = doc[claim.span].strip('“”‘’「」"')
    return {"claim": words, "promised": str(claim.number), "verdict": verdict, "found": found}


def _lacks(answer: Answer) -> bool:
    """Whether the numbers of a list show that one was lost: then the promise may be right."""
    numbers = [item.number for item in answer.group]
    return bool(numbers) and numbers != list(range(1, len(numbers) + 1))


def _verdict(doc: Document, claim: Claim, answer: Answer) -> str:
    marks = "、".join(doc[item.mark].strip("、，,．.：: \n") for item in answer.group)
    listed = f"列出的是 {answer.number} 条" + (f"（{marks}）" if marks and len(marks) <= 40 else "")
    if _lacks(answer):
        return f"{listed}，序号也接不上，多半是丢了一条"
    if answer.number > claim.number:
        return f"{listed}，多半是加了内容没有改数"
    return f"{listed}，或是丢了一条，或是数没有改"


def _sure(doc: Document, claim: Claim, answer: Answer) -> bool:
    if not answer.sure:
        return False
    if answer.group and answer.number < claim.number and goes_on(doc, answer):
        return False
    plain = not answer.group or answer.group[0].written or answer.group[0].style in ("一是", "一要")
    return plain and (claim.talk or claim.work or claim.quoted or not answer.group)


def _spoken(doc: Document, claim: Claim, value: int) -> str:
    """The numeral before a counter: 两 for 2, unless the claim writes 二."""
    return "两" if value == 2 and "二" not in doc[claim.digits] else numeral(value)
