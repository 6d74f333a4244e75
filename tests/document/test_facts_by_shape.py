"""Facts by their shape and what stands beside them: townships of a list, numbers in forms of their own, what happened, houses, given names."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


KNOWN = Known(frozenset(("临江", "昆明")), frozenset(("江山",)), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("为贫困学生赵小燕（银坑、父亲早逝）筹到学费，立足马宅实际。", ["银坑", "马宅"]),
        ("洛带的客家菜有名，全体沙溪人民感谢你们。", ["洛带", "沙溪"]),
        ("驻泾各单位、各邠籍企业家到会。", ["泾", "邠"]),
        ("推进江山经济社会发展。", ["江山"]),
        ("北接晒谷坪，南邻枫木垭。", ["晒谷坪", "枫木垭"]),
        ("在塘北、观音庙、孙岗和塘西建立小学。", ["塘北", "观音庙", "孙岗", "塘西"]),
        ("加上开工的大准和呼鄂高速，西关桥西延工程完工。", ["大准", "呼鄂高速", "西关桥"]),
        ("夺得包市状元，巴盟的乡亲、昆州各界来了。", ["包市", "巴盟", "昆州"]),
        (
            "中和镇提出了办法，青草、新南桥和沿河等村修了路，新杨公路通车。",
            ["中和镇", "青草", "新南桥", "沿河", "新杨公路"],
        ),
        ("县城在沂下游，关系枨冲全局，干线枨冲段通了。", ["沂", "枨冲"]),
        (
            "江山自古人杰地灵，以小屯村400亩果园为中心，韭山洞、狼巷迷谷名扬四方。",
            ["江山", "小屯村", "韭山洞", "狼巷迷谷"],
        ),
        ("万象更新，以上水库不垮坝，繁荣乡村文化。", []),
        ("发展普惠金融，建设智慧文旅，结合工作实际。", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert named("place", text) == names


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("figure", "结构为12.5:44.1:43.4，收入比缩小到2.32:1，8:30开会。", ["12.5:44.1:43.4", "2.32:1"]),
        ("figure", "携手廿载，走过一甲子，利润翻了近两番。", ["廿载", "一甲子", "两番"]),
        ("figure", "未发生一起重大事故，一家三代单传。", ["一起", "三代"]),
        ("figure", "只有一间教室、一块黑板，库容1.2亿方。", ["一间", "一块", "1.2亿"]),
        ("date", "告别2017，2018的钟声敲响。", ["2017", "2018"]),
        ("date", "较“十五”翻两番，七月流火，XX年秋天开工。", ["“十五”", "七月", "XX年秋"]),
        (
            "meeting",
            "战胜1996年特大洪灾，吸取苏丹红事件的教训，严防极端事件。",
            ["1996年特大洪灾", "苏丹红事件"],
        ),
        ("meeting", "受台风“青鸾”影响，松毛岭战役永载史册。", ["青鸾", "松毛岭战役"]),
        ("meeting", "举行“点亮心灯”祈福活动，预祝三连老兵聚会成功。", ["“点亮心灯”祈福活动", "三连老兵聚会"]),
        (
            "institution",
            "一、三小学合并，调到二小任教，长鸿高中部很强。",
            ["一、三小学", "二小", "长鸿高中部"],
        ),
        ("institution", "我谨代表奋飞中学向大家问好，奋中人牢记校训。", ["奋飞中学", "奋中"]),
        ("institution", "花会组委会和后来加入的音乐家协会都很辛苦。", ["花会组委会", "音乐家协会"]),
        ("institution", "恒力PTA等项目落地，我们在中国长跑网上发帖。", ["恒力PTA", "中国长跑网"]),
        ("quotation", "牢记先辈“公诚勤朴”之遗志，群贤毕至，少长咸集。", ["公诚勤朴", "群贤毕至，少长咸集"]),
        ("quotation", "从拼将热血洒疆场的女侠秋瑾，到今天的青年。", ["拼将热血洒疆场"]),
        (
            "person",
            "现任广财主任、玉莲主任都来了，守祖地的克亮兄也在。",
            ["广财主任", "玉莲", "克亮"],
        ),
        ("person", "相德公支系的后人，从江姐到刘胡兰。", ["相德公", "江姐", "刘胡兰"]),
        ("person", "尊敬的郝启明前参议员，会长方以青大哥，以青会长也来了。", ["郝启明", "方以青", "以青"]),
        ("person", "感谢建超、景斌等战友，专家岑达奇表示赞同。", ["建超", "景斌", "岑达奇"]),
        (
            "figure",
            "历时一年零二个月，涨幅0.53~1.31m，办公楼一幢。",
            ["一年零二个月", "0.53~1.31m", "一幢"],
        ),
        (
            "institution",
            "二营指挥连和西政78级校友来了，明义中学的老师们，明义学子努力。",
            ["二营指挥连", "西政", "明义中学", "明义"],
        ),
        ("quotation", "方书记曾说过这样一句话，每一代人有每一代人的路。", ["每一代人有每一代人的路"]),
        (
            "person",
            "副处长净玮宣读了文件，选举向金根为会长。",
            ["净玮", "向金根"],
        ),
        (
            "institution",
            "味经中学更名，百强中学、职业中学很多，白石公社的社员来了。",
            ["味经中学", "白石公社"],
        ),
        ("figure", "为烈士默哀一分钟，购置客车一辆。", ["一分钟", "一辆"]),
        ("person", "全体同志、各位老师、分管领导，联络宗亲。", []),
    ],
)
def test_by_shape(kind: str, text: str, found: list[str]) -> None:
    assert sorted(named(kind, text)) == sorted(found)
