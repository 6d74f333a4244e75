"""What those who write rules of their own get: a file to begin with, and their examples run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write

Run = Callable[..., Outcome]
RULE = (
    'title: 旧名\nseverity: error\nmessage: {{zh: "“{{text}}”已经改名"}}\nwhy: 改名了。\nsource: {{title: 通知}}\n'
    "grade: convention\ncheck: {{pattern: {{entries: [{{id: old, terms: [工运科], fix: 工会科}}]}}}}\n"
    "examples: {{bad: [{bad}], good: [{good}]}}\n"
)
BAD, GOOD = "请⟦工运科⟧发言", "请宣教科发言"


def pack(folder: Path, bad: str = BAD, good: str = GOOD) -> None:
    write(folder / "规则" / "OWN001-old-name.yaml", RULE.format(bad=bad, good=good))


def test_a_pack_whose_examples_are_met(run: Run, tmp_path: Path) -> None:
    pack(tmp_path, bad=f"{BAD}, {{text: 请⟦工运科⟧发言, fixed: 请工会科发言}}")
    assert run("rules", "--check", "规则") == (0, "1 条规则，3 个例子都对\n", "")
    assert run("rules", "--check", "规则", "--lang", "en").out == "1 rule(s), 3 example(s), all met\n"


@pytest.mark.parametrize(
    ("bad", "good", "told"),
    [
        ("请⟦工运科的⟧同志发言", GOOD, "例子里写的：请⟦工运科的⟧同志发言\n  实际报的：请⟦工运科⟧的同志发言"),
        ("请⟦宣教科⟧发言", GOOD, "例子里写的：请⟦宣教科⟧发言\n  实际报的：请宣教科发言"),
        (BAD, "请工运科发言", "例子里写的：请工运科发言\n  实际报的：请⟦工运科⟧发言"),
        ("{text: 请⟦工运科⟧发言, fixed: 请发言}", GOOD, "fixed 写的：请发言\n  改成了：请工会科发言"),
    ],
    ids=["elsewhere", "not found", "found", "fixed"],
)
def test_an_example_that_is_not_met_is_named(
    run: Run, tmp_path: Path, bad: str, good: str, told: str
) -> None:
    pack(tmp_path, bad, good)
    done = run("rules", "--check", "规则")
    assert done.status == 1
    assert done.out.startswith(f"规则/OWN001-old-name.yaml: OWN001\n  {told}\n1 个例子不对（共 2 个）")


def test_a_pack_that_would_not_load_is_told(run: Run, tmp_path: Path) -> None:
    assert "没有规则包文件夹" in run("rules", "--check", "规则").err
    (tmp_path / "规则").mkdir()
    assert "没有规则文件" in run("rules", "--check", "规则").err
    pack(tmp_path)
    (tmp_path / "规则" / "OWN001-old-name.yaml").rename(tmp_path / "规则" / "PLH001-old-name.yaml")
    done = run("rules", "--check", "规则")
    assert (done.status, "代码 PLH001 已用于" in done.err) == (2, True)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_rule_is_one_that_works(run: Run, tmp_path: Path, lang: str) -> None:
    done = run("rules", "--new", "OWN002", "规则", "--lang", lang)
    assert (done.status, (tmp_path / "规则" / "OWN002-old-names.yaml").is_file()) == (0, True)
    assert run("rules", "--check", "规则").out == "1 条规则，2 个例子都对\n"
    write(tmp_path / ".speechlint.yaml", "packs: [规则]\n")
    write(tmp_path / "稿.txt", "同志们：请工运科的同志发言。\n")
    assert "“工运科”已经改名" in run("稿.txt").out


def test_a_new_rule_takes_no_name_that_is_taken(run: Run, tmp_path: Path) -> None:
    assert run("rules", "--new", "OWN002-two-names").status == 0
    assert (tmp_path / "OWN002-two-names.yaml").is_file()
    for said in ("OWN002", "PLH001", "own", "OWN2"):
        done = run("rules", "--new", said)
        assert (done.status, said in done.err) == (2, True)
