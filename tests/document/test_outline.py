"""The outline as a reader sees it: levels, numbers and headings, however the draft is laid out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import Document
from speechlint.document.outline.tree import Item


def tree(text: str) -> list[str]:
    """One line an item: indent, mark, heading."""
    doc = Document("draft.txt", text)
    return [
        f"{'  ' * (item.level - 1)}{doc[item.mark].strip()} {doc[item.head]}"
        for speech in doc.outline.speeches
        for item in speech.walk()
    ]


def items(text: str) -> tuple[Document, list[Item]]:
    doc = Document("draft.txt", text)
    return doc, list(doc.outline.walk())


FOUR_LEVELS = """同志们：
今天开个短会。
一、把认识提上去
大家先要想明白为什么干。
（一）看清形势。外面的变化很快，慢一步就落后。
1.市场在变。订单少了，要求高了。
（1）小单多。一张单子几十件。
（2）急单多。今天下单后天要货。
2.用工在变。招人更难了。
（二）看清差距。和兄弟县比，我们少了一股劲。
二、把事情办扎实
一是路要修通。雨季以前通到村口。二是灯要装上。年底前装到组里。
"""


def test_four_levels_and_a_spoken_list() -> None:
    assert tree(FOUR_LEVELS) == [
        "一、 把认识提上去",
        "  （一） 看清形势",
        "    1. 市场在变",
        "      （1） 小单多",
        "      （2） 急单多",
        "    2. 用工在变",
        "  （二） 看清差距",
        "二、 把事情办扎实",
        "  一是 路要修通",
        "  二是 灯要装上",
    ]


def test_a_draft_that_is_one_physical_line_has_the_same_tree() -> None:
    one_line = " ".join(FOUR_LEVELS.split("\n"))
    marks = [line.split()[0] for line in tree(FOUR_LEVELS)]
    assert [line.split()[0] for line in tree(one_line)] == marks


@pytest.mark.parametrize("width", [18, 24, 30])
def test_a_hard_wrapped_draft_has_the_same_tree(width: int) -> None:
    wrapped = "\n".join(
        line[at : at + width] for line in FOUR_LEVELS.split("\n") for at in range(0, len(line), width)
    )
    levels = [line.index(line.strip()) for line in tree(FOUR_LEVELS)]
    assert [line.index(line.strip()) for line in tree(wrapped)] == levels


def test_a_glossed_draft_in_traditional_script_reads_as_any_other() -> None:
    text = "一、切實(shí)增強(qiáng)責(zé)任感。\n各級(jí)要重視。\n二、切實(shí)發(fā)揮作用。\n要帶頭干。\n"
    assert tree(text) == ["一、 切实增强责任感", "二、 切实发挥作用"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一,专程祝贺。公司开业。\n二,专程慰问。天气炎热。\n", ["一, 专程祝贺", "二, 专程慰问"]),
        ("一．修路。今年通车。\n二．架桥。明年完工。\n", ["一． 修路", "二． 架桥"]),
        ("(一)、修路。今年通车。\n(二)、架桥。明年完工。\n", ["(一)、 修路", "(二)、 架桥"]),
        ("1、修路。今年通车。\n2、架桥。明年完工。\n", ["1、 修路", "2、 架桥"]),
        ("1．修路。今年通车。\n2．架桥。明年完工。\n", ["1． 修路", "2． 架桥"]),
        ("（1）、修路。今年通车。\n（2）、架桥。明年完工。\n", ["（1）、 修路", "（2）、 架桥"]),
        ("①修路。今年通车。\n②架桥。明年完工。\n", ["① 修路", "② 架桥"]),
        ("要办两件事：第一、修路；第二、架桥。", ["第一 修路", "第二 架桥"]),
        ("要办两件事：第一个问题，修路；第二个问题，架桥。", ["第一个问题 修路", "第二个问题 架桥"]),
        ("要办两件事：一是：修路；二是：架桥。", ["一是 修路", "二是 架桥"]),
        ("要办两件事：一个是修路，二个是架桥。", ["一个是 修路", "二个是 架桥"]),
        ("要办两件事：其一，修路；其二，架桥。", ["其一 修路", "其二 架桥"]),
        ("各级组织一要修路，二要架桥，三要建校。", ["一要 修路", "二要 架桥", "三要 建校"]),
        ("首先要修路。其次要架桥。最后要建校。", ["首先 要修路", "其次 要架桥", "最后 要建校"]),
        ("一方面要修路；另一方面要架桥。", ["一方面 要修路", "另一方面 要架桥"]),
        ("（一〇）再修路。雨季前完工。\n（一一）再架桥。明年完工。\n", ["（一〇） 再修路", "（一一） 再架桥"]),
    ],
)  # fmt: skip
def test_marks_as_people_type_them(text: str, found: list[str]) -> None:
    assert tree(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "今年增长1.5个百分点，3.8节前后评先进。\n2.3亿元已经到位。\n",
        "一、二线岗位的职工先轮休，三、四季度再检查。",
        "第一、二、三产业都有增长，第一、第二批已经走了。",
        "增长百分之七点二，一、二、三等奖各五名。",
        "思想统一是前提，万一是真的呢？第二是谁？",
        "必须想到第二、第三、第四以至最后一仗。",
        "坚持“三要三不要”，质量第一，安全第一。",
        "出现在上一句（一）里的话。",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert tree(text) == []


def test_a_break_ends_a_run_in_heading() -> None:
    text = (
        "同志们：今天的会议十分重要，目的是统一思想，明确任 务，动员各级工会干部振奋精神，扎实工作，再创 "
        "佳绩。下面讲两点意见，供大家讨论研究时参考使用 一、坚持正确方向 方向是第一位的，是做好一切工作的前提，各级工 "
        "会干部要时刻牢记，任何时候都不能含糊，更不能动摇 二、坚持服务职工 服务是落脚点，要把职工的事情一件一件办好。"
    )
    heads = [line.split(" ", 1)[1] for line in tree(text)]
    assert [head[:6] for head in heads] == ["坚持正确方向", "坚持服务职工"]


def test_each_piece_of_a_collection_has_its_own_outline() -> None:
    text = (
        "在动员会上的讲话稿篇一\n同志们：\n一、修路\n今年通车。\n二、架桥\n明年完工。\n"
        "在动员会上的讲话稿篇二\n同志们：\n一、建校\n后年招生。\n二、植树\n年年都种。\n"
    )
    doc = Document("draft.txt", text)
    assert [len(speech.items) for speech in doc.outline.speeches] == [2, 2]
    assert [doc[speech.title] for speech in doc.outline.speeches if speech.title] == [
        "在动员会上的讲话稿篇一",
        "在动员会上的讲话稿篇二",
    ]


def test_a_second_salutation_after_a_close_begins_a_new_speech() -> None:
    text = "同志们：\n一、修路\n今年通车。\n谢谢大家！\n各位代表：\n一、建校\n后年招生。\n"
    assert len(Document("draft.txt", text).outline.speeches) == 2


def test_salutations_repeated_in_speaking_do_not_split_a_speech() -> None:
    text = "同志们：\n一、修路\n今年通车。\n同志们：\n这件事拖不得。\n二、架桥\n明年完工。\n"
    assert len(Document("draft.txt", text).outline.speeches) == 1


def test_what_follows_the_speech_is_not_in_its_outline() -> None:
    text = "一、修路\n今年通车。\n二、架桥\n明年完工。\n谢谢大家！\n名词解释\n1.村村通：路通到每个村。\n2.户户亮：灯装到每家。\n"
    assert tree(text) == ["一、 修路", "二、 架桥"]


def test_a_list_inside_one_of_the_same_kind_goes_under_it() -> None:
    text = (
        "一、今年的打算\n一、修好路。已经有了图纸，等资金到位就能动工，争取雨季以前修通到村口，这是群众盼了多年的事。\n"
        "二、架好桥。勘察已经结束，设计单位正在比选方案，开春以后招标，力争年底合龙，明年汛期以前通车。\n"
        "二、明年的打算\n再修一条路。\n"
    )
    assert [line.split()[0] for line in tree(text)] == ["一、", "一、", "二、", "二、"]
    assert [line.startswith("  ") for line in tree(text)] == [False, True, True, False]


def test_a_list_restarts_under_a_new_parent() -> None:
    text = (
        "一、今年\n（一）修路。通车。\n（二）架桥。完工。\n二、明年\n（一）建校。招生。\n（二）植树。成林。\n"
    )
    doc = Document("draft.txt", text)
    assert [len(group) for group in doc.outline.groups] == [2, 2, 2]


def test_the_last_of_a_run_in_list_ends_with_its_paragraph() -> None:
    text = "要办两件事：一是修路，今年通车；二是架桥，明年完工。\n同志们，任务很重，时间很紧。\n"
    doc, (_, last) = items(text)
    assert doc[last.span] == "二是架桥，明年完工。"


def test_closing_words_are_not_in_the_last_section() -> None:
    doc, (_, last) = items(
        "一、修路\n今年通车。\n二、架桥\n明年完工。\n同志们，任务很重，加油干。\n谢谢大家！\n"
    )
    assert doc[last.span].rstrip() == "二、架桥\n明年完工。"


def test_whether_a_heading_stands_alone() -> None:
    _, found = items("一、修路\n今年通车。\n二、架桥。明年完工，后年通车。\n")
    assert [item.own_line for item in found] == [True, False]


DRAFTS = st.lists(
    st.sampled_from(["一、", "二、", "四、", "（一）", "（二）", "1.", "2.", "一是", "二是", "第一，", "第二，", "首先，"])
    | st.text(alphabet="路桥校树。，；：\n “”", max_size=12)
).map("".join)  # fmt: skip


@given(DRAFTS)
def test_every_item_lies_within_its_parent_and_after_its_elder_sibling(text: str) -> None:
    doc = Document("draft.txt", text)
    for item in doc.outline.walk():
        assert item.span.start == item.mark.start <= item.head.start <= item.head.end <= item.span.end
        if item.parent:
            assert item.parent.span.start <= item.span.start
            assert item.span.end <= item.parent.span.end
            assert item in item.parent.children
    for group in doc.outline.groups:
        assert [item.mark for item in group] == sorted(item.mark for item in group)


@given(DRAFTS)
def test_every_item_belongs_to_exactly_one_group(text: str) -> None:
    outline = Document("draft.txt", text).outline
    grouped = [id(item) for group in outline.groups for item in group]
    assert sorted(grouped) == sorted(id(item) for item in outline.walk())
