"""The gate of a pattern: no match without one of its literals."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from conftest import RULES
from hypothesis import given
from hypothesis import strategies as st

from speechlint.gates.literals import begins, required
from speechlint.gates.parsing import check

_ATOMS = st.sampled_from(
    [
        "党",
        "的",
        "X",
        "次会",
        "[届次]",
        "[X×]",
        "[一-九]",
        ".",
        r"\d",
        "[^。]",
        "(?=届)",
        "(?<=届)",
        "(?<=[^次]次)",
        "(?!党)",
        "^",
        "$",
    ]
)
_REPEATS = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,3}"])


_REPEAT = re.compile(r"(?<!\()[*+?]|\{")


def _repeated(part: str, repeat: str) -> str:
    """``part`` again and again, but what repeats within what repeats no more: six characters may take such a one minutes."""
    return part if len(_REPEAT.findall(part)) > 1 else part + repeat


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})")
    named = inner.map(lambda part: f"({part})")
    repeated = st.builds(_repeated, st.one_of(group, named), _REPEATS)
    return st.lists(repeated, min_size=1, max_size=3).map("".join)


_PLAIN = st.tuples(st.sampled_from(["党", "的", "[届次]", "[X×]", ".", r"\d", "[^。]"]), _REPEATS).map(
    "".join
)
_BEHIND = st.sampled_from(["(?<=届)", "(?<=[^次]次)", "(?<=[届次])", "(?!党)", "(?<!的)"])
PATTERNS = st.recursive(st.one_of(_ATOMS, _PLAIN), _larger, max_leaves=8)
TEXTS = st.text("党的X×次会届一1。", max_size=12)


@cache
def wanted(pattern: str) -> frozenset[str] | None:
    return required(pattern, edges="\n")


def holds(pattern: str, text: str) -> bool:
    """Whether a line that ``pattern`` matches holds a required literal, if there are any."""
    literals = wanted(pattern)
    matches = re.search(pattern, text, re.MULTILINE)
    return literals is None or not matches or any(literal in f"\n{text}\n" for literal in literals)


@given(PATTERNS, TEXTS)
def test_every_match_holds_a_required_literal(pattern: str, text: str) -> None:
    assert holds(pattern, text)


@given(PATTERNS, _BEHIND, PATTERNS, TEXTS)
def test_what_must_stand_before_counts_too(before: str, behind: str, after: str, text: str) -> None:
    assert holds(f"(?:{before}){behind}(?:{after})", text)


def refused(read: Callable[[str], object], pattern: str) -> str:
    """What is said against an expression."""
    try:
        read(pattern)
    except (re.error, OverflowError) as trouble:
        return f"{type(trouble).__name__}: {trouble}"
    return ""


@given(PATTERNS, st.sampled_from(["(?<={})", "(?<!{})", "(?=(?<!{}))", "({}", "(?P<党>{})(?P=届)"]), PATTERNS)
def test_what_re_refuses_is_refused(inner: str, around: str, after: str) -> None:
    for pattern in (f"{around.format(inner)}{after}", f"(?:{after}|{around.format(inner)})+"):
        assert refused(check, pattern) == refused(re.compile, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(?<=党*)",
        "(?<!党|次会)",
        "(?:会(?<=(?:党|次会)))?",
        "(?=(?<!党?))",
        "(会)?(?(1)(?<=党+)|届)",
        "(?>(?<=党?))",
        "(?<=党{70000})",
        "(?<=(?:党{70000}){70000})",
        "(?<=[(?])党?",
        "[(?<=党*]",
        "党**",
        "(党",
        "党)",
    ],
)
def test_so_is_what_looks_behind_without_an_end(pattern: str) -> None:
    assert refused(check, pattern) == refused(re.compile, pattern)


def is_quick(pattern: str) -> bool:
    """Whether looking for it takes little time in any text: repeats in repeats, and many in a row, may take for ever."""
    return ")*" not in pattern and ")+" not in pattern and pattern.count("*") + pattern.count("+") <= 4


@given(PATTERNS.filter(is_quick), st.data())
def test_so_does_a_text_made_to_match(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet="党的X×次会届一1。"))
    assert holds(pattern, text)


def begun(pattern: str, text: str) -> bool:
    """Whether a required literal stands where ``pattern`` matches in a line, if every match begins with one."""
    literals = required(pattern, edges="\n")
    if not literals or not begins(pattern, literals, edges="\n"):
        return True
    starts = [match.start() for match in re.finditer(pattern, text, re.MULTILINE)]
    return all(
        any(f"\n{text}\n".startswith(literal, at + (literal[0] != "\n")) for literal in literals)
        for at in starts
    )


@given(PATTERNS, _BEHIND, PATTERNS, TEXTS | st.text("党的届", max_size=6))
def test_matches_begin_with_what_they_are_said_to_begin_with(
    before: str, behind: str, after: str, text: str
) -> None:
    for pattern in (before, f"(?:{before}){behind}(?:{after})", f"{behind}(?:{after})"):
        assert begun(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("党的(?:胜利)?召开", True),
        ("(?:党|会)的[^。]*", True),
        ("(?<!的)(?P<at>党的)(?!会)", True),
        ("^党的", True),
        ("会?党的", False),
        ("(?<=会)党的", False),
        ("(?:^|(?<=会))党的", False),
        ("[^。]党的", False),
    ],
)
def test_where_a_match_begins_is_known(pattern: str, said: bool) -> None:
    literals = required(pattern, edges="\n")
    assert literals is not None
    assert begins(pattern, literals, edges="\n") is said


def test_shipped_patterns_have_a_gate_that_fits_their_examples() -> None:
    for rule in RULES:
        for entry in rule.options.get("entries", {}).values() if rule.check == "pattern" else ():
            for example in rule.bad:
                assert holds(entry["pattern"], re.sub("[⟦⟧]", "", example.text)), (rule.code, example.text)


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("[Xx]{1,3}[届次]", {"X届", "X次", "x届", "x次"}),
        ("党的(?:胜利)?召开", {"党的召开", "党的胜利召开"}),
        ("(?<=第)次(?=党)", {"第次党"}),
        (r"增长\d+", {f"增长{digit}" for digit in range(10)}),
        ("的[　 ]{0,3}[，。]", {f"{before}{mark}" for before in "的　 " for mark in "，。"}),
    ],
)
def test_a_gate_is_made_of_literals(pattern: str, literals: set[str]) -> None:
    found = required(pattern)
    assert found is not None
    assert all(any(part in whole for whole in literals) for part in found)


def test_a_line_edge_is_part_of_a_literal() -> None:
    assert required("^一、|。$", edges="\n") == frozenset(("\n一、", "。\n"))


@pytest.mark.parametrize("pattern", [".", "党?", r"\d*", "(?:党|.)", "[^。]{2,4}"])
def test_a_pattern_without_a_sure_literal_has_no_gate(pattern: str) -> None:
    assert required(pattern) is None


def test_a_long_list_of_words_is_a_gate() -> None:
    many = "一二三四五六七八九十百千万亿甲乙丙丁戊己庚辛壬癸子丑"
    words = frozenset(f"{first}{second}会议" for first in many for second in many)
    assert len(words) > 600
    assert required("|".join(sorted(words))) == words
