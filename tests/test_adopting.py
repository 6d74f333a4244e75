"""Taking up speechlint step by step: stages, changed lines, ignores by place, versions compared, drafts restored."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Outcome, write

Run = Callable[..., Outcome]
BLANK = "在市总工会X届委员会议上的讲话\n\n同志们，今天召开第X次会议，请大家认真学习。\n"


@pytest.mark.parametrize(
    ("stage", "severity"),
    [
        ("初稿", "info"),
        ("draft", "info"),
        ("送审", "warning"),
        ("review", "warning"),
        ("定稿", "error"),
        ("final", "error"),
    ],
)
def test_placeholders_weigh_more_from_stage_to_stage(run: Run, stage: str, severity: str) -> None:
    write(Path("a.txt"), BLANK)
    report = json.loads(run("a.txt", "--stage", stage, "--format", "json").out)
    assert {finding["severity"] for finding in report["findings"]} == {severity}
    assert report["files"][0]["stage"] == {"draft": "初稿", "review": "送审", "final": "定稿"}.get(
        stage, stage
    )


def test_a_stage_that_is_not_final_is_told(run: Run) -> None:
    write(Path("a.txt"), BLANK)
    assert "按“初稿”这一阶段检查，不是定稿" in run("a.txt", "--stage", "draft").out


def test_it_is_told_which_drafts_are_not_final(run: Run) -> None:
    write(Path("a.txt"), BLANK)
    write(Path("b.md"), f"---\nstage: 送审\n---\n\n{BLANK}")
    assert "按“送审”这一阶段检查，不是定稿：b.md\n" in run(".").out
    assert "按“送审”这一阶段检查，不是定稿\n" in run("b.md").out


@pytest.mark.parametrize(
    ("argv", "told"), [([], "必须改 2 处"), (["baseline", "create"], "记下 2 处")], ids=str
)
def test_a_draft_at_an_unknown_stage_does_not_hold_up_the_others(
    run: Run, argv: list[str], told: str
) -> None:
    write(Path("a.txt"), BLANK)
    write(Path("b.md"), f"---\nstage: 终审\n---\n\n{BLANK}")
    done = run(*argv, ".")
    (why,) = [line for line in (done.out + done.err).splitlines() if "没有叫“终审”的阶段" in line]
    assert (done.status, "b.md" in why, told in done.out) == (2, True, True)


def test_the_stage_can_stand_in_the_config_or_in_the_draft(run: Run) -> None:
    write(Path(".speechlint.yaml"), "overrides:\n- files: [草稿/**]\n  stage: 初稿\n")
    write(Path("草稿/a.txt"), BLANK)
    write(Path("草稿/b.md"), f"---\ntitle: 讲话\nstage: 定稿\n---\n\n{BLANK}")
    assert run("草稿/a.txt").status == 0
    assert run("草稿/b.md").status == 1
    assert run("草稿/b.md", "--stage", "初稿").status == 0


def test_ones_own_stages_are_data(run: Run) -> None:
    write(
        Path(".speechlint.yaml"), "stage: 会签\nstages:\n  会签: {at_most: {PLH: warning}, ignore: [SLG]}\n"
    )
    write(Path("a.txt"), BLANK + "共圆小康梦。\n")
    done = run("a.txt")
    assert done.status == 0
    assert "SLG001" not in done.out
    assert "PLH001" in done.out


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("stage: 终稿", "没有叫“终稿”的阶段"),
        ("stages: {会签: {at_most: {PLH: warn}}}", "没有级别“warn”"),
        ("stages: {会签: {atmost: {}}}", "不认识的键“atmost”"),
    ],
)
def test_a_wrong_stage_is_told_with_its_line(run: Run, config: str, told: str) -> None:
    write(Path(".speechlint.yaml"), config)
    write(Path("a.txt"), BLANK)
    done = run("a.txt")
    assert done.status == 2
    assert ".speechlint.yaml:1: " in done.err
    assert told in done.err


def test_reasons_can_be_required(run: Run) -> None:
    write(Path(".speechlint.yaml"), "require_reason: true\n")
    write(Path("a.md"), f"<!-- speechlint: ignore-file PLH001 -->\n\n{BLANK}")
    assert "SYS002" in run("a.md").out
    assert run("a.md").status == 1
    write(Path("a.md"), f"<!-- speechlint: ignore-file PLH001 届次未定 -->\n\n{BLANK}")
    assert run("a.md").status == 0


@pytest.mark.parametrize("allow", ["[十届]", "[{term: 十届}]", "[{term: 十届, reason: ' '}]"])
def test_reasons_can_be_required_of_allowed_terms(run: Run, allow: str) -> None:
    write(Path("a.txt"), BLANK)
    write(Path(".speechlint.yaml"), f"require_reason: true\noverrides:\n- files: ['*']\n  allow: {allow}\n")
    done = run("a.txt")
    assert done.status == 2
    assert ".speechlint.yaml:4: 放行“十届”要写明理由" in done.err
    write(Path(".speechlint.yaml"), "require_reason: true\nallow: [{term: X届, reason: 届次未定}]\n")
    assert "X届" not in run("a.txt").out


def git(*words: str) -> None:
    who = ("-c", "user.name=甲", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


@pytest.fixture
def tree(run: Run) -> Run:
    """A git work tree with a committed draft, its name in Chinese."""
    git("init", "-q")
    write(Path("2026 年/讲话.txt"), BLANK)
    git("add", ".")
    git("commit", "-qm", "初稿")
    return run


def test_only_changed_lines_are_reported(tree: Run) -> None:
    write(Path("2026 年/讲话.txt"), BLANK + "请X届代表发言。\n")
    done = tree("--changed", "2026 年")
    assert done.out.count("PLH001") == 2  # the finding, and where to read why
    assert "  4:2" in done.out
    assert "没有改动的行里 2 处没有列出" in done.out


def test_a_draft_that_git_does_not_know_is_all_new(tree: Run) -> None:
    write(
        Path("b.txt"), "关于会务的说明\n\n" + BLANK.splitlines()[0] + "由办公室起草，分送各组，会后收回。\n"
    )
    assert tree("--changed", "b.txt", "-q").out.count("PLH001") == 1


@pytest.mark.parametrize("kept", [False, True])
def test_a_draft_under_another_name_is_compared_with_what_it_was_made_from(tree: Run, kept: bool) -> None:
    more = "".join(f"第{n}条，要把工会的工作做到职工中间去，年底逐项看落实。\n" for n in "一二三四五")
    for old in ("2026 年/讲话.txt", "2026 年/别的.txt"):
        write(Path(old), BLANK + more if "讲话" in old else more * 2)
    git("add", ".")
    git("commit", "-qm", "二稿")
    write(Path("定稿.txt"), BLANK + more + "请X届代表发言。\n")
    if not kept:
        Path("2026 年/讲话.txt").unlink()
    assert re.findall(r"定稿.txt:\d+", tree("--changed", "定稿.txt", "-q").out) == ["定稿.txt:9"]
    git("add", "-A")
    git("commit", "-qm", "定稿")
    assert "定稿.txt:9" in tree("--changed", "HEAD~1", "定稿.txt", "-q").out


def test_against_another_revision(tree: Run) -> None:
    write(Path("2026 年/讲话.txt"), BLANK + "请X届代表发言。\n")
    git("commit", "-qam", "二稿")
    assert tree("--changed", "2026 年/讲话.txt").status == 0
    assert tree("--changed", "HEAD~1", "2026 年/讲话.txt").status == 1
    assert tree("--changed=HEAD~1", "2026 年/讲话.txt").status == 1
    assert "没有版本“nosuch”" in tree("--changed", "nosuch", "2026 年/讲话.txt").err


def test_line_ends_and_encoding_are_no_change(tree: Run) -> None:
    Path("2026 年/讲话.txt").write_bytes(BLANK.replace("\n", "\r\n").encode("gb18030"))
    assert tree("--changed", "2026 年").status == 0


def test_without_git_it_is_an_error(run: Run) -> None:
    write(Path("a.txt"), BLANK)
    done = run("--changed", "a.txt")
    assert done.status == 2
    assert "不在 git 的工作目录里" in done.err


def test_a_place_is_ignored_with_its_reason(run: Run) -> None:
    write(Path("a.txt"), BLANK + "请X届代表发言。\n")
    assert run("ignore", "a.txt:1:6", "--reason", "届次未定").status == 0
    done = run("a.txt", "-q")
    assert "a.txt:1:6" not in done.out
    assert "a.txt:4:2" in done.out
    write(Path("a.txt"), "各位代表：\n\n" + BLANK)
    assert "a.txt:3:6" not in run("a.txt", "-q").out


def test_one_place_of_the_same_words_is_ignored_by_itself(run: Run) -> None:
    write(Path("a.txt"), "同志们：\n请县委X届委员会审议。\n下面，由区委X届常委会汇报。\n谢谢大家。\n")
    assert run("a.txt", "-q").out.count("PLH001") == 1
    assert run("ignore", "a.txt:3:7", "--reason", "届次未定").status == 0
    told = run("a.txt", "-q").out
    assert told.startswith("a.txt:2:4 ")
    assert "共 2 处" not in told


def test_a_draft_with_an_odd_name_is_ignored_and_noted_alike(run: Run) -> None:
    name = "讲 '稿'\n\t[1].txt"
    write(Path(name), BLANK)
    assert run("ignore", f"{name}:1:6", "--reason", "届次\t未定").status == 0
    assert run(name, "-q").out.count("PLH001 ") == 1
    assert run("baseline", "create", name).status == 0
    assert run(name, "-q").out == ""


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("a.txt:1:6",), "要写明理由"),
        (("a.txt:1:1", "--reason", "理由"), "那里没有要报的问题"),
        (("a.txt", "--reason", "理由"), "应写作 文件:行:列"),
        (("b.txt:1:1", "--reason", "理由"), "没有这个文件"),
    ],
)
def test_what_cannot_be_ignored(run: Run, argv: tuple[str, ...], told: str) -> None:
    write(Path("a.txt"), BLANK)
    done = run("ignore", *argv)
    assert done.status == 2
    assert told in done.err


def test_versions_are_compared_by_fingerprint(run: Run) -> None:
    write(Path("v1.txt"), BLANK)
    write(Path("v2.txt"), "各位代表：\n" + BLANK.replace("第X次", "第三次") + "请X届代表发言。\n")
    done = run("compare", "v1.txt", "v2.txt")
    assert done.status == 1
    assert [line for line in done.out.splitlines() if not line.startswith(" ")] == [
        "改掉了 1 处",
        "新出现 1 处",
        "还在的 1 处",
    ]
    report = json.loads(run("compare", "v1.txt", "v2.txt", "--format", "json").out)
    assert [len(report[part]) for part in ("fixed", "new", "carried_over")] == [1, 1, 1]


def test_a_downloaded_draft_is_restored(shipped: Run) -> None:
    draft = ROOT / "tests" / "drafts" / "拼音与乱码.txt"
    done = shipped("restore", str(draft))
    assert done.status == 0
    assert "(huì)" not in done.out
    assert "【？】" in done.out
    assert "拼音注音" in done.err
    assert "拿不准：" in done.err


def test_what_is_restored_goes_to_a_file_but_not_over_the_draft(shipped: Run) -> None:
    write(Path("a.txt"), BLANK)
    assert shipped("restore", "a.txt", "-o", "b.txt").status == 0
    assert Path("b.txt").read_text(encoding="utf-8") == BLANK
    assert "a.txt 是原稿" in shipped("restore", "a.txt", "-o", "a.txt").err


def test_what_is_restored_replaces_nothing_unasked(shipped: Run) -> None:
    write(Path("a.txt"), BLANK)
    write(Path("b.txt"), "已经改了一半\n")
    done = shipped("restore", "a.txt", "-o", "b.txt")
    assert done.status == 2
    assert "b.txt 已经有了，没有写入；换个名字，或用 --force 盖掉" in done.err
    assert Path("b.txt").read_text(encoding="utf-8") == "已经改了一半\n"
    assert shipped("restore", "a.txt", "-o", "b.txt", "--force").status == 0
    assert Path("b.txt").read_text(encoding="utf-8") == BLANK


@pytest.mark.parametrize(
    ("place", "told"),
    [("没有/b.txt", "没有/b.txt：没有写入：没有这个文件夹"), ("d", "d 是文件夹，没有写入")],
)
def test_where_nothing_can_be_restored_to(shipped: Run, place: str, told: str) -> None:
    write(Path("a.txt"), BLANK)
    Path("d").mkdir()
    done = shipped("restore", "a.txt", "-o", place, "--force")
    assert done.status == 2
    assert told in done.err
    assert sorted(os.listdir()) == ["a.txt", "d"]


def test_what_was_ignored_in_the_old_version_is_not_new_in_the_new_one(run: Run) -> None:
    more = "各位代表：\n天气很好，代表到齐了，会议开始，先讲三件事，请大家记一记。\n" * 3
    write(Path("v1.txt"), BLANK)
    run("ignore", "v1.txt:1:6", "--reason", "届次未定")
    for times, told in ((1, "新出现 0 处"), (2, "新出现 2 处")):
        write(Path("v2.txt"), more + BLANK * times)
        assert run("compare", "v1.txt", "v2.txt").out.splitlines()[:2] == ["改掉了 0 处", told]


def test_versions_are_compared_as_if_there_were_no_baseline(run: Run) -> None:
    write(Path("v1.txt"), BLANK)
    write(Path("v2.txt"), BLANK.replace("第X次", "第三次"))
    run("baseline", "create", ".")
    assert run("compare", "v1.txt", "v2.txt").out.startswith("改掉了 1 处")
