"""The front door: what other programs import."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import write

import speechlint
from speechlint import Layer, Project, Severity, api, check, check_text, report
from speechlint.errors import ConfigError, ReadError, UsageError


def test_every_name_is_there() -> None:
    for name in speechlint.__all__:
        assert getattr(speechlint, name).__name__ == name
    assert set(speechlint.__all__) <= set(dir(speechlint))
    with pytest.raises(AttributeError):
        _ = speechlint.nothing


def test_the_examples_hold() -> None:
    failed, tried = doctest.testmod(api)
    assert tried >= 5
    assert not failed


def test_importing_it_loads_nothing() -> None:
    told = "import sys, speechlint; print(*[name for name in sys.modules if name.startswith('speechlint.')])"
    assert not subprocess.run([sys.executable, "-c", told], capture_output=True, check=True).stdout.strip()


def test_a_draft_is_judged_as_on_the_command_line(tmp_path: Path) -> None:
    draft = write(tmp_path / "稿.txt", "去年转移群众XX户。\n喜迎二十大。\n")
    write(tmp_path / ".speechlint.yaml", "ignore: [PLH002]\nas_of: 2026-11-28\n")
    found = check(str(draft))
    assert [finding.code[:3] for finding in found.findings] == ["SLG"]
    assert found.fails
    with_project = check(str(draft), draft.read_bytes(), Project(Layer(as_of="2022-01-01")))
    assert not with_project.findings


def test_text_is_judged_without_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / ".speechlint.yaml", "ignore: [PLH]\n")
    [finding] = check_text("同志们：\r\n去年转移群众XX户。", select=["PLH"]).findings
    assert (finding.code, finding.severity, finding.span.start) == ("PLH002", Severity.ERROR, 11)
    assert not check_text("去年转移群众XX户。", ignore=["PLH"]).findings


def test_a_report_of_any_results_has_the_titles_of_their_rules(tmp_path: Path) -> None:
    draft = write(tmp_path / "稿.txt", "去年转移群众XX户。")
    for one in (check(str(draft)), check("稿.txt", "去年转移群众XX户。"), check_text("去年转移群众XX户。")):
        told = json.loads(report([one], "json"))["findings"]
        assert [finding["title"] for finding in told] == ["数额未填"]


def test_reports_are_those_of_the_command_line() -> None:
    results = [
        check_text("去年转移群众XX户。", as_of="2026-11-28"),
        check_text("抓好落实。", "乙.txt", as_of="2026-11-28"),
    ]
    assert report(results).startswith("必须改 1 处（2 份文稿")
    assert report(results, lang="en").startswith("1 to correct")
    assert [one["code"] for one in json.loads(report(results, "json"))["findings"]] == ["PLH002"]
    assert "没有可检查的文稿" in report([check_text("")])


def test_mistakes_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不是日期"):
        check_text("抓好落实。", as_of="去年")
    with pytest.raises(UsageError, match="PLH"):
        check_text("抓好落实。", select=["PLX001"])
    with pytest.raises(ReadError):
        check("稿.txt", b"%PDF-1.4\n\0\xff\xff")
    with pytest.raises(FileNotFoundError):
        check(str(tmp_path / "没有.txt"))
    with pytest.raises(ConfigError):
        check(
            str(write(tmp_path / "a.txt", "抓好落实。")),
            project=Project(config_file=str(tmp_path / "没有.yaml")),
        )
