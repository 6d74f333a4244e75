import pytest
import yaml
from conftest import ROOT

from speechlint import check_text


def found(text: str) -> list[str]:
    result = check_text(text)
    return [text[slice(*finding.span)] for finding in result.findings if finding.code == "TYP010"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("厂房年底峻工。", "峻工"),
        ("全面治理农用地士壤污染。", "士壤"),
        ("小组比赛名列前矛。", "名列前矛"),
        ("言传身教、迁移默化。", "迁移默化"),  # 迁移 is a word
        ("讲起往事，他语无论次。", "语无论次"),
        ("他深深感道责任不轻，气侯一天天变暖。", "气侯"),
    ],
)
def test_what_is_a_word_with_another_character_is_told(text: str, wrong: str) -> None:
    assert wrong in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "刘诗雯来到我们学校。",  # a name
        "要真正治理好这条河。",  # 正治 between two words
        "他说：“渝悦消费”办得好。",  # a play with words
        "村里名列前茅的小组，年底竣工。",
        "学习要循序前进。",  # said so, and no character of the same sound
    ],
)
def test_names_puns_and_words_side_by_side_are_not(text: str) -> None:
    assert found(text) == []


def test_a_blank_in_place_of_a_character_is_no_slip_and_is_soon_passed() -> None:
    assert found("用好 APP 人奋进的故事。") == []


def test_what_is_written_by_hand_is_in_the_data_and_once() -> None:
    by_hand, data = (
        yaml.safe_load((ROOT / path).read_text("utf-8"))
        for path in ("benchmarks/misspelt.yaml", "rules/typo/words.yaml")
    )
    for name, there in (("sure", "sure"), ("within", "within"), ("variants", "variants"), ("shapes", "near")):
        assert by_hand[name].split() == data[there].split()
    pairs = [*by_hand["sure"].split(), *by_hand["within"].split()]
    assert len(pairs) == len(set(pairs))
