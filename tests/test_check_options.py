"""Options of ``check`` for programs and for work in progress: two formats at once, limits, settings, watching."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Outcome, write

from speechlint.document.outcome import is_report_data

Run = Callable[..., Outcome]
DRAFT = "同志们：今天召开县委X届X次全会，XX户群众受灾。我们要抓紧抓实。\n"


@pytest.fixture(autouse=True)
def draft(tmp_path: Path) -> Path:
    return write(tmp_path / "稿.txt", DRAFT)


def test_two_formats_in_one_run(run: Run, tmp_path: Path) -> None:
    done = run("稿.txt", "-f", "concise", "--also", "sarif=out.sarif", "--also", "junit=out.xml")
    assert done.status == 1
    assert done.out.startswith("稿.txt:1:11: PLH001 ")
    [log] = json.loads((tmp_path / "out.sarif").read_text("utf-8"))["runs"]
    assert len(log["results"]) == done.out.count("PLH001")
    again = run("稿.txt", "-f", "concise", "--also", "sarif=out.sarif")  # over an earlier report
    assert (again.out, again.err) == (done.out, "")


def test_also_is_no_way_over_a_draft(run: Run, draft: Path) -> None:
    refused = run("稿.txt", "--also", "sarif=稿.txt", "--force")
    assert refused.status == 2
    assert "是原稿" in refused.err
    assert draft.read_text("utf-8") == DRAFT


@pytest.mark.parametrize("said", ["sarif", "sarf=a", "sarif=", "text=a.txt"])
def test_also_that_makes_no_sense_is_refused(run: Run, said: str) -> None:
    assert run("稿.txt", "--also", said).status == 2


@pytest.mark.parametrize("format", ["text", "html", "markdown", "csv"])
def test_a_unit_of_columns_is_for_formats_that_have_columns(run: Run, format: str) -> None:
    refused = run("稿.txt", "-f", format, "--column-unit", "byte")
    assert refused.status == 2
    assert f"{format} 里没有列" in refused.err
    assert run("稿.txt", "-f", format, "--column-unit", "byte", "--also", "junit=a.xml").status == 1


def test_the_gravest_are_listed_and_all_are_counted(run: Run) -> None:
    whole, few = run("稿.txt"), run("稿.txt", "--max-findings", "1")
    assert few.status == 1
    assert few.out.splitlines()[0] == whole.out.splitlines()[0]  # the verdict
    assert few.out.count(" PLH001 ") == 1
    assert "还有 1 条没有列出" in few.out
    made = json.loads(run("稿.txt", "-f", "json", "--max-findings", "1").out)
    assert (len(made["findings"]), made["summary"]["errors"], made["summary"]["unlisted"]) == (1, 2, 1)
    assert "还有 1 条没有列出" in run("稿.txt", "-f", "concise", "--max-findings", "1").err
    assert run("稿.txt", "--max-findings", "零").status == 2


@pytest.mark.parametrize("format", ["text", "json", "sarif", "html", "concise", "github"])
def test_redacted_reports_hold_no_word_of_the_draft(run: Run, format: str) -> None:
    done = run("稿.txt", "-f", format, "--redact")
    assert done.status == 1
    assert "PLH001" in done.out
    assert not any(words in done.out for words in ("县委", "X届", "受灾"))


def test_a_job_on_github_gets_a_summary(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = write(tmp_path / "summary", "前一步\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("稿.txt", "-f", "github")
    told = summary.read_text("utf-8")
    assert told.startswith("前一步\n<!-- speechlint -->\n\n# 检查报告\n")
    assert "| PLH001 占位符 |" in told
    run("稿.txt", "-f", "concise")
    assert summary.read_text("utf-8") == told


def test_exclude_on_the_command_line(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "存档" / "旧.txt", DRAFT)
    assert "旧.txt" not in run(".", "-f", "concise", "--exclude", "存档/**").out
    named = run("稿.txt", "--exclude", "*.txt")
    assert "按 --exclude 没有检查" in named.err
    assert run(".", "--exclude", "[z-a]").status == 2


def test_set_counts_before_the_config(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "severity: {PLH: info}\nexclude: ['*.txt']\n")
    assert run("稿.txt", "--set", "exclude=[]").status == 0
    done = run("稿.txt", "--set", "exclude=[]", "--set", "severity.PLH=error", "-f", "concise")
    assert (done.status, done.out.count("PLH001")) == (1, 2)
    assert run("稿.txt", "--isolated", "--set", "allow=[X届]", "--set", "fail-on=never").status == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("fail_on", "“键=值”"),
        ("fail_no=error", "是不是“fail_on”"),
        ("fail_on=eror", "是不是“error”"),
        ("as_of=[", "YAML"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(run: Run, said: str, told: str) -> None:
    done = run("稿.txt", "--set", said)
    assert done.status == 2
    assert told in done.err


def test_settings_reach_other_processes(run: Run, tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path / f"{number}.txt", DRAFT)
    done = run(".", "--set", "ignore=[PLH]", "--jobs", "2", "-f", "concise", "--no-cache")
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize(
    "options",
    [("--fix",), ("-o", "a"), ("--show-files",), ("--also", "sarif=a")],
    ids=lambda options: options[0],
)
def test_watching_goes_with_nothing_that_is_done_once(run: Run, options: tuple[str, ...]) -> None:
    assert "--watch 不和" in run("稿.txt", "--watch", *options).err


def heed_interrupts() -> None:
    """As a shell does for what runs in front; a job behind it would not notice Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_watching_checks_again_what_was_saved(tmp_path: Path) -> None:
    write(tmp_path / "好.txt", "同志们：今天的会议很重要。\n")
    command = [sys.executable, "-m", "speechlint", ".", "--watch", "-f", "concise"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, preexec_fn=heed_interrupts
    ) as process:
        assert process.stdout is not None
        first = [process.stdout.readline().decode() for _ in range(3)]
        write(tmp_path / "好.txt", "同志们：\n今天召开县委X届全会。\n")
        again = process.stdout.readline().decode()
        process.send_signal(signal.SIGINT)
        status = process.wait()
    assert [line.partition(" ")[0] for line in first] == ["稿.txt:1:11:", "稿.txt:1:13:", "稿.txt:1:18:"]
    assert again.startswith("好.txt:2:7: PLH001")
    assert status == 0


def test_every_format_is_known_as_a_report(run: Run, tmp_path: Path) -> None:
    for format in (
        "concise",
        "grouped",
        "github",
        "gitlab",
        "azure",
        "rdjson",
        "junit",
        "checkstyle",
        "sarif",
    ):
        assert run("稿.txt", "-f", format, "-o", "报告").status == 1
        assert is_report_data((tmp_path / "报告").read_bytes()[:4000]), format
