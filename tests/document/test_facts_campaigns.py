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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施渠系改造攻坚行动、开放平台建设行动，见了成效。", ["渠系改造攻坚行动", "开放平台建设行动"]),
        ("新时代兴渠行动深入推进，农田扩容计划启动实施。", ["新时代兴渠行动", "农田扩容计划"]),
        (
            "推进“万渠通万家”工作情况很好。“万渠通万家”从三年前开始。",
            ["“万渠通万家”"],
        ),
        ("完成第五次水土流失调查，迎来新中国成立77周年。", ["第五次水土流失调查", "新中国成立77周年"]),
    ],
)
def test_a_campaign_in_a_row_or_told_again(text: str, found: list[str]) -> None:
    assert named("meeting", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快金滩电厂二期、南站TOD等项目建设。", ["金滩电厂二期", "南站TOD"]),
        ("抓好道路改造、管网更新等项目。", []),
        ("全县开展种植、养殖等项目培训。", []),
    ],
)
def test_a_row_of_projects_has_a_name_in_it(text: str, found: list[str]) -> None:
    assert named("meeting", text) == found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (
            "place",
            "中俄互为邻国，愿同俄方努力，中缅通道，访美期间谈对华投资。",
            ["中俄", "俄方", "中缅", "美", "华"],
        ),
        ("place", "其中日常工作，集中德育，对方方案，健康中国，中国式的办法。", []),
        ("place", "世界离不开中国，驻甘部队，在京举行。", ["中国", "甘", "京"]),
        (
            "date",
            "昨天到的，今天下午开会，今明两年，到下世纪中叶，十二五是关键。",
            ["昨天", "今天下午", "今明两年", "下世纪中叶", "十二五"],
        ),
        ("date", "上个月签了约，年底完工，今天我们开会。", ["上个月", "年底"]),
        (
            "document",
            "按照江州市防汛应急预案的规定，提出渠系治理倡议，加入信息技术协定。",
            ["江州市防汛应急预案", "渠系治理倡议", "信息技术协定"],
        ),
        (
            "document",
            "启动煤炭物流专项规划的编制，落实为基层减负若干规定，看规划。",
            ["煤炭物流专项规划", "为基层减负若干规定"],
        ),
        (
            "figure",
            "是第二大贸易伙伴，举办了3届，得一等奖5个，荣获一等奖。",
            ["第二大", "3届", "5个", "一等奖"],
        ),
        ("promise", "有以下三方面的原因：一是水，二是路，三是人。", ["三方面的原因"]),
        (
            "meeting",
            "参加了泸顺起义，打了两河口战斗，“二六”轰炸以后。",
            ["泸顺起义", "两河口战斗", "“二六”轰炸"],
        ),
        ("institution", "到财大就读，老师大会开过了，伟大工程。", ["财大"]),
        (
            "quotation",
            "他说：“要把‘三提三争’落到“八条河”上去，干在实处。”",
            ["要把‘三提三争’落到“八条河”上去，干在实处。"],
        ),
    ],
)
def test_names_told_by_what_stands_around_them(kind: str, text: str, found: list[str]) -> None:
    assert named(kind, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("深入实施清渠护岸攻坚、林果产业倍增等行动。", ["清渠护岸攻坚", "林果产业倍增"]),
        ("在全市防汛抢险能力考核中取得优秀等次。", ["全市防汛抢险能力考核"]),
        ("北干渠引水管道扩建工程一期建成，惠及三万人。", ["北干渠引水管道扩建工程一期"]),
        ("持续实施高等教育条件改善工程，完成“三渠”工程建设任务。", ["高等教育条件改善工程", "“三渠”工程"]),
        # done, or of a sort
        ("开展整治河道、清理堤岸等行动，实施种草、修路等重点工程。", []),
    ],
)
def test_what_stands_behind_a_row_or_a_name_says_that_it_is_one(text: str, found: list[str]) -> None:
    assert named("meeting", text) == found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("person", "大力弘扬雷锋精神，守好渠。", ["雷锋"]),
        ("date", "建国初期，村里修了第一条渠，今年春节期间又修了一条。", ["建国初期", "今年春节期间"]),
        ("figure", "五国领导人一致决定修渠。", ["五国"]),
        ("place", "让来创业的人才在京安心工作。", ["京"]),
    ],
)
def test_what_the_words_around_tell(kind: str, text: str, found: list[str]) -> None:
    assert named(kind, text) == found
