"""A character that is gone from a whole draft."""

from __future__ import annotations

from conftest import findings

_FILLER = "修渠要早打算，石头、木料都要备足，人手要排好，哪一天开工，哪一天歇工，都要说清楚。" * 6


def told(text: str) -> list[int]:
    return [len(finding.places) for finding in findings(_FILLER + text, "ELI011")]


def test_the_rests_of_its_words_tell_it() -> None:
    assert told("要服务众，多接触众的家里人，听更多的众怎样说。") == [3]


def test_a_draft_that_has_it_or_a_new_word_said_again_is_left_alone() -> None:
    assert told("群山、群峰、合群、群情。要服务众，多接触众的家里人，听更多的众怎样说。") == []
    assert told("搞的众筹，看的众筹，问的众筹，办的众筹。") == []
    assert told("来的人众多，听众、观众都说好。") == []


def test_one_within_a_word_is_looked_for_too() -> None:
    assert told("在中国产党的领导下，歌颂中国产党，跟着中国产党走。") == [3]
