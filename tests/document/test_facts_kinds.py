"""Kinds of facts told by the words around them: firsts, scores, units, anniversaries, departments, works, what is in Latin letters."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


KNOWN = Known(frozenset(("临江", "江州", "石岭", "昆明")), frozenset(("金沙",)), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("这里有全省第一家外资粮库，开出首趟班列，入选首批试点。", ["第一家"]),
        ("我讲三个问题。第一个问题是学风，第一条，要读书。", []),
        ("一首条理分明的诗，首个方面是学习。", []),
        (
            "新增船只二十万载重吨，土方三亿立方公尺，气温零下三十度。",
            ["二十万载重吨", "三亿立方公尺", "零下三十度"],
        ),
        ("临界温度升到77K，主频3.2GHz，用的是5G和3D技术。", ["77K", "3.2GHz"]),
        ("女排以3：1取胜，队员跑出11秒32，拿下三连冠。", ["3：1", "11秒32", "三连冠"]),
        ("全县辖7镇5乡，从前只有8000来人，罚了二百。", ["7镇5乡", "8000来人", "二百"]),
        ("按照民法典第一千一百条办理，全省四百多名车手到场。", ["第一千一百条", "四百多名"]),
        ("水质由劣Ⅴ类升到Ⅲ类，启动Ⅱ级应急响应，每周三班船。", ["劣Ⅴ类", "Ⅲ类", "Ⅱ级", "三班"]),
        ("优良天数310天，累计服务20万小时。", ["310天", "20万小时"]),
        (
            "九千上岗，两千下岗，贷给我们三千万技改资金，这是百年一遇的洪水。",
            ["九千", "两千", "三千万", "百年一遇"],
        ),
        ("“五千工程”启动，千万不要忘了一万年前的事。", []),
    ],
)
def test_figures(text: str, names: list[str]) -> None:
    assert named("figure", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("九月召开的会议定了这件事，三月二日和十八日又议过。", ["九月", "三月二日", "十八日"]),
        ("2023—2024学年，这六年里，我们走过了百年历程。", ["2023—2024学年", "这六年", "百年"]),
        ("昨天24时封关，明清时期这里是码头。", ["昨天24时", "明清时期"]),
    ],
)
def test_dates(text: str, names: list[str]) -> None:
    assert named("date", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在石岭开发建设20周年庆祝大会上的讲话", ["石岭开发建设20周年庆祝大会"]),
        ("以耕地保护为题举行第十二次集体学习。", ["第十二次集体学习"]),
        ("党的十六大、十七大、十八大都提到它。", ["党的十六大", "十七大", "十八大"]),
        ("在临江市供水局和远山公司水表供货签字仪式上", ["临江市供水局和远山公司水表供货签字仪式"]),
        ("新中国成立后，全村通了路。新中国成立75周年快到了。", ["新中国成立"]),
        ("他在年中经营分析会上讲了话，工人参加了全厂焊工比武。", ["年中经营分析会", "全厂焊工比武"]),
        ("葡萄采摘节那天，“净网2023”专项行动正在收尾。", ["葡萄采摘节", "“净网2023”专项行动"]),
    ],
)
def test_meetings(text: str, names: list[str]) -> None:
    assert named("meeting", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("产品通过国际机构KQS和TLMC两家的审核，由Nordia公司承建。", ["KQS", "TLMC", "Nordia公司"]),
        ("我们用APP办公，AI技术进步很快，GDP增长5%。", []),
        ("质检部查出两件次品，刑一庭审理了此案。", ["质检部", "刑一庭"]),
        ("二纵六旅打了头阵，三营七连守住了山口。", ["二纵六旅", "三营七连"]),
        ("三（2）班的同学到了，家委会买了书。", ["三（2）班", "家委会"]),
        ("我们成立了法律援助委员会、青年创业委员会等机构。", ["法律援助委员会", "青年创业委员会"]),
        ("新设三家科技支行，这是公司第一座海外工厂。", []),
    ],
)
def test_institutions(text: str, names: list[str]) -> None:
    assert named("institution", text) == names


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("document", "公司通过ISO9001认证，接口符合ITU V5.2标准。", ["ISO9001", "ITU V5.2"]),
        (
            "document",
            "他批发了关于任命局长的中央文件，学习关于春耕生产的意见。",
            ["关于任命局长的中央文件", "关于春耕生产的意见"],
        ),
        ("document", "刑法规定，此类行为从重处罚。“水十条”颁布以后", ["刑法", "“水十条”"]),
        ("place", "丰满水电站改建完成，机器装在城里的帝王大厦。", ["丰满水电站", "帝王大厦"]),
        ("place", "仰韶文化遗迹在此出土，村东那座永安桥还在。", ["仰韶文化遗迹", "永安桥"]),
        ("place", "今天在致远楼前集合，智能化煤矿和互联网产业园都在建设。", ["致远楼"]),
        ("place", "龙门通道全长24公里，我们推动龙门高速建成通车。", ["龙门通道", "龙门高速"]),
        ("person", "由谭鑫培出演，张钰哲发现了一颗星，步鑫生同志来了。", ["谭鑫培", "张钰哲", "步鑫生"]),
        ("person", "豆豆爸爸、小雨妈妈都来了，人人爸爸不是名字。", ["豆豆", "小雨"]),
        (
            "institution",
            "上影集团、长影、八一厂都有新片，海尔的冰箱、春兰的空调，都好卖。",
            ["上影集团", "长影", "八一厂", "海尔", "春兰"],
        ),
        (
            "institution",
            "向日葵幼儿园招生，我是星云动力的创始人，首都钢铁公司试点。",
            ["向日葵幼儿园", "星云动力", "首都钢铁公司"],
        ),
        ("institution", "海城大学的老师来了，扩大学位供给，新增职业技术大学。", ["海城大学"]),
        ("promise", "今年要办十件实事，重点解决三个突出问题。", ["办十件实事"[1:], "三个突出问题"]),
        ("place", "三个人跳进汶河，一队人来到朱村看望老人，大家走进新村看望。", ["汶河", "朱村"]),
        ("document", "安理会第1234号决议必须执行。", ["安理会第1234号决议"]),
        ("place", "王坡矿发生透水，仙人岭到溪口的机耕路通了。", ["王坡矿", "仙人岭", "溪口"]),
        ("person", "住在老孟家，听弘一法师讲过。", ["老孟", "弘一法师"]),
        (
            "quotation",
            "“先修桥，后盖房”，村里人常这样说。他写下“饮水思源”四个大字。",
            ["先修桥，后盖房", "饮水思源"],
        ),
    ],
)
def test_what_is_named(kind: str, text: str, names: list[str]) -> None:
    assert named(kind, text) == names
