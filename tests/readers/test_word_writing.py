"""What is written into a Word file: the words alone, comments at exactly the words, changes to accept or reject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfiles import abstract, docx, level, num, numbered, p, root, run, table

from speechlint.document import Span
from speechlint.errors import WriteError
from speechlint.finding import Edit
from speechlint.readers import read, word
from speechlint.readers.word.comments import Comment
from speechlint.readers.word.package import Package
from speechlint.readers.word.source import laid
from speechlint.readers.word.story import read as story
from speechlint.readers.written import apply

DAY = "2026-11-28T00:00:00Z"
LIST = abstract(1, level(0, "japaneseCounting", "%1、")) + num(1, 1)
NOTE = '<w:footnote w:id="2">' + p("注里的话") + "</w:footnote>"
HEADER = p("某县人民政府")
BODY = (
    p("题目"),
    numbered("抓落实"),
    p(
        "截",
        run("止", "<w:b/>"),
        run("目前"),
        f'<w:hyperlink w:anchor="x">{run("有X届")}</w:hyperlink>',
        "全会",
    ),
    p("要删的一行"),
    p("接上", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    p("下文<&>", "<w:r><w:tab/><w:t>完</w:t><w:br/><w:t>又</w:t></w:r>"),
    table(["格甲", "格乙"]),
    p(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框里的话')}</w:txbxContent></v:textbox></w:pict></w:r>",
        "末段",
    ),
)
DATA = docx(*BODY, numbering=LIST, related={"footnotes": NOTE, "header": HEADER})
SOURCE = read("a.docx", DATA).source


def edit(old: str, new: str) -> Edit:
    at = SOURCE.index(old)
    return Edit(Span(at, at + len(old)), new)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def said(data: bytes, *, original: bool = False) -> str:
    return str(laid(story(Package(data), original=original)))


def commented(data: bytes) -> list[str]:
    """The words in the range of each comment, "" for a point."""
    main = parts(data)["word/document.xml"].decode()
    found = []
    for number in re.findall(r'<w:commentReference w:id="(\d+)"/>', main):
        inside = re.search(
            rf'<w:commentRangeStart w:id="{number}"/>(.*)<w:commentRangeEnd w:id="{number}"/>', main, re.S
        )
        texts = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", inside[1]) if inside else []
        found.append("".join(texts))
    return found


EDITS = [
    [edit("截止", "截至")],
    [edit("止目前有", "")],
    [edit("X届", "十四届")],
    [edit("要删的一行\n", "")],
    [edit("上\n下", "接")],
    [edit("<&>", ">&<")],
    [edit("\t", "")],
    [edit("\n又", "、又")],
    [edit("格甲", "表格")],
    [edit("注里", "脚注里")],
    [edit("框里", "框子里")],
    [Edit(Span(0, 0), "新")],
    [edit("截止", "截至"), edit("X届", "十四届"), edit("要删的一行\n", ""), edit("格乙", "")],
]


@pytest.mark.parametrize("edits", EDITS)
def test_an_edit_changes_the_words_and_no_other_part(edits: Sequence[Edit]) -> None:
    made = word.edited(DATA, "utf-8", edits)
    assert said(made) == apply(SOURCE, edits)
    before, after = parts(DATA), parts(made)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["word/footnotes.xml" if "注里" in edits[0].text else "word/document.xml"]


@pytest.mark.parametrize("edits", EDITS)
def test_a_tracked_change_is_the_new_text_accepted_and_the_old_one_rejected(edits: Sequence[Edit]) -> None:
    made = word.tracked(DATA, edits, DAY)
    assert said(made) == apply(SOURCE, edits)
    assert said(made, original=True) == SOURCE
    assert word.tracked(DATA, edits, DAY) == made


def test_nothing_but_the_place_is_written_anew() -> None:
    before, after = (
        parts(data)["word/document.xml"] for data in (DATA, word.edited(DATA, "utf-8", EDITS[0]))
    )
    assert after == before.replace('<w:t xml:space="preserve">止</w:t>'.encode(), "<w:t>至</w:t>".encode())


@pytest.mark.parametrize(
    "edits",
    [[edit("一、", "二、")], [edit("题目\n一、", "题目")], [edit("格甲\n格乙", "格")]],
    ids=["number", "joined-to-a-number", "cells"],
)
def test_what_is_not_in_the_file_cannot_be_changed(edits: Sequence[Edit]) -> None:
    with pytest.raises(WriteError):
        word.edited(DATA, "utf-8", edits)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("甲乙<& ", max_size=3)), max_size=4))
def test_any_edits_of_a_paragraph_come_out_as_asked(wanted: list[tuple[int, int, str]]) -> None:
    text = "同志们，今天我们召开会议，主要任务是学习贯彻精神，安排部署当前工作。"
    pieces = [run(text[at : at + 5], "<w:b/>" * (at % 2)) for at in range(0, len(text), 5)]
    data = docx(p(*pieces))
    edits: list[Edit] = []
    at = 0
    for skip, length, new in sorted(wanted):
        start = at + skip + 1
        if start + length <= len(text):
            edits.append(Edit(Span(start, start + length), new))
            at = start + length
    expected = apply(f"{text}\n", edits)
    assert said(word.edited(data, "utf-8", edits)) == expected
    tracked = word.tracked(data, edits, DAY)
    assert said(tracked) == expected
    assert said(tracked, original=True) == f"{text}\n"


def annotated(*words: str) -> bytes:
    comments = [Comment(edit(one, "").span, (f"必须改 {one}", "依据：约定")) for one in words]
    return word.annotated(DATA, comments, (), DAY)


def test_comments_stand_on_exactly_the_words() -> None:
    made = annotated("截止目前", "X届", "届全会", "格乙", "<&>", "上\n下文")
    assert sorted(commented(made)) == sorted(["截止目前", "X届", "届全会", "格乙", "&lt;&amp;&gt;", "上下文"])
    assert said(made) == SOURCE
    before, after = parts(DATA), parts(made)
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    }
    assert set(after) - set(before) == {"word/comments.xml"}
    assert annotated("截止目前", "X届", "届全会", "格乙", "<&>", "上\n下文") == made


def test_a_number_a_note_a_box_and_a_header_get_a_point_in_the_body() -> None:
    made = annotated("一、", "注里", "框里", "某县")
    assert commented(made) == ["", "", "", ""]
    main = parts(made)["word/document.xml"].decode()
    paragraphs = re.findall(r"<w:p>(?:(?!</w:p>).)*commentReference(?:(?!</w:p>).)*", main)
    assert ["抓落实" in one for one in paragraphs].count(True) == 1
    assert "commentReference" not in parts(made)["word/footnotes.xml"].decode()
    assert main.index("commentReference") < main.index("题目")


def test_older_comments_stay_and_numbers_are_new() -> None:
    old = '<w:comment w:id="7" w:author="甲"><w:p><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment>'
    data = docx(p("有", "X届"), related={"comments": old})
    made = word.annotated(data, [Comment(Span(1, 3), ("新批注",))], (), DAY)
    comments = ElementTree.fromstring(parts(made)["word/comments.xml"])
    assert [one.get(f"{{{NAMESPACE}}}id") for one in comments] == ["7", "8"]
    assert old in parts(made)["word/comments.xml"].decode()


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_comments_and_tracked_changes_go_together() -> None:
    made = word.annotated(DATA, [Comment(edit("目前有X届", "").span, ("看",))], [edit("X届", "十四届")], DAY)
    assert said(made) == apply(SOURCE, [edit("X届", "十四届")])
    assert said(made, original=True) == SOURCE
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', parts(made)["word/document.xml"].decode())
    assert len(ids) == len(set(ids)) > 1


def test_restricted_editing_is_told_only_where_it_is_one() -> None:
    def settings(attributes: str) -> bytes:
        return docx(p("甲"), related={"settings": f"<w:documentProtection {attributes}/>"})

    assert word.restriction(settings('w:edit="readOnly" w:enforcement="1"')) == "readOnly"
    assert word.restriction(settings('w:edit="readOnly" w:enforcement="0"')) == ""
    assert word.restriction(settings('w:enforcement="1"')) == ""
    assert word.restriction(DATA) == ""


def test_other_prefixes_and_the_strict_form_are_written_in_their_own_way() -> None:
    main = (
        root("document", f"<w:body>{p('有X届')}</w:body>").replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    )
    data = docx(parts={"word/document.xml": main})
    assert read("a.docx", data).source == "有X届\n"
    made = word.edited(data, "utf-8", [Edit(Span(1, 2), "十四")])
    assert "<x:t>有十四届</x:t>" in parts(made)["word/document.xml"].decode()
