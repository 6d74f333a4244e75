"""Where an old formulation is rightly used, and where a marker nearby excuses nothing."""

from __future__ import annotations

import pytest

from speechlint.document import Document, Span
from speechlint.document.contexts import CONTEXTS, place

OLD = "全面建设小康社会"


def holds(kind: str, text: str, *, year: str = "2026", until: str = "2012-11-07") -> bool:
    """Whether the context holds for the old words in ``text``."""
    doc = Document("draft.txt", text)
    at = doc.text.index(OLD)
    return CONTEXTS[kind](place(doc, Span(at, at + len(OLD)), year, until))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("history", f"回顾那段岁月，我们{OLD}，人人争先。"),
        ("history", f"三十年来，全市上下{OLD}。"),
        ("history", f"当年，我们为{OLD}流过汗。"),
        ("since", f"{OLD}以来，城乡面貌一新。"),
        ("title", f"认真研读《{OLD}的讲话》。"),
        ("quote", f"老书记当年指出：“为{OLD}而奋斗”。"),
        ("year", f"2008年，我们{OLD}迈出一步。"),
        ("meta", f"这一提法由{OLD}改为全面建成小康社会。"),
        ("done", f"我们已经实现了{OLD}。"),
        ("done", f"{OLD}的目标如期实现。"),
        ("raised", f"党的十六大提出了{OLD}的目标。"),
        ("plan", f"到2035年再谈{OLD}。"),
        ("meta", f"从{OLD}到全面建成小康社会，我们一以贯之。"),
        ("done", f"{OLD}的历史性成就，凝聚着职工的汗水。"),
        ("former", f"原{OLD}的老同志也来了。"),
        ("history", f"“{OLD}”是哪一年提出来的？"),
        ("history", f"大家还记得“{OLD}”吗？"),
        ("history", f"在“{OLD}”的那些日子里，大家付出了很多。"),
        ("history", f"展板上，“{OLD}”几个字十分醒目。"),
        ("year", f"有同志问，2008年为什么要提“{OLD}”？"),
        ("year", f"2008年的县政府工作报告提出，要{OLD}。"),
        ("meta", f"现在不再讲“{OLD}”。"),
        ("meta", f"“{OLD}”已经成为历史。"),
        ("meta", f"材料里的“{OLD}”要改过来。"),
        ("done", f"{OLD}告一段落。"),
    ],
)
def test_history_and_citation_excuse(kind: str, text: str) -> None:
    assert holds(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("history", f"回顾过去的工作，是为了今年更好地{OLD}。"),
        ("history", f"过去的成绩很大。我们要{OLD}。"),
        ("quote", f"按照“{OLD}、促进社会和谐”的要求去做。"),
        ("quote", f"要把“{OLD}”的口号喊响。"),
        ("year", f"2026年，我们要{OLD}。"),
        ("year", f"2008年以来形势很好，今年要继续{OLD}。"),
        ("year", f"去年我们{OLD}，今年再上台阶。"),
        ("done", f"努力{OLD}，造福职工。"),
        ("done", f"确保如期{OLD}。"),
        ("done", f"要加倍努力，使{OLD}的目标如期实现。"),
        ("year", f"到2010年，要{OLD}。"),
        ("later", f"{OLD}开展以来，各支部行动迅速。"),
        ("raised", f"按照党的十六大提出的{OLD}的要求去做。"),
        ("since", f"为{OLD}打基础。"),
        ("history", f"回顾过去，成绩不小；展望未来，{OLD}。"),
        ("history", f"当年先辈流血牺牲，今天我们更要{OLD}。"),
        ("year", f"按照2008年提出的要求，今年要{OLD}。"),
    ],
)
def test_a_marker_that_belongs_elsewhere_excuses_nothing(kind: str, text: str) -> None:
    assert not holds(kind, text)


def test_last_year_excuses_what_was_still_valid_then() -> None:
    told = f"去年，我们{OLD}。"
    assert holds("year", told, year="2026", until="2025-07-31")
    assert not holds("year", told, year="2026", until="2012-11-07")


def test_so_many_years_excuse_what_was_valid_within_them() -> None:
    told = f"五年来，我们{OLD}。"
    assert holds("history", told, until="2022-10-22")
    assert not holds("history", told, until="2012-11-07")


def test_the_year_of_the_draft_is_no_past_year() -> None:
    told = f"2009年我们要{OLD}。"
    assert not holds("year", told, year="2009")
    assert not holds("year", f"2009年，{OLD}的任务很重。", year="2009")
