"""Campaigns and what is won: their names are to be verified, what is of a sort is not."""

from __future__ import annotations

import pytest
from test_facts import named

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("深入开展招商引智专项行动，扎实推进河道清淤三年行动。", ["招商引智专项行动", "河道清淤三年行动"]),
        ("打好打赢“散乱污”治理攻坚战，实施老旧管网更新工程。", ["“散乱污”治理攻坚战", "老旧管网更新工程"]),
        ("我们持续深化“两问两看”行动，效果很好。", ["“两问两看”行动"]),
        (
            "扎实开展企业服务提升年活动，完成中央生态环保督察整改。",
            ["企业服务提升年活动", "中央生态环保督察"],
        ),
        ("办好“北港优品”展会、山海经贸合作招商会。", ["“北港优品”展会", "山海经贸合作招商会"]),
        # of a sort, or none at all
        ("实施重大工程，开展专项行动，推进民生工程，自觉采取行动。", []),
        ("这项系统工程需要大家行动起来，完成工程质量验收。", []),
    ],
)
def test_a_campaign_is_a_verb_and_what_it_carries_on(text: str, found: list[str]) -> None:
    assert named("meeting", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年荣获“省级文明单位”称号，捧回市德育工作先进集体奖牌。", ["“省级文明单位”"]),
        ("两部戏获“金穗奖”、省“五个一批”优秀作品奖。", ["“金穗奖”", "省“五个一批”优秀作品奖"]),
        ("被评为全国先进基层党组织、江州市劳动模范等荣誉。", ["全国先进基层党组织", "江州市劳动模范"]),
        ("成果获得江州市优秀教学成果一等奖。", ["江州市优秀教学成果一等奖"]),
        ("入选第三批全国休闲农业示范县。", ["第三批全国休闲农业示范县"]),
        # won, but nothing with a name
        ("获得群众好评，获得感更强，赢得先机，被评为优秀。", []),
    ],
)
def test_what_is_won_or_bestowed(text: str, found: list[str]) -> None:
    assert named("meeting", text) == found
