"""The config file: where it is found, what it says, what it refuses, and what beats it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write

Run = Callable[..., Outcome]
DRAFT = "在市总工会X届X次委员会议上的讲话\n\n同志们：要共圆小康梦，也不忘温饱梦。请大家认真学习。\n"
RULE = """\
title: 本局的旧名
severity: error
message: {zh: "“{text}”已经改名", en: "“{text}” was renamed"}
why: 本局 2025 年改名。
source: {title: 本局通知, at: 第一条}
grade: convention
check:
  pattern:
    entries:
      - id: old-name
        terms: [工运科]
examples:
  bad: [请⟦工运科⟧的同志发言]
  good: [请宣教科的同志发言]
"""


def found(outcome: Outcome) -> list[str]:
    return [finding["text"] for finding in json.loads(outcome.out)["findings"]]


def lint(run: Run, *argv: str) -> list[str]:
    return found(run("稿/a.txt", "--format", "json", *argv))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return write(tmp_path / "稿" / "a.txt", DRAFT)


@pytest.mark.usefixtures("draft")
def test_without_config_all_default_rules_speak(run: Run) -> None:
    assert lint(run) == ["X届", "X次", "小康梦", "温饱梦"]


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("select: [PLH]", ["X届", "X次"]),
        ("select: [slg001/xk-1]", ["小康梦"]),
        ("ignore: [PLH001/session, SLG001]", ["X次"]),
        ("ignore: [PLH]\nextend_select: [PLH001/count]", ["X次", "小康梦", "温饱梦"]),
        ("extend-select: [ALL]", ["X届", "X次", "小康梦", "温饱梦"]),
        ("as_of: 2010", ["X届", "X次", "温饱梦"]),
        ('as_of: "2020-12"', ["X届", "X次", "温饱梦"]),
        ("allow: [小康梦]", ["X届", "X次", "温饱梦"]),
        ("allow:\n  - {term: 总工会X届X次, reason: 原名如此}", ["小康梦", "温饱梦"]),
        ("allow:\n  - {term: 总工会X届X次, codes: [SLG]}", ["X届", "X次", "小康梦", "温饱梦"]),
        ("", ["X届", "X次", "小康梦", "温饱梦"]),
    ],
)
def test_choices(run: Run, tmp_path: Path, config: str, words: list[str]) -> None:
    write(tmp_path / ".speechlint.yaml", config)
    assert lint(run) == words


@pytest.mark.usefixtures("draft")
def test_severity_and_what_fails(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "severity: {PLH: warning, PLH001/count: info}\nfail_on: info")
    outcome = run("稿/a.txt", "--select", "PLH", "--format", "json")
    assert [f["severity"] for f in json.loads(outcome.out)["findings"]] == ["warning", "info"]
    assert outcome.status == 1


@pytest.mark.usefixtures("draft")
def test_language(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "lang: en")
    assert "the number was never filled in" in run("稿/a.txt").out


@pytest.mark.usefixtures("draft")
def test_nearest_config_upward_counts(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "select: [PLH]")
    write(tmp_path / "稿" / ".speechlint.yaml", "select: [SLG]")
    assert lint(run) == ["小康梦", "温饱梦"]


@pytest.mark.usefixtures("draft")
def test_each_draft_has_its_own(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿" / ".speechlint.yaml", "select: [SLG]")
    write(tmp_path / "别处" / "b.txt", DRAFT)
    assert found(run("稿", "别处/b.txt", "--select", "PLH001/count", "--format", "json")) == ["X次", "X次"]
    assert found(run("稿", "别处/b.txt", "--format", "json"))[:2] == ["小康梦", "温饱梦"]


@pytest.mark.usefixtures("draft")
def test_pyproject(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.speechlint]\nselect = ["PLH"]\nas_of = 2010-01-01\n')
    assert lint(run) == ["X届", "X次"]


@pytest.mark.usefixtures("draft")
def test_pyproject_that_does_not_speak_of_us_is_passed_over(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[project]\nname = "稿"\ndependencies = ["speechlint"]\n')
    write(tmp_path / ".." / ".speechlint.yaml", "select: [SLG]")
    assert lint(run) == ["小康梦", "温饱梦"]
    (tmp_path / ".." / ".speechlint.yaml").unlink()


@pytest.mark.usefixtures("draft")
def test_yaml_beats_pyproject_in_one_folder(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.speechlint]\nselect = ["PLH"]\n')
    write(tmp_path / ".speechlint.yaml", "select: [SLG]")
    assert lint(run) == ["小康梦", "温饱梦"]


@pytest.mark.usefixtures("draft")
def test_named_config_and_none(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "select: [PLH]")
    write(tmp_path / "别的.yaml", "select: [SLG001/xk-2]")
    assert lint(run, "--config", "别的.yaml") == ["温饱梦"]
    assert lint(run, "--isolated") == ["X届", "X次", "小康梦", "温饱梦"]


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--select", "SLG"], ["温饱梦"]),
        (["--extend-select", "SLG001/xk-2"], ["X次", "温饱梦"]),
        (["--extend-select", "PLH001/session"], ["X届", "X次"]),
        (["--ignore", "PLH"], []),
        (["--as-of", "today", "--select", "SLG"], ["小康梦", "温饱梦"]),
        (["--as-of", "2024", "--extend-select", "SLG"], ["X次", "小康梦", "温饱梦"]),
    ],
)
def test_command_line_beats_config(run: Run, tmp_path: Path, argv: list[str], words: list[str]) -> None:
    write(tmp_path / ".speechlint.yaml", "select: [PLH]\nignore: [PLH001/session]\nas_of: 2010")
    assert lint(run, *argv) == words


@pytest.mark.usefixtures("draft")
def test_general_severity_on_the_command_line_beats_a_special_one_in_the_config(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path / ".speechlint.yaml", "severity: {PLH001/session: info}")
    report = json.loads(run("稿/a.txt", "--severity", "PLH=warning", "--format", "json").out)
    assert {f["severity"] for f in report["findings"]} == {"warning"}


@pytest.mark.usefixtures("draft")
def test_overrides_by_path(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path / ".speechlint.yaml",
        "overrides:\n"
        "  - files: [稿/**]\n    ignore: [SLG]\n    fail_on: never\n"
        "  - files: [a.txt]\n    extend_select: [SLG001/xk-2]\n",
    )
    write(tmp_path / "b.txt", DRAFT)
    outcome = run("稿/a.txt", "--format", "json")
    assert (found(outcome), outcome.status) == (["X届", "X次", "温饱梦"], 0)
    assert run("b.txt").status == 1


@pytest.mark.usefixtures("draft")
def test_excluded_drafts_are_not_checked(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "exclude: [稿]")
    write(tmp_path / "b.txt", DRAFT)
    assert run(".", "--show-files").out == "b.txt\n"
    assert lint(run) == []
    assert "稿/a.txt" in run("稿/a.txt").err


@pytest.mark.usefixtures("draft")
def test_own_pack_works_like_the_shipped_one(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "规则" / "本局" / "OWN001-renamed-office.yaml", RULE)
    write(tmp_path / "规则" / "families.yaml", "OWN: {zh: 本局, en: our office}\n")
    write(tmp_path / ".speechlint.yaml", "packs: [规则]\nseverity: {OWN001: warning}")
    write(
        tmp_path / "稿" / "a.md",
        "请工运科的同志发言。\n\n<!-- speechlint: ignore OWN001 引文 -->\n请工运科发言。\n",
    )
    report = json.loads(run("稿/a.md", "--format", "json").out)
    assert [(f["code"], f["entry"], f["severity"], f["line"]) for f in report["findings"]] == [
        ("OWN001", "old-name", "warning", 1)
    ]
    assert found(run("稿/a.md", "--select", "OWN001/old-name", "--format", "json")) == ["工运科"]
    assert "本局 2025 年改名" in run("explain", "OWN001").out
    assert "OWN 本局\n  OWN001  必须改  本局的旧名" in run("rules").out
    assert "是不是“OWN001”？" in run("稿/a.md", "--select", "OWM001").err


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (RULE.replace("terms", "term"), "OWN001-renamed-office.yaml:11: 不认识的键“term”，是不是“terms”？"),
        (RULE.replace("source: {title: 本局通知, at: 第一条}\n", ""), "缺少“source”"),
        (RULE.replace("grade: convention\n", ""), "缺少“grade”"),
        (RULE.replace("grade: convention", "grade: usual"), "“grade”没有“usual”，是不是“usage”？"),
        (RULE.replace("  pattern:", "  patern:"), "没有叫“patern”的检查"),
        (RULE.replace("severity: error", "severity: fatal"), ":2: 级别“fatal”应为"),
        (RULE.replace("[工运科]", "[工运科"), "YAML 写法有误"),
        (RULE.replace("“{text}”已", "“{text”已"), ":3: 花括号不成对"),
        (RULE.replace("“{text}”已", "“{txt}”已").replace("工运科", "同志们"), "规则 OWN001 的 message"),
        (
            RULE.replace("      - id: old-name\n        terms: [工运科]\n", "      - 工运科\n"),
            "“entries”应是",
        ),
    ],
)
def test_mistake_in_an_own_rule_is_told_with_its_line(run: Run, tmp_path: Path, rule: str, told: str) -> None:
    write(tmp_path / "规则" / "OWN001-renamed-office.yaml", rule)
    write(tmp_path / ".speechlint.yaml", "packs: [规则]")
    outcome = run("稿/a.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


@pytest.mark.usefixtures("draft")
def test_own_rule_may_not_take_a_shipped_code(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "规则" / "PLH001-renamed-office.yaml", RULE)
    write(tmp_path / ".speechlint.yaml", "packs: [规则]")
    assert "代码 PLH001 已用于" in run("稿/a.txt").err


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("\nselct: [PLH]", ".speechlint.yaml:2: 不认识的键“selct”，是不是“select”？"),
        ("select: PLH", ".speechlint.yaml:1: “select”应为列表"),
        ("select: [1]", ".speechlint.yaml:1: “select”应是文字的列表"),
        ("lang: zh\nignore: [PHL]", ".speechlint.yaml:2: 没有规则“PHL”，是不是“PLH”？"),
        ("select: [PLH001/sesion]", "是不是“PLH001/session”？"),
        ("severity:\n  PLH: eror", ".speechlint.yaml:2: 没有级别“eror”，是不是“error”？"),
        ("severity:\n  PLH: off", ".speechlint.yaml:2: 没有级别“False”"),
        ("severity:\n  PHL: error", ".speechlint.yaml:2: 没有规则“PHL”，是不是“PLH”？"),
        ("fail_on: wraning", "是不是“warning”？"),
        ("lang: ja", "可用：zh、en"),
        ("as_of: 明天", ".speechlint.yaml:1: “明天”不是日期"),
        ("packs: [没有]", ".speechlint.yaml:1: 没有规则包文件夹“没有”"),
        ("overrides: [a]", ".speechlint.yaml:1: “overrides”应是带“files”的映射的列表"),
        ("overrides:\n  - ignore: [PLH]", ".speechlint.yaml:2: 缺少“files”"),
        ("overrides:\n  - files: [a]\n    exclude: [b]", ".speechlint.yaml:3: 不认识的键“exclude”"),
        ("allow: [{reason: 地名}]", "缺少“term”"),
        ("ignore: [PLH]\nignore: [SLG]", ".speechlint.yaml:2: 键“ignore”写了两次"),
        ("ignore: [PLH", ".speechlint.yaml:"),
        ("- a", ".speechlint.yaml:1: 配置应是一个映射"),
    ],
)
def test_mistake_is_told_with_its_line(run: Run, tmp_path: Path, config: str, told: str) -> None:
    write(tmp_path / ".speechlint.yaml", config)
    outcome = run("稿/a.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("config", "told"),
    [
        (
            '[project]\nname = "a"\n\n[tool.speechlint]\nselct = ["PLH"]',
            "pyproject.toml:5: 不认识的键“selct”",
        ),
        (
            '[tool.speechlint]\nlang = "zh"\n[tool.speechlint.severity]\nPHL = "error"',
            "pyproject.toml:4: 没有规则",
        ),
        ("[tool.speechlint\n", "pyproject.toml: TOML 写法有误"),
    ],
)
def test_mistake_in_pyproject_is_told_with_its_line(run: Run, tmp_path: Path, config: str, told: str) -> None:
    write(tmp_path / "pyproject.toml", config)
    outcome = run("稿/a.txt")
    assert outcome.status == 2
    assert told in outcome.err


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("config", ["selct: [PLH]", "ignore: [PHL]", "as_of: tomorrow", "lang: ja", "- a"])
def test_mistakes_are_told_in_english(run: Run, tmp_path: Path, config: str) -> None:
    write(tmp_path / ".speechlint.yaml", config)
    outcome = run("稿/a.txt", "--lang", "en")
    assert outcome.status == 2
    assert outcome.err.isascii()


@pytest.mark.usefixtures("draft")
def test_config_under_a_near_name_is_not_silently_passed_over(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yml", "select: [PLH]")
    assert "应是 .speechlint.yaml" in run("稿/a.txt").err


@pytest.mark.usefixtures("draft")
def test_no_suppress_shows_allowed_terms_too(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "select: [SLG]\nallow: [小康梦]")
    assert lint(run) == ["温饱梦"]
    assert lint(run, "--no-suppress") == ["小康梦", "温饱梦"]


@pytest.mark.usefixtures("draft")
def test_show_config(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "select: [PLH, SLG]\nas_of: 2010\nseverity: {SLG: info}\n")
    shown = run("稿/a.txt", "--show-config", "--ignore", "SLG001/xk-1")
    assert shown.status == 0
    assert "as_of: '2010-12-31'  # config" in shown.out
    assert "ignore: ['SLG001/xk-1']" in shown.out
    assert "select: ['PLH', 'SLG']" in shown.out
    assert "severity: {SLG: info}" in shown.out
    assert str(tmp_path) not in shown.out.replace(str(tmp_path / ".speechlint.yaml"), "")


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("config", "argv"),
    [
        ("select: [提法、占位符]\nseverity: {占位符: 建议改}", ()),
        ("", ("--select", "提法、占位符", "--severity", "占位符＝建议改")),
        ("", ("--select", "ＳＬＧ；ＰＬＨ", "--severity", "plh=可看，占位符=建议改")),
    ],
)
def test_rules_and_levels_by_the_names_that_are_shown(
    run: Run, tmp_path: Path, config: str, argv: tuple[str, ...]
) -> None:
    write(tmp_path / ".speechlint.yaml", config)
    done = run("稿/a.txt", "--format", "json", "--fail-on", "必须改", *argv)
    found = json.loads(done.out)["findings"]
    assert {f["severity"] for f in found if f["code"].startswith("PLH")} == {"warning"}
    assert {f["code"][:3] for f in found} <= {"PLH", "SLG"}


@pytest.mark.usefixtures("draft")
def test_a_family_is_left_out_by_its_name(run: Run) -> None:
    assert "PLH001" in [f["code"] for f in json.loads(run("稿/a.txt", "-f", "json").out)["findings"]]
    for argv in (("--ignore", "占位符"), ("--ignore", "提法、占位符")):
        assert not any(
            "PLH" in f["code"] for f in json.loads(run("稿/a.txt", "-f", "json", *argv).out)["findings"]
        )
