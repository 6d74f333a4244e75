"""What holds for every fix, whatever the draft: over the drafts of the tests and a few hundred broken ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

import pytest
from conftest import RULES
from mutations import mutated
from test_fix import DRAFTS, everything

from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.finding import Edit, Finding, Severity
from speechlint.fixing import fix
from speechlint.readers.decoding import decode

BROKEN = 240
FOUND = everything("text")
WHOLE = [decode(path.read_bytes())[0] for path in DRAFTS]
ENTRIES = {rule.code: rule.options.get("entries", {}) for rule in RULES}


class Step(NamedTuple):
    """A text and what is found in it, before and after one round of fixes."""

    old: str
    before: tuple[Finding, ...]
    new: str
    after: tuple[Finding, ...]


@cache
def texts() -> tuple[str, ...]:
    return (*WHOLE, *mutated(WHOLE, BROKEN))


@cache
def steps(unsafe: bool) -> tuple[Step, ...]:
    return tuple(step for text in texts() for step in rounds(text, unsafe))


def rounds(text: str, unsafe: bool) -> Iterator[Step]:
    old, before = text, tuple(FOUND(text))
    for made in fix.rounds(text, FOUND, unsafe=unsafe):
        yield Step(old, before, made.source, tuple(made.findings))
        old, before = made.source, tuple(made.findings)


def safe_edits(text: str) -> Iterator[tuple[Finding, Edit]]:
    for finding in FOUND(text):
        for one in finding.fixes:
            if one.safe:
                yield from ((finding, edit) for edit in one.edits)


def han(words: str) -> str:
    return "".join(filter(is_han, words))


def test_a_safe_fix_changes_han_characters_only_as_its_table_or_its_message_says() -> None:
    for text in texts():
        for finding, edit in safe_edits(text):
            was, now = han(text[slice(*edit.span)]), han(edit.text)
            entry = ENTRIES[finding.code].get(finding.entry) if finding.entry else None
            by_table = isinstance(entry, dict) and entry.get("fix") is not None
            assert was == now or by_table or not now or now in finding.message, (finding.message, was, now)


def test_what_a_safe_fix_deletes_is_what_its_finding_names() -> None:
    for text in texts():
        for finding, edit in safe_edits(text):
            was = text[slice(*edit.span)]
            core = Span(edit.span.end - len(was.lstrip()), edit.span.start + len(was.rstrip()))
            if len(edit.text) < len(was) and core.start < core.end:
                assert any(p.start <= core.start and core.end <= p.end for p in finding.places), finding


def more(step: Step) -> Iterator[tuple[Finding, bool]]:
    """What is found after a round that was not found before, and whether the fixes touched its words."""
    blocks = SequenceMatcher(None, step.old, step.new, autojunk=False).get_opcodes()
    known: dict[str, list[Span]] = {}
    for finding in step.before:
        for told in (finding.selector, *finding.also):
            known.setdefault(told, []).extend(moved(blocks, place) for place in finding.places)
    for finding in step.after:
        for place in finding.places if finding.severity > Severity.INFO else ():
            if not any(old.overlaps(place) or old == place for old in told_of(known, finding)):
                changed = (block[3:] for block in blocks if block[0] != "equal")
                yield finding, any(place.overlaps(words) for words in changed)


def told_of(known: dict[str, list[Span]], finding: Finding) -> list[Span]:
    """Where the same was told before, by itself or as what another finding also tells."""
    return [*known.get(finding.selector, ()), *known.get(finding.code, ())]


def moved(blocks: Sequence[tuple[str, int, int, int, int]], place: Span) -> Span:
    """Where words of the old text stand in the new one; what was changed, where its change stands."""
    _, start, _, new_start, _ = kind = next((b for b in blocks if b[1] <= place.start < b[2]), blocks[-1])
    first = new_start + (place.start - start if kind[0] == "equal" else 0)
    _, start, _, new_start, new_end = kind = next((b for b in blocks if b[1] < place.end <= b[2]), blocks[-1])
    return Span(first, max(first, new_start + place.end - start if kind[0] == "equal" else new_end))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_no_fix_makes_a_fault(unsafe: bool) -> None:
    """What is uncovered, its words unchanged, is counted: were there none, nobody would look at it."""
    uncovered: Counter[str] = Counter()
    for step in steps(unsafe):
        for finding, made in more(step):
            assert not made, (finding.selector, finding.message, step.new[slice(*finding.span)])
            uncovered[finding.code] += 1
    print(dict(uncovered))
    assert 0 < uncovered.total() < len(steps(unsafe))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_one_run_settles_all(unsafe: bool) -> None:
    for text in texts():
        once = fix.fix(text.encode(), "utf-8", FOUND, unsafe=unsafe)
        assert fix.fix(once.data, "utf-8", FOUND, unsafe=unsafe).data == once.data


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_no_pair_is_changed_by_half(unsafe: bool) -> None:
    for step in steps(unsafe):
        assert mixed(step.new) <= mixed(step.old), step.new


def mixed(text: str) -> int:
    """How many brackets close one of the other width."""
    count = 0
    opened = ""
    for char in text:
        if char in "(（\n":
            opened = char
        elif char in ")）" and opened:
            count += opened + char in ("(）", "（)")
            opened = ""
    return count


@pytest.mark.parametrize(
    "word", ["друзья", "دوستلار", "می\u200cخواهم", "반갑습니다", "ᠪᠠᠶᠢᠨ\u180eᠠ", "क्\u200dष", "བཀྲ་ཤིས", "สวัสดี"]
)
def test_other_scripts_are_left_alone(word: str) -> None:
    phrase = f"{word} {word}, {word}! {word}"
    text = f"同志们：\n\n我想这样问候大家：{phrase}\n要加强组 织领导,落实责任。\n"
    fixed = fix.fix(text.encode(), "utf-8", FOUND, unsafe=True).data.decode()
    assert fixed == text.replace("组 织", "组织").replace("导,", "导，")


def test_a_finding_seen_only_now_does_not_undo_the_fix() -> None:
    text = "同志们：\n来自(上海);(北京)的同志都发了言，大家听得认真。\n"
    fixed = fix.fix(text.encode(), "utf-8", FOUND).data.decode()
    assert "（上海）；（北京）" in fixed


def test_a_fix_within_what_another_deletes_is_dropped() -> None:
    text = (
        "文秘小站   立即下载   加入VIP免费看全文,欢迎\n在全县会上的讲话\n同志们：\n今天开会，各乡镇要抓紧。\n"
    )
    deleted = [f for f in FOUND(text) if f.code.startswith("WMK")]
    assert deleted
    taken = {edit for one in fix.answers(deleted, unsafe=True) for edit in one.edits}
    for one in fix.answers(FOUND(text), unsafe=True):
        assert taken.issuperset(one.edits) or all(
            not e.span.overlaps(t.span) for e in one.edits for t in taken
        )
