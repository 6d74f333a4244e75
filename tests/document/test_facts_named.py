"""Names that no word beside them tells: rows of names, meetings told with verbs, short names, names learned elsewhere."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


KNOWN = Known(frozenset(("临江", "江州", "石岭")), frozenset(), frozenset(("焦裕禄", "左权", "万里")))


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请欣赏由何恩茜 苏亦辰 江一诚带来的合唱。", ["何恩茜", "苏亦辰", "江一诚"]),
        ("掌声有请林佳宇上台。", ["林佳宇"]),
        ("许明远、何思敏、江秋阳出席。", ["许明远", "何思敏", "江秋阳"]),
        ("演讲人来自江州附中沈桂荣（高三）", ["沈桂荣"]),
        ("学习左权，到左权县去，行万里路。", ["左权"]),
        ("毛主席说过，古老的国家、老旧的小区。", ["毛主席"]),
        ("尊敬的卡洛斯总统，艾力·依明巴海，娜莎·坎波斯表示", ["卡洛斯", "艾力·依明巴海", "娜莎·坎波斯"]),
        ("高水平技术经理人，双向发力，危化品、道路交通、城镇燃气。", []),
        ("唱的是《焦裕禄》。", []),
    ],
)
def test_persons_without_a_post(text: str, names: list[str]) -> None:
    assert named("person", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("欢迎莅临2020年江州市水样前处理技术创新大会的现场。", ["2020年江州市水样前处理技术创新大会"]),
        ("出席中国—东盟商务与投资峰会开幕式。", ["中国—东盟商务与投资峰会开幕式"]),
        ("世界互联网大会临江峰会、中非经贸和文化论坛", ["世界互联网大会临江峰会", "中非经贸和文化论坛"]),
        (
            "四届人大以后，工会十八大、第26届青洽会、残特奥会",
            ["四届人大", "工会十八大", "第26届青洽会", "残特奥会"],
        ),
        ("相继召开了铁路会议、冶金会议。", ["铁路会议", "冶金会议"]),
        ("召开跨国公司领导人江州峰会。", ["跨国公司领导人江州峰会"]),
        ("在联合国系列峰会、气候变化大会和中拉论坛上", ["联合国系列峰会", "气候变化大会", "中拉论坛"]),
        ("开好全体党员代表大会，办表彰大会。", []),
        ("开了科学家座谈会、专题座谈会。", ["科学家座谈会"]),
        ("落实省委经济工作会议精神，庆祝第五届委员会成立，抓薄弱环节。", ["省委经济工作会议"]),
    ],
)
def test_meetings_by_what_they_are_of(text: str, names: list[str]) -> None:
    assert named("meeting", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中国物流与采购联合会来函。", ["中国物流与采购联合会"]),
        ("全国青联十三届委员会委员到会。", ["全国青联十三届委员会"]),
        ("江州恒立仪器设备有限公司成立，恒立仪器参展。", ["江州恒立仪器设备有限公司", "恒立仪器"]),
        ("查处兴泰锂业违法排污，临江德瑞跻身前十。", ["兴泰锂业", "临江德瑞"]),
        ("临江盲人按摩医院和石岭警察学院", ["临江盲人按摩医院", "石岭警察学院"]),
        (
            "他任红四军政委，后来是中共石岭特委书记、国防委员会委员。",
            ["红四军", "中共石岭特委", "国防委员会"],
        ),
        ("在临江建设学校，雷石岭医院，服务国家发展大局，建法治政府。", ["雷石岭医院"]),
        ("江州算力节点和十大数据中心，“双一流”大学，自治区级研究中心。", []),
        ("党中央国务院和监察部。", ["党中央", "国务院", "监察部"]),
        ("争创国家实验室、省技术创新中心，中央企业落户，地方党和政府支持。", []),
    ],
)
def test_institutions_short_and_whole(text: str, names: list[str]) -> None:
    assert named("institution", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("东六环改造，国家会议中心二期，临江检查站。", ["东六环", "国家会议中心", "临江检查站"]),
        ("首战两水洞、激战云山城。", ["两水洞", "云山城"]),
        (
            "攻克石岭、江州、蒲湾等地，在木禾镇、柴胡店镇、沙寨镇设点，木禾镇先行。",
            ["石岭", "江州", "蒲湾", "木禾镇", "柴胡店镇", "沙寨镇"],
        ),
        ("坚守底线，建设国际化大都市和公路口岸，“临江家宴”上桌。", []),
    ],
)
def test_places_by_what_stands_around(text: str, names: list[str]) -> None:
    assert named("place", text) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("老书记指示：“把水电搞上去”。", ["把水电搞上去"]),
        ("老校长告诫他“不要只看分数”。", ["不要只看分数"]),
        ("合：”长风破浪会有时，直挂云帆济沧海。“", ["长风破浪会有时，直挂云帆济沧海。"]),
        ("会上强调“两山转化”理念，提出“五个一百工程”。", []),
    ],
)
def test_what_somebody_said(text: str, words: list[str]) -> None:
    assert named("quotation", text) == words
