"""The progress bar: it loses no item, and comes only to those who wait."""

from __future__ import annotations

import sys

import pytest

from speechlint.reporters.progress import track


def test_quick_runs_have_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    assert list(track(range(5), 5)) == [0, 1, 2, 3, 4]


def test_bar_loses_no_item(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(track(range(5), 5, patience=0)) == [0, 1, 2, 3, 4]
    told = capsys.readouterr()
    assert told.out == ""
    assert "5/5" in told.err
