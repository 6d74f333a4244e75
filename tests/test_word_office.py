"""What LibreOffice makes of the same files: numbers and words as we read them, comments where we put them.

``pytest -m office``; without LibreOffice these tests are skipped. Text boxes and floating tables are left out of
its text export, hidden text is in it, and some number formats are not those of the standard (docs/word.md has a list).
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from wordfiles import abstract, docx, level, num, numbered, p, run, table

from speechlint.document import Span
from speechlint.readers import office, read, word
from speechlint.readers.word.comments import Comment

pytestmark = pytest.mark.office
VALUES = (1, 9, 10, 11, 20, 21, 99, 100, 101, 110)
ALIKE = (
    *(
        "decimal",
        "chineseCountingThousand",
        "taiwaneseCountingThousand",
        "decimalEnclosedCircle",
        "decimalZero",
    ),
    *("decimalEnclosedCircleChinese", "ideographTraditional", "ideographZodiac", "chineseLegalSimplified"),
    *("ideographLegalTraditional", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman", "ordinal"),
)
BELOW_HUNDRED = ("chineseCounting", "japaneseCounting", "taiwaneseCounting")
CHAPTERS = abstract(
    1, level(0, "japaneseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
)
ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
STYLE = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def formats(names: tuple[str, ...], values: tuple[int, ...]) -> bytes:
    wanted = [(name, value) for name in names for value in values]
    lists = [abstract(at, level(0, name, "%1、", start=value)) for at, (name, value) in enumerate(wanted, 1)]
    uses = [num(at, at) for at in range(1, len(wanted) + 1)]
    body = [numbered(f"{name}甲", at) for at, (name, _) in enumerate(wanted, 1)]
    return docx(*body, numbering="".join((*lists, *uses)))


FILES = {
    "formats": formats(ALIKE, VALUES),
    "below": formats(BELOW_HUNDRED, VALUES[:7]),
    "levels": docx(
        *(numbered(f"项{at}", 1, lvl) for at, lvl in enumerate((0, 1, 2, 2, 1, 0, 1, 2, 0))),
        numbering=CHAPTERS + num(1, 1),
    ),
    "skipped": docx(
        *(numbered(f"项{at}", 1, lvl) for at, lvl in enumerate((1, 1, 0, 2, 1, 0))),
        numbering=abstract(
            1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3")
        )
        + num(1, 1),
    ),
    "shared": docx(
        *(numbered(f"项{at}", which) for at, which in enumerate((1, 1, 2, 2, 1, 3, 3, 1))),
        numbering=CHAPTERS + num(1, 1) + num(2, 1) + num(3, 1, ANEW),
    ),
    "style": docx(
        p("总", properties='<w:pStyle w:val="1"/>'),
        p("关", properties='<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
        p("又", properties='<w:pStyle w:val="1"/>'),
        numbering=CHAPTERS + num(1, 1),
        styles=STYLE,
    ),
    "empty": docx(
        numbered("", more="<w:sectPr/>"),
        numbered("甲"),
        numbered(""),
        numbered("乙"),
        numbering=CHAPTERS + num(1, 1),
    ),
    "table": docx(
        numbered("甲"),
        table([numbered("乙"), "丙"], ["丁", p("戊") + p("己")]),
        numbered("庚"),
        numbering=CHAPTERS + num(1, 1),
    ),
    "cap": docx(
        p("同", properties='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text"/>'),
        p("志们：今天开会。"),
        p("散会。"),
    ),
    "runs": docx(
        p(
            "县委",
            run("X", "<w:b/>"),
            "届<w:t>",
            "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>",
        ),
    ),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each file as LibreOffice exports it."""
    folder = tmp_path_factory.mktemp("office")
    for name, data in FILES.items():
        (folder / f"{name}.docx").write_bytes(data)
    convert(folder, "txt:Text (encoded):UTF8", *(f"{name}.docx" for name in FILES))
    return {name: (folder / f"{name}.txt").read_text("utf-8-sig") for name in FILES}


def convert(folder: Path, to: str, *names: str) -> None:
    program = office.program()
    if not program:
        pytest.skip("这台机器上没有 LibreOffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *names]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=300)


def bare(text: str) -> list[str]:
    return [line for line in ("".join(line.split()) for line in text.splitlines()) if line]


@pytest.mark.parametrize("name", FILES)
def test_words_and_numbers_are_those_that_libreoffice_shows(name: str, shown: dict[str, str]) -> None:
    assert bare(read("a.docx", FILES[name]).source) == bare(shown[name])


def test_comments_come_back_on_their_words(tmp_path: Path) -> None:
    data = docx(
        p("截", run("止", "<w:b/>"), "目前，县委X届全会", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        table(["格甲乙"]),
        related={"footnotes": '<w:footnote w:id="2">' + p("注里") + "</w:footnote>"},
    )
    source = read("a.docx", data).source
    words = ("截止目前", "X届", "甲乙", "注里")
    comments = [Comment(Span(source.index(one), source.index(one) + len(one)), (one,)) for one in words]
    edits = ()
    made = word.annotated(data, comments, edits, "2026-11-28T00:00:00Z")
    (tmp_path / "a.docx").write_bytes(made)
    (tmp_path / "again").mkdir()
    convert(tmp_path, "odt", "a.docx")
    convert(tmp_path, "docx:MS Word 2007 XML", "a.odt")
    with ZipFile(tmp_path / "a.docx") as archive:
        main = archive.read("word/document.xml").decode()
        said = archive.read("word/comments.xml").decode()
    ranges = {
        found[1]: "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", found[2]))
        for found in re.finditer(
            r'<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', main, re.S
        )
    }
    assert sorted(ranges.values()) == ["X届", "截止目前", "甲乙"]
    assert all(one in said for one in words)


@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_older_formats_read_as_the_word_file_does(tmp_path: Path, suffix: str) -> None:
    data = docx(
        p("同志们："), numbered("抓落实"), p("截止目前，县委X届全会开了。"), numbering=CHAPTERS + num(1, 1)
    )
    (tmp_path / "a.docx").write_bytes(data)
    convert(tmp_path, suffix, "a.docx")
    made = read(f"a.{suffix}", (tmp_path / f"a.{suffix}").read_bytes())
    expected = bare(read("a.docx", data).source)
    assert [
        line.replace("一?", "一、") for line in bare(made.source)
    ] == expected  # its RTF loses the mark of a list
