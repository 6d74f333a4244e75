"""The baseline: old findings stay quiet wherever their paragraphs go, new ones never do, and it only shrinks."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TODAY, Outcome, chosen, write
from edited_drafts import kept

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.errors import ConfigError
from speechlint.finding import Edit, Finding, Fix, Severity
from speechlint.judgements import baseline
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.run.engine import lint

Run = Callable[..., Outcome]
OLD = "在市总工会X届委员会议上的讲话\n\n同志们，今天召开第X次会议，请大家认真学习。\n"
FILE = Path(".speechlint-baseline.yaml")


@pytest.fixture
def folder(run: Run) -> Run:
    """A folder with one draft whose two findings are in the baseline."""
    write(Path("a.txt"), OLD)
    assert run("baseline", "create", ".").status == 0
    return run


def test_old_findings_are_not_reported_but_not_forgotten(folder: Run) -> None:
    done = folder("a.txt")
    assert done.status == 0
    assert "没有发现问题" in done.out
    assert "基线里的旧问题 2 处没有列出" in done.out


def test_new_ones_are(folder: Run) -> None:
    write(Path("a.txt"), OLD + "请X届代表发言。\n")
    done = folder("a.txt", "-q")
    assert done.status == 1
    assert done.out.count("PLH001") == 1
    assert "a.txt:4:2" in done.out


def test_the_same_words_once_more_are_new(folder: Run) -> None:
    write(Path("a.txt"), OLD + OLD.splitlines()[0])
    assert folder("a.txt", "-q").out.count("PLH001 “X届”") == 1


def test_another_draft_has_its_own_debts(folder: Run) -> None:
    write(Path("b.txt"), OLD)
    assert folder("b.txt").status == 1


def test_without_suppressing_all_is_shown(folder: Run) -> None:
    assert folder("a.txt", "--no-suppress").status == 1


def test_it_is_found_upward_and_seen_from_below(folder: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path("2026/b.txt"), OLD)
    folder("baseline", "update", "--accept-new", ".")
    monkeypatch.chdir("2026")
    assert folder("b.txt").status == 0


@pytest.mark.usefixtures("folder")
def test_it_is_one_sorted_line_an_entry() -> None:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert len(lines) == 2
    assert lines[0].startswith("- {path: 'a.txt', code: PLH001/")


def test_creating_it_again_needs_force(folder: Run) -> None:
    done = folder("baseline", "create", ".")
    assert done.status == 2
    assert "已经有了" in done.err
    assert folder("baseline", "create", "--force", ".").status == 0


def test_update_drops_what_is_settled_and_leaves_new_ones_out(folder: Run) -> None:
    write(Path("a.txt"), OLD.replace("X届", "十届") + "请X次代表发言。\n")
    done = folder("baseline", "update", ".")
    assert done.status == 1
    assert "去掉 1 处；新出现的 1 处没有记进去" in done.out
    assert folder("a.txt", "-q").out.count("PLH001") == 1


def test_update_takes_new_ones_on_demand(folder: Run) -> None:
    write(Path("a.txt"), OLD + "请X次代表发言。\n")
    assert folder("baseline", "update", "--accept-new", ".").status == 0
    assert folder("a.txt").status == 0


def test_update_leaves_drafts_alone_that_it_did_not_see(folder: Run) -> None:
    write(Path("b.txt"), OLD)
    folder("baseline", "update", "--accept-new", "b.txt")
    assert folder("a.txt").status == 0


def test_stale_entries_are_findings(folder: Run) -> None:
    write(Path("a.txt"), OLD.replace("X届", "十届"))
    done = folder("a.txt")
    assert ".speechlint-baseline.yaml:4:1 建议改 SYS004 基线里 a.txt 的 PLH001" in done.out
    assert "（1 份文稿，" in done.out
    assert folder("baseline", "check", ".").status == 1
    folder("baseline", "update", ".")
    assert "SYS004" not in folder("a.txt").out
    assert folder("baseline", "check", ".").status == 0


def test_a_run_of_other_rules_makes_nothing_stale(folder: Run) -> None:
    assert "SYS004" not in folder("a.txt", "--select", "SLG,SYS").out


def test_a_draft_that_is_gone_is_stale(folder: Run) -> None:
    Path("a.txt").rename("b.txt")
    assert folder("b.txt").out.count("SYS004") == 2


def test_a_missing_one_is_an_error(run: Run) -> None:
    write(Path("a.txt"), OLD)
    done = run("a.txt", "--baseline", "nirgends.yaml")
    assert done.status == 2
    assert "nirgends.yaml: 没有这个基线文件" in done.err
    assert "没有找到基线" in run("baseline", "update", ".").err


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "- {path: a.txt}", "path: a"])
def test_a_malformed_one_is_an_error(folder: Run, line: str) -> None:
    FILE.write_text(FILE.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    done = folder("a.txt")
    assert done.status == 2
    assert ".speechlint-baseline.yaml:5: 基线的这一行不认识" in done.err


def test_the_same_entry_twice_is_an_error() -> None:
    text = baseline.written([baseline.Debt("a.txt", "PLH001", "0" * 16, 1, "X届")])
    with pytest.raises(ConfigError, match="与第 3 行重复"):
        baseline.parse(text + text, "b.yaml")


@pytest.mark.parametrize("path", ["a.txt", "开幕式 '讲话'.txt", "2026/{a}: b.txt", '讲\n\t"稿".txt'])
def test_what_is_written_is_yaml_and_read_again(path: str) -> None:
    from speechlint.files.yamlfile import parse

    debt = baseline.Debt(path, "SLG001/xk-1", "0123456789abcdef", 3, "'小康': #")
    text = baseline.written([debt])
    assert list(baseline.parse(text, "b.yaml").debts.values()) == [debt]
    [node] = parse(text, "b.yaml", ConfigError)
    assert tuple(node.values()) == debt


def test_an_empty_one_is_fine(run: Run) -> None:
    write(Path("a.txt"), "在市总工会十届三次委员会议上的讲话\n")
    run("baseline", "create", ".")
    assert run("a.txt").status == 0


def test_json_leaves_them_out(folder: Run) -> None:
    assert json.loads(folder("a.txt", "--format", "json").out)["findings"] == []


# 200 random edits of each draft

DRAFTS = [
    path
    for path in sorted((ROOT / "tests" / "drafts").iterdir())
    if path.suffix in (".txt", ".md") and not path.name.endswith(".expected.txt")
]
ALL = chosen()


def found(doc: Document) -> list[Finding]:
    return list(lint(doc, ALL, Settings(AsOf(TODAY, "--as-of"))))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_two_hundred_edits_keep_the_old_quiet_and_hide_nothing_new(draft: Path) -> None:
    made = kept(read(draft.name, draft.read_bytes()), found, random.Random(draft.stem), edits=100)
    walked = kept(
        read(draft.name, draft.read_bytes()), found, random.Random(draft.stem), edits=100, walk=True
    )
    for one in (made, walked):
        assert one.new
        assert not one.hidden
        assert one.quiet >= 0.98 * one.untouched


class Counting(tuple[Span, ...]):
    """Places that count how often one is looked at."""

    looked = 0

    def __getitem__(self, at: Any) -> Any:
        Counting.looked += 1
        return super().__getitem__(at)


def test_a_finding_in_a_thousand_places_is_divided_in_one_go() -> None:
    """Each place has its own line in the baseline: looking at all places for each took a minute."""
    places = Counting(Span(at, at + 1) for at in range(1000))
    fix = Fix(tuple(Edit(place, "") for place in places))
    whole = Finding("a.txt", "T001", "t", Severity.ERROR, "", places[0], "", None, (fix,), places)
    Counting.looked = 0
    parts = list(whole.divided([[place] for place in places]))
    assert [part.fixes[0].edits for part in parts] == [(edit,) for edit in fix.edits]
    assert Counting.looked <= 2 * len(places)
