"""What a Word file says is what its page shows, in the order of the page."""

from __future__ import annotations

import pytest
from wordfiles import SECTION, abstract, docx, level, num, numbered, p, root, run, table

from speechlint.document import Document
from speechlint.document.position import position
from speechlint.readers import read

CHAPTERS = abstract(1, level(0, "japaneseCounting", "%1、"), level(1, "decimal", "（%2）")) + num(1, 1)
BOX = "<w:txbxContent>{}</w:txbxContent>"
TWICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def document(*body: str, **more: str) -> Document:
    return read("a.docx", docx(*body, **more))  # type: ignore[arg-type]


def lines(*body: str) -> list[str]:
    return document(*body).source.splitlines()


def field(code: str, shown: str = "") -> str:
    """A field: its code, and what the page shows of it."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    result = mark("separate") + run(shown) if shown else ""
    return f'{mark("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{result}{mark("end")}'


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (run("县委") + run("X", "<w:b/>") + run("届"), "县委X届"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲乙"),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1-2"),
        ("<w:r><w:t> 甲乙 </w:t></w:r>", "甲乙"),
        ('<w:r><w:t xml:space="preserve"> 甲乙 </w:t></w:r>', " 甲乙 "),
        ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
        (f'<w:hyperlink r:id="x">{run("链接")}</w:hyperlink>', "链接"),
        (f'<w:smartTag w:element="date">{run("五月")}</w:smartTag>', "五月"),
        (f'<w:fldSimple w:instr="DATE">{run("2026年")}</w:fldSimple>', "2026年"),
        (field(" PAGEREF _1 \\h ", "3"), "3"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"{run('甲')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{run('乙')}", "甲\ufffc乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06E"/></w:r>', "■"),
        (f"<w:r><w:ruby><w:rt>{run('yǎn')}</w:rt><w:rubyBase>{run('兖')}</w:rubyBase></w:ruby></w:r>", "兖"),
        (run("甲") + run("隐藏", "<w:vanish/>") + run("乙"), "甲乙"),
        (run("甲", '<w:vanish w:val="0"/>'), "甲"),
        (run("姓名") + run("    ", '<w:u w:val="single"/>'), "姓名____"),
        (run("姓名") + run("    ", '<w:u w:val="none"/>'), "姓名    "),
        (
            f'<w:ins w:id="1">{run("新")}</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>',
            "新",
        ),
        (f'<w:moveTo w:id="1">{run("来")}</w:moveTo><w:moveFrom w:id="2">{run("去")}</w:moveFrom>', "来"),
        (field("MACROBUTTON NoMacro [单击此处输入姓名]"), "[单击此处输入姓名]"),
    ],
)
def test_a_paragraph_reads_as_on_the_page(inside: str, shown: str) -> None:
    assert document(p(inside)).source == shown + "\n"


def test_cells_are_read_row_by_row() -> None:
    doc = document(p("前"), table(["甲", "乙"], [p("丙") + p("丁"), "戊"]), p("后"))
    assert doc.source.splitlines() == ["前", "甲", "乙", "丙", "丁", "戊", "后"]
    there = [position(doc, doc.source.index(word)) for word in "前甲丁后"]
    assert [(one.paragraph, one.place) for one in there] == [
        (1, "正文"),
        (1, "表1第1行第1列"),
        (1, "表1第2行第1列"),
        (2, "正文"),
    ]


def test_controls_around_blocks_rows_and_cells() -> None:
    cells = (
        table(["甲"])
        .replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>")
        .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>")
    )
    assert lines(f"<w:sdt><w:sdtContent>{p('块')}</w:sdtContent></w:sdt>", cells) == ["块", "甲"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    doc = document(p("前", TWICE.format(BOX.format(p("框里"))), "后"), p("次段"))
    assert doc.source.splitlines() == ["前后", "框里", "次段"]
    assert position(doc, doc.source.index("框里")).place == "文本框"


def test_paragraphs_joined_by_a_deleted_mark_are_one() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    assert lines(p("前半", properties=gone), p("后半"), p("下一段")) == ["前半后半", "下一段"]


def test_a_drop_cap_begins_the_paragraph_behind_it() -> None:
    cap = p("同", properties='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')
    doc = document(cap, p("志们："), p("散会。"))
    assert doc.source.splitlines() == ["同志们：", "散会。"]
    assert position(doc, doc.source.index("散会")).paragraph == 2


def test_a_text_frame_is_read_where_it_stands() -> None:
    frame = '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="page" w:hAnchor="margin"/>'
    doc = document(p("甲"), p("框里一", properties=frame), p("框里二", properties=frame), p("乙"))
    assert doc.source.splitlines() == ["甲", "框里一", "框里二", "乙"]
    assert position(doc, doc.source.index("框里二")).place == "正文"


def test_a_deleted_numbered_paragraph_does_not_count() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = p('<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>', properties=number + gone)
    doc = document(numbered("甲"), deleted, numbered("乙"), numbering=CHAPTERS)
    assert doc.source.splitlines() == ["一、甲", "二、乙"]


def test_contents_lists_are_not_read() -> None:
    style = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    by_field = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、甲 1")
    ) + p(run("二、乙 2"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    by_style = p("三、丙 3", properties='<w:pStyle w:val="11"/>')
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    by_control = f"<w:sdt>{gallery}<w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
    doc = document(by_field, by_style, by_control, p("正文开始"), styles=style)
    assert doc.source.split() == ["正文开始"]


def test_notes_and_headers_stand_behind_the_body_and_outside_the_speech() -> None:
    note = '<w:footnote w:id="5">' + p("注里XX户") + "</w:footnote>"
    header = p("XX县人民政府") + p(
        '<w:r><w:pict><v:shape><v:textpath string="仅供学习"/></v:shape></w:pict></w:r>'
    )
    data = docx(
        p("题目"),
        p("正文", '<w:r><w:footnoteReference w:id="5"/></w:r>', "完。"),
        p("末段"),
        related={"footnotes": note, "header": header},
    )
    doc = read("a.docx", data)
    assert doc.source.split() == ["题目", "正文完。", "末段", "注里XX户", "XX县人民政府", "仅供学习"]
    assert doc.text == "题目\n正文完。\n末段\n"
    assert position(doc, doc.source.index("注里")).paragraph == 2
    assert position(doc, doc.source.index("XX县")).paragraph == 1
    assert [position(doc, doc.source.index(word)).place for word in ("注里", "XX县", "仅供")] == [
        "脚注1",
        "页眉",
        "水印",
    ]


def test_pages_are_told_where_the_file_says_so() -> None:
    broken = p("甲", "<w:r><w:lastRenderedPageBreak/></w:r>", "乙")
    doc = document(p("首"), broken, p("末"))
    assert [position(doc, doc.source.index(word)).page for word in "首末"] == [1, 2]
    assert position(document(p("首")), 0).page is None


def test_headings_above_a_place() -> None:
    doc = document(
        numbered("认清形势"),
        numbered("成绩", 1, 1),
        p("我们取得了成绩。"),
        numbered("抓好落实"),
        p("大家要努力。"),
        numbering=CHAPTERS,
    )
    there = position(doc, doc.source.index("取得"))
    assert there.headings == ("一、认清形势", "（1）成绩")
    assert there.paragraph == 3


def test_the_strict_form_of_the_standard() -> None:
    usual = root("document", f"<w:body>{p('严格')}{SECTION}</w:body>")
    strict = usual.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read("a.docx", docx(parts={"word/document.xml": strict})).source == "严格\n"


def test_targets_with_a_leading_slash_and_templates() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document.xml"/></Relationships>'
    )
    data = docx(p("模板"), main="template.main", parts={"_rels/.rels": relations})
    assert read("a.dotx", data).source == "模板\n"
