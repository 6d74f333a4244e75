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
from moved_drafts import KINDS, LAYER, holds, made, together

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.errors import ConfigError
from speechlint.finding import Edit, Finding, Fix, Severity
from speechlint.judgements import baseline, debts
from speechlint.project.layers import Settings
from speechlint.project.plan import Project
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
    write(
        Path("b.txt"),
        "关于第X次会议筹备情况的说明\n\n" + OLD.splitlines()[2] + "\n材料由办公室统一印发，会后收回。\n",
    )
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
    assert len(lines) == 3
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
    write(Path("b.txt"), "X届代表发言。\n")
    folder("baseline", "update", "--accept-new", "b.txt")
    assert folder("a.txt").status == 0
    Path("a.txt").rename("c.txt")
    folder("baseline", "update", "b.txt")
    assert folder("c.txt").status == 0


def test_stale_entries_are_findings(folder: Run) -> None:
    write(Path("a.txt"), OLD.replace("X届", "十届"))
    done = folder("a.txt")
    assert "  4:1 建议改 SYS004 基线里 a.txt 的 PLH001" in done.out
    assert "（1 份文稿，" in done.out
    assert folder("baseline", "check", ".").status == 1
    folder("baseline", "update", ".")
    assert "SYS004" not in folder("a.txt").out
    assert folder("baseline", "check", ".").status == 0


def test_a_run_of_other_rules_makes_nothing_stale(folder: Run) -> None:
    assert "SYS004" not in folder("a.txt", "--select", "SLG,SYS").out


def test_a_draft_that_is_gone_is_stale_where_its_folder_is_checked(folder: Run) -> None:
    Path("a.txt").unlink()
    write(Path("b.txt"), "在市总工会十届三次委员会议上的讲话\n")
    assert "SYS004" not in folder("b.txt").out
    assert folder(".").out.count("建议改 SYS004") == 2
    assert folder("baseline", "update", ".").out.count("去掉 2 处") == 1
    assert "SYS004" not in folder(".").out


# 改了名、移了地方、另存一份


@pytest.mark.usefixtures("run")
def test_judgements_of_made_up_drafts_hold_wherever_they_go(tmp_path: Path) -> None:
    files, project = made(tmp_path, 3, 3000), Project(LAYER)
    for kind in KINDS:
        every = together([holds(kind, path, project, random.Random(7), sentences=False) for path in files])
        assert (every.kept, every.hidden) == (every.judged, 0), kind
        assert every.judged or every.new, kind


ONCE_MORE = "今天会议由X届常委会召集。\n"
LONG = OLD + (
    "过去一年，全市各级工会围绕中心、服务大局，做了许多扎实的工作，职工之家建到了乡镇和园区。\n"
    "下一步，要把维权服务做到职工心坎上，把困难职工的底数摸清，一户一册，一季一访。\n"
    "要管好用好工会经费，每一笔都要经得起审计，每一笔都要花在职工身上。\n"
)


@pytest.fixture
def long_one(run: Run) -> Run:
    """A folder with a draft of some length, called 送审稿.txt, whose two findings are in the baseline."""
    write(Path("送审稿.txt"), LONG)
    assert run("baseline", "create", ".").status == 0
    return run


@pytest.mark.parametrize("to", ["定稿.txt", "存档/2026/送审稿.txt", "送审稿.md"])
def test_debts_follow_a_draft_to_another_name_and_folder(long_one: Run, to: str) -> None:
    Path(to).parent.mkdir(parents=True, exist_ok=True)
    Path("送审稿.txt").rename(to)
    done = long_one(".")
    assert (done.status, done.out.count("SYS004")) == (0, 0)
    assert long_one("baseline", "check", ".").status == 0


def test_of_two_drafts_alike_the_one_that_is_gone_is_the_one_renamed(run: Run) -> None:
    for name in ("送审稿.txt", "送阅稿.txt"):
        write(Path(name), LONG)
    run("baseline", "create", ".")
    Path("送审稿.txt").rename("定稿.txt")
    done = run(".")
    assert (done.status, done.out.count("SYS004")) == (0, 0)


def test_debts_follow_a_copy_with_edits_and_hide_nothing_new(long_one: Run) -> None:
    write(Path("送审稿2.txt"), LONG.replace("一户一册，一季一访", "一户一册，每月走访") + ONCE_MORE)
    done = long_one("送审稿2.txt", "-q")
    assert done.out.count("PLH001") == 1
    assert "送审稿2.txt:7:" in done.out
    assert long_one("送审稿.txt").status == 0


def test_debts_do_not_follow_into_another_draft_with_the_same_sentence(long_one: Run) -> None:
    other = "关于换届工作的说明\n\n代表名额按会员人数分配，名单公示五天，有异议的由资格审查组核实。\n"
    write(Path("说明.txt"), other + OLD.splitlines()[2] + "\n")
    Path("送审稿.txt").unlink()
    assert long_one("说明.txt").status == 1


def test_an_update_writes_the_debts_down_under_the_new_name(long_one: Run) -> None:
    Path("送审稿.txt").rename("定稿.txt")
    done = long_one("baseline", "update", "定稿.txt")
    assert (done.status, "定稿.txt：记着 送审稿.txt 的旧账" in done.out) == (0, True)
    assert "送审稿" not in FILE.read_text(encoding="utf-8")
    assert long_one("定稿.txt").status == 0


def test_what_a_copy_settled_stays_settled_after_an_update(long_one: Run) -> None:
    write(Path("定稿.txt"), LONG.replace("X届", "十届"))
    assert "去掉 1 处" in long_one("baseline", "update", "定稿.txt").out
    write(Path("定稿.txt"), LONG)
    assert long_one("定稿.txt", "-q").out.count("PLH001") == 1
    assert long_one("送审稿.txt").status == 0


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
    assert ".speechlint-baseline.yaml:6: 基线的这一行不认识" in done.err


def test_the_same_entry_twice_is_an_error() -> None:
    text = debts.written([debts.Debt("a.txt", "PLH001", "0" * 16, 1, "X届")])
    with pytest.raises(ConfigError, match="与第 3 行重复"):
        baseline.parse(text + text, "b.yaml")


@pytest.mark.parametrize("path", ["a.txt", "开幕式 '讲话'.txt", "2026/{a}: b.txt", '讲\n\t"稿".txt'])
def test_what_is_written_is_yaml_and_read_again(path: str) -> None:
    from speechlint.files.yamlfile import parse

    debt = debts.Debt(path, "SLG001/xk-1", "0123456789abcdef", 3, "'小康': #")
    text = debts.written([debt])
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


def found(doc: Document) -> list[Finding]:
    return list(lint(doc, chosen(), Settings(AsOf(TODAY, "--as-of"))))


@pytest.mark.slow
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
