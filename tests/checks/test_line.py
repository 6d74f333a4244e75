"""Lines judged by their words, their place, and how much of the line the words cover."""

from __future__ import annotations

from conftest import findings, marked

TITLE = "在全县工会工作会议上的讲话\n"
BODY = (
    "同志们：\n今天，我们召开全县工会工作会议，主要任务是总结去年的工作，部署今年的任务，动员大家再接再厉。下面，我讲三点意见。\n"
    "要把职工的急难愁盼放在心上，一件一件抓落实，让职工看得见、摸得着、得实惠，真正把好事办好、实事办实。\n"
)
END = "奋力开创全县工会工作新局面！\n谢谢大家！\n"


def test_a_word_of_the_site_is_a_word_of_the_speech_in_a_sentence() -> None:
    speech = TITLE + BODY + "要把直播间的购物车装满，让职工手机登录、下载课程、收藏资料更方便。\n" + END
    assert not findings(speech, "WMK")


def test_a_line_of_nothing_but_buttons_is_reported_as_a_line() -> None:
    assert marked(TITLE + BODY + END + "收藏 打印 关闭\n", "WMK").endswith("⟦收藏 打印 关闭⟧\n")


def test_a_byline_counts_above_the_speech_only() -> None:
    assert findings("来源：某某材料  时间：2020-01-02\n" + TITLE + BODY + END, "WMK004")
    middle = TITLE + BODY + "主要经济来源：种植、养殖。\n" + BODY + END
    assert not findings(middle, "WMK004")


def test_lines_between_two_site_lines_are_the_site_s_too() -> None:
    head = "仅供学习 禁止外传\n某某文行\n现在订阅即享三年权益\n\n"
    found = findings(head + TITLE + BODY + END, "WMK001")
    assert [(f.reading, f.entry, f.severity.label) for f in found] == [
        ("仅供学习 禁止外传", "study-only", "error"),
        ("某某文行", "between", "warning"),
        ("现在订阅即享三年权益", "subscribe", "error"),
    ]


def test_the_title_next_to_a_site_line_is_not_between() -> None:
    speech = "开通会员 立即下载\n坚持三性 增强三力\n——在全县工会干部培训班上的讲话\n" + BODY + END
    assert all("三性" not in f.reading for f in findings(speech, "WMK"))


def test_a_line_is_reported_once() -> None:
    speech = "加入VIP免费下载 立即下载本文\n" + TITLE + BODY + END
    assert len(findings(speech, "WMK002")) == 1


def test_the_fix_of_a_line_takes_its_line_break_along() -> None:
    source = TITLE + BODY + "content_2();\n" + END
    (found,) = findings(source, "WMK008")
    (edit,) = found.fixes[0].edits
    assert source[: edit.span.start] + source[edit.span.end :] == TITLE + BODY + END


def test_a_very_long_line_is_read_to_its_end() -> None:
    speech = (
        "同志们："
        + "要把职工的急难愁盼放在心上，一件一件抓落实。" * 400
        + "版权归原作者所有，如有侵权请联系删除。"
    )
    assert findings(speech, "WMK005")
