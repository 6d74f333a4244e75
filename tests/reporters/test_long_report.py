"""A report on many findings: what kind of draft, what is gravest, each rule once, a table at the end."""

from __future__ import annotations

import pytest
from drafts import ERROR, PLAIN, result, run

from speechlint import reporters
from speechlint.document import Span
from speechlint.finding import Edit, Fix, Severity
from speechlint.findings import Findings
from speechlint.reporters.excerpt import columns
from speechlint.reporters.wrap import wrapped
from speechlint.result import Checked, Run, View

MARK = ERROR._replace(code="PUN001", severity=Severity.WARNING, message="半角“,”用在中文里", source="")


def many(path: str = "稿.txt") -> Checked:
    """A draft with 40 half-width marks, one behind the other, and an empty place at the end."""
    marks = result("⟦,⟧好" * 40 + "X届", MARK, path)
    blank = ERROR._replace(path=path, span=Span(80, 82), reading="X届")
    safe = [found._replace(fixes=(Fix((Edit(found.span, "，"),), safe=True),)) for found in marks.findings]
    return marks._replace(findings=Findings((*safe, blank)))


def lines(given: Run, view: View = PLAIN) -> list[str]:
    return reporters.report("text", given, view).split("\n")


def test_the_gravest_stand_first_and_once_more_at_the_top() -> None:
    told = lines(run(many()))
    assert told[told.index("先看这几处：") + 1] == "  1:81 必须改 “X届”没有填"
    assert [line for line in told if "PLH001" in line or "PUN001" in line][:2] == [
        "  1:81 PLH001 “X届”没有填",
        "  1:1  PUN001 [改] 半角“,”用在中文里",
    ]


def test_findings_of_one_rule_are_told_together_with_every_place() -> None:
    told = "\n".join(lines(run(many())))
    assert told.count("PUN001") == 1
    assert {f"1:{2 * at + 1}" for at in range(1, 39)} <= set(told.replace("同类：", "").split())


def test_words_are_repeated_only_where_they_differ() -> None:
    given = result("⟦,⟧好" * 39 + "⟦;⟧好", MARK)
    told = "\n".join(lines(run(given)))
    assert "1:3  1:5" in told
    assert "1:79 ;" in told


def test_of_very_many_the_first_few_are_told_with_their_words_and_all_with_their_places() -> None:
    marks = "，。；：？！、（）《》—" * 3
    told = "\n".join(lines(run(result("".join(f"⟦{mark}⟧好" for mark in marks), MARK))))
    assert [place in told for place in ("1:9 ？", "1:11 ！")] == [True, False]
    assert {f"1:{2 * at + 1}" for at in range(5, 36)} <= set(told.split())


def test_each_in_full_on_demand() -> None:
    assert sum("PUN001" in line for line in lines(run(many()), PLAIN._replace(fold=False))) == 40


def test_by_position_on_demand() -> None:
    told = [line for line in lines(run(many()), PLAIN._replace(sort="position")) if "PUN001" in line]
    assert len(told) == 40


def test_a_short_report_is_in_the_order_of_the_draft() -> None:
    told = lines(run(result("⟦X届⟧好" * 5)))
    assert sum("必须改 PLH001" in line for line in told) == 5
    assert "先看这几处：" not in told


def test_it_ends_with_a_table_and_with_what_to_do() -> None:
    told = lines(run(many("甲.txt"), many("乙.txt")))
    assert [line.split() for line in told if line.startswith(("类别", "标点", "占位符", "甲.txt  "))] == [
        ["类别", "必须改", "建议改", "可看"],
        ["占位符", "2", "处"],
        ["标点", "80", "处"],
        ["甲.txt", "1", "处", "40", "处"],
    ]
    assert "带 [改] 的 80 条可以自动改：speechlint --fix …" in told
    assert "逐条定夺：speechlint review 甲.txt" in told


def test_what_kind_of_draft_stands_before_the_verdict() -> None:
    glossed = ERROR._replace(code="ENC001", message="字后夹着拼音")
    told = lines(run(result("好⟦(hǎo)⟧" * 12, glossed)), View(width=80))
    assert told[0] == "这份稿子是从网上复制的，带拼音 12 处：先还原，speechlint restore"
    assert told[1].startswith("必须改 12 处")


def test_a_draft_of_few_faults_is_not_diagnosed() -> None:
    assert lines(run(result("⟦X届⟧好" * 5)))[0].startswith("必须改 5 处")


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    long = ERROR._replace(message="“X届”没有填写届次或次数：请补上是第几届、第几次，" * 4)
    told = lines(run(result("⟦X届⟧全会上的讲话，" * 40, long)), View(width=width))
    body = told[told.index("稿.txt") + 1 : told.index("") if "" in told[3:] else None]
    assert max(map(columns, body or told[4:-6])) <= width


def test_a_piped_message_is_not_broken() -> None:
    long = ERROR._replace(message="请补上" * 60)
    told = lines(run(result("⟦X届⟧", long)), PLAIN._replace(wrap=False))
    assert f"  1:1 必须改 PLH001 {long.message}" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("请补上届次，再看一遍", ["请补上届", "次，再看", "一遍"]),
        ("见 GB/T 15834 号", ["见 GB/T", "15834 号"]),
        ("说“三点”是两点", ["说“三", "点”是两", "点"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
    ],
)
def test_lines_are_broken_as_chinese_is(text: str, told: list[str]) -> None:
    assert wrapped(text, 8) == told
