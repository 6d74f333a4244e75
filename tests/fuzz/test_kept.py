"""The harnesses: what once failed holds, each of them runs, and what fails is found and made small."""

from __future__ import annotations

from pathlib import Path

import fuzzing
import pytest
from fuzz_inputs import OPENING, drafts
from fuzzing import CORPUS, HARNESSES, Harness, fuzz, kept

KEPT = [(name, path) for name in HARNESSES for path in kept(CORPUS / name)]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name}-{path.name}" for name, path in KEPT])
def test_what_once_failed_holds(name: str, path: Path) -> None:
    HARNESSES[name].run(path.read_bytes())


@pytest.mark.parametrize("name", HARNESSES)
def test_each_runs(name: str) -> None:
    HARNESSES[name].run(OPENING.encode())


def test_what_fails_is_found_made_small_and_tried_first_ever_after(tmp_path: Path) -> None:
    def fails(data: bytes) -> None:
        assert "。" not in data.decode()

    ran = fuzz(Harness(fails, drafts), lambda executions: executions >= 1_000, folder=tmp_path / "kept")
    [path] = kept(tmp_path / "kept")
    assert ran.failed == str(path)
    assert len(path.read_text(encoding="utf-8")) < 2 * len(OPENING)
    assert fuzz(Harness(fails, drafts), lambda _: True, folder=tmp_path / "kept").executions == 1


def test_what_never_ends_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def turns(data: bytes) -> None:
        while "。" in data.decode():
            pass

    monkeypatch.setattr(fuzzing, "SLOWEST", 0.1)
    ran = fuzz(Harness(turns, drafts), lambda executions: executions >= 1_000, folder=tmp_path / "kept")
    assert ran.failed
    assert ran.executions < 1_000


def test_as_often_as_asked_on_other_input_each_time(tmp_path: Path) -> None:
    met: set[bytes] = set()
    ran = fuzz(Harness(met.add, drafts), lambda executions: executions >= 120, folder=tmp_path)
    assert (ran.failed, ran.kept) == ("", 0)
    assert ran.executions >= 120
    assert len(met) > 60


def test_stopped_on_the_way_it_counts_what_was_run(tmp_path: Path) -> None:
    left = iter(range(10))

    def stopped(_: bytes) -> None:
        if next(left) == 9:
            raise KeyboardInterrupt

    ran = fuzz(Harness(stopped, drafts), lambda _: False, folder=tmp_path)
    assert (ran.executions, ran.failed, ran.stopped) == (9, "", True)
