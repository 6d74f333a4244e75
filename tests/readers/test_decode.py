"""Bytes as drafts come: which encoding they are read in, and what is said where that fails."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.errors import ReadError, UsageError
from speechlint.readers import read
from speechlint.readers.decoding import decode

DRAFT = "同志们：\n　　今天，我们在这里召开全市招商引资工作推进会，主要任务是总结经验、分析形势。下面，我讲三点意见。\n"
TRADITIONAL = "各位同仁：\n　　今天舉行這場座談會，主要是聽取大家對產業園區發展規劃的意見，請暢所欲言。\n"


def said(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(ReadError) as trouble:
        decode(data, encoding)
    return str(trouble.value)


def docx(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<w:p/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("encoding", "reported"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
    ],
)
def test_encoding_is_found(encoding: str, reported: str) -> None:
    assert decode(DRAFT.encode(encoding)) == (DRAFT, reported)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "gbk", "big5"])
def test_traditional_script(encoding: str) -> None:
    assert decode((TRADITIONAL * 3).encode(encoding))[0] == TRADITIONAL * 3


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_and_without_any_ascii(encoding: str) -> None:
    assert decode("要强化责任担当，狠抓工作落实。".encode(encoding))[0] == "要强化责任担当，狠抓工作落实。"


def test_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + DRAFT.encode("utf-16-be")) == (DRAFT, "utf-16-be")


def test_gb18030_mark_is_taken_off() -> None:
    assert decode("\ufeff".encode("gb18030") + DRAFT.encode("gb18030")) == (DRAFT, "gb18030")


def test_rare_characters_of_gb18030() -> None:
    text = DRAFT + "参加会议的有䶮同志、𠮷同志。"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


def test_short_gbk() -> None:
    assert decode("抓落实".encode("gbk")) == ("抓落实", "gb18030")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_become_one_kind(newline: str) -> None:
    assert decode(newline.join(["一", "", "二", ""]).encode())[0] == "一\n\n二\n"


def test_other_breaks_stay() -> None:
    text = "一\u2028二\x0b三\x0c四\x85五"
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_is_text(data: bytes) -> None:
    assert decode(data)[0] == ""


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=80))
def test_utf8_loses_nothing(text: str) -> None:
    if not text.startswith(("%PDF-", "{\\rtf")):
        assert decode(text.encode()) == (text, "utf-8")


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_message(data: bytes) -> None:
    try:
        outcome, encoding = decode(data)
    except ReadError as trouble:
        outcome, encoding = str(trouble), None
    assert "\r" not in outcome
    assert encoding or "\n" not in outcome


def test_broken_utf8_is_not_read_as_gbk() -> None:
    broken = DRAFT.encode()[:40] + b"\xe4" + DRAFT.encode()[40:]
    assert decode(broken) == (f"{DRAFT[:14]}\ufffd{DRAFT[14:]}", "utf-8")


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_cut_off_within_a_character(cut: int) -> None:
    assert decode("要抓好落实".encode()[:-cut]) == ("要抓好落" + "\ufffd" * (3 - cut), "utf-8")


def test_broken_utf8_far_into_a_long_draft() -> None:
    data = (DRAFT * 500).encode() + b"\xff" + DRAFT.encode()
    assert decode(data) == (f"{DRAFT * 500}\ufffd{DRAFT}", "utf-8")


def test_a_bad_byte_in_gbk() -> None:
    data = DRAFT.encode("gbk") + b"\x81\x20" + DRAFT.encode("gbk")
    assert decode(data) == (f"{DRAFT}\ufffd {DRAFT}", "gb18030")
    assert decode(data, "gbk") == decode(data)


def test_a_bad_byte_behind_a_mark() -> None:
    assert decode(b"\xef\xbb\xbf" + DRAFT.encode() + b"\xff")[0] == f"{DRAFT}\ufffd"


def test_many_bad_bytes_name_line_and_byte() -> None:
    message = said(DRAFT.encode() + b"\xff\xfe\xfd" * 9)
    assert f"第 3 行、第 {len(DRAFT.encode()) + 1} 字节（0xFF）不是有效的 UTF-8" in message
    assert "--encoding" in message
    assert "第 3 行" in said(DRAFT.encode("gbk") + b"\x81\x20" * 9 + DRAFT.encode("gbk"))


def test_two_encodings_in_one_file() -> None:
    assert "混用了两种编码" in said((DRAFT * 3).encode() + (DRAFT * 3).encode("gbk"))
    assert "混用了两种编码" in said((DRAFT * 3).encode("gbk") + (DRAFT * 3).encode())


@pytest.mark.parametrize(
    "text", ["Müller, café, déjà vu.", "Redistribution © 2020 José García, naïve.\n" * 9]
)
def test_western_text_is_let_pass(text: str) -> None:
    assert decode(text.encode("latin-1")) == (text, "latin-1")


def test_western_text_in_utf8() -> None:
    assert decode("Müller, café".encode()) == ("Müller, café", "utf-8")


def test_word_document_says_what_to_do() -> None:
    message = said(docx("[Content_Types].xml", "word/document.xml"))
    assert "Word 文档" in message
    assert "扩展名改为 .docx" in message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx("xl/workbook.xml"), "Excel"),
        (docx("稿.txt"), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "这是旧版 Word"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"%PDF-1.7\n1 0 obj\n", "PDF"),
        (b"{\\rtf1\\ansi\\ansicpg936 \\'b9\\'ab}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
    ],
)
def test_known_formats_are_named(data: bytes, kind: str) -> None:
    assert kind in said(data)


def test_nul_bytes_are_no_text() -> None:
    assert "第 13 字节是空字符" in said("同志们：".encode() + b"\0" + "开会".encode())


def test_messages_have_an_english_twin() -> None:
    for data in ("要抓好落实".encode() + b"\xff" * 5, docx("word/document.xml"), b"a\0b\0c"):
        with pytest.raises(ReadError) as trouble:
            decode(data)
        assert trouble.value.told("en").isascii()


def test_random_bytes_are_no_text() -> None:
    said(bytes(range(256)) * 8)


def test_encoding_told_is_not_doubted() -> None:
    assert decode("Müller".encode("cp1252"), "cp1252") == ("Müller", "cp1252")


@pytest.mark.parametrize("name", ["gbk", "GB2312", "cp936", "GB18030"])
def test_small_chinese_encodings_are_read_as_the_large_one(name: str) -> None:
    assert decode("镕基".encode("gbk"), name) == ("镕基", "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_encoding_told_with_a_mark(encoding: str) -> None:
    data = DRAFT.encode("utf-8-sig" if encoding == "utf-8" else encoding)
    assert decode(data, encoding)[0] == DRAFT


def test_encoding_told_but_wrong() -> None:
    assert "不是有效的 UTF-8" in said(DRAFT.encode("gbk"), "utf-8")


@pytest.mark.parametrize(("name", "near"), [("gb18O30", "gb18030"), ("utf_88", "utf-8"), ("bigg5", "big5")])
def test_unknown_encoding_names_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UsageError) as trouble:
        decode(b"", name)
    message = str(trouble.value)
    assert f"没有叫“{name}”的编码" in message
    assert f"“{near}”" in message


@pytest.mark.parametrize("name", ["火星文", "base64", "rot13", "a\0b"])
def test_what_is_no_text_encoding_is_unknown(name: str) -> None:
    with pytest.raises(UsageError, match="没有叫"):
        decode(b"abc", name)


@pytest.mark.parametrize(
    ("path", "format"),
    [("讲话.txt", "text"), ("讲话.MD", "markdown"), ("a.markdown", "markdown"), ("讲话稿", "text")],
)
def test_format_by_suffix(path: str, format: str) -> None:
    assert read(path, DRAFT.encode()).format == format


@pytest.mark.parametrize(
    "name",
    [
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "raw-unicode-escape",
        "base64",
        "rot13",
        "\udcfe",
        "a\0b",
    ],
)
def test_what_is_no_encoding_of_text(name: str) -> None:
    with pytest.raises(UsageError):
        decode(DRAFT.encode(), name)


def test_another_encoding_than_told_is_not_mended() -> None:
    assert "不是有效的 GB18030" in said("今天，我们召开全市推进会。".encode(), "gbk")
