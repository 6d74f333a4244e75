"""Names in quotation marks before the noun that says what they name, and what else a frame alone tells."""

from __future__ import annotations

import pytest
from test_facts import named

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("institution", "“渠管家”智慧供水平台推广开来。", ["“渠管家”智慧供水平台"]),
        ("place", "提升“九渠听涛”景区品质。", ["“九渠听涛”景区"]),
        ("meeting", "设立“长渠”育才奖学金。", ["“长渠”育才奖学金"]),
        ("meeting", "继续实施东数西算，迎接建校六十周年校庆。", ["东数西算", "建校六十周年校庆"]),
        ("place", "南水北调通了水，欧美的客人也来看。", ["南水北调", "欧美"]),
        ("place", "加快国家种源储备基地建设，办好北港综保区。", ["国家种源储备基地", "北港综保区"]),
        ("person", "张、杨两将军通电全国。", ["张", "杨"]),
        (
            "figure",
            "新开工亿元以上项目三十个，这两位先生，每千人口有医生三名。",
            ["亿元以上", "三十个", "两位", "每千人口", "三名"],
        ),
        ("date", "后天开闸，大家下午好，我们的明天更好。", ["后天"]),
        ("quotation", "他们痛感“渠不修，田不收”，奋起挖渠。", ["渠不修，田不收"]),
        # what is of a sort, and what is a call
        ("meeting", "开展“修渠标兵”创建活动，打造一批平台。", []),
        ("quotation", "坚持“听党话、跟党走”，提出“五个一百工程”。", []),
        ("place", "打造国家大型煤炭供应保障基地，建好园区。", []),
    ],
)
def test_told_by_what_stands_behind_or_before(kind: str, text: str, found: list[str]) -> None:
    assert named(kind, text) == found
