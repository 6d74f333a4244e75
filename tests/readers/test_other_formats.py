"""Formats that others read for us, PDF and web pages: their words where there are any, else what to do."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Outcome
from wordfiles import docx, p

from speechlint.document import Span
from speechlint.errors import ReadError, WriteError
from speechlint.finding import Edit
from speechlint.readers import of, office, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DRAFT = docx(p("同志们：今天，县委X届全会召开，大家要认真学习，抓好落实。"))


@pytest.fixture
def libre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for LibreOffice: whatever it is given becomes the same Word file."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "made.docx").write_bytes(DRAFT)
    program = folder / "soffice"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nmkdir -p "$2"\ncp "{folder}/made.docx" "$2/draft.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((str(folder), "/bin", "/usr/bin")))
    return program


@pytest.mark.skipif(os.name == "nt", reason="替身是个 shell 脚本")
@pytest.mark.parametrize(("name", "data"), [("a.doc", OLE), ("a.wps", OLE), ("a.rtf", b"{\\rtf1 }")])
@pytest.mark.usefixtures("libre")
def test_older_formats_are_read_through_libreoffice(name: str, data: bytes) -> None:
    assert read(name, data).source == "同志们：今天，县委X届全会召开，大家要认真学习，抓好落实。\n"
    with pytest.raises(WriteError, match="另存为"):
        of(name).edited(data, "utf-8", [Edit(Span(0, 1), "")])


@pytest.mark.skipif(os.name == "nt", reason="替身是个 shell 脚本")
def test_a_file_that_libreoffice_cannot_open_says_so(libre: Path) -> None:
    libre.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(ReadError, match="打不开"):
        read("a.doc", OLE)


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: "")
    with pytest.raises(ReadError, match="LibreOffice"):
        read("a.doc", OLE)


def test_in_a_folder_it_is_told_what_was_not_read(
    run: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: "")
    (tmp_path / "旧.doc").write_bytes(OLE)
    (tmp_path / "新.docx").write_bytes(DRAFT)
    done = run(".")
    assert "没有检查：旧.doc" in done.out
    assert "1 份文稿" in done.out


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", DRAFT, "其实是 .docx"),
        ("a.doc", b"", "空的"),
        ("a.doc", b"%TSD-Header-###%", "防泄密"),
        ("a.rtf", "同志们".encode(), "改为 .txt"),
        ("a.pdf", b"PK\3\4", "不是 PDF"),
        pytest.param(
            "a.pdf",
            b"%PDF-1.7 nothing",
            "打不开",
            marks=pytest.mark.skipif(find_spec("pypdfium2") is None, reason="没有装 pypdfium2"),
        ),
    ],
)
def test_a_wrong_suffix_is_named(name: str, data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        read(name, data)


def pdf(*pages: list[str]) -> bytes:
    """A PDF with lines of plain letters."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"1 0 0 1 60 {760 - 20 * at} Tm ({line}) Tj " for at, line in enumerate(lines))
        content = f"BT /F1 12 Tf {shown}ET".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (refs, len(kids))
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return bytes(made) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def test_pdf_lines_are_joined_and_what_repeats_on_pages_is_left_out() -> None:
    pytest.importorskip("pypdfium2")
    texts = [
        [f"{word} two three four five six", "seven eight nine ten eleven", f"and {word}."]
        for word in ("alpha", "bravo", "omega")
    ]
    pages = [["Header of the office", *lines, f"- {number} -"] for number, lines in enumerate(texts, 1)]
    assert read("a.pdf", pdf(*pages)).source.splitlines() == ["".join(lines) for lines in texts]


def test_a_scan_is_named_as_one() -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ReadError, match="扫描件"):
        read("a.pdf", pdf([], []))


def test_of_a_web_page_the_main_part_is_read() -> None:
    page = (
        '<html><head><title>文秘网</title><script>var a="XX户";</script></head><body><nav><p>首页，范文。</p></nav>'
        "<div><div class=body><h1>在会议上的讲话</h1><p>同志们：</p><p>今天，县委X届全会召开。<br>大家要认真学习，抓好落实。</p>"
        "</div></div><div><ul><li>相关文章</li></ul></div><footer><p>版权所有，侵权必究。</p></footer></body></html>"
    )
    assert read("a.html", page.encode()).source.splitlines() == [
        "在会议上的讲话",
        "同志们：",
        "今天，县委X届全会召开。",
        "大家要认真学习，抓好落实。",
    ]
    gbk = page.replace("<head>", "<head><meta charset=gb2312>").encode("gbk")
    assert "县委X届全会召开" in read("a.htm", gbk).source
