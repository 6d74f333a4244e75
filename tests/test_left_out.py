"""Nothing is called clean that was not read: checked, left out, or not readable, in every command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write

Run = Callable[..., Outcome]
CLEAN = "在县工会会议上的讲话\n\n同志们：今天的会议很重要，请大家认真学习，抓好落实。\n"
BLANK = "在县工会会议上的讲话\n\n同志们：去年慰问职工XX户，请大家抓好落实。\n"
ENGLISH = "# Installation\n\nClone the repository and run the installer. The XX option selects the mode.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    write(tmp_path / "净.txt", CLEAN)
    write(tmp_path / "README.md", ENGLISH)
    write(tmp_path / "空.txt", "\n")


def test_what_was_left_out_is_told_with_the_reason_and_not_counted(run: Run) -> None:
    done = run("净.txt", "README.md", "空.txt")
    assert done.status == 0
    assert done.out.startswith("没有发现问题（1 份文稿，")
    assert "没有检查：README.md（要念的字里几乎没有汉字，不像中文讲话稿）" in done.out
    assert "没有检查：空.txt（文稿是空的）" in done.out


def test_where_all_is_left_out_nothing_is_called_clean(run: Run) -> None:
    done = run("README.md", "空.txt")
    assert done.status == 0
    assert done.out.splitlines()[0] == "没有可检查的文稿"
    assert "没有发现问题" not in done.out
    assert run("README.md", "--lang", "en").out.startswith("No draft to check\n")
    assert run("README.md", "-q").out == run("README.md", "-q").err == ""


def test_many_left_out_for_one_reason_take_one_line(run: Run, tmp_path: Path) -> None:
    for at in range(9):
        write(tmp_path / f"doc{at}.md", ENGLISH)
    told = [line for line in run(".").out.splitlines() if line.startswith("没有检查：")]
    assert len(told) == 2
    assert "……共 10 份（" in told[0]


def test_json_names_what_was_left_out(run: Run) -> None:
    report = json.loads(run(".", "-f", "json").out)
    assert [file["path"] for file in report["files"]] == ["净.txt"]
    assert report["skipped"] == [
        {"path": "README.md", "reason": "要念的字里几乎没有汉字，不像中文讲话稿"},
        {"path": "空.txt", "reason": "文稿是空的"},
    ]
    lines = [json.loads(line) for line in run(".", "-f", "jsonl", "--lang", "en").out.splitlines()]
    assert [line["type"] for line in lines] == ["file", "skipped", "skipped", "summary"]
    assert lines[2]["reason"] == "the draft is empty"


def test_a_report_saved_beside_the_drafts_is_left_out(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", BLANK)
    before = json.loads(run(".", "-f", "json").out)["findings"]
    for at, format in enumerate(("text", "json", "jsonl")):
        run("稿.txt", "-f", format, "-o", f"报告{at}.txt")
        run("稿.txt", "-f", format, "--lang", "en", "-o", f"report{at}.md")
    after = json.loads(run(".", "-f", "json").out)
    assert after["findings"] == before
    assert len([one for one in after["skipped"] if "报告" in one["reason"]]) == 6


@pytest.mark.parametrize("format", ["json", "jsonl"])
@pytest.mark.parametrize("path", ["没有.txt", "只有文档", "空文件夹"])
def test_the_report_is_written_also_where_nothing_could_be_read(
    run: Run, tmp_path: Path, path: str, format: str
) -> None:
    (tmp_path / "空文件夹").mkdir()
    write(tmp_path / "只有文档" / "讲话.pages", "PK")
    for argv in ([], ["-o", "报告.json"]):
        done = run(path, "-f", format, *argv)
        told = (tmp_path / "报告.json").read_text("utf-8") if argv else done.out
        lines = [json.loads(told)] if format == "json" else [json.loads(line) for line in told.splitlines()]
        assert done.status == 2
        assert path in json.dumps(lines, ensure_ascii=False)
        assert lines[-1]["schema_version"] == 1


def test_documents_beside_drafts_take_one_line(run: Run, tmp_path: Path) -> None:
    for name in ("甲.pages", "乙.ofd", "丙.dot", "~$甲.docx", ".丁.docx", "图.png"):
        write(tmp_path / "稿" / name, "")
    write(tmp_path / "稿" / "净.txt", CLEAN)
    done = run("稿")
    assert done.status == 0
    told = [line for line in (done.out + done.err).splitlines() if "甲" in line]
    assert told == ["没有检查：稿/丙.dot、稿/乙.ofd、稿/甲.pages（还读不了这种格式，请另存为 .docx 或 .txt）"]


def test_a_folder_of_documents_only_cannot_be_checked(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿" / "甲.pages", "")
    done = run("稿")
    assert done.status == 2
    assert "稿 没能检查：" in done.out
    assert "稿/甲.pages" in done.out
    assert "没有发现问题" not in done.out


def test_more_documents_are_not_told_from_an_earlier_report(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿" / "净.txt", CLEAN)
    run("稿")
    write(tmp_path / "稿" / "甲.pages", "")
    assert "甲.pages" in run("稿").out


def test_several_processes_leave_out_the_same(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", BLANK)
    assert run(".", "--jobs", "2", "--no-cache") == run(".", "--jobs", "1", "--no-cache")


def test_fix_only_says_what_it_left_out(run: Run) -> None:
    done = run("README.md", "--fix-only")
    assert "没有检查：README.md" in done.err
    assert run("README.md", "--fix-only", "-q").err == ""
    assert run("README.md", "--fix").out.startswith("没有可检查的文稿\n")


def test_outline_leaves_out_what_is_no_speech(shipped: Run) -> None:
    done = shipped("outline", "净.txt", "README.md")
    assert "README" not in done.out
    assert "没有检查：README.md" in done.err


@pytest.mark.parametrize(
    "argv", [("compare", "净.txt", "README.md"), ("ignore", "README.md:3:1", "--reason", "不是讲话")]
)
def test_nothing_is_compared_or_ignored_in_what_is_no_speech(run: Run, argv: tuple[str, ...]) -> None:
    done = run(*argv)
    assert done.status == 2
    assert "没有检查：README.md" in done.err
    assert done.out == ""


def test_no_baseline_is_made_of_what_is_no_speech(run: Run, tmp_path: Path) -> None:
    done = run("baseline", "create", "README.md")
    assert done.status == 0
    assert "没有可检查的文稿" in done.out
    assert "没有检查：README.md" in done.err
    assert not (tmp_path / ".speechlint-baseline.yaml").exists()


def test_the_debts_of_a_draft_that_is_left_out_now_are_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", BLANK)
    run("baseline", "create", ".")
    before = (tmp_path / ".speechlint-baseline.yaml").read_bytes()
    write(tmp_path / "稿.txt", ENGLISH)
    assert "去掉 0 处" in run("baseline", "update", ".").out
    assert (tmp_path / ".speechlint-baseline.yaml").read_bytes() == before
