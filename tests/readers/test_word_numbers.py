"""Automatic numbers, which stand nowhere in the text of a Word file, are read as the page shows them."""

from __future__ import annotations

import pytest
from wordfiles import abstract, docx, level, num, numbered, p, table

from speechlint.readers import read

CHAPTERS = abstract(
    1, level(0, "japaneseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
)


def lines(*body: str, numbering: str = CHAPTERS + num(1, 1), styles: str = "") -> list[str]:
    return read("a.docx", docx(*body, numbering=numbering, styles=styles)).source.splitlines()


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("decimal", "1 9 10 11 20 21 99 100 101 110"),
        ("chineseCounting", "一 九 十 十一 二十 二十一 九十九 一○○ 一○一 一一○"),
        ("chineseCountingThousand", "一 九 十 十一 二十 二十一 九十九 一百 一百零一 一百一十"),
        ("japaneseCounting", "一 九 十 十一 二十 二十一 九十九 百 百一 百十"),
        ("taiwaneseCountingThousand", "一 九 十 十一 二十 二十一 九十九 一百 一百零一 一百一十"),
        ("chineseLegalSimplified", "壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾"),
        ("ideographDigital", "一 九 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇"),
        ("ideographTraditional", "甲 壬 癸 11 20 21 99 100 101 110"),
        ("ideographZodiac", "子 申 酉 戌 20 21 99 100 101 110"),
        ("decimalEnclosedCircle", "① ⑨ ⑩ ⑪ ⑳ ㉑ 99 100 101 110"),
        ("decimalEnclosedParen", "⑴ ⑼ ⑽ ⑾ ⒇ 21 99 100 101 110"),
        ("decimalFullWidth", "１ ９ １０ １１ ２０ ２１ ９９ １００ １０１ １１０"),
        ("decimalZero", "01 09 10 11 20 21 99 100 101 110"),
        ("upperLetter", "A I J K T U UUUU VVVV WWWW FFFFF"),
        ("lowerRoman", "i ix x xi xx xxi xcix c ci cx"),
        ("ordinal", "1st 9th 10th 11th 20th 21st 99th 100th 101st 110th"),
    ],
)
def test_formats(format: str, shown: str) -> None:
    values = (1, 9, 10, 11, 20, 21, 99, 100, 101, 110)
    numbering = "".join(abstract(v, level(0, format, "%1、", start=v)) for v in values)
    numbering += "".join(num(v, v) for v in values)
    assert lines(*(numbered("甲乙", v) for v in values), numbering=numbering) == [
        f"{number}、甲乙" for number in shown.split()
    ]


def test_levels_begin_anew_below_each_heading() -> None:
    body = [
        numbered("总", 1, 0),
        numbered("分", 1, 1),
        numbered("分", 1, 1),
        numbered("总", 1, 0),
        numbered("分", 1, 1),
    ]
    assert lines(*body) == ["一、总", "（一）分", "（二）分", "二、总", "（一）分"]


def test_plain_paragraphs_between_do_not_count() -> None:
    assert lines(numbered("甲"), p("乙"), numbered("丙")) == ["一、甲", "乙", "二、丙"]


def test_two_lists_of_one_abstract_list_go_on_from_each_other() -> None:
    two = CHAPTERS + num(1, 1) + num(2, 1)
    assert lines(numbered("甲"), numbered("乙", 2), numbering=two) == ["一、甲", "二、乙"]


def test_a_start_of_its_own_is_taken_once() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    two = CHAPTERS + num(1, 1) + num(2, 1, anew)
    body = [numbered("甲"), numbered("乙"), numbered("丙", 2), numbered("丁", 2), numbered("戊", 1)]
    assert lines(*body, numbering=two) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_an_override_replaces_a_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'
    assert lines(numbered("甲", 2), numbering=CHAPTERS + num(2, 1, other)) == ["第1条甲"]


def test_number_zero_switches_the_style_s_number_off() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    named = '<w:pStyle w:val="1"/>'
    off = f'{named}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    assert lines(p("甲", properties=named), p("乙", properties=off), styles=style) == ["一、甲", "乙"]


def test_the_level_comes_from_the_list_that_names_the_style() -> None:
    chapters = abstract(
        1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", more='<w:pStyle w:val="2"/>')
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="mine"/><w:basedOn w:val="2"/></w:style>'
    )
    body = [
        numbered("总"),
        p("分", properties='<w:pStyle w:val="2"/>'),
        p("分", properties='<w:pStyle w:val="3"/>'),
    ]
    assert lines(*body, numbering=chapters + num(1, 1), styles=styles) == ["1总", "1.1分", "1.2分"]


def test_a_level_that_never_begins_anew() -> None:
    never = abstract(
        1, level(0, "decimal", "%1、"), level(1, "decimal", "（%2）", more='<w:lvlRestart w:val="0"/>')
    )
    body = [numbered("甲"), numbered("乙", 1, 1), numbered("丙"), numbered("丁", 1, 1)]
    assert lines(*body, numbering=never + num(1, 1)) == ["1、甲", "（1）乙", "2、丙", "（2）丁"]


def test_legal_numbering_is_all_figures() -> None:
    legal = abstract(
        1, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    )
    assert lines(numbered("甲"), numbered("乙", 1, 1), numbering=legal + num(1, 1)) == ["第一章甲", "1.1乙"]


def test_a_format_of_its_own_has_another_for_older_programs() -> None:
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    assert lines(numbered("甲"), numbering=abstract(1, level(0, own, "%1.")) + num(1, 1)) == ["01.甲"]


def test_nested_and_missing_lists() -> None:
    nested = f"<w:numbering>{CHAPTERS}{num(1, 1)}</w:numbering>{num(7, 99)}"
    assert lines(numbered("甲"), numbered("乙", 7), numbered("丙", 8), numbering=nested) == [
        "一、甲",
        "1.乙",
        "1.丙",
    ]


def test_a_list_kept_with_a_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="列"/></w:abstractNum>'
    style = (
        '<w:style w:type="numbering" w:styleId="列"><w:name w:val="列"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(numbered("甲", 2), numbering=CHAPTERS + linked + num(1, 1) + num(2, 2), styles=style) == [
        "一、甲"
    ]


def test_an_empty_paragraph_counts_unless_it_only_ends_a_section() -> None:
    section = "<w:sectPr/>"
    assert lines(numbered("", more=section), numbered("甲"), numbered(""), numbered("乙")) == [
        "",
        "一、甲",
        "二、",
        "三、乙",
    ]


def test_bullets_are_no_numbers() -> None:
    bullets = abstract(1, level(0, "bullet", "●"))
    assert lines(numbered("甲"), numbering=bullets + num(1, 1)) == ["甲"]


def test_numbers_go_on_through_tables() -> None:
    body = [numbered("甲"), table([numbered("乙")]), numbered("丙")]
    assert lines(*body) == ["一、甲", "二、乙", "三、丙"]
