"""The command line as a user types it: what it checks, says and exits with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechlint import __version__
from speechlint.commands import COMMANDS, load
from speechlint.commands.arguments import Option

Run = Callable[..., Outcome]
BLANK = "在市总工会X届三次委员会议上的讲话\n\n同志们：今天的会议很重要，请大家认真学习。\n"
CLEAN = "在市总工会十届三次委员会议上的讲话\n\n同志们：今天的会议很重要，请大家认真学习。\n"


ENDLESS = ("--output-file", "--watch")  # one writes, one waits for ever
TYPED = [
    *(option.name for option in load("check").ABOUT.options if option.name not in ENDLESS),
    *(
        "a.txt",
        "-",
        "--",
        "没有.txt",
        ".",
        "",
        "check",
        "explain",
        "rules",
        "outline",
        "PLH001",
        "SLG001/xk-1",
    ),
    *("json", "jsonl", "draft", "2026", "never", "en", "--format=json", "--select=", "-x", "—", "a=b", "ALL"),
]


def findings(outcome: Outcome) -> list[tuple[str, str, str]]:
    report = json.loads(outcome.out)
    return [(f["path"], f["code"], f["text"]) for f in report["findings"]]


@pytest.mark.parametrize("command", [[], ["check"]])
def test_path_with_or_without_the_word_check(run: Run, tmp_path: Path, command: list[str]) -> None:
    write(tmp_path / "讲话稿.txt", BLANK)
    outcome = run(*command, "讲话稿.txt", "--select", "PLH001")
    assert outcome.status == 1
    assert "讲话稿.txt\n  1:6" in outcome.out


def test_clean_draft_exits_with_0(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", CLEAN)
    assert run("a.txt", "--select", "PLH001").status == 0


def test_options_may_stand_before_the_command(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    outcome = run("--format", "json", "check", "a.txt", "--select", "PLH001")
    assert findings(outcome) == [("a.txt", "PLH001", "X届")]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
        (["--severity", "PLH001=warning"], 0),
        (["--severity", "PLH=warning", "--fail-on", "warning"], 1),
        (["--severity", "PLH001=info", "--fail-on", "info"], 1),
        (["--severity", "PLH=info,PLH001/session=error"], 1),
    ],
)
def test_exit_status_follows_severity(run: Run, tmp_path: Path, options: list[str], status: int) -> None:
    write(tmp_path / "a.txt", BLANK)
    assert run("a.txt", "--select", "PLH001", *options).status == status


def test_missing_file_is_told_and_the_others_still_run(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "b.txt", BLANK)
    outcome = run("a.txt", "b.txt", "--select", "PLH001", "--format", "json")
    report = json.loads(outcome.out)
    assert outcome.status == 2
    assert report["errors"] == [{"path": "a.txt", "message": "没有这个文件或文件夹"}]
    assert findings(outcome) == [("b.txt", "PLH001", "X届")]


def test_exit_zero_does_not_hide_a_file_that_was_not_read(run: Run) -> None:
    assert run("没有.txt", "--exit-zero").status == 2


def test_binary_file_is_told_and_the_others_still_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 9)
    write(tmp_path / "b.txt", BLANK)
    outcome = run("a.txt", "b.txt", "--select", "PLH001")
    assert outcome.status == 2
    assert "PLH001" in outcome.out


def test_link_to_itself_is_told(run: Run, tmp_path: Path) -> None:
    os.symlink("a.txt", tmp_path / "a.txt")
    outcome = run("a.txt", "--lang", "en")
    assert outcome.status == 2
    assert "the symbolic links form a loop" in outcome.out


def test_empty_file_is_clean(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    assert run("a.txt").status == 0


def test_standard_input(run: Run) -> None:
    outcome = run("-", "--select", "PLH001", "--format", "json", stdin=BLANK.encode())
    assert findings(outcome) == [("-", "PLH001", "X届")]


def test_standard_input_under_a_name_takes_its_format_and_config(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "存档" / ".speechlint.yaml", "ignore: [PLH001]\n")
    given = ["-", "--select", "PLH001", "--stdin-filename"]
    said = f"<!-- speechlint: ignore-file PLH001 旧稿 -->\n{BLANK}".encode()
    assert run("-", "--stdin-filename", "存档/a.txt", stdin=BLANK.encode()).status == 0
    assert run(*given, "新稿.txt", stdin=said).status == 1
    assert run(*given, "新稿.md", stdin=said).status == 0


def test_stdin_filename_without_standard_input_is_a_mistake(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", CLEAN)
    outcome = run("a.txt", "--stdin-filename", "b.txt")
    assert (outcome.status, outcome.out) == (2, "")


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_encoding_by_name(run: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(BLANK.encode(encoding))
    outcome = run("a.txt", "--encoding", encoding, "--select", "PLH001", "--format", "json")
    assert findings(outcome) == [("a.txt", "PLH001", "X届")]


def test_file_called_check(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "check", BLANK)
    assert run("./check", "--select", "PLH001").status == 1
    assert run("check", "check", "--select", "PLH001").status == 1
    assert "./check" in run("check").err


def test_file_with_a_leading_dash(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "-a.txt", BLANK)
    assert run("--select", "PLH001", "--", "-a.txt").status == 1
    assert run("--select", "PLH001", "./-a.txt").status == 1
    assert "./-a.txt" in run("-a.txt").err


def test_the_same_file_named_twice_is_checked_once(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    outcome = run("a.txt", "./a.txt", ".", "--select", "PLH001", "--format", "json")
    assert findings(outcome) == [("a.txt", "PLH001", "X届")]


@pytest.mark.parametrize(
    ("argv", "day", "origin"),
    [
        (["--as-of", "2010-03"], "2010-03-31", "--as-of"),
        (["--as-of", "draft"], "2015-02-10", "draft"),
    ],
)
def test_the_day_used_and_its_origin_are_reported(
    run: Run, tmp_path: Path, argv: list[str], day: str, origin: str
) -> None:
    write(
        tmp_path / "a.txt",
        "在市总工会十届三次委员会议上的讲话\n（2015年2月10日）\n\n同志们：要共圆小康梦。\n",
    )
    report = json.loads(run("a.txt", "--format", "json", "--select", "SLG", *argv).out)
    assert [(file["as_of"], file["as_of_source"]) for file in report["files"]] == [(day, origin)]
    assert report["findings"] == []


def test_today_is_the_day_where_nothing_is_said(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "同志们：要共圆小康梦。\n")
    outcome = run("a.txt", "--format", "json", "--select", "SLG")
    assert json.loads(outcome.out)["files"][0]["as_of_source"] == "today"
    assert findings(outcome) == [("a.txt", "SLG001", "小康梦")]


def test_output_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    outcome = run("a.txt", "--select", "PLH001", "-o", "报告.txt", "--color", "always")
    assert (outcome.status, outcome.out) == (1, "")
    report = (tmp_path / "报告.txt").read_text(encoding="utf-8")
    assert "⟦X届⟧" in report
    assert "\x1b" not in report


def test_output_file_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    outcome = run("a.txt", "-o", "没有的文件夹/报告.txt")
    assert outcome.status == 2
    assert "没有的文件夹/报告.txt" in outcome.err


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--selct", "PLH", "a.txt"], "是不是 --select？"),
        (["—-select", "PLH", "a.txt"], "是不是 --select？"),
        (["a.txt", "--format", "jsno"], "是不是“json”？"),
        (["a.txt", "--fail-on", "fatal"], "error、warning、info、never"),
        (["a.txt", "--quiet=yes"], "--quiet 是开关"),
        (["a.txt", "--select"], "--select 后面缺少它的值"),
        (["a.txt", "--select", "--quiet"], "--select 后面缺少它的值"),
        (["a.txt", "--select", "PLHO01"], "是不是“PLH001"),
        (["a.txt", "--ignore", "PHL"], "是不是“PLH”？"),
        (["a.txt", "--select", "PLH001/sesion"], "是不是“PLH001/session”？"),
        (["a.txt", "--severity", "PLH001=eror"], "--severity PLH001=error"),
        (["a.txt", "--severity", "PLH001"], "--severity PLH001=error"),
        (["a.txt", "--severity", "PHL001=error"], "是不是“PLH001”？"),
        (["a.txt", "--as-of", "2026-13"], "“2026-13”不是日期"),
        (["a.txt", "--encoding", "gkb"], "是不是“gbk”？"),
        (["a.txt", "--config", "没有.yaml"], "没有.yaml"),
        (["chekc", "a.txt"], "是不是 speechlint check？"),
        (["explian", "PLH001"], "是不是 speechlint explain？"),
        (["explain", "PLH0O1"], "是不是 speechlint explain PLH001？"),
        (["explain", "PLH001/sesion"], "是不是“PLH001/session”？"),
        (["explain"], "speechlint explain PLH001"),
        (["rules", "PLH001"], "speechlint explain PLH001"),
        (["rules", "--seelct", "PLH"], "没有 --seelct 这个选项"),
        (["check"], "没有说要检查哪个文件"),
    ],
)
def test_mistake_names_what_is_right(run: Run, tmp_path: Path, argv: list[str], told: str) -> None:
    write(tmp_path / "a.txt", CLEAN)
    outcome = run(*argv)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--selct", "PLH", "a.txt"], "did you mean --select?"),
        (["a.txt", "--ignore", "PHL"], "did you mean 'PLH'?"),
        (["chekc", "a.txt"], "did you mean speechlint check?"),
        (["explain", "PHL001"], "did you mean PLH001?"),
    ],
)
def test_mistake_in_english(run: Run, tmp_path: Path, argv: list[str], told: str) -> None:
    write(tmp_path / "a.txt", CLEAN)
    outcome = run("--lang", "en", *argv)
    assert told in outcome.err
    assert outcome.err.isascii()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(argv=st.lists(st.sampled_from(TYPED), max_size=5))
def test_whatever_is_typed_gets_an_answer(run: Run, tmp_path: Path, argv: list[str]) -> None:
    write(tmp_path / "a.txt", BLANK)
    outcome = run(*argv)
    assert outcome.status in (0, 1, 2)
    assert outcome.out or outcome.err or outcome.status == 0


@pytest.mark.parametrize("argv", [["--help"], ["-h"], ["check", "--help"]])
def test_help_names_every_option(run: Run, argv: list[str]) -> None:
    outcome = run(*argv)
    assert outcome.status == 0
    for option in load("check").ABOUT.options:
        assert option.name in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_in_both_languages(run: Run, command: str) -> None:
    about = load(command).ABOUT
    assert about.zh in run(command, "--help").out
    english = run(command, "--help", "--lang", "en").out
    assert about.en in english
    assert english.replace("讲话稿", "").replace("旧稿", "").replace("年", "").isascii()


def test_help_fits_the_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from speechlint.reporters.excerpt import columns

    monkeypatch.setenv("COLUMNS", "80")
    lines = run("--help").out.splitlines()
    assert max(columns(line) for line in lines[:-1] if "退出状态：" not in line) <= 84


def test_no_argument_shows_the_help_and_fails(run: Run) -> None:
    outcome = run()
    assert outcome.status == 2
    assert "--select" in outcome.out


def test_version(run: Run) -> None:
    assert run("--version") == Outcome(0, f"speechlint {__version__}\n", "")


def test_show_files(run: Run, tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.ofd", ".d.txt"):
        write(tmp_path / "稿" / name, CLEAN)
    assert run("稿", "--show-files") == Outcome(0, f"稿{os.sep}a.md\n稿{os.sep}b.txt\n", "")


def test_folder_without_drafts_cannot_be_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    outcome = run("空")
    assert outcome.status == 2
    assert "空 没能检查：文件夹里没有文稿" in outcome.out


def test_init_writes_a_config_that_changes_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    before = run("a.txt", "--format", "json")
    assert run("init").status == 0
    assert run("a.txt", "--format", "json") == before


def test_every_line_of_the_starter_config_works_when_uncommented(run: Run, tmp_path: Path) -> None:
    run("init")
    path = tmp_path / ".speechlint.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    (tmp_path / "规则").mkdir()
    (tmp_path / "名单").mkdir()
    write(tmp_path / "名单/市领导.yaml", '- {name: 李大江, post: 市长, order: 2, from: "2024-01"}\n')
    (tmp_path / ".speechlint-ignore.yaml").write_text("[]\n", encoding="utf-8")
    keys = [line[2:] for line in lines[1:] if line.startswith("# ") and not line.endswith("。")]
    write(path, "\n".join(keys))
    write(tmp_path / "a.txt", CLEAN)
    outcome = run("a.txt")
    assert (outcome.status, outcome.err) == (0, "")
    assert "由配置的 as_of 指定" in outcome.out


def test_init_does_not_overwrite(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "fail_on: never\n")
    outcome = run("init")
    assert outcome.status == 2
    assert (tmp_path / ".speechlint.yaml").read_text(encoding="utf-8") == "fail_on: never\n"


def test_explain_tells_why_authority_and_examples(run: Run) -> None:
    outcome = run("explain", "plh001")
    assert outcome.status == 0
    assert "⟦X届⟧" in outcome.out
    assert "依据（本项目约定）\n  测试用的规则包" in outcome.out
    assert "报告里的话\n  “X届”是没有填的届次" in outcome.out
    assert "--ignore PLH001" in outcome.out


def test_explain_an_entry(run: Run) -> None:
    outcome = run("explain", "PLH001/session")
    assert outcome.status == 0
    assert "PLH001/session" in outcome.out
    assert (
        "Message\n  “X届”: the number was never filled in"
        in run("explain", "PLH001/session", "--lang", "en").out
    )


def test_explain_tells_the_level_of_each_entry(shipped: Run) -> None:
    told = " ".join(shipped("explain", "SLG001").out.split())
    assert "SLG001/xk-1 必须改 " in told
    assert "SLG001/xk-1b 建议改 " in told


def test_explain_says_what_a_report_says(shipped: Run) -> None:
    told = shipped("explain", "SLG016/hdg", "TYP004/core", "SYS004").out
    assert "“幸福感获得感安全感”次序应为“获得感幸福感安全感”" in told
    assert "“老厂长为核心的领导班子”前面少了“以”" in told
    assert "基线里 2025/开幕式讲话.txt 的 PLH001“X届”有 1 处已不在了" in told


def test_explain_a_family(run: Run) -> None:
    assert "PLH001" in run("explain", "PLH").out


def test_rules_by_family(run: Run) -> None:
    outcome = run("rules")
    assert "PLH 占位符" in outcome.out
    assert "PLH001  必须改" in outcome.out


def test_rules_as_json(run: Run) -> None:
    rules = {rule["code"]: rule for rule in json.loads(run("rules", "--format", "json").out)}
    assert rules["PLH001"]["family"] == "占位符"
    assert rules["PLH001"]["severity"] == "error"
    assert "session" in rules["PLH001"]["entries"]


def test_rules_due_is_a_list_of_entries_by_date(run: Run) -> None:
    assert run("rules", "--due", "--as-of", "2026").out == "2026-12-31  SLG001/xk-1  测试\n"
    assert run("rules", "--due", "--as-of", "1990").out == "到 1990-12-31 没有要重新核对的条目\n"


def test_no_option_is_declared_twice() -> None:
    for command in COMMANDS:
        options: list[Option] = list(load(command).ABOUT.options)
        names = [name for option in options for name in (option.name, option.short) if name]
        assert len(names) == len(set(names))


def process(*argv: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "speechlint", *argv]
    return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_full_disk_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", CLEAN)
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "speechlint", "rules", "--help"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "讲话" * 9000)
    shell = f"{sys.executable} -m speechlint a.txt --select SYS | head -1"
    done = subprocess.run(shell, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr == b""


def test_interrupt_leaves_no_traceback(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    program = (
        "import sys\n"
        "from speechlint import cli, commands\n"
        "def stop(argv): raise KeyboardInterrupt\n"
        "cli._run = stop\n"
        "sys.exit(cli.main(['a.txt']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


def test_ascii_locale_and_gbk_console(tmp_path: Path) -> None:
    write(tmp_path / "讲话稿.txt", BLANK)
    ascii_ = process("讲话稿.txt", "--select", "SYS", cwd=tmp_path, env={**os.environ, "LC_ALL": "C"})
    assert "没有发现问题" in ascii_.stdout.decode("utf-8")
    console = {**os.environ, "PYTHONIOENCODING": "cp936"}
    gbk = process("讲话稿.txt", "--select", "SYS", cwd=tmp_path, env=console)
    assert "没有发现问题" in gbk.stdout.decode("cp936")


def test_a_package_that_is_missing_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = write(tmp_path / "稿.txt", BLANK)
    write(tmp_path / ".speechlint.yaml", "ignore: [SPC]\n")
    for name in [*sys.modules]:
        if name == "yaml" or name.startswith("yaml.") or name == "speechlint.files.yamlfile":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if "site-packages" not in path])
    monkeypatch.setattr(sys, "path_importer_cache", {})
    said = run(str(draft), "--no-cache")
    assert said.status == 2
    assert "没有装 yaml" in said.err
