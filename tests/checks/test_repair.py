"""What the restoring repaired, told once a place."""

from __future__ import annotations

from itertools import pairwise

from conftest import findings

DRAFT = "同志们：\n今天的会议很重要，请大家认截止目前，{}神，结合实际，抓好落实。\n省委主要领导先后三次就工会工作作出批示，两次关于困难职工帮扶作出指示"


def test_breaks_within_a_break_are_told_as_one_place() -> None:
    (finding,) = findings(DRAFT.format("\x85" * 26), "SPC002")
    spans = [edit.span for edit in finding.fixes[0].edits]
    assert spans
    assert all(before.end <= after.start for before, after in pairwise(spans))
