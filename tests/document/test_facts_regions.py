"""Regions and historic areas, provinces by one character, zones told by what they try, laboratories by what they study."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("从闽西到川东北，从陇东到滇西。", ["闽西", "川东北", "陇东", "滇西"]),
        ("转战湘鄂赣，挺进冀鲁豫。", ["湘鄂赣", "冀鲁豫"]),
        ("鲁、豫、皖三省和吉、辽两省一起防汛。", ["鲁、豫、皖", "吉、辽"]),
        ("台、港同胞，新、老干部。", []),
        ("做好龟兹文化研究，博州的口岸，江南水乡。", ["龟兹", "博州", "江南水乡"]),
        ("榆林铅锌矿、青山堡稀土矿投产，出产铁矿石。", ["榆林铅锌矿", "青山堡稀土矿"]),
        (
            "建设国家绿色算力发展试验区，推进“北电南送”第二通道。",
            ["国家绿色算力发展试验区", "“北电南送”第二通道"],
        ),
        ("架起“握手”通道，落实国家自由贸易试验区提升战略。", []),
        ("高质量建设丝绸之路经济带沿线试验区。", ["丝绸之路经济带沿线试验区"]),
        ("在高楼大厦和崇山峻岭之间，修一条铁路专运线。", []),
    ],
)
def test_regions_and_zones(text: str, found: list[str]) -> None:
    assert named("place", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("坚决执行中央的指示，争取中央支持。", ["中央"]),
        ("中央投资项目，广场中央的雕塑。", []),
        ("划清中央和地方的职责。", ["中央"]),
        ("创建煤炭清洁利用与转化全国重点实验室，", ["煤炭清洁利用与转化全国重点实验室"]),
        ("支持农业、医药等领域全国重点实验室建设。", []),
        ("参加招标协会的年会，发挥行业协会作用。", ["招标协会"]),
        ("密切配合刘邓大军。", ["刘邓大军"]),
    ],
)
def test_institutions_without_a_place(text: str, found: list[str]) -> None:
    assert named("institution", text) == found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("figure", "七千兵力大败三万装备精良的敌军，守护七百多万市民家庭。", ["七千", "三万", "七百多万"]),
        ("figure", "八十万大军，十万大山，一村一品。", ["八十万"]),
        ("figure", "九部委发文，三省一市抗洪，七部门行动。", ["九部委", "三省一市", "七部门"]),
        (
            "figure",
            "第六任会长，第二步战略目标，我国第一个世界纪录，第一个问题。",
            ["第六任", "第二步", "第一个"],
        ),
        ("date", "在庆祝建厂和公司成立25周年大会上，15日之内报送。", ["25周年", "15日之内"]),
        ("document", "编制实施文化和旅游发展规划，贯彻36号令。", ["文化和旅游发展规划", "36号令"]),
        ("meeting", "黄桥决战和淮海大战，打好歼灭战。", ["黄桥决战", "淮海大战"]),
        ("meeting", "落实十八届六中精神，办好村超，开三干会。", ["十八届六中", "村超", "三干会"]),
        (
            "quotation",
            "俗话说，一分耕耘一分收获。常言道：要想富，先修路。",
            ["一分耕耘一分收获", "要想富，先修路"],
        ),
        ("quotation", "他作过比喻：“军队是一把刀，党拿着它开路”。", ["军队是一把刀，党拿着它开路"]),
        ("quotation", "俗话说，要干就干好。", []),
    ],
)
def test_figures_dates_and_sayings(kind: str, text: str, found: list[str]) -> None:
    assert named(kind, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施增产、提质、节本三大行动，抓好五大任务。", ["三大行动"]),
        ("起草了两个文件，一个是办法，一个是细则。", ["两个文件"]),
        ("分成新建项目和续建项目两大类，其中新建的多。", ["两大类"]),
        ("提三点愿望：更快、更高、更实。", ["三点愿望"]),
        ("可以归纳如下：\n一个目的。规范管理。\n三个平台。一是申报，二是管理。", ["一个目的", "三个平台"]),
        ("选出两个代表，去了三个村。", []),
    ],
)
def test_counts_that_the_text_answers(text: str, found: list[str]) -> None:
    assert named("promise", text) == found
