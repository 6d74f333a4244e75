"""Facts that no list foresees: figures by any measure, ways, guests from abroad, documents without marks, counts in a row."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.foreign import weight
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


KNOWN = Known(frozenset(("临江", "江州", "石岭", "昆明")), frozenset(("金沙",)), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新中国成立以来，棉花增产四点七倍，粮食增产一点四倍。", ["四点七倍", "一点四倍"]),
        ("六组企业重组，老院士八下南海。", ["六组", "八下"]),
        ("近期投资近一亿，荣获一等奖，是全省第5个国家级集群。", ["一亿", "一等奖", "第5个"]),
        ("出口实现两位数增长，综合考核居全国第一方阵。", ["两位数", "第一方阵"]),
        ("三次产业结构调整，二是抓落实，两国人民十分友好，百年梦想。", []),
    ],
)
def test_figures_by_any_measure(text: str, names: list[str]) -> None:
    assert named("figure", text) == names


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        (
            "document",
            "东湖片区专项规划发布实施，落实粮食产能提升实施意见。",
            ["东湖片区专项规划", "粮食产能提升实施意见"],
        ),
        ("document", "石岭生态岛建设第四轮三年行动计划顺利完成。", ["石岭生态岛建设第四轮三年行动计划"]),
        ("document", "拿出实施方案，听取意见，列出问题清单，完善管理办法，做好规划。", []),
        (
            "place",
            "加快临江至黄梆、金沙经昆明至石岭等高速公路建设。",
            ["临江", "黄梆", "金沙", "昆明", "石岭"],
        ),
        ("place", "校园辗转昆明、李坝办学。", ["昆明", "李坝"]),
        ("place", "共建粤黔东西部协作升级版。", ["粤黔"]),
        ("place", "船队到过塔卡杜一带，春天的四平路校区繁花似锦。", ["塔卡杜", "四平路校区"]),
        ("person", "尊敬的波塔州州长约瑟夫阁下，据历史学家赫莱尔研究。", ["约瑟夫", "赫莱尔"]),
        ("person", "我代表方书记和安局长看望大家。", ["方书记", "安局长"]),
        (
            "institution",
            "国会预算委员会主席莫拉莱斯阁下，财政和公共事务部长中永阁下，",
            ["国会预算委员会", "财政和公共事务部"],
        ),
        ("institution", "产品通过了邮电部的论证，中西部、住院部也去过。", ["邮电部"]),
        ("institution", "飞鹰乳业、鸿达生物进入五百强，发展生物医药。", ["飞鹰乳业", "鸿达生物"]),
        ("date", "提前10年完成目标。", ["10年"]),
    ],
)
def test_names_that_no_list_has(kind: str, text: str, names: list[str]) -> None:
    assert named(kind, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实现了“六个增长”、“两个突破”。\n“六个增长”是：产值增长。", ["六个增长", "两个突破"]),
        ("创造了经济增长和社会安定两大奇迹，世界瞩目。", ["两大奇迹"]),
        ("一个提高、两个优化、三个增强都做到了。", ["一个提高", "两个优化", "三个增强"]),
        ("没有一个国家、一个地区会答应，指挥两大野战军和民兵。", []),
    ],
)
def test_counts(text: str, names: list[str]) -> None:
    assert named("promise", text) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“艰难困苦，玉汝于成”，这段路难忘。", ["艰难困苦，玉汝于成"]),
        ("苏轼写过，“竹杖芒鞋轻胜马，谁怕？”", ["竹杖芒鞋轻胜马，谁怕？"]),
    ],
)
def test_quotations(text: str, words: list[str]) -> None:
    assert named("quotation", text) == words


def test_foreign_names_by_their_characters() -> None:
    assert min(map(weight, ("卡马尔", "萨尔多", "塔卡杜"))) > 8
    assert max(map(weight, ("高尔夫", "里程碑", "里应外合", "巴山蜀水"))) < 5


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("place", "尊敬的塔联邦前总统罗梅罗阁下，", ["塔联邦"]),
        ("institution", "尊敬的塔联邦政府代表，中国光明会组织企业家捐款。", ["塔联邦政府", "中国光明会"]),
        (
            "institution",
            "我们成立了码头工人俱乐部，还有一个新思想研究会。",
            ["码头工人俱乐部", "新思想研究会"],
        ),
        ("institution", "华电、临电等企业实现突破。", ["华电", "临电"]),
        ("person", "谭远山、林志明和我拒绝加入。", ["谭远山", "林志明"]),
        ("place", "中国在麦多莱卡姆的农场。", ["麦多莱卡姆"]),
        ("meeting", "举办金融支持民营经济服务月活动，三公里就业圈，最后一公里。", ["金融支持民营经济服务月"]),
    ],
)
def test_names_told_by_their_frame(kind: str, text: str, names: list[str]) -> None:
    assert [name for name in named(kind, text) if name != "中国"] == names


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        (
            "person",
            "县长布和巴图、外长巴罗，护林员艾买提江，牧民代表苏和巴特尔。",
            ["布和巴图", "巴罗", "艾买提江", "苏和巴特尔"],
        ),
        ("person", "向革命烈士默哀，总书记庄严宣告，孟子曰：“仁。”", ["孟子"]),
        (
            "figure",
            "缴获山炮十二门，藏书四千余种，结案率九成八，亏损六千四百万。",
            ["十二门", "四千余种", "九成八", "六千四百万"],
        ),
        (
            "figure",
            "夺得三十一金、二十五银，以三比二战胜对手，雨量九十六点五毫米。",
            ["三十一金", "二十五银", "三比二", "九十六点五毫米"],
        ),
        ("date", "到二0二0年实现，一九八五年建成。", ["二0二0年", "一九八五年"]),
        ("institution", "请省发改委、财政厅，各自抓紧对接。", ["省发改委", "财政厅"]),
        ("place", "部队在茅岭渡歼敌一个团。", ["茅岭渡"]),
        ("promise", "抓实六件大事，守牢两条底线。", ["六件大事", "两条底线"]),
    ],
)
def test_what_other_drafts_have(kind: str, text: str, names: list[str]) -> None:
    assert named(kind, text) == names
