"""Archives as a user builds and asks them: with DuckDB, and the same rows with Spark. ``.ci/more archive`` runs this."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import archive_answers
import pytest
from archives import OTHER, PASSAGE, dies, winnowed_at
from conftest import ROOT, Outcome

from speechlint.archive import seeds
from speechlint.archive.fingerprints import GRAM, WINDOW, winnowed
from speechlint.archive.letters import letters
from speechlint.archive.records import Record, Seen
from speechlint.cli import main
from speechlint.reporters import shared_passages

pytestmark = pytest.mark.archive
pa = pytest.importorskip("pyarrow", reason="没有装 pyarrow")
pytest.importorskip("duckdb", reason="没有装 duckdb")

Run = Callable[..., Outcome]
KEY = bytes(range(16))
WORDS = "码头茶厂窗口职工船工分红社保登记揉捻机重新转动山路进城排队春天夏季港口渔船网箱苗木水渠灯塔桥梁"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs ``speechlint archive`` with these arguments in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def ran(*words: str) -> Outcome:
        status = main(["archive", *words])
        return Outcome(status, *capfd.readouterr())

    return ran


def prose(seed: int, sentences: int = 12) -> str:
    """Sentences that nobody else writes."""
    chance = random.Random(seed)
    made = ("".join(chance.choices(WORDS, k=chance.randint(15, 30))) for _ in range(sentences))
    return "".join(f"{sentence}。\n" for sentence in made)


def drafts(folder: str, count: int = 6, first: int = 0) -> None:
    Path(folder).mkdir(exist_ok=True)
    for number in range(first, first + count):
        Path(folder, f"稿{number}.txt").write_text(
            f"在第{number}次会上的讲话\n（20{number % 20 + 10}年3月5日）\n{prose(number)}", "utf-8"
        )


def rows(kind: str, archive: str = "库") -> list[tuple[tuple[str, str], ...]]:
    """The rows of a table, in order, without what the clock says."""
    import pyarrow.parquet as pq

    listed = json.loads(Path(archive, "speechlint-archive.json").read_text("utf-8"))["parts"]
    files = [part[1] if kind == "fingerprints" else part[0] for part in listed]
    made = [
        row for file in files for row in pq.read_table(Path(archive, kind, f"{file}.parquet")).to_pylist()
    ]
    return sorted(tuple((name, str(value)) for name, value in row.items() if name != "mtime") for row in made)


def everything(archive: str = "库") -> list[list[tuple[tuple[str, str], ...]]]:
    return [rows(kind, archive) for kind in ("drafts", "findings", "fingerprints")]


def same_key(archive: str, other: str) -> None:
    """An empty archive with the key of another, so that their rows can be compared."""
    Path(archive).mkdir()
    listed = json.loads(Path(other, "speechlint-archive.json").read_text("utf-8"))
    Path(archive, "speechlint-archive.json").write_text(
        json.dumps({**listed, "parts": [], "retired": []}), "utf-8"
    )


@pytest.mark.parametrize("size", [0, GRAM - 1, GRAM, GRAM + 3, GRAM + WINDOW - 1, 300])
def test_fingerprints_are_winnowed(size: int) -> None:
    text = "".join(random.Random(size).choices(WORDS, k=size))
    single = [winnowed(text[at : at + GRAM], KEY).digest[0].as_py() for at in range(size - GRAM + 1)]
    found = winnowed(text, KEY)
    chosen = winnowed_at([digest % 2**64 for digest in single])
    assert found.at.to_pylist() == chosen
    assert found.digest.to_pylist() == [single[at] for at in chosen]


def test_another_key_makes_other_fingerprints() -> None:
    one, other = winnowed(letters(PASSAGE), KEY), winnowed(letters(PASSAGE), KEY[::-1])
    assert not set(one.digest.to_pylist()) & set(other.digest.to_pylist())


def test_each_passage_is_named_with_its_source(run: Run) -> None:
    drafts("旧稿")
    Path("旧稿/甲.txt").write_text(f"讲话\n（2021年3月5日）\n{prose(70)}\n先说一件事。{PASSAGE}。\n", "utf-8")
    Path("旧稿/乙.md").write_text(
        f"# 讲话\n\n{prose(71)}\n\n会上说到，{OTHER.replace('凑出', '拿出')}。\n", "utf-8"
    )
    Path("新稿.txt").write_text(
        f"讲话\n（2024年3月5日）\n{prose(99)}{PASSAGE}。\n{prose(98)}{OTHER}。\n", "utf-8"
    )
    assert run("build", "旧稿", "-o", "库").status == 0
    done = run("check", "新稿.txt", "--in", "库", "--format", "json")
    found = [(one["severity"], one["message"]) for one in json.loads(done.out)["findings"]]
    assert [severity for severity, _ in found] == ["info", "warning", "info"]
    assert "61 字一字不差，也在旧稿/甲.txt 第 15 段（16:7）；那稿 2021-03-05，在先" in found[1][1]
    assert "也在旧稿/乙.md" in found[2][1]
    assert "没有写日期" in found[2][1]


def test_nothing_is_read_twice_and_what_goes_is_noticed(run: Run) -> None:
    drafts("旧稿")
    run("build", "旧稿", "-o", "库")
    assert "6 份；这次读了 0 份" in run("build", "-o", "库").out
    Path("旧稿/稿0.txt").rename("旧稿/改了名.txt")
    Path("旧稿/稿1.txt").unlink()
    Path("旧稿/稿2.txt").write_text(prose(50), "utf-8")
    drafts("旧稿", 2, first=20)
    assert "7 份；这次读了 4 份，改名 1 份，不在了 1 份" in run("build", "-o", "库").out
    same_key("另建", "库")
    run("build", "旧稿", "-o", "另建")
    assert everything("库")[0] == everything("另建")[0]
    assert everything("库")[1] == everything("另建")[1]


def test_a_folder_added_leaves_the_others(run: Run) -> None:
    drafts("甲")
    drafts("乙", 3, first=10)
    run("build", "甲", "-o", "库")
    assert "库：9 份；这次读了 3 份" in run("build", "乙", "-o", "库").out


def test_many_small_additions_are_joined(run: Run) -> None:
    for number in range(18):
        drafts("旧稿", 1, first=number)
        run("build", "旧稿", "-o", "库")
    listed = json.loads(Path("库/speechlint-archive.json").read_text("utf-8"))
    assert len(listed["parts"]) < 5
    same_key("另建", "库")
    run("build", "旧稿", "-o", "另建")
    assert everything("库") == everything("另建")


def test_a_draft_that_cannot_be_read_is_a_row(run: Run) -> None:
    drafts("旧稿", 2)
    Path("旧稿/坏.txt").write_bytes(bytes(range(256)) * 20)
    done = run("build", "旧稿", "-o", "库")
    assert done.status == 0
    assert "3 份；这次读了 3 份" in done.out
    assert "读不了 1 份" in done.out
    [bad] = [dict(row) for row in rows("drafts") if dict(row)["error"]]
    assert bad["path"] == "坏.txt"


@pytest.mark.parametrize("kept", [False, True])
def test_no_word_stands_in_the_archive_unless_it_is_kept(run: Run, kept: bool) -> None:
    drafts("旧稿", 3)
    run("build", "旧稿", "-o", "库", *(["--keep-text"] if kept else []))
    told = "".join(str(row) for kind in everything() for row in kind)
    bytes_ = b"".join(path.read_bytes() for path in Path("库").rglob("*") if path.is_file())
    lines = [line for number in range(3) for line in prose(number).splitlines()]
    words = {line[at : at + 4] for line in lines for at in range(0, len(line) - 4, 3)}
    assert any(word in told for word in words) == kept
    assert not any(word.encode() in bytes_ or word.encode("utf-16-le") in bytes_ for word in words) or kept


def test_paths_can_be_digests(run: Run) -> None:
    drafts("旧稿", 2)
    Path("旧稿/甲.txt").write_text(f"{prose(70)}\n{PASSAGE}。\n", "utf-8")
    run("build", "旧稿", "-o", "库", "--hash-paths")
    told = "".join(str(row) for kind in everything() for row in kind)
    assert "甲" not in told + Path("库/speechlint-archive.json").read_text("utf-8")
    Path("新稿.txt").write_text(f"{prose(99)}{PASSAGE}。\n", "utf-8")
    assert "没有核对" in run("check", "新稿.txt", "--in", "库", "--info").out
    assert "也在旧稿/甲.txt" in run("check", "新稿.txt", "--in", "库", "--info", "--at", "旧稿").out


def test_a_draft_that_has_gone_is_told_as_unverified(run: Run) -> None:
    drafts("旧稿", 2)
    Path("旧稿/甲.txt").write_text(f"{prose(70)}\n{PASSAGE}。\n", "utf-8")
    run("build", "旧稿", "-o", "库")
    Path("旧稿/甲.txt").unlink()
    Path("新稿.txt").write_text(f"{prose(99)}{PASSAGE}。\n", "utf-8")
    done = run("check", "新稿.txt", "--in", "库", "--info")
    assert "没有核对" in done.out
    assert "甲.txt 第 13 段" in done.out


def test_a_draft_of_the_archive_is_not_found_in_itself(run: Run) -> None:
    drafts("旧稿", 3)
    run("build", "旧稿", "-o", "库")
    assert run("check", "旧稿/稿1.txt", "--in", "库", "--info").out.startswith("没有发现问题")
    shutil.copy("旧稿/稿1.txt", "抄.txt")
    assert "也在旧稿/稿1.txt" in run("check", "抄.txt", "--in", "库").out


def test_what_many_drafts_say_is_a_formula(run: Run) -> None:
    drafts("旧稿", 8)
    for path in Path("旧稿").iterdir():
        path.write_text(f"{path.read_text('utf-8')}{PASSAGE}。\n", "utf-8")
    run("build", "旧稿", "-o", "库")
    Path("新稿.txt").write_text(f"{prose(99)}{PASSAGE}。\n", "utf-8")
    assert "另有 7 份" in run("check", "新稿.txt", "--in", "库").out
    done = run("check", "新稿.txt", "--in", "库", "--most", "7", "--formulas")
    assert "没有发现问题" in done.out
    assert "库里多于 7 份稿子这样说" in done.err


def test_an_ignore_in_the_draft_counts(run: Run) -> None:
    drafts("旧稿", 2)
    Path("旧稿/甲.txt").write_text(f"{prose(70)}\n{PASSAGE}。\n", "utf-8")
    run("build", "旧稿", "-o", "库")
    ignored = (
        f"# 讲话\n\n{prose(99)}\n\n<!-- speechlint: ignore DUP010 是我们自己去年写的 -->\n\n{PASSAGE}。\n"
    )
    Path("新稿.md").write_text(ignored, "utf-8")
    assert "建议改" not in run("check", "新稿.md", "--in", "库").out
    assert main(["新稿.md", "--isolated"]) in (0, 1)


@pytest.mark.parametrize("harm", ["cut", "foreign", "gone", "list"])
def test_a_damaged_archive_is_named(run: Run, harm: str) -> None:
    drafts("旧稿", 2)
    run("build", "旧稿", "-o", "库")
    Path("新稿.txt").write_text(prose(1), "utf-8")
    [part] = Path("库/fingerprints").iterdir()
    if harm == "cut":
        part.write_bytes(part.read_bytes()[:-20])
    elif harm == "foreign":
        pa.parquet.write_table(pa.table({"x": [1]}), part)
    elif harm == "gone":
        part.unlink()
    else:
        Path("库/speechlint-archive.json").write_text("{}", "utf-8")
    done = run("check", "新稿.txt", "--in", "库")
    assert done.status == 2
    assert "库" in done.err
    assert done.err.count("\n") == 1


def build(archive: str, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "speechlint", "archive", "build", "旧稿", "-o", archive, *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def test_a_full_disk_leaves_the_archive_as_it_was(run: Run) -> None:
    drafts("旧稿", 2)
    run("build", "旧稿", "-o", "库")
    before = everything()
    drafts("旧稿", 40, first=2)
    command = [sys.executable, "-c", FULL, "archive", "build", "旧稿", "-o", "库"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 2, done.stderr
    assert everything() == before
    assert not [*Path("库").rglob("*.tmp")]
    assert "42 份；" in run("build", "旧稿", "-o", "库").out


# No file may grow beyond 6 KB: as on a disk that is full, writing ends with an error.
FULL = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000)); from speechlint.__main__ import run; run()"
)


def test_a_second_build_says_that_one_is_at_it(run: Run) -> None:
    drafts("旧稿", 2)
    run("build", "旧稿", "-o", "库")
    import fcntl

    with open("库/.lock") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = run("build", "旧稿", "-o", "库")
    assert done.status == 2
    assert "另一次 archive build 正在写" in done.err


def test_a_build_that_is_killed_changes_no_row(run: Run) -> None:
    drafts("旧稿", 60)
    run("build", "旧稿", "-o", "库", "--no-lint")
    whole = everything()
    same_key("杀", "库")
    chance = random.Random(7)
    killed = int(os.environ.get("KILLS", "8"))
    while killed:
        process = build("杀", "--no-lint", "--jobs", "2")
        time.sleep(chance.uniform(0.1, 0.9))
        if process.poll() is not None:  # it was faster: begin again
            process.communicate()
            assert everything("杀") == whole
            shutil.rmtree("杀")
            same_key("杀", "库")
            continue
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        killed -= 1
        if chance.random() < 0.5:
            for path in [*Path("杀").rglob("*.parquet"), Path("杀/speechlint-archive.json")]:
                if chance.random() < 0.3:
                    path.with_name(path.name + ".00.tmp").touch()
    run("build", "旧稿", "-o", "杀", "--no-lint")
    assert everything("杀") == whole


def test_a_worker_that_is_killed_changes_no_row(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts("旧稿", 60)
    run("build", "旧稿", "-o", "库", "--no-lint")
    same_key("杀", "库")
    from speechlint.archive import local
    from speechlint.archive.records import record

    whole = everything()

    def dies_once(seen: Seen, *rest: Any) -> Record:
        try:
            Path("死过").touch(exist_ok=False)
        except FileExistsError:
            return record(seen, *rest)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    monkeypatch.setattr(local, "record", dies_once)
    run("build", "旧稿", "-o", "杀", "--no-lint", "--jobs", "2")
    assert everything("杀") == whole


def test_the_frame_of_a_series_is_no_copy(run: Run) -> None:
    Path("旧稿").mkdir()
    for number, which in enumerate("一二三"):
        words = f"在第{which}次码头工作例会上的讲话\n\n{prose(number)}{PASSAGE}。\n"
        Path(f"旧稿/{number}.txt").write_text(words, "utf-8")
    run("build", "旧稿", "-o", "库")
    Path("新稿.txt").write_text(f"在第四次码头工作例会上的讲话\n\n{prose(99)}{PASSAGE}。\n", "utf-8")
    done = run("check", "新稿.txt", "--in", "库", "--formulas")
    assert "没有发现问题" in done.out
    assert "同一系列的稿子，格式相同" in done.err
    Path("新稿.txt").write_text(f"在茶厂座谈会上的讲话\n\n{prose(99)}{PASSAGE}。\n", "utf-8")
    assert "另有 2 份" in run("check", "新稿.txt", "--in", "库").out


def test_a_draft_copied_whole_is_no_frame_of_its_series(run: Run) -> None:
    drafts("旧稿", 6)
    for number in range(1, 6):
        with open(f"旧稿/稿{number}.txt", "a", encoding="utf-8") as file:
            file.write(f"{PASSAGE}。\n")
    run("build", "旧稿", "-o", "库", "--no-lint")
    shutil.copy("旧稿/稿1.txt", "新稿.txt")
    told = run("check", "新稿.txt", "--in", "库").out
    assert "一字不差，也在旧稿/稿1.txt 第 1 段" in told
    assert "另有" not in told


def test_known_formulations_are_no_copy(run: Run) -> None:
    words = (
        "四个意识、四个自信，政治意识、大局意识、核心意识、看齐意识，道路自信、理论自信、制度自信、文化自信。"
    )
    drafts("旧稿", 2)
    Path("旧稿/甲.txt").write_text(f"{prose(70)}\n{words}\n", "utf-8")
    run("build", "旧稿", "-o", "库")
    Path("新稿.txt").write_text(f"{prose(99)}{words}\n", "utf-8")
    done = run("check", "新稿.txt", "--in", "库", "--formulas")
    assert "没有发现问题" in done.out
    assert "是规则表里的固定提法" in done.err


def test_all_drafts_against_each_other(run: Run) -> None:
    drafts("旧稿", 4)
    Path("旧稿/甲.txt").write_text(f"（2021年3月5日）\n{prose(70)}{PASSAGE}。\n", "utf-8")
    Path("旧稿/乙.txt").write_text(f"（2023年3月5日）\n{prose(71)}{PASSAGE}。\n", "utf-8")
    run("build", "旧稿", "-o", "库")
    done = run("pairs", "--in", "库")
    assert done.out.startswith("两份稿子都有的段落 1 处\n\n61 字一字不差\n")
    assert "  旧稿/甲.txt 第 14 段（14:1），2021-03-05\n" in done.out
    [row] = map(json.loads, run("pairs", "--in", "库", "--format", "jsonl").out.splitlines())
    assert {row["one"]["path"], row["other"]["path"]} == {"旧稿/甲.txt", "旧稿/乙.txt"}
    assert (row["words"], row["verbatim"], row["verified"]) == (PASSAGE, 61, True)
    assert run("pairs", "--in", "库", "--format", "csv").out.count("\n") == 2


def test_pairs_are_the_same_by_several_processes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeds, "SEEDS", 1)  # a task for each draft
    copies()
    Path("旧稿/稿3.txt").unlink()
    run("build", "旧稿", "-o", "库", "--no-lint")
    Path("旧稿/稿1.txt").unlink()
    alone, together = (run("pairs", "--in", "库", "--format", "jsonl", "--jobs", jobs) for jobs in "12")
    assert alone.out == together.out
    found = [json.loads(line) for line in alone.out.splitlines()]
    assert {one["verified"] for one in found} == {True, False}
    assert len(found) == 10 + 1


def test_a_process_that_is_killed_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    copies()
    run("build", "旧稿", "-o", "库", "--no-lint")
    monkeypatch.setattr(shared_passages, "row", dies)
    done = run("pairs", "--in", "库", "--jobs", "2")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "进程被系统或别人结束了" in done.err


def test_statistics_by_year(run: Run) -> None:
    Path("旧稿").mkdir()
    for number in range(12):
        words = f"讲话\n（{2020 + number // 4}年3月5日）\n转移群众XX户。{prose(number)}{PASSAGE}。\n"
        Path(f"旧稿/{number}.txt").write_text(words, "utf-8")
    run("build", "旧稿", "-o", "库")
    found = json.loads(run("stats", "--in", "库", "--format", "json").out)
    assert [(year["year"], year["drafts"]) for year in found["years"]] == [
        ("2020", 4),
        ("2021", 4),
        ("2022", 4),
    ]
    assert all(year["families"]["PLH"][0] == 4 for year in found["years"])
    [formula] = [one for one in found["formulas"] if one["words"] in PASSAGE or PASSAGE in one["words"]]
    assert formula["years"] == {"2020": 4, "2021": 4, "2022": 4}
    run("stats", "--in", "库", "-o", "图.svg")
    svg = Path("图.svg").read_text("utf-8")
    from xml.etree import ElementTree

    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert ">2021<" in svg
    run("stats", "--in", "库", "-o", "页.html")
    page = Path("页.html").read_text("utf-8")
    assert "<svg" in page
    assert "default-src 'none'" in page


MASTER = "local[2]"


@pytest.fixture
def spark() -> str:
    if not shutil.which("java"):
        pytest.skip("没有 java")
    pytest.importorskip("pyspark", reason="没有装 pyspark")
    return MASTER


def answered(*command: str) -> bytes:
    """What a program of its own says; here no socket may be opened."""
    done = subprocess.run([sys.executable, *command], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()[-3000:]
    return done.stdout


def test_both_engines_give_the_same_rows(run: Run, spark: str) -> None:
    copies()
    for number in (0, 3, 6):  # drafts with a passage in common have a formula, too
        with open(f"旧稿/稿{number}.txt", "a", encoding="utf-8") as file:
            file.write(f"{PASSAGE}。\n")
    run("build", "旧稿", "-o", "库")
    same_key("火花", "库")
    with_spark = ("--engine", "spark", "--master", spark)
    answered("-m", "speechlint", "archive", "build", "旧稿", "-o", "火花", *with_spark)
    assert everything("火花") == everything("库")
    script = str(ROOT / "tests" / "archive_answers.py")
    rows = answered(script, "duckdb", "")
    assert set(archive_answers.ANSWERS) == {row.split(b" ")[0].decode() for row in rows.splitlines()}
    assert answered(script, "spark", spark) == rows
    Path("新稿.txt").write_text(f"{prose(99)}{PASSAGE}。\n", "utf-8")
    check = ("-m", "speechlint", "archive", "check", "新稿.txt", "--in", "库", "--format", "json")
    assert answered(*check, *with_spark) == answered(*check)


def copies() -> None:
    drafts("旧稿", 12)
    for number in range(8):
        with open(f"旧稿/稿{number}.txt", "a", encoding="utf-8") as file:
            file.write(f"{PASSAGE if number % 3 else OTHER}。去年转移群众XX户。\n")


def test_a_spark_worker_that_is_killed_changes_no_row(run: Run, spark: str) -> None:
    del spark
    copies()
    run("build", "旧稿", "-o", "库")
    same_key("杀", "库")
    command = [
        sys.executable,
        "-m",
        "speechlint",
        "archive",
        "build",
        "旧稿",
        "-o",
        "杀",
        "--engine",
        "spark",
    ]
    process = subprocess.Popen(
        [*command, "--master", "local-cluster[2,1,1024]"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    killed = executor_of(process.pid)
    os.kill(killed, signal.SIGKILL)
    _out, err = process.communicate(timeout=900)
    assert process.returncode == 0, err.decode()[-2000:]
    assert everything("杀") == everything("库")


def executor_of(parent: int) -> int:
    """The process of one executor that a Spark driver below ``parent`` has started."""
    for _ in range(3_000):  # a busy machine takes minutes to start one
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    command = (folder / "cmdline").read_bytes()
                except OSError:
                    continue
                if b"CoarseGrainedExecutorBackend" in command and is_below(int(folder.name), parent):
                    return int(folder.name)
        time.sleep(0.1)
    raise AssertionError


def is_below(process: int, parent: int) -> bool:
    while process > 1:
        if process == parent:
            return True
        status = Path(f"/proc/{process}/status").read_text("utf-8")
        process = int(next(line for line in status.splitlines() if line.startswith("PPid:")).split()[1])
    return False
