"""Names that the rules keep, offices by their standard name, documents without marks, periods and ranks."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.kept import names

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text)) if fact.kind == kind]


def test_names_that_are_kept() -> None:
    for of in ("bodies", "places", "people", "events", "documents", "short", "verses"):
        assert all(name.strip() == name and "#" not in name for name in names(of))
    assert {"人民银行", "腾讯"} & names("bodies")


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("place", "推进郑汴许协同发展，城乡一体化。", ["郑汴许"]),
        ("place", "他生在秀甸村，后来到拉勿屯，万企兴万村。", ["秀甸村", "拉勿屯"]),
        ("person", "亚里士多德说过，培根铸魂。", ["亚里士多德"]),
        ("person", "信通院夏璐等14名同学。沈某某，系民兵。", ["夏璐", "沈某某"]),
        ("meeting", "辛亥革命以后，统一战线，校运会、四位老帅务虚会。", ["辛亥革命", "校运会", "老帅务虚会"]),
        ("meeting", "迎接市“两会”，传达省委全会、市政府常务会议精神。", ["市“两会”", "省委全会", "市政府常务会议"]),
        ("document", "学习党章，出台临江经济高质量发展三年行动计划。", ["党章", "临江经济高质量发展三年行动计划"]),
        ("document", "深入实施空气质量改善行动计划，开展各项行动计划。", ["空气质量改善行动计划"]),
        ("date", "连续三年，78天，七十周年，“十五五”时期，2011届毕业生，九十诞辰，每月5日。",
         ["三年", "78天", "七十周年", "“十五五”时期", "2011届", "九十诞辰", "每月5日"]),
        ("figure", "居全省第一，排名前三，超千亿，十几个，提高近一倍，地震7.8级，第一时间。",
         ["全省第一", "前三", "千亿", "十几个", "近一倍", "7.8级"]),
        ("institution", "在省委领导下，县委书记和公安局、教体局、组织部部署。", ["省委", "县委", "公安局", "教体局", "组织部"]),
        ("institution", "“大功三连”、四野、英法八国联军、中央第三生态环境保护督察组",
         ["“大功三连”", "四野", "英法八国联军", "中央第三生态环境保护督察组"]),
        ("institution", "引进启迪控股、莱克水产等全国知名企业。", ["启迪控股", "莱克水产"]),
        ("institution", "智慧海关、嵌入式养老院、市先进基层党组织", []),
        ("promise", "讲两点期许，做好三个方面工作，培育20个重点实验室群。", ["两点期许", "三个方面工作"]),
        ("quotation", "秉承“厚德、博学、敬业”的校训。", ["厚德、博学、敬业"]),
        ("quotation", "会当凌绝顶，一览众山小。俗话说，“人勤春来早”。“学高为师，身正为范”，“不忘初心，牢记使命”。",
         ["会当凌绝顶，一览众山小", "学高为师，身正为范"]),
        ("place", "会当凌绝顶，一览众山小。", []),
        ("figure", "全村8个村民小组326户1218人。", ["8个", "326户", "1218人"]),
        ("person", "村民老李、小张家的民宿，奔小康。", ["老李", "小张"]),
        ("person", "有个学生名叫蹇宏，后来当了老师。", ["蹇宏"]),
        ("meeting", "举行毕业典礼暨学位授予仪式，开了期末总结表彰大会。", ["毕业典礼暨学位授予仪式", "期末总结表彰大会"]),
    ],
)  # fmt: skip
def test_what_is_told(kind: str, text: str, found: list[str]) -> None:
    assert named(kind, text) == found
