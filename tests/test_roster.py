"""Rosters: the shipped one is sound, a project's own is read strictly and joins every check of names."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import RULES, TODAY, Outcome, findings, marked, write
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.names import roster
from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.errors import ConfigError, RuleError
from speechlint.files.yamlfile import read_mapping
from speechlint.finding import Finding
from speechlint.gates.building import build, extended
from speechlint.gates.index import scan
from speechlint.project.find import read
from speechlint.project.layers import Settings
from speechlint.rulebook import packs
from speechlint.rulebook.compiling import compile_rules, with_roster
from speechlint.run.engine import lint

Run = Callable[..., Outcome]
CODES = ("TYP008", "SLG022", "SLG023", "SLG024")
SHIPPED = roster.shipped(os.path.join(packs.shipped(), packs.ROSTER), RuleError)
OURS = """\
rosters:
  - {name: 王大川, post: 市委书记, order: 1, from: "2023-05", wrong: [王大传]}
  - {name: 赵小河, post: 市委书记, from: "2018-05", until: "2023-04"}
  - 名单/政府.yaml
"""
GOVERNMENT = (
    "- {name: 孙立, post: 市长, order: 2, from: 2024}\n- {name: 周新田, post: 市政协主席, order: 3}\n"
)


def found(folder: Path, text: str, config: str = OURS) -> Sequence[Finding]:
    """What the checks of names find in a project with its own roster."""
    write(folder / "名单" / "政府.yaml", GOVERNMENT)
    own = read(str(write(folder / ".speechlint.yaml", config))).roster
    rules = with_roster(compile_rules([rule for rule in RULES if rule.code in CODES]), own)
    return lint(Document("a.txt", text), rules, Settings(AsOf(TODAY, "--as-of")))


def ours(folder: Path, text: str, config: str = OURS) -> str:
    """``text`` with what is found in it marked."""
    for finding in reversed(found(folder, text, config)):
        start, end = finding.span
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "刚才，⟦王大传⟧同志作了讲话。",
        "市委书记⟦王大穿⟧同志提出了要求。",
        "⟦王大船⟧书记讲得很好。",
        "要认真贯彻⟦赵小河书记⟧的讲话精神。",
        "时任市委书记赵小河同志来过，市委书记王大川同志也来过。",
        "⟦市长王大川⟧同志主持会议。",
        "⟦市委副书记王大川⟧主持会议，⟦王大川副书记⟧讲了话，市委书记王大川总结。",
        "⟦孙立、王大川、周新田⟧出席会议。",
        "王大川、孙立、周新田出席会议，孙立新同志发言。",
        "⟦孙立⟧强调，要抓好落实。",
        "认真学习⟦习近评⟧总书记重要讲话。",
    ],
)
def test_own_roster(tmp_path: Path, text: str) -> None:
    assert ours(tmp_path, text.replace("⟦", "").replace("⟧", "")) == text


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("刚才，王大传同志作了讲话。", ".speechlint.yaml:2"),
        ("要认真贯彻赵小河书记的讲话精神。", ".speechlint.yaml:3"),
        ("孙立强调，要抓好落实。", "名单/政府.yaml:1"),
        ("孙立、王大川出席会议。", "名单/政府.yaml:1、.speechlint.yaml:2"),
    ],
)
def test_what_is_said_of_ones_own_people_cites_ones_own_roster(tmp_path: Path, text: str, where: str) -> None:
    (finding,) = found(tmp_path, text)
    assert (finding.source, finding.grade) == (where, "convention")


def test_what_is_said_of_others_does_not(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "认真学习习近评总书记重要讲话。")
    assert (finding.source, finding.grade) == ("历届中央全会公报和全国人民代表大会公告所载姓名", "regulation")


def test_without_it_these_names_are_nobodys() -> None:
    text = "王大传同志作了讲话，市委书记王大穿同志提出了要求，孙立强调安全，市长王大川同志主持。"
    assert marked(text, *CODES) == text


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("rosters:\n  - {name: 王大川}", ":2: 缺少“post”"),
        ("rosters:\n  - {name: 王大川, post: 市长, form: 1}", ":2: 不认识的键“form”，是不是“from”？"),
        ("rosters:\n  - {name: 王, post: 市长}", ":2: 姓名“王”应是二至四个汉字"),
        ("rosters:\n  - name: 王大川\n    post: 市长\n    from: 上月", ":4: “上月”不是日期"),
        ("rosters:\n  - {name: 王大川, post: 市长, from: 2024, until: 2023}", ":2: 卸任在到任之前"),
        ("rosters:\n  - {name: 王大川, post: 市长, wrong: [王大川]}", ":2: “wrong”应是这个姓名的错写"),
        ("rosters: [没有.yaml]", ":1: 读不了名录“没有.yaml”"),
        ("rosters: [3]", ":1: “rosters”应是"),
        ("rosters: 王大川", ":1: “rosters”应为列表"),
        ("roster: []", ":1: 不认识的键“roster”，是不是“rosters”？"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, config: str, told: str) -> None:
    path = str(write(tmp_path / ".speechlint.yaml", config))
    with pytest.raises(ConfigError) as raised:
        read(path)
    assert str(raised.value).startswith(path + told)


def test_two_orders_for_one_name_are_refused(tmp_path: Path) -> None:
    config = "rosters:\n  - {name: 王大川, post: 市长, order: 1}\n  - {name: 王大川, post: 书记, order: 2}\n"
    with pytest.raises(ConfigError, match=":3: “王大川”前面的排序是 1"):
        read(str(write(tmp_path / ".speechlint.yaml", config)))


def test_the_command_line_reads_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "rosters:\n  - {name: 王大川, post: 市长, order: 一}\n")
    write(tmp_path / "a.txt", "同志们，大家好。")
    outcome = run("a.txt")
    assert (outcome.status, "“order”应为整数" in outcome.err) == (2, True)


def test_no_two_hold_a_shipped_post_at_once() -> None:
    for post in SHIPPED["posts"]:
        terms = sorted(
            (term[1], term[2] or "9") for own in SHIPPED["people"].values() for term in own if term[0] == post
        )
        assert all(before[1] <= after[0] for before, after in pairwise(terms)), post


def test_shipped_terms_have_a_source() -> None:
    assert all(term[3] for terms in SHIPPED["people"].values() for term in terms)


def test_no_wrong_form_is_the_name_of_another_leader() -> None:
    names = {*SHIPPED["people"], *(name for order in SHIPPED["orders"] for name in order[2])}
    assert names.isdisjoint({*SHIPPED["wrong"], *SHIPPED["namesakes"]})


@pytest.mark.parametrize("form", sorted(SHIPPED["wrong"]))
def test_each_wrong_form_beside_a_title(form: str) -> None:
    assert marked(f"请中央政治局常委{form}同志讲话。", "TYP008") == f"请中央政治局常委⟦{form}⟧同志讲话。"


@pytest.mark.parametrize("form", sorted(SHIPPED["namesakes"]))
def test_a_name_others_bear_is_left_alone(form: str) -> None:
    assert findings(f"请我县先进工作者{form}同志讲话，{form}在场。", "TYP008") == []
    assert marked(f"请中央政治局常委{form}同志讲话。", "TYP008") == f"请中央政治局常委⟦{form}⟧同志讲话。"


@pytest.mark.parametrize("cut_off", ["国家主席习", "国务院总理李"])
def test_draft_that_ends_within_a_name(cut_off: str) -> None:
    assert findings(f"今天我们认真学习{cut_off}", "TYP008") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("讲话的是国务院总理丁薛祥", "SLG022"),
        ("讲话的是中央政治局常委习近评", "TYP008"),
        ("讲话的是中央政治局常委李墙", "TYP008"),
        ("讲话的是中共中央总书记习近", "TYP008"),
    ],
)
def test_a_name_at_the_very_end_of_a_draft_is_told_once_and_ends_with_it(words: str, code: str) -> None:
    told = [place for finding in findings(words, code) for place in finding.places]
    assert [place.end for place in told] == [len(words)]


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.text("习近平李强总理", min_size=1, max_size=4)),
        max_size=8,
        unique=True,
    )
)
def test_an_extended_index_finds_what_one_built_at_once_finds(gates: list[tuple[int, str]]) -> None:
    text = "习近平总书记、李强总理、李克强总理"
    once = scan(text, build(gates))
    grown = scan(text, extended(build(gates[::2]), gates[1::2]))
    assert {k: sorted(v) for k, v in once.items()} == {k: sorted(v) for k, v in grown.items()}


def test_all_who_are_in_office_are_to_be_looked_at_again() -> None:
    path = os.path.join(packs.shipped(), packs.ROSTER)
    node = read_mapping(path, RuleError)
    assert [row["name"] for row in node["people"] if ("until" in row) == ("review" in row)] == []


def test_due_lists_people_in_office_and_the_order_they_are_in(run: Run, tmp_path: Path) -> None:
    rules = write(
        tmp_path / "pack" / "roster.yaml",
        "posts: {}\n"
        'people:\n  - {name: 王大川, post: 市委书记, from: "2023-05", review: "2027-01-01"}\n'
        '  - {name: 赵小河, post: 市委书记, until: "2023-04"}\n'
        'orders:\n  - {title: 市领导, names: [王大川], review: "2027-02-01"}\n',
    )
    write(tmp_path / ".speechlint.yaml", f"packs: [{rules.parent}]\n")
    due = run("rules", "--due", "--as-of", "2027").out
    assert "2027-01-01  roster.yaml/王大川 市委书记\n2027-02-01  roster.yaml/市领导\n" in due
