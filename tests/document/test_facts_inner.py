"""Inner offices, short names told by their people, meetings convened, persons called so, and what is of a kind only."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今天，我代表校委会向大家问好。", "校委会"),
        ("这些年，在院党组的带领下，我们干了不少实事。", "院党组"),
        ("请文体局副局长某同志宣读决定。", "文体局"),
        ("市级机关工委在这里举办讲座。", "市级机关工委"),
        ("安委会成员单位都到齐了。", "安委会"),
        ("要不折不扣贯彻中央、省委的部署。", "中央"),
    ],
)
def test_offices_by_what_they_are_made_of(text: str, name: str) -> None:
    assert name in named("institution", text)


def test_a_short_name_by_whose_people_are_spoken_of() -> None:
    text = "去年，全体沪恒人团结一心。\n今晚，我们为沪恒喝彩。\n"
    assert named("institution", text) == ["沪恒"]
    assert named("institution", "全体老师的讲话很好，老师的心意都在。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在争创卫生县城动员大会上的讲话", "争创卫生县城动员大会"),
        ("我们在全党开展“三学三比”主题教育，就是要正风气。", "“三学三比”主题教育"),
        ("今天，春季运动会开幕了。", "春季运动会"),
    ],
)
def test_meetings_by_where_one_speaks(text: str, name: str) -> None:
    assert named("meeting", text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("等一会永年书记还要讲话。", ["永年"]),
        ("受族中德厚、德林等几位长辈的委托。", []),
        ("受德厚、德林等几位长辈的委托。", ["德厚", "德林"]),
        ("让我们向于局长表示感谢。", ["于局长"]),
        ("镇党委书记  田青山\n", ["田青山"]),
    ],
)
def test_persons_called_so(text: str, names: list[str]) -> None:
    assert named("person", text) == names


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("institution", "新增普通高中学位800个，乡镇卫生院全部达标。"),
        ("institution", "布局具身智能、脑机接口等产业，建设国家卓越级智能工厂。"),
        ("place", "深化府院联动，发展集成电路，实现县县通高速。"),
        ("place", "干部要下沉一线，建设美丽河湖。"),
        ("person", "发展普惠托育服务，弘扬企业家精神，保护企业家权益。"),
        ("person", "请列席会议的同志提出意见。"),
        ("figure", "下面进行第一项议程，锚定“2468”战略目标。"),
        ("promise", "增强四个意识，坚定四个自信。"),
    ],
)
def test_what_is_of_a_kind_only(kind: str, text: str) -> None:
    assert named(kind, text) == []


def test_provinces_by_one_character_and_classics() -> None:
    assert "鄂" in named("place", "欢迎在鄂就读的同学们。")
    assert named("quotation", "古人有云，居安思危，思则有备。") == ["居安思危，思则有备"]
