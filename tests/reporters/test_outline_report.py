"""``speechlint outline``: the tree, its lengths, and what is wrong where."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Outcome, findings, write

from speechlint.document import Document
from speechlint.reporters import outline
from speechlint.rulebook import packs

DRAFT = (
    "在全县工会工作会议上的讲话\n同志们：\n下面，我讲三点意见：\n一、修好路\n今年通车。\n（一）先备料。石子、水泥进场。\n"
    "（二）再动工。雨季以前完工。\n三、架好桥\n明年完工。\n谢谢大家！\n"
)


def shown(text: str, width: int = 80, lang: str = "zh") -> list[str]:
    doc = Document("draft.txt", text)
    return outline.text([(doc, findings(text, "NUM", "CNT"))], width, lang).split("\n")


def test_text_shows_level_number_heading_length_and_share() -> None:
    lines = shown(DRAFT)
    assert lines[0] == "draft.txt"
    assert lines[2].split() == ["在全县工会工作会议上的讲话", "81", "字"]
    assert next(line for line in lines if "（一）" in line).split() == ["（一）", "先备料", "15", "字", "19%"]
    assert [len(line) - len(line.lstrip()) for line in lines if "字" in line and "%" in line] == [4, 6, 6, 4]


def test_text_says_what_is_wrong_below_the_item() -> None:
    lines = shown(DRAFT)
    at = next(n for n, line in enumerate(lines) if "三、" in line and "架好桥" in line)
    assert "NUM001" in lines[at + 1]
    assert "CNT001" in lines[3]


def test_of_several_speeches_each_is_told_its_own() -> None:
    one, two = (f"在动员会上的讲话稿篇{n}\n{DRAFT.partition(chr(10))[2]}" for n in "一二")
    both = Document("draft.txt", one + two.replace("三、架好桥", "二、架好桥"))
    [first, second] = outline.speeches(both, findings(both.source, "NUM", "CNT"))
    assert [one["code"] for one in first["findings"]] == ["CNT001"]
    assert [one["code"] for one in first["items"][1]["findings"]] == ["NUM001"]
    assert [one["code"] for one in second["findings"]] == ["CNT001"]
    assert [one["code"] for item in second["items"] for one in item["findings"]] == []


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_fit_the_width(width: int) -> None:
    long = DRAFT.replace("修好路", "修好路" * 12)
    rows = [line for line in shown(long, width) if line.endswith("%")]
    assert max(sum(1 if char < "\x7f" else 2 for char in row) for row in rows) <= width


def test_a_draft_without_parts_says_so() -> None:
    assert shown("同志们：\n今天不多讲，散会。\n")[-1].strip() == "没有分条"


def test_json_is_the_same_tree() -> None:
    doc = Document("draft.txt", DRAFT)
    data = json.loads(outline.json([(doc, findings(DRAFT, "NUM", "CNT"))]))
    (speech,) = data["files"][0]["speeches"]
    assert data["schema_version"] == 1
    assert speech["title"] == "在全县工会工作会议上的讲话"
    assert [item["mark"] for item in speech["items"]] == ["一、", "三、"]
    assert [item["heading"] for item in speech["items"][0]["items"]] == ["先备料", "再动工"]
    assert speech["items"][1] == {
        "level": 1,
        "style": "一、",
        "number": 3,
        "mark": "三、",
        "heading": "架好桥",
        "line": 8,
        "column": 1,
        "characters": speech["items"][1]["characters"],
        "share": speech["items"][1]["share"],
        "findings": speech["items"][1]["findings"],
        "items": [],
    }
    assert [f["code"] for f in speech["items"][1]["findings"]] == ["NUM001"]
    assert [f["code"] for f in speech["findings"]] == ["CNT001"]


def test_the_command_prints_it(
    run: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "shipped", lambda: str(ROOT / "rules"))
    write(tmp_path / "稿.txt", DRAFT)
    shown = run("outline", "稿.txt", "--isolated")
    assert (shown.status, shown.err) == (0, "")
    assert "架好桥" in shown.out
    assert "NUM001" in shown.out


def test_the_command_tells_what_it_cannot_read(run: Callable[..., Outcome]) -> None:
    shown = run("outline", "没有.txt")
    assert shown.status == 2
    assert "没有.txt" in shown.err
