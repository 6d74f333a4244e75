"""Numbers that do not follow each other."""

from __future__ import annotations

import pytest
from conftest import findings, marked

from speechlint.document.numerals import written_like
from speechlint.finding import Severity

BODY = "\n各单位要按照部署抓好落实，月月有进度，季季有变化，年底见成效。\n"


def speech(*heads: str) -> str:
    return "同志们：\n" + "".join(head + BODY for head in heads)


def told(text: str) -> list[tuple[str, str]]:
    return [(f.code, f.reading) for f in findings(text, "NUM") if f.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    ("heads", "fault"),
    [
        (("一、修路", "三、建校"), ("NUM001", "三、")),
        (("一、修路", "二、架桥", "五、植树"), ("NUM001", "五、")),
        (("二、架桥", "三、建校"), ("NUM001", "二、")),
        (("（一）修路", "（三）建校"), ("NUM001", "（三）")),
        (("1.修路", "2.架桥", "4.植树"), ("NUM001", "4.")),
        (("第一，修路", "第二，架桥", "第四，植树"), ("NUM001", "第四")),
        (("一、修路", "一、架桥"), ("NUM002", "一、")),
        (("一、修路", "二、架桥", "二、建校"), ("NUM002", "二、")),
        (("一、修路", "二、架桥", "二、建校", "四、植树"), ("NUM002", "二、")),
        (("一、修路", "三、建校", "二、架桥"), ("NUM003", "三、")),
    ],
)
def test_one_fault_is_told_once(heads: tuple[str, ...], fault: tuple[str, str]) -> None:
    assert told(speech(*heads)) == [fault]


@pytest.mark.parametrize(
    "heads",
    [
        ("一、修路", "二、架桥", "三、建校"),
        ("一、修路", "（一）备料", "（二）动工", "二、架桥", "（三）验收", "（四）通车"),
        ("一、修路", "1.备料", "2.动工", "二、架桥", "1.勘察", "2.合龙"),
        ("（九）植树", "（十）种草", "（十一）治沙"),
        ("十、植树", "十一、种草", "十二、治沙"),
    ],
)
def test_numbers_that_hold(heads: tuple[str, ...]) -> None:
    assert [code for code, _ in told(speech(*heads)) if code in ("NUM001", "NUM002", "NUM003")] in (
        [],
        ["NUM001"] if heads[0].startswith(("（九）", "十、")) else [],
    )


def test_a_number_written_in_another_way_is_not_missing() -> None:
    assert told(speech("一、修路", "二、架桥", "【三】建校", "四、植树")) == []


def test_ordinals_after_an_opening_first_of_all_are_no_fault() -> None:
    assert told("首先，要抓早。第二，要抓小。第三，要抓实。最后，要抓常。") == []


def test_a_text_full_of_odd_numbers_is_left_alone() -> None:
    assert told("1.甲\n5.乙\n2.丙\n9.丁\n3.戊\n8.己\n") == []


def test_the_fix_counts_the_list_through() -> None:
    text = speech("一、修路", "二、架桥", "四、植树")
    (finding,) = findings(text, "NUM001")
    assert [edit.text for edit in finding.fixes[0].edits] == ["三"]
    assert not finding.fixes[0].safe


def test_headings_on_lines_of_their_own_are_errors_and_spoken_lists_warnings() -> None:
    (heading,) = findings(speech("一、修路", "三、建校"), "NUM001")
    (spoken,) = findings("办两件事：一是修路，三是建校。", "NUM001")
    assert (heading.severity, spoken.severity) == (Severity.ERROR, Severity.WARNING)


def test_related_names_the_number_before() -> None:
    text = speech("一、修路", "三、建校")
    (finding,) = findings(text, "NUM001")
    assert text[finding.related[0].span.start : finding.related[0].span.end] == "一、"


def test_a_lost_heading_is_seen_where_its_list_begins_again() -> None:
    text = (
        "二、修路架桥"
        + BODY
        + "（一）修路。今年开工，明年通车，群众盼了多年。\n（二）架桥。图纸已经审过，资金也有了着落。\n"
        "⟦植树造林是造福子孙的大事，各级⟧都要动起来，机关带头，学校跟上，村村都有任务，户户都有责任，年年都要验收。\n"
        "（一）备苗。苗圃要提前安排。\n（二）护林。护林员要到岗。\n"
    )
    assert marked(text.replace("⟦", "").replace("⟧", ""), "NUM004") == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("⑷", "⑶"),
        ("⒋", "⒊"),
        ("④", "③"),
        ("㈣", "㈢"),
        ("（４）", "（３）"),
        ("(4)", "(3)"),
        ("第四，", "第三，"),
        ("四、", "三、"),
    ],
)
def test_a_new_number_is_written_as_the_old_one(old: str, new: str) -> None:
    marks = {"⑷": "⑴⑵", "⒋": "⒈⒉", "④": "①②", "㈣": "㈠㈡"}.get(old) or [
        old.translate(str.maketrans("四４4", s)) for s in ("一１1", "二２2")
    ]
    text = "".join(f"{mark}抓好这件事。\n要抓紧。\n" for mark in (*marks, old))
    [found] = [f for f in findings(text, "NUM001") if f.fixes]
    [edit] = found.fixes[0].edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == text.replace(old, new)


def test_where_the_style_has_no_such_number_there_is_no_fix() -> None:
    assert written_like("㈢", 11) is None
    assert written_like("⑶", 20) == "⒇"
    assert written_like("一一", 10) is None


def test_two_headings_that_changed_places_are_counted_through() -> None:
    text = "二、抓好进度\n要倒排工期。\n一、抓好质量\n要严格验收。\n"
    [found] = findings(text, "NUM001")
    assert [edit.text for edit in found.fixes[0].edits] == ["一", "二"]


def test_the_places_of_a_wrong_separator_are_in_order() -> None:
    [found, *_] = [
        f
        for f in findings("同志们：\n2、\n1、\n一、感\n3、抓好落实，见到成效。\n", "NUM007")
        if len(f.places) > 1
    ]
    assert list(found.places) == sorted(found.places)
