"""Names that end with a generic noun: where they begin is told by what stands in and around them."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

KNOWN = Known(frozenset(("临江", "江州", "石岭")), frozenset(), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会后考察了临江国际数据业务服务局。", ["临江国际数据业务服务局"]),
        ("他们从石岭医院转送到江州人民医院。", ["石岭医院", "江州人民医院"]),
        ("有的来自元培中学，有的来自树恒小学。", ["元培中学", "树恒小学"]),
        ("感谢市教育局、人社局和卫健委。", ["市教育局", "人社局", "卫健委"]),
        ("全市法院、公立医院和广大干部行动起来，全面建成小康社会。", []),
        ("各公司精心组织，这家公司的旗舰产品，新能源汽车产业发展。", []),
    ],
)
def test_institutions(text: str, names: list[str]) -> None:
    assert named("institution", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("南坪运河开工，勐关公路口岸开放。", ["南坪运河", "勐关公路口岸"]),
        ("启动中柬（临江）产业园建设。", ["中柬（临江）产业园"]),
        ("走中国特色社会主义道路，勇攀科技高峰，建好社区、园区。", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert named("place", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("举办“江海情”全国大学生朗诵比赛总决赛。", ["“江海情”全国大学生朗诵比赛总决赛"]),
        ("在2021级研究生报到会上，代表们出席会议。", ["2021级研究生报到会"]),
    ],
)
def test_meetings(text: str, names: list[str]) -> None:
    assert named("meeting", text) == names


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("place", "侨领大多是江州籍，去过巴哈马。", ["江州", "巴哈马"]),
        (
            "figure",
            "在建投资超万亿元，办活动逾百万场，干警584人，其中男444，女140人。",
            ["超万亿元", "逾百万场", "584人", "444", "140人"],
        ),
        ("figure", "修订地方规章14部、废止3部，新建小学5所。", ["14部", "3部", "5所"]),
        ("figure", "只用了一天半，参会3.5万人。", ["一天半", "3.5万人"]),
        ("date", "下午会议于15:00开始，比分是3:2。", ["下午", "15:00"]),
        ("person", "由名誉会长文晓璋致辞。", ["文晓璋"]),
        ("person", "市长科里诺举行会谈。", ["科里诺"]),
    ],
)
def test_what_else_is_to_verify(kind: str, text: str, names: list[str]) -> None:
    assert named(kind, text) == names
