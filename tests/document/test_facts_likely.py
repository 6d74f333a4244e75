"""Persons told by the characters of their name, where no list has their post."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


KNOWN = Known(frozenset(("临江", "江州", "石岭")), frozenset(), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("主教练裴志刚、领队龚雪梅到场。", ["裴志刚", "龚雪梅"]),
        ("会议选举许明远为会长，罗永昌、白福祥为副会长。", ["许明远", "罗永昌", "白福祥"]),
        ("他和宋铁柱一道守了三十年水库。", ["宋铁柱"]),
        ("总会计师佟颖华代表学校签字。", ["佟颖华"]),
        ("钢琴伴奏：陆晓晴。", ["陆晓晴"]),
        ("高质量发展，成效显著，安全有序，强基工程，方案已定。", []),
        ("江州鸿远通信公司、“康乐行”活动、龙泉镇、梅岭路。", []),
    ],
)
def test_names_by_their_characters(text: str, names: list[str]) -> None:
    assert named("person", text) == names


def test_a_line_may_begin_with_the_head_of_an_institution() -> None:
    assert named("institution", "集团公司三届二次职代会今天闭幕。\n学院和江州医院都来了。") == ["江州医院"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("总量居全国第三位、第五位，排名第二十一位。", ["全国第三位", "第五位", "第二十一位"]),
        ("倍差缩小到1.94、最高最低比降到1.61。", ["1.94", "1.61"]),
        ("比值由3.27缩小至2.93，强度由1.8提高到2.3，说明书改为1.2版。", ["3.27", "2.93", "1.8", "2.3"]),
        (
            "700分以上突破百名，建成百座以上示范小区，国家考评第三，居西部省会首位，五百强来了。",
            ["700分以上", "百名", "百座", "第三", "首位", "五百强"],
        ),
        ("打了两口井，做了四轮检测，第一位讲话的是他。", ["两口", "四轮"]),
    ],
)
def test_ranks_and_turns(text: str, figures: list[str]) -> None:
    assert named("figure", text) == figures


def test_a_congress_before_its_years() -> None:
    assert named("meeting", "从党的十六大的五年说起，这是三大的任务。") == ["党的十六大"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由夕照红合唱团演出，清源水务集团赞助。", ["夕照红合唱团", "清源水务集团"]),
        ("当时复旦、东临、华东理工等高校都来了。", ["复旦", "东临", "华东理工"]),
        ("百济堂、鑫达建筑等三家企业签了约。", ["百济堂", "鑫达建筑"]),
        ("第一机床厂、红旗农机研究所建在这里。", ["第一机床厂", "红旗农机研究所"]),
        (
            "中国驻坦桑尼亚大使馆来电，江州银行城东支行送来贺信。",
            ["中国驻坦桑尼亚大使馆", "江州银行城东支行"],
        ),
        ("任命何志远为江州市人民政府副市长。", ["江州市人民政府"]),
        ("将设立江州可持续发展数据创新中心。", ["江州可持续发展数据创新中心"]),
        ("宋某同志，龙头企业集团、跨境电商平台、研究型大学，把党和国家工作中心转移过来。", []),
        ("吸引了来自江州、临江的126家企业。", []),
    ],
)
def test_institutions_by_rare_words_lists_and_founding(text: str, names: list[str]) -> None:
    assert named("institution", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("学校在先鸣楼剧场举行大会。", ["先鸣楼剧场"]),
        ("他走遍了石门、罗坪、壶瓶山三个乡镇。", ["石门", "罗坪", "壶瓶山"]),
        ("沿环城南路、迎宾大道走，走好探路先锋的路。", ["环城南路", "迎宾大道"]),
        ("滴水湖周边，开行中哈物流合作基地的班列。", ["滴水湖", "中哈物流合作基地"]),
        ("表彰会在人民大会堂举行。", ["人民大会堂"]),
    ],
)
def test_places_by_their_frame(text: str, names: list[str]) -> None:
    assert named("place", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("学校举行庆祝教师节表彰大会。", ["庆祝教师节表彰大会"]),
        ("宋志刚同志追悼大会今天举行。", ["宋志刚同志追悼大会"]),
        ("确保中秋晚会顺利，重阳敬老文艺汇演开始。", ["中秋晚会", "重阳敬老文艺汇演"]),
        ("出席《江河公约》第三次缔约方大会。", ["《江河公约》第三次缔约方大会"]),
        ("第三届“梅溪杯”龙舟赛开赛。", ["第三届“梅溪杯”龙舟赛"]),
        ("江州市第十四届委员会向大会报告，技能竞赛部在场。", []),
    ],
)
def test_meetings_of_feasts_and_persons(text: str, names: list[str]) -> None:
    assert named("meeting", text) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("古人讲得好：“行之弥久，知之弥深。”", ["行之弥久，知之弥深。"]),
        ("“水积而成渊，木积而成林。”这话不假。", ["水积而成渊，木积而成林。"]),
        (
            "要求江州“努力走在全省现代化建设各项工作的最前列的最前面”。",
            ["努力走在全省现代化建设各项工作的最前列的最前面"],
        ),
        ("抓“四个全面”战略布局，统筹推进“五位一体”总体布局。", []),
    ],
)
def test_old_words_and_long_ones_are_quoted(text: str, words: list[str]) -> None:
    assert named("quotation", text) == words


def test_a_post_before_a_likely_name_is_told() -> None:
    persons = facts(Document("稿.txt", "领队龚雪梅、总会计师佟颖华出席仪式。"), KNOWN)
    assert [(one.text, one.about) for one in persons if one.kind == "person"] == [
        ("龚雪梅", "领队"),
        ("佟颖华", "总会计师"),
    ]


def test_an_institution_is_told_once_at_a_place_and_a_contract_is_no_about() -> None:
    found = facts(Document("稿.txt", "国务院安委会办公室印发通知，现场签约34.7亿元。"), KNOWN)
    assert [(one.kind, one.text, len(one.places)) for one in found] == [
        ("institution", "国务院安委会办公室", 1),
        ("figure", "34.7亿元", 1),
    ]
