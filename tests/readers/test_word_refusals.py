"""Files called .docx that are none, or are made to hurt: a sentence each, in bounded time, and the others still run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome
from wordfiles import docx, p, packed, root

from speechlint.errors import ReadError
from speechlint.readers import read

GOOD = docx(p("同志们：今天的会议很重要，请大家认真学习会议精神，抓好落实。"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def deep(levels: int) -> str:
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    inside = p("底")
    for _ in range(levels):
        inside = cell.format(inside)
    return inside


BAD = {
    "空": (b"", "空的（0 字节）"),
    "加密": (b"%TSD-Header-###%" + bytes(range(200)), "防泄密"),
    "密码": (OLE + bytes(100) + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "旧版": (OLE + bytes(600), "改为 .doc"),
    "截断": (GOOD[: len(GOOD) // 2], "不完整"),
    "只有头": (b"PK\3\4", "不完整"),
    "文本": ("同志们：".encode(), "不是 Word 文件"),
    "PDF": (b"%PDF-1.7", "PDF"),
    "表格": (packed({"xl/workbook.xml": "<a/>"}), "Excel"),
    "别的包": (packed({"稿.txt": "甲"}), "没有正文"),
    "声明": (docx(parts={"word/document.xml": DOCTYPE + root("document", "").partition("\n")[2]}), "DOCTYPE"),
    "宽字声明": (
        docx(
            parts={
                "word/document.xml": (DOCTYPE + "<a/>")
                .replace('1.0"', '1.0" encoding="UTF-16"')
                .encode("utf-16")
            }
        ),
        "DOCTYPE",
    ),
    "坏XML": (docx(parts={"word/document.xml": "<w:document"}), "document.xml 已损坏"),
    "路径": (docx(p("甲"), parts={"../../etc/x": "甲"}), "指到包外"),
    "太深": (docx(deep(3_000)), "层层相套"),
    "炸弹": (docx(p("甲"), related={"styles": " " * 33_000_000}), "大得离奇"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_says_what_it_is(name: str) -> None:
    data, told = BAD[name]
    with pytest.raises(ReadError) as trouble:
        read("讲话.docx", data)
    assert told in str(trouble.value)
    assert trouble.value.told("en").isascii()


def test_a_damaged_part_is_told() -> None:
    at = GOOD.index(b"word/document.xml") + 60
    with pytest.raises(ReadError):
        read("讲话.docx", GOOD[:at] + bytes(30) + GOOD[at + 30 :])


def test_others_are_still_checked(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"")
    (tmp_path / "好.docx").write_bytes(GOOD)
    (tmp_path / "~$好.docx").write_bytes(b"\x05owner" + bytes(156))
    done = run(".")
    assert done.status == 2
    assert "坏.docx 没能检查：这个文件是空的" in done.out
    assert "1 份文稿" in done.out
    assert "~$" not in done.out + done.err
