"""Facts told by what stands around them: rows with a count, ways, shapes, forms of address, half-width marks."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("a.txt", text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "青杠堡、田家渡两镇先试，石滩、曲水、甜井三个园区跟上。",
            ["青杠堡", "田家渡", "石滩", "曲水", "甜井"],
        ),
        (
            "虎头狮村的老郑来了。\n胡家坝水位又涨了，沿106国道撤到松岭路72号。",
            ["虎头狮村", "胡家坝", "106国道", "松岭路72号"],
        ),
        (
            "从黄泥岭到白石坪，二十公里山路。东关、西关、北关要动迁。",
            ["黄泥岭", "白石坪", "东关", "西关", "北关"],
        ),
        ("各位来宾，中江县第二届杏花节今天开幕。", ["中江县"]),
        ("这是一条合作之路、健康之路、发展之路，守住半壁江山。", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert named("place", text) == places


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("县里的蒋处长到会指导，代表金先生来了三趟。张总在这里立过军令状。", ["蒋处长", "金先生", "张总"]),
        ("刚才，建民局长传达了精神。受沈县长委托，我再讲一点。", ["建民局长", "沈县长"]),
        ("在女王伊丽莎白二世的欢迎宴会上。", ["伊丽莎白二世"]),
        ("扶贫要同扶智相结合，发展防治康管全链条服务。", []),
    ],
)
def test_persons(text: str, persons: list[str]) -> None:
    assert named("person", text) == persons


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("16日，开了会；今后五年，办好第41个教师节。", ["16日", "今后五年", "第41个教师节"]),
        ("5.4月20日前覆膜，国庆节前验收，二十一世纪不同了。", ["4月20日", "国庆节", "二十一世纪"]),
        ("平均审理60天，缩短15天，增加2.1年。", []),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    assert named("date", text) == dates


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("institution", "在县委全委扩大会议上的讲话", ["县委"]),
        (
            "institution",
            "国家队里，中国女排、省社科联、一三九师都来了。",
            ["中国女排", "省社科联", "一三九师"],
        ),
        (
            "document",
            "按照江政发〔2023〕46号文和国务院关于保护耕地的决定。",
            ["江政发〔2023〕46号文", "国务院关于保护耕地的决定"],
        ),
        ("meeting", "举办“万人上冰雪”活动，落实二十届历次全会精神。", ["“万人上冰雪”活动", "二十届历次全会"]),
        ("meeting", "本届市运会开得好，文件已印发大会。", []),
        (
            "quotation",
            "石头上刻着“人文日新”，老人那句话：“山不让尘，川不辞盈。”",
            ["人文日新", "山不让尘，川不辞盈。"],
        ),
        ("promise", "实现了一个提高、两个优化、三个增强。", ["一个提高", "两个优化", "三个增强"]),
        ("promise", "我讲三层意思。要打好三场硬仗，今年出台22条举措。", ["三层意思", "三场硬仗"]),
        (
            "figure",
            "换了十一任院长，立一等功，双向六车道，依照消防法第七十条。",
            ["十一任", "一等功", "六车道", "第七十条"],
        ),
    ],
)
def test_by_kind(kind: str, text: str, found: list[str]) -> None:
    assert sorted(named(kind, text)) == sorted(found)


def test_half_width_marks_are_read_as_full_ones_and_told_as_they_are() -> None:
    text = '他说:"心有所信,方能行远。"江州市(试点)先行,石门县跟上.'
    assert named("quotation", text) == ["心有所信,方能行远。"]
    assert named("place", text) == ["江州市", "石门县"]
