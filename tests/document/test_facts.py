"""What a reader must verify in a draft: each kind, in the words of the draft, with its places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT, Outcome, write
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import Document
from speechlint.document.facts import Fact, facts
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


DRAFT = (
    "在全县水利工作会议上的讲话\n\n同志们：刚才，县委书记王大川同志讲了话，陈志明局长作了汇报。请陈局长再把一把关。\n"
    "2026年3月5日（星期三），我们印发了《临江县水网建设方案》。全县粮食总产量达到13.8亿斤，临江县水库蓄水13.6万立方米。\n"
    "老书记强调：“水利兴，则百业兴。”下面，我讲三点意见。\n一、抓规划\n先规划，后动工。\n二、抓进度\n抓紧开工。\n"
    "全县粮食总产量达到13.6亿斤。\n"
)


KNOWN = Known(frozenset(("临江", "江州")), frozenset(("合作",)), frozenset(("焦裕禄",)))


def found(text: str = DRAFT, known: Known = KNOWN) -> list[Fact]:
    return facts(Document("稿.txt", text), known)


def told(kind: str, text: str = DRAFT) -> list[tuple[str, str]]:
    return [(fact.text, fact.about) for fact in found(text) if fact.kind == kind]


def named(kind: str, text: str) -> list[str]:
    return [what for what, _ in told(kind, text)]


def test_persons_with_their_posts() -> None:
    assert told("person") == [("王大川", "书记"), ("陈志明", "局长"), ("陈局长", "")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大家好，我叫徐念慈。", ["徐念慈"]),
        ("请团委书记郝思远主讲，随后请罗司长点评。", ["郝思远", "罗司长"]),
        ("出席会议的有县长高启程、李若水、江一帆等同志。", ["高启程", "李若水", "江一帆"]),
        (
            "缅怀徐念慈先生，苏远山、林一苇夫妇和好友江如海回忆，感谢李总。",
            ["徐念慈", "苏远山", "林一苇", "江如海", "李总"],
        ),
        ("他和弟弟小川、女儿何念一起到场。", ["小川", "何念"]),
        ("向州长艾力·买买提、校长古丽娜尔，致敬。", ["艾力·买买提", "古丽娜尔"]),
        ("学习焦裕禄，讲马克思主义，向各位代表、公安局长问好。", ["焦裕禄"]),
    ],
)
def test_who_is_a_person(text: str, names: list[str]) -> None:
    assert named("person", text) == names


def test_a_name_is_told_wherever_it_stands() -> None:
    [person] = [fact for fact in found("局长翟明远到会。\n会后，翟明远去了工地。") if fact.kind == "person"]
    assert len(person.places) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("临江县石牛镇柳林村受灾，临江发展很快。", ["临江县石牛镇柳林村", "临江"]),
        (
            "建成临江花溪机场、临石高铁、禹泽大桥，出口德国。",
            ["临江花溪机场", "临石高铁", "禹泽大桥", "德国"],
        ),
        ("合作市在开展合作，B县有新城市。", ["合作市"]),
        ("打造“智行走廊”，建设一流示范区，走向市场，全市城镇化和乡村振兴、各乡镇都要抓。", []),
        ("《临江县志》、临江县教育局", []),
        ("临江县体育大会", ["临江县"]),
    ],
)
def test_what_is_a_place(text: str, names: list[str]) -> None:
    assert named("place", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("财政部国库司和B分局石桥派出所来人。", ["财政部国库司", "B分局石桥派出所"]),
        ("由临江恒立机械有限公司承建，临江恒立出资。", ["临江恒立机械有限公司", "临江恒立"]),
        (
            "在临江县人民政府和省文旅集团支持下，江州第一人民医院开诊。",
            ["临江县人民政府", "省文旅集团", "江州第一人民医院"],
        ),
        ("公立医院、三级医院、各级学校，以经济建设为中心，XX县工会。", []),
    ],
)
def test_what_is_an_institution(text: str, names: list[str]) -> None:
    assert named("institution", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "学习党的二十届三中全会和二十届二中、三中全会精神。",
            ["党的二十届三中全会", "二十届二中、三中全会"],
        ),
        ("举办第十二届中国（江州）家纺博览会。", ["第十二届中国（江州）家纺博览会"]),
        (
            "全省“护校”行动每日调度会和全国应对风险及采购工作会议。",
            ["全省“护校”行动每日调度会", "全国应对风险及采购工作会议"],
        ),
        (
            "全国水利工作座谈会、全省水利工作会议、市委十届五次、六次全会",
            ["全国水利工作座谈会", "全省水利工作会议", "市委十届五次、六次全会"],
        ),
        ("今天的会议开得好，会议室里座谈会刚开始。", []),
    ],
)
def test_what_is_a_meeting(text: str, names: list[str]) -> None:
    assert named("meeting", text) == names


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("去年十月到今年1月7日下午3时", ["去年十月到今年1月7日下午3时"]),
        (
            "1月31日至2月6日15时，第二季度，6月份，七月初，2024-05-01",
            ["1月31日至2月6日15时", "第二季度", "6月份", "七月初", "2024-05-01"],
        ),
        ("20世纪80年代，2025年度", ["20世纪80年代", "2025年度"]),
        ("今年，过去一年，2021级，周到服务，三年", ["今年", "三年"]),
    ],
)
def test_what_is_a_date(text: str, dates: list[str]) -> None:
    assert named("date", text) == dates


def test_a_whole_date_comes_with_the_weekday_it_is() -> None:
    assert told("date") == [("2026年3月5日（星期三）", "星期四")]


def test_figures_with_what_they_measure() -> None:
    assert told("figure") == [
        ("13.8亿斤", "全县粮食总产量达到"),
        ("13.6万立方米", "临江县水库蓄水"),
        ("13.6亿斤", "全县粮食总产量达到"),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "超过90万人，5.0%—5.5%，500亿斤以上，近3000人次",
            ["超过90万人", "5.0%—5.5%", "500亿斤以上", "近3000人次"],
        ),
        (
            "总量居全国第3，连跨4个千亿台阶，收入增长7.2，占三分之二，翻一番",
            ["第3", "4个", "千亿", "7.2", "三分之二", "翻一番"],
        ),
        ("三个月建成十件实事，百万户参加", ["十件", "百万户"]),
        ("12345热线、5G、“7+1”、7.0版、500强、第三章", []),
        ("三农、千家万户、四个意识、党的二十大、十四五、一系列、一项", []),
    ],
)
def test_what_is_a_figure(text: str, figures: list[str]) -> None:
    assert named("figure", text) == figures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("老书记肯定我们“走在前面，干在实处”。", [("走在前面，干在实处", "老书记")]),
        ("“长风破浪会有时，直挂云帆济沧海”", [("长风破浪会有时，直挂云帆济沧海", "")]),
        ("坚持“听党话、跟党走”，做好“五篇大文章”。", []),
    ],
)
def test_what_is_quoted(text: str, words: list[tuple[str, str]]) -> None:
    assert told("quotation", text) == words


def test_addresses_hold_no_facts() -> None:
    assert found("![](临江县.assets/开工仪式_2024年.jpg)") == []


def test_documents_meetings_and_quotations() -> None:
    assert told("document") == [("《临江县水网建设方案》", "")]
    assert told("meeting") == [("全县水利工作会议", "")]
    assert told("quotation") == [("水利兴，则百业兴。", "老书记")]


def test_a_promise_with_the_members_that_answer_it() -> None:
    assert told("promise") == [("三点意见", "一、二")]


def test_the_same_thing_in_two_forms_stands_side_by_side() -> None:
    forms = {fact.text: fact.forms for fact in found() if fact.forms}
    assert forms == {
        "陈志明": ("陈局长",),
        "陈局长": ("陈志明",),
        "13.8亿斤": ("13.6亿斤",),
        "13.6亿斤": ("13.8亿斤",),
    }


@pytest.mark.parametrize(
    "text",
    [
        "各位书记，同志们好。",
        "走向市场，做好市域工作。",
        "第3个问题，2026版。",
        "这三点要求请落实。",
        "几句话。",
    ],
)
def test_what_is_nothing_to_verify(text: str) -> None:
    assert found(text) == []


@given(st.text("王陈局书记长同志县市2026年月日3.%亿《》“”，。一二三点意见\n（）星期"))
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    doc = Document("稿.txt", text)
    for fact in facts(doc):
        for span in fact.places:
            assert 0 <= span.start < span.end <= len(text)


def test_as_json_by_its_schema(run: Callable[..., Outcome], tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", DRAFT)
    done = run("facts", str(tmp_path / "稿.txt"), "--format", "json", "--isolated")
    made = json.loads(done.out)
    schema = ROOT / "speechlint" / "reporters" / "facts.schema.json"
    jsonschema.validate(made, json.loads(schema.read_text(encoding="utf-8")))
    [place] = [fact for fact in made["files"][0]["facts"] if fact["kind"] == "place"]
    assert (place["text"], [(at["line"], at["column"]) for at in place["places"]]) == (
        "临江县水库",
        [(4, 49)],
    )


def test_as_a_list_to_tick(run: Callable[..., Outcome], tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", DRAFT)
    done = run("facts", str(tmp_path / "稿.txt"), "--isolated")
    assert re.search("    □ 陈局长  3:[0-9]+；另有 陈志明\n", done.out)
    assert done.status == 0
