import pytest

from speechlint import check_text
from speechlint.checks.wording.met import framed, pair_met, triple_met, unmet


def found(text: str) -> list[tuple[str, str]]:
    result = check_text(text)
    told = [finding for finding in result.findings if finding.code == "TYP011"]
    return [(text[slice(*finding.span)], finding.message) for finding in told]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("全面推行排舞许可管理。", "排舞", "排污"),
        ("教育行政部闷要到场。", "部闷", "部门"),
        ("依法履行监都职责。", "监都", "监督"),
    ],
)
def test_what_is_never_met_and_a_word_with_the_same_sound_is_told(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, f"“{wrong}”多半是“{right}”写错了字")]


@pytest.mark.parametrize(
    "text",
    [
        "大家都说“监都职责”这个词写得怪。",  # quoted
        "监都镇有个监都村，监都话不好懂。",  # a name, said often
        "依法履行监督职责，全面推行排污许可管理。",
        "渝闷铁路过了部闷。",
    ],
)
def test_names_and_quoted_words_are_not(text: str) -> None:
    assert found(text) == []


def test_characters_are_looked_up_alike_in_one_pass_and_one_by_one() -> None:
    text = "依法履行监都职责，ab 全面\n推行😀排舞许可，教育行政部闷要到场。"
    inside = range(1, len(text) - 1)
    han = [at for at in inside if all("\u4e00" <= one <= "\u9fff" for one in text[at - 1 : at + 2])]
    one_by_one = [at for at in han if not (pair_met(*text[at - 1 : at + 1]) or pair_met(*text[at : at + 2]))]
    assert list(unmet(text)) == one_by_one
    assert text.index("都") in one_by_one


def test_a_long_text_is_read_in_parts() -> None:
    text = "。" * 65_534 + "依法履行监都职责" * 2
    assert list(unmet(text)) == [at for at in range(len(text)) if text[at] == "都"]


def test_what_is_met_often_is_known() -> None:
    assert triple_met("委员会")
    assert framed("他说委闷会又开了") == [3]
    assert framed("他说委闷鹅又开了") == []
    assert not triple_met("闷镇鹅")
