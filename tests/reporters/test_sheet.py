"""The proof sheet: a row a finding, boxes to tick, lines to sign; the same in Word, HTML and CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Outcome, write

from speechlint.document.outcome import is_report
from speechlint.readers import read

DRAFT = "在县委全会上的讲话\n\n同志们：今天召开县委X届<全会>&\x07。\n我们共圆小康梦。\n"
Runs = Callable[..., Outcome]


@pytest.fixture
def made(run: Runs, tmp_path: Path) -> Callable[..., Path]:
    write(tmp_path / "讲话.txt", DRAFT)

    def sheet(name: str, *options: str) -> Path:
        done = run("sheet", str(tmp_path / "讲话.txt"), "-o", str(tmp_path / name), "--isolated", *options)
        assert (done.status, done.out, done.err) == (0, "", "")
        return tmp_path / name

    return sheet


def test_csv_has_a_row_for_each_finding(made: Callable[..., Path]) -> None:
    text = made("单.csv").read_text(encoding="utf-8-sig")
    head, first, *_ = csv.reader(io.StringIO(text))
    assert head == ["序号", "段落", "原文", "建议", "依据", "处理意见"]
    assert first[:3] == ["1", "3:11", "X届"]
    assert first[5] == "□改 □不改"


def test_word_reads_back_as_the_same_words(made: Callable[..., Path]) -> None:
    file = made("单.docx")
    with zipfile.ZipFile(file) as package:
        ElementTree.fromstring(package.read("word/document.xml"))
    doc = read("单.docx", file.read_bytes())
    assert doc.source.startswith("校对单：讲话.txt")
    assert "□改 □不改" in doc.source
    assert "校对人：" in doc.source


def test_html_is_for_paper(made: Callable[..., Path]) -> None:
    page = made("单.html").read_text(encoding="utf-8")
    assert "<h1>校对单：讲话.txt</h1>" in page
    assert page.count("□改 □不改") == 2
    assert "审定人：" in page


def test_by_family_there_is_a_heading_for_each(made: Callable[..., Path]) -> None:
    rows = list(csv.reader(io.StringIO(made("单.csv", "--by", "family").read_text(encoding="utf-8-sig"))))
    assert [row[0] for row in rows if len(row) == 1] == ["占位符", "提法"]


def test_the_same_sheet_is_the_same_file(made: Callable[..., Path]) -> None:
    assert made("一.docx").read_bytes() == made("二.docx").read_bytes()


@pytest.mark.parametrize("name", ["单.html", "单.csv"])
def test_a_sheet_is_known_to_be_no_speech(made: Callable[..., Path], name: str) -> None:
    assert is_report(made(name).read_text(encoding="utf-8"))


def test_nor_is_the_one_in_word(made: Callable[..., Path], run: Runs) -> None:
    done = run("check", str(made("单.docx")), "--isolated")
    assert "没有检查" in done.out
    assert done.status == 0


@pytest.mark.parametrize("argv", [("讲话.txt",), ("讲话.txt", "-o", "单.pdf"), ()])
def test_it_must_be_said_what_to_write(run: Runs, tmp_path: Path, argv: tuple[str, ...]) -> None:
    write(tmp_path / "讲话.txt", DRAFT)
    assert run("sheet", *argv).status == 2
