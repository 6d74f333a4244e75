"""Which rules speak: layers of choices, the most specific name, entries."""

from __future__ import annotations

import marshal

import pytest

from speechlint.errors import UsageError
from speechlint.rulebook.catalogue import ReadyRule
from speechlint.rulebook.naming import check_name, names, normal
from speechlint.rulebook.selection import Selection

RULES = [
    ReadyRule(
        code=code,
        severity=3,
        check="pattern",
        literals=True,
        gated=True,
        default=True,
        said=marshal.dumps(("", "", {}, "", "usage", entries)),
        packed=b"",
    )
    for code, entries in (("PLH001", ("session",)), ("PLH002", ()), ("SLG001", ("xk-1", "xk-2")))
]


@pytest.mark.parametrize(
    ("selection", "speaking"),
    [
        (Selection(), {"PLH001", "PLH002", "SLG001"}),
        (Selection(select=("PLH",)), {"PLH001", "PLH002"}),
        (Selection(select=("PLH001", "SLG")), {"PLH001", "SLG001"}),
        (Selection(ignore=("PLH",)), {"SLG001"}),
        (Selection(select=("PLH001",), ignore=("PLH",)), {"PLH001"}),
        (Selection(select=("PLH",), ignore=("PLH001",)), {"PLH002"}),
        (Selection(select=("PLH001",), ignore=("PLH001",)), set()),
        (Selection(select=("ALL",), ignore=("PLH",)), {"SLG001"}),
        (Selection(ignore=("ALL",), extend=("PLH001",)), {"PLH001"}),
    ],
)
def test_most_specific_name_wins(selection: Selection, speaking: set[str]) -> None:
    assert {rule.code for rule in RULES if selection.rule(rule.code, True)} == speaking


def test_rule_that_is_off_by_default_speaks_when_named() -> None:
    assert not Selection().speaks("SLG001", None, False)
    assert Selection(extend=("SLG",)).speaks("SLG001", None, False)
    assert Selection(select=("ALL",)).speaks("SLG001", None, False)
    assert Selection(select=("SLG001",)).speaks("SLG001", None, False)
    assert not Selection(select=("SLG",)).speaks("SLG001", None, False)


def test_entry_alone() -> None:
    only = Selection(select=("SLG001/xk-1",))
    assert only.rule("SLG001", True)
    assert only.speaks("SLG001", "xk-1", True)
    assert not only.speaks("SLG001", "xk-2", True)


def test_entry_left_out() -> None:
    without = Selection(ignore=("SLG001/xk-1",))
    assert not without.speaks("SLG001", "xk-1", True)
    assert without.speaks("SLG001", "xk-2", True)


def test_a_prefix_does_not_reach_into_entries() -> None:
    assert not Selection(select=("SLG001/xk",)).speaks("SLG001", "xk-1", True)


def test_upper_layer_decides_where_it_says_anything() -> None:
    config = Selection(select=("PLH",), ignore=("PLH002",))
    assert Selection(extend=("PLH002",), under=config).speaks("PLH002", None, True)
    assert not Selection(ignore=("PLH",), under=config).speaks("PLH001", None, True)
    assert Selection(ignore=("SLG",), under=config).speaks("PLH001", None, True)
    assert not Selection(ignore=("SLG",), under=config).speaks("PLH002", None, True)


def test_select_above_replaces_the_choices_below() -> None:
    config = Selection(select=("SLG001/xk-1",), extend=("PLH",))
    command_line = Selection(select=("PLH001",), under=config)
    assert [r.code for r in RULES if command_line.rule(r.code, True)] == ["PLH001"]


def test_codes_are_capitals_entries_are_not() -> None:
    assert normal("slg001/Xk-1") == "SLG001/Xk-1"


@pytest.mark.parametrize("name", ["PLH001", "PLH", "P", "SLG001/xk-1", "ALL"])
def test_known_names(name: str) -> None:
    check_name(name, RULES, "", UsageError)


@pytest.mark.parametrize(
    ("name", "near"),
    [("PHL001", "PLH001"), ("SGL", "SLG"), ("SLG001/xk1", "SLG001/xk-1"), ("SLG01/xk-1", "SLG001")],
)
def test_unknown_name_is_told_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"是不是“{near}”"):
        check_name(name, RULES, "", UsageError)


def test_unknown_name_far_from_all() -> None:
    with pytest.raises(UsageError, match="speechlint rules"):
        check_name("Q7", RULES, "", UsageError)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("PLH、NUM", ("PLH", "NUM")),
        ("plh， NUM001；SLG001/xk-1;CNT,", ("PLH", "NUM001", "SLG001/xk-1", "CNT")),
        ("占位符、序号", ("PLH", "NUM")),
        ("ＰＬＨ００１，ｎｕｍ", ("PLH001", "NUM")),
        ("placeholders", ("PLH",)),
        ("占位符，PHL，没有的", ("PLH", "PHL", "没有的")),
        ("all", ("ALL",)),
    ],
)
def test_names_as_chinese_writes_them(said: str, meant: tuple[str, ...]) -> None:
    assert names(said) == meant
