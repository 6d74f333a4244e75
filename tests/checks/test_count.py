"""Promised numbers and what is delivered."""

from __future__ import annotations

import pytest
from conftest import findings

from speechlint.finding import Severity


def told(text: str) -> list[tuple[str, str]]:
    """Severity and words of each finding of warning or above."""
    return [(f.severity.label, f.reading) for f in findings(text, "CNT001") if f.severity > Severity.INFO]


THREE_HEADINGS = "一、修路\n今年通车。\n二、架桥\n明年完工。\n三、建校\n后年招生。\n"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"下面，我讲四点意见：\n{THREE_HEADINGS}", "四点意见"),
        (f"下面，我讲两点意见。\n{THREE_HEADINGS}", "两点意见"),
        (f"我就今年的工作谈4个方面，供大家讨论。\n{THREE_HEADINGS}", "4个方面"),
        ("要突出三个重点：一要抓项目，二要抓产业。", "三个重点"),
        ("实现四个新突破：一是项目有新突破；二是招商有新突破；三是城建有新突破。", "四个新突破"),
        ("今天会议的任务有两个：一是总结工作，二是表彰先进，三是部署任务。", "两个"),
        ("我送大家三句话：一句是踏实做人，一句是用心做事。", "三句话"),
        ("会议有五项议程：一是听取报告；二是审议报告；三是表彰先进。", "五项议程"),
        ("要处理好三个关系：一是快与好；二是近与远；三是点与面；四是官与民。", "三个关系"),
        ("要做到“四个到位”：认识到位、组织到位、措施到位。", "“四个到位”"),
        ("坚持“三个结合”：坚持学用结合，坚持上下结合，坚持内外结合，坚持点面结合。", "“三个结合”"),
        ("要坚持三个“必须”：一是必须听党的话；二是必须跟党走。", "三个“必须”"),
        ("概括起来有四个特点：规模大、速度快、质量好。", "四个特点"),
        ("我讲三个问题。首先，讲形势。其次，讲任务。", "三个问题"),
        ("要从教育、制度、监督四个方面入手。", "四个方面"),
        ("重点做好两方面工作。\n——修路。今年通车。\n——架桥。明年完工。\n——建校。后年招生。\n同志们，干吧！", "两方面工作"),
        ("重点抓好十一个方面工作：一是修路，二是架桥。", "十一个方面工作"),
    ],
)  # fmt: skip
def test_a_promise_that_is_not_kept(text: str, claim: str) -> None:
    assert [words for _, words in told(text)] == [claim]


@pytest.mark.parametrize(
    "text",
    [
        f"下面，我讲三点意见：\n{THREE_HEADINGS}",
        f"下面，我讲几点意见：\n{THREE_HEADINGS}",
        f"会议有四项议程，进行得很顺利。下面，我讲三点意见：\n{THREE_HEADINGS}",
        "以上三点，请大家记住：一是修路，二是架桥。",
        "这两个方面很重要：一是修路，二是架桥，三是建校。",
        "第二个方面：一是修路，二是架桥，三是建校。",
        "同比增长三点五个百分点。一是工业快，二是农业稳。",
        "最后再强调一点：一是修路，二是架桥。",
        "下午三点开会：一是传达，二是讨论。",
        "全市五个县区、八个部门完成了任务。一是开工早，二是资金足。",
        "要增强“四个意识”：一是学习，二是检查。",
        "要做到“两个维护”：一是学，二是干，三是比。",
        "抓好组织、宣传、保障三项工作。一是组织，二是宣传。",
        "有三四个问题：一是修路，二是架桥。",
        "我讲三个问题。首先，讲形势。其次，讲任务。最后，讲作风。",
        "主要有三个原因：一是重视不够，二是投入不足；此外，还有一些历史原因。",
        "从教育、制度、监督三个方面入手。",
        "有两方面内容：财务督导和任务督导。",
        "四大火炉之一，五湖四海的朋友，十分感谢！",
        "任务有三个：\n一，专程祝贺。可喜。\n二，专程慰问。辛苦。\n三，专程督导。认真。\n",
    ],
)
def test_what_promises_nothing_or_keeps_its_word(text: str) -> None:
    assert [finding for finding in told(text) if finding[0] == "error"] == []
    if "此外" not in text:
        assert told(text) == []


def test_the_message_says_what_was_found_and_where() -> None:
    text = f"下面，我讲四点意见：\n{THREE_HEADINGS}"
    (finding,) = findings(text, "CNT001")
    assert "列出的是 3 条（一、二、三）" in finding.message
    assert [text[r.span.start : r.span.end] for r in finding.related] == ["一、", "二、", "三、"]


def test_the_fix_sets_the_number() -> None:
    (finding,) = findings(f"下面，我讲四点意见：\n{THREE_HEADINGS}", "CNT001")
    assert [edit.text for edit in finding.fixes[0].edits] == ["三"]


def test_two_before_a_counter_is_liang() -> None:
    (finding,) = findings("我讲三点：一是修路，二是架桥。", "CNT001")
    assert finding.fixes[0].edits[0].text == "两"


def test_a_list_that_lost_a_heading_is_named_as_such() -> None:
    text = "我讲三点意见：\n一、修路\n今年通车。\n三、建校\n后年招生。\n"
    assert "丢了一条" in findings(text, "CNT001")[0].message


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("坚定“四个自信”（道路自信、理论自信、制度自信）。", "文化自信"),
        ("增强“四个意识”，即政治意识、大局意识、看齐意识。", "核心意识"),
    ],
)
def test_a_named_set_spelled_out_with_a_hole(text: str, missing: str) -> None:
    (finding,) = findings(text, "CNT002")
    assert missing in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "坚定“四个自信”（道路自信、理论自信、制度自信、文化自信）。",
        "坚定“四个自信”，做到“两个维护”。",
        "坚定“四个自信”（道路自信、理论自信等）。",
        "推进“四个全面”（全面建设社会主义现代化国家、全面深化改革、全面依法治国、全面从严治党）。",
        "推进“四个全面”（全面建成小康社会、全面深化改革、全面依法治国、全面从严治党）。",
    ],
)
def test_a_named_set_that_is_right_or_only_named(text: str) -> None:
    assert findings(text, "CNT002") == []


def test_a_heading_that_promises_is_held_to_the_list_below_it() -> None:
    text = (
        "一、抓好四项工作\n今年任务很重，各级要早谋划、早动手。\n（一）修路。今年通车。\n（二）架桥。明年完工。\n"
        "（三）建校。后年招生。\n二、加强领导\n主要负责同志要亲自抓。\n"
    )
    assert told(text) == [("warning", "四项工作")]
    assert told(text.replace("四项", "三项")) == []


def test_an_opening_promise_reaches_over_some_sentences_to_the_headings_of_the_speech() -> None:
    text = f"下面，我讲四点意见。\n会前我看了材料，也下去走了走，心里有了底。大家一边听一边想。\n{THREE_HEADINGS}"
    assert told(text) == [("warning", "四点意见")]
    assert told(text.replace("四点", "三点")) == []
    assert told(text.replace("四点", "几点")) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("要发扬敢为、敢闯、敢干的“四敢”精神。", "“四敢”"),
        ("要紧紧抓住劳动合同、集体协商和职代会四个关键，扎实推进。", "四个关键"),
        ("会议要讨论的问题有四个：思想动向问题，农村问题，经济问题。", "四个"),
    ],
)
def test_a_promise_that_sums_up_or_spells_out_a_list(text: str, claim: str) -> None:
    assert told(text) == [("warning", claim)]
    assert told(text.replace("四", "三")) == []


def test_a_draft_that_breaks_off_owes_nothing() -> None:
    cut = "我讲四点看法。\n一、形势逼人\n汛期快到了。\n二、任务不轻\n一手抓清淤，一手抓护岸，特别是\n"
    assert told(cut) == []
    assert told(cut.replace("，特别是", "。\n同志们，干吧！")) == [("error", "四点看法")]


def test_a_draft_of_which_a_site_shows_a_part_owes_nothing() -> None:
    cut = "我讲四点看法。\n一、形势逼人\n汛期快到了，要把渠清…………\n全文共2436字，仅供会员学习\n"
    assert told(cut) == []
    assert told(cut.replace("清…………\n全文共2436字，仅供会员学习", "清好。")) == [("error", "四点看法")]


def test_no_count_is_called_wrong_in_a_draft_that_breaks_off() -> None:
    """What was lost in the middle another rule tells: 三、 without 二、."""
    cut = "我讲四点看法。\n一、形势逼人\n汛期快到了。\n三、任务不轻\n一手抓清淤，一手抓护岸，特别是\n"
    assert told(cut) == []
    assert [words for _, words in told(cut.replace("，特别是", "。"))] == ["四点看法"]


def test_a_list_of_which_hardly_the_half_is_there_at_the_end_of_a_long_piece_is_not_told() -> None:
    """A piece of a speech that takes no leave: only 一、 of 我讲四点看法 is in it."""
    piece = f"各位乡亲：\n我讲四点看法。\n一、形势逼人\n{'汛期快到了，要把渠清好。' * 30}\n"
    assert told(piece) == []
    assert told(f"{piece}让我们一起把渠修好！\n") == [("error", "四点看法")]
    assert told(piece.replace("四点", "两点").replace("汛期", "二、渠在人在\n汛期", 1)) == []
