"""What only sounds like a fact: unions, campaigns and ways of a kind, and counts in quotation marks that are answered."""

import pytest
from test_facts_unread import named


@pytest.mark.parametrize(
    "text",
    [
        "坚定不移地走中国特色社会主义工会发展道路，建好行业性工会联合会，打造书香工会。",
        "建立高技能人才创新工作室，抓好镇街党委的工作。",
    ],
)
def test_kinds_of_bodies_are_none_of_them(text: str) -> None:
    assert named("institution", text) == []


def test_the_union_of_a_place_is_one() -> None:
    assert named("institution", "青山县总工会和柳河钢铁公司工会联合发文。") == [
        "青山县总工会",
        "柳河钢铁公司工会",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("广泛开展“工人先锋号”创建活动，深化“新时代·新作为”主题教育活动，组织技能提升劳动竞赛。", []),
        ("昨晚在渠边举行了“点亮水渠”祈福活动。", ["“点亮水渠”祈福活动"]),
    ],
)
def test_what_is_carried_on_is_no_event(text: str, names: list[str]) -> None:
    assert named("meeting", text) == names


def test_ways_of_a_kind_are_no_places() -> None:
    assert named("place", "完善周边城市交通，建好货运铁路、内河航道，每个县都有工人文化宫。") == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("要做到“三个始终”。\n一是始终听党的话。\n二是始终守渠。\n三是始终为民。", ["三个始终"]),
        ("按照“围绕一条主线、把握两个重点、打造三个中心”的要求去做。", ["一条主线", "两个重点", "三个中心"]),
    ],
)
def test_counts_that_are_answered(text: str, counts: list[str]) -> None:
    assert named("promise", text) == counts


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("person", "刚才，民乐同志作了报告，县委书记商渠水同志讲了话。", ["民乐", "商渠水"]),
        ("person", "文学家柳岸、思想史家石磊等来校讲学，几位科学家们也来了。", ["柳岸", "石磊"]),
        ("place", "加快北沿江、盐泰锡常宜、通苏嘉甬高铁建设。", ["北沿江", "盐泰锡常宜", "通苏嘉甬高铁"]),
        (
            "place",
            "沿青柳生态经济带布局，打造一批产业带，建设渠首1号风景道。",
            ["青柳生态经济带", "渠首1号风景道"],
        ),
        ("institution", "工作先后受到省总和市总的表彰，市总体规划已定。", ["省总", "市总"]),
        ("institution", "IBM公司和B分局都派人来了。", ["IBM公司"]),
        ("place", "问题集中在B区、X县和××市。", []),
        ("figure", "首批项目、三大板块、亿元以上项目12个，进入500强。", ["亿元以上", "12个"]),
        ("promise", "我再提几点希望。", []),
    ],
)
def test_told_by_the_word_for_what_they_are(kind: str, text: str, names: list[str]) -> None:
    assert named(kind, text) == names


def test_figures_at_full_width_are_figures() -> None:
    text = "１９５５年原煤增长１７％，支出５，２８１，０００元，从７．４万亿元增加到８万亿元。"
    assert named("figure", text) == ["１７％", "５，２８１，０００元", "７．４万亿元", "８万亿元"]
    assert named("date", text) == ["１９５５年"]
