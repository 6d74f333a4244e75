"""Names that nothing beside them tells: met again in the draft, in a list, before a post, or known by everybody."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

pytestmark = pytest.mark.usefixtures("facts_by_rules_alone")


KNOWN = Known(frozenset(("临江", "江州")), frozenset(("方山", "平远")), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("木棠公司的同事们，感谢大家支持木棠的发展。", ["木棠公司", "木棠"]),
        ("江州数据服务局（以下简称“江数局”）来信，江数局表示感谢。", ["江州数据服务局", "江数局"]),
        ("木禾体育副总裁李明远到场。", ["木禾体育"]),
        ("感谢江州公安局、石坪分局、新洲分局到场的同志。", ["江州公安局", "石坪分局", "新洲分局"]),
        ("微软和建行都来了，国际航空客运恢复，国民党军败退。", ["微软", "建行"]),
        ("守护“一老一小”，在变局中开新局，企业营收增长。", []),
    ],
)
def test_institutions(text: str, names: list[str]) -> None:
    assert sorted(named("institution", text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("走访临江、方山，他在非洲人群中。", ["临江", "方山", "非洲"]),
        ("临江北山灌区、大坳灌区通水。", ["临江北山灌区", "大坳灌区"]),
        ("坎多拉获批世界地质公园。", ["坎多拉"]),
        ("从特伦顿飞往撒马尔罕。", ["特伦顿", "撒马尔罕"]),
        ("平远发展，方山很高，走好探路先锋的路，三大公路开工。", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert named("place", text) == names


def test_two_meetings_joined_by_and() -> None:
    text = "举办第9届江州旅游高层对话和临江现代渔业圆桌会议。"
    assert named("meeting", text) == ["第9届江州旅游高层对话", "临江现代渔业圆桌会议"]


def test_figures_and_dates() -> None:
    assert named("figure", "分别增长14.3和7.2；成立一周年。1.六大产业。") == ["14.3", "7.2"]
    assert named("date", "2024年10月23日下午16：30-17：30") == ["2024年10月23日下午16：30-17：30"]
