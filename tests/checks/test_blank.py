"""Blanks as people leave them: each recognised once, by what was left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import findings, marked
from hypothesis import example, given
from hypothesis import strategies as st

from speechlint.document import Document
from speechlint.document.blanks import mask_runs, unfilled
from speechlint.document.blanks.mask_runs import MARKS
from speechlint.document.blanks.unfilled import KINDS, Blank, Doubt
from speechlint.finding import Severity


def blanks(text: str, format: str = "text") -> list[tuple[str, str]]:
    """The words and the kind of each blank."""
    doc = Document("draft.txt", text, format=format)
    return [(doc[blank.span], blank.kind) for blank in doc.blanks]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("省委X届全会", "session"),
        ("二〇××年工作", "year"),
        ("于×月召开", "date"),
        ("增长X.X个百分点", "figure"),
        ("到XX县调研", "place"),
        ("在××公司召开", "office"),
        ("请X局长讲话", "person"),
        ("“三个XX”", "letter"),
        ("为**争光", "star"),
        ("建设○○事业", "shape"),
        ("由____负责", "line"),
        ("受某某之托", "unnamed"),
        ("共产X员", "filtered"),
    ],
)
def test_the_words_around_tell_what_was_left_out(text: str, kind: str) -> None:
    assert [found for _, found in blanks(text)] == [kind]


def test_every_blank_of_a_date_is_its_own() -> None:
    assert blanks("20XX年X月XX日") == [("20XX年", "year"), ("X月", "date"), ("XX日", "date")]


def test_a_decimal_is_one_blank() -> None:
    assert blanks("完成XX.XX亿元") == [("XX.XX亿元", "figure")]


def test_marks_of_one_class_may_be_mixed() -> None:
    assert blanks("XＸ×县") == [("XＸ×县", "place")]


def test_traditional_script_reads_as_simplified() -> None:
    assert [f.code for f in findings("在市總工會X屆X次全會上的講話", "PLH")] == ["PLH001", "PLH001"]


@pytest.mark.parametrize("text", ["要**突出重点**抓落实", "* 一项\n* 二项", "***", "要__突出__重点"])
def test_markdown_emphasis_is_no_blank(text: str) -> None:
    assert blanks(text, "markdown") == []


def test_blanks_between_units_are_no_emphasis() -> None:
    assert blanks("到**县**镇调研", "markdown") == [("**县", "place"), ("**镇", "place")]


def test_escaped_asterisks_are_blanks_in_markdown() -> None:
    assert blanks(r"请\*\*\*同志讲话", "markdown") == [(r"\*\*\*同志", "person")]


def test_bold_pasted_into_plain_text_is_left_to_another_rule() -> None:
    assert blanks("**一、提高认识。**各级工会要行动起来") == []


def test_a_case_leaves_its_people_unnamed_on_purpose() -> None:
    (found,) = findings("被告人张××犯受贿罪，判处有期徒刑", "PLH")
    assert found.severity is Severity.INFO


def test_a_lone_letter_may_be_a_name() -> None:
    doc = Document("draft.txt", "为在X率先建成小康社会贡献力量")
    assert [blank.doubt for blank in doc.blanks] == [Doubt.ALONE]


def test_a_masked_character_is_offered() -> None:
    (found,) = findings("广大共产X员", "PLH")
    assert found.fixes[0].edits[0].text == "党"


def test_a_bracketed_blank_is_found_once() -> None:
    assert marked("【XX单位】的同志们", "PLH") == "【⟦XX单位⟧】的同志们"


def test_an_anonymised_sentence_holds_no_more_than_its_blanks() -> None:
    text = "XX县（区）总工会第X届委员会于20XX年X月召开，[单位名称]×××同志出席（待补）"
    found = findings(text, "PLH")
    assert [f.code for f in found] == [
        *("PLH005", "PLH001", "PLH003", "PLH004", "PLH014", "PLH007", "PLH016"),
    ]


_WORDS = st.sampled_from(
    [*MARKS, "届", "次", "年", "月", "县", "同志", "第", "20", "1", "%", "亿元", "，", "。", "\n", " "]
)


@example("X次*次", "text")
@given(st.lists(_WORDS, max_size=40).map("".join), st.sampled_from(["text", "markdown"]))
def test_blanks_are_in_order_apart_and_hold_their_mask(text: str, format: str) -> None:
    found: list[Blank] = list(Document("draft.txt", text, format=format).blanks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(b.span.start <= b.mask.start < b.mask.end <= b.span.end for b in found)
    assert {b.kind for b in found} <= set(KINDS)


@given(
    st.lists(
        st.sampled_from(["增长X%", "X届", "20xx年", "×", "☆公司", "\n", "**", "1X.X元", "X万", "案", "。"])
    )
)
def test_the_same_surroundings_are_judged_alike(pieces: list[str]) -> None:
    text = "".join(pieces) * 3
    once = [*unfilled.blanks(Document("draft.txt", text))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            unfilled, "judged_once", lambda text, sight, _: unfilled.judge(mask_runs.run(text, sight))
        )
        assert [*unfilled.blanks(Document("draft.txt", text))] == once
