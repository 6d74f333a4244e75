"""Several processes, the cache of results and --timing change what a run costs, never what it says."""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome, write

from speechlint.document import Document, Span
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.findings import Findings, Tally, counted, together
from speechlint.project.plan import Project
from speechlint.quick import regex
from speechlint.rulebook import packs
from speechlint.run import engine, one, workers
from speechlint.run.kept import Kept
from speechlint.run.one import Draft

Runs = Callable[..., Outcome]
FAULTY = "在市总工会第X届委员会上的讲话\n\n同志们：\n落实全面两孩政策，任务很重。\n"
CLEAN = "同志们：今天的会议很重要，请大家认真学习会议精神，抓好落实。\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for number in range(6):
        write(tmp_path / "稿" / f"{number}.txt", (FAULTY if number % 2 else CLEAN) * (number + 1))
    return tmp_path / "稿"


@pytest.fixture
def own_cache(tmp_path: Path) -> str:
    return str(tmp_path / "缓存")


@pytest.mark.parametrize("format", ["text", "json", "jsonl"])
def test_any_number_of_jobs_says_the_same(run: Runs, drafts: Path, format: str) -> None:
    said = [run(str(drafts), "--no-cache", "--format", format, "--jobs", jobs) for jobs in ("1", "2", "5")]
    assert said[0].status == 1
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("view", [[], ["--info"], ["--sort", "gravity"], ["--statistics"], ["--quiet"]])
def test_any_number_of_jobs_knows_what_people_judged(
    run: Runs, drafts: Path, view: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(drafts)
    assert run("baseline", "create", "3.txt", "5.txt").status == 0
    write(drafts / "5.txt", CLEAN)
    said = "- {path: 1.txt, code: PLH001, words: X届, reason: 会期未定}\n"
    said += "- {path: 0.txt, code: PLH001, words: X届, reason: 没有这一处}\n"
    write(drafts / ".speechlint-ignore.yaml", said)
    one, two = (run(".", "--no-cache", "--jobs", jobs, *view) for jobs in ("1", "2"))
    assert one == two
    assert {"SYS001", "SYS004"} <= set(one.out.split())


def test_any_state_of_the_cache_says_the_same(run: Runs, drafts: Path, own_cache: str) -> None:
    ask = [str(drafts), "--info", "--cache-dir", own_cache]
    first = run(*ask)
    again = run(*ask)
    for kept in Path(own_cache, "results").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"broken")
    assert first == again == run(*ask) == run(*ask, "--no-cache")


def test_a_changed_draft_is_judged_anew(run: Runs, drafts: Path, own_cache: str) -> None:
    draft = write(drafts / "0.txt", FAULTY)
    assert run(str(draft), "--cache-dir", own_cache).status == 1
    write(draft, CLEAN)
    assert run(str(draft), "--cache-dir", own_cache).status == 0


def test_another_date_is_another_result(run: Runs, drafts: Path, own_cache: str) -> None:
    ask = [str(drafts), "--info", "--cache-dir", own_cache, "--as-of"]
    assert run(*ask, "2014").out != run(*ask, "2026").out


def test_clean_removes_the_cache_and_nothing_else(run: Runs, drafts: Path, own_cache: str) -> None:
    run(str(drafts), "--cache-dir", own_cache)
    write(Path(own_cache) / regex.file_name(), "kept programs")
    write(Path(own_cache) / "重要.txt", "不是缓存")
    run("clean", "--cache-dir", own_cache)
    assert [path.name for path in Path(own_cache).iterdir()] == ["重要.txt"]


def test_results_of_other_days_are_cleared(run: Runs, drafts: Path, own_cache: str) -> None:
    old = write(Path(own_cache) / "results" / "2001-01-01" / ("0" * 32), "old")
    run(str(drafts), "--cache-dir", own_cache)
    assert not old.exists()


def test_timing_tells_stages_and_rules(run: Runs, drafts: Path) -> None:
    said = run(str(drafts), "--timing").err
    assert all(name in said for name in ("读入", "找词", "检查", "报告", "PLH001"))
    in_english = run(str(drafts), "--timing", "--lang=en").err
    assert all(name in in_english for name in ("read", "literals", "lint", "report", "PLH001"))


@pytest.mark.skipif(sys.platform != "linux", reason="the workers of other systems load the program anew")
def test_a_worker_that_is_killed_costs_its_draft_alone(
    run: Runs, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, honest = os.getpid(), engine.lint

    def deadly(doc: Document, *rest: Any) -> Any:
        if doc.path.endswith(("1.txt", "4.txt")) and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return honest(doc, *rest)

    monkeypatch.setattr(one, "lint", deadly)
    done = run(str(drafts), "--no-cache", "--jobs", "2", "--format", "json")
    report = json.loads(done.out)
    assert done.status == 2
    assert [Path(one["path"]).name for one in report["errors"]] == ["1.txt", "4.txt"]
    assert all("被系统或别人结束" in one["message"] for one in report["errors"])
    assert len(report["files"]) == len(list(drafts.glob("*.txt"))) - 2


@pytest.mark.parametrize("jobs", ["0", "-1", "两个", "1.5"])
def test_a_number_of_jobs_that_is_none(run: Runs, drafts: Path, jobs: str) -> None:
    assert run(str(drafts), f"--jobs={jobs}").status == 2


def test_few_drafts_are_worth_one_process() -> None:
    assert workers.number("auto", [Draft("a", b"x" * 10_000)] * 10) == 1
    assert workers.number("3", [Draft("a", b"")] * 2) == 2


def test_a_finding_comes_out_as_it_went_in() -> None:
    span = Span(3, 5)
    finding = Finding(
        *("a.txt", "PLH001", "unfilled-session", Severity.ERROR, "未填", span, "X届"),
        entry="x",
        fixes=(Fix((Edit(span, "十"),), True, "改"),),
        occurrences=(span, Span(7, 9)),
        related=(Related(Span(0, 1), "见"),),
        source="见下",
        grade="convention",
        muted_by=Mute("comment", "a.txt:1"),
        also=("SLG019",),
        apart=True,
    )
    (made,) = Findings.unpacked(Findings([finding]).packed())
    assert made == finding
    assert isinstance(made.span, Span)
    assert isinstance(made.severity, Severity)


def test_what_a_worker_sends_is_counted_without_being_made() -> None:
    found = Findings(
        [
            Finding("a", "X", "x", Severity.INFO, "", Span(1, 2), ""),
            Finding("a", "Y", "y", Severity.ERROR, "", Span(3, 4), "", muted_by=Mute("comment", "a.txt:1")),
        ]
    )
    arrived = pickle.loads(pickle.dumps(found))
    assert (
        arrived.tally
        == counted(found)
        == Tally({Severity.INFO: 1}, {Severity.INFO: "X"}, {"comment": 1}, {Severity.INFO: 1})
    )
    assert "_made" not in vars(arrived)
    assert arrived == found
    assert (len(arrived), arrived[1], arrived[:1]) == (2, found[1], found[:1])


def test_a_draft_is_remembered_only_where_the_cache_is_used(
    own_cache: str, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", own_cache)
    monkeypatch.setattr(packs, "shipped", lambda: str(small_pack / "rules"))

    def draft() -> Draft:
        return Draft("稿.txt", FAULTY.encode())

    project = Project(isolated=True)
    forgetful, remembering = Kept(project), Kept(project, disk=True)
    assert forgetful.check(draft())[1:] == remembering.check(draft())[1:]
    assert remembering.has(draft())
    assert not forgetful.has(draft())
    assert Kept(project, disk=True).check(draft()).findings == forgetful.check(draft()).findings


def test_the_bytes_of_a_draft_go_when_it_is_read() -> None:
    draft = Draft("稿.txt", FAULTY.encode())
    known = draft.digest
    assert draft.document().source == FAULTY
    assert not hasattr(draft, "data")
    assert draft.digest == known


def test_tallies_of_several_drafts_are_one() -> None:
    first = Tally({Severity.INFO: 2}, {Severity.INFO: "X"}, {"comment": 1}, {Severity.INFO: 5})
    second = Tally({3: 1, 1: 1}, {3: "Y", 1: "Z"}, {}, {3: 1, 1: 2})
    whole = together([first, second])
    assert whole == Tally({1: 3, 3: 1}, {1: "X", 3: "Y"}, {"comment": 1}, {1: 7, 3: 1})
    assert whole.gravest == "Y"
    assert together([]).gravest == ""


def test_a_report_is_told_again_only_while_all_it_depends_on_is_the_same(
    run: Runs, drafts: Path, own_cache: str
) -> None:
    ask = [str(drafts), "--cache-dir", own_cache]
    first = run(*ask)
    assert "PLH001" in first.out
    assert run(*ask, "--statistics").out != first.out
    write(drafts / ".speechlint.yaml", "ignore: [PLH001]\n")
    assert "PLH001" not in run(*ask).out
    (drafts / ".speechlint.yaml").unlink()
    write(drafts / ".speechlint-ignore.yaml", "- {path: 1.txt, code: PLH001, words: X届, reason: 会期未定}\n")
    assert run(*ask).out.count("PLH001") < first.out.count("PLH001")
    (drafts / ".speechlint-ignore.yaml").unlink()
    assert run(*ask) == first


def test_a_kept_report_is_not_judged_again(
    run: Runs, drafts: Path, own_cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = [str(drafts), "--cache-dir", own_cache]
    first = run(*ask)
    monkeypatch.setattr("speechlint.run.kept.check_document", None)  # must not be needed
    assert run(*ask) == first


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_kept_report_with_one_bit_wrong_is_not_told(
    run: Runs, drafts: Path, own_cache: str, at: int
) -> None:
    ask = [str(drafts), "--cache-dir", own_cache]
    first = run(*ask)
    for kept in (path for path in Path(own_cache, "results").rglob("*") if path.is_file()):
        data = bytearray(kept.read_bytes())
        data[at % len(data)] ^= 1
        kept.write_bytes(data)
    assert run(*ask) == first
