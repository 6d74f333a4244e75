"""Parallel heads in whole drafts: what is shown, and where groups come from."""

from __future__ import annotations

from conftest import findings, marked

HEADS = "一、提高思想认识\n二、强化责任落实\n三、{}\n四、严格督促检查\n"


def test_the_message_shows_the_group_with_the_odd_one_marked() -> None:
    (found,) = findings(HEADS.format("深层次矛盾"), "PAR001")
    assert "提高思想认识｜强化责任落实｜【深层次矛盾】｜严格督促检查" in found.message


def test_the_siblings_are_related_places() -> None:
    (found,) = findings(HEADS.format("深层次矛盾"), "PAR")
    assert len(found.related) == 3


def test_one_head_is_found_once_in_its_gravest_break() -> None:
    assert [f.code for f in findings(HEADS.format("深层次矛盾"), "PAR")] == ["PAR001"]


def test_heads_run_into_their_paragraph() -> None:
    text = "一是加强学习，每周半天；二是改进作风，少开会议；三是⟦廉洁纪律⟧，常抓不懈。"
    assert marked(text.replace("⟦", "").replace("⟧", ""), "PAR001") == text


def test_clauses_without_numbers_in_one_frame() -> None:
    text = "要在抓好培训上办实事；在维护权益上讲原则；在⟦职工帮扶⟧上出真招。"
    assert marked(text.replace("⟦", "").replace("⟧", ""), "PAR001") == text


def test_an_announced_word_comes_back_changed() -> None:
    text = "要营造肯学习、会钻研、善协调的风气。一是选好肯学习的苗子；二是搭建会钻研的平台；三是表彰能协调的能手。"
    (found,) = findings(text, "PAR005")
    assert "善协调" in found.message


def test_nothing_is_asked_of_two_heads() -> None:
    assert findings("一、提高思想认识\n二、深层次矛盾\n", "PAR") == []
