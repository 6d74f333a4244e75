"""Names that only the chain of labels tells, and what the rules and it take for a fact that is none."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts, tagged
from speechlint.document.facts.tagged import brands, chain, hashed, weighed
from speechlint.reporters.facts_page import shipped_names


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), shipped_names()) if fact.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("person", "陪同参观的还有凌菡、苏蓓两位老师。", ["凌菡", "苏蓓"]),
        ("person", "他同陶望、任伯年、毋立远等人谈到深夜。", ["陶望", "任伯年", "毋立远"]),
        ("place", "重点水利工程、沿海的佛渡、名木古树都要护好，打造“司空山”品牌。", ["司空山"]),
        ("institution", "听取汇报后，镇委书记作了补充。", ["镇委"]),
        ("institution", "在这里，我代表校委会向同学们表示祝贺，请教体局于局长讲话。", ["校委会", "教体局"]),
        ("institution", "同志们要在局党组的领导下开展工作。", ["局党组"]),
        ("institution", "诺和诺德、中美史克等增资扩产。", ["诺和诺德", "中美史克"]),
        ("meeting", "今天我们在这里隆重举行欢送赴挂职锻炼干部大会。", ["欢送赴挂职锻炼干部大会"]),
    ],
)
def test_names_that_no_rule_tells(kind: str, text: str, names: list[str]) -> None:
    assert named(kind, text) == names


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("institution", "公立医院、住院部都要值班，各级农广校照常上课。"),
        ("place", "全国防沙治沙不能停，辐射全省的走廊建成了。"),
        ("person", "金桂飘香，坦率地说出来，欢迎（中亚）班列。"),
        ("institution", "要抓好普通高中学位建设，加快商品房小区建设。"),
        ("person", "推进文化产业、普惠托育和集成电路产业发展，云帆高挂。"),
        ("place", "推进文化产业、普惠托育和集成电路产业发展。"),
        ("figure", "下面进行会议第一项议程。"),
    ],
)
def test_words_are_no_facts(kind: str, text: str) -> None:
    assert named(kind, text) == []


def test_short_names_of_companies() -> None:
    assert brands.marks("走访凯莱英的车间")[2:5] == ["30", "31", "32"]
    assert not any(brands.marks("坚持改革，推动发展"))


def test_the_table_of_weights_has_its_shape() -> None:
    with open(chain.TABLE, "rb") as file:
        data = file.read()
    pairs, row = 2 * len(chain.LABELS) ** 2, 4 + len(chain.LABELS)
    assert (len(data) - pairs) % row == 0
    hashes = [int.from_bytes(data[at : at + 4], "little") for at in range(pairs, len(data), row)]
    assert hashes == sorted(set(hashes))
    assert hashed.number("a中") == hashed.number("a中") < 1 << 32


def test_the_table_of_doubts_has_its_shape() -> None:
    with open(weighed.TABLE, "rb") as file:
        data = file.read()
    assert len(data) % 6 == 0
    hashes = [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data), 6)]
    assert hashes == sorted(set(hashes))


def test_a_name_that_ends_where_a_word_goes_on_breaks_nothing() -> None:
    text = "选举张凯为省人大常委会副主任；选举卢瑞华为省长，王岐、卢钟、欧广源、李兰为副省长。"
    assert "省人大常委会" in named("institution", text)


def test_without_the_tables_the_rules_alone_tell_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagged, "is_there", lambda: False)
    assert named("institution", "听取汇报后，镇委书记作了补充，市教育局来信。") == ["市教育局"]
