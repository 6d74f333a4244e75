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

DRAFT = (
    "在全县水利工作会议上的讲话\n\n同志们：刚才，县委书记王大川同志讲了话，陈志明局长作了汇报。请陈局长再把一把关。\n"
    "2026年3月5日（星期三），我们印发了《临江县水网建设方案》。全县粮食总产量达到13.8亿斤，临江县水库蓄水13.6万立方米。\n"
    "老书记强调：“水利兴，则百业兴。”下面，我讲三点意见。\n一、抓规划\n先规划，后动工。\n二、抓进度\n抓紧开工。\n"
    "全县粮食总产量达到13.6亿斤。\n"
)


def found(text: str = DRAFT, known: tuple[str, ...] = ("临江",)) -> list[Fact]:
    return facts(Document("稿.txt", text), frozenset(known))


def told(kind: str) -> list[tuple[str, str]]:
    return [(fact.text, fact.about) for fact in found() if fact.kind == kind]


def test_persons_with_their_posts() -> None:
    assert told("person") == [("王大川", "书记"), ("陈志明", "局长"), ("陈局长", "")]


def test_places_with_their_level_wherever_they_are() -> None:
    [place] = [fact for fact in found() if fact.kind == "place"]
    assert (place.text, len(place.places)) == ("临江县", 2)


def test_a_whole_date_comes_with_the_weekday_it_is() -> None:
    assert told("date") == [("2026年3月5日（星期三）", "星期四")]


def test_figures_with_what_they_measure() -> None:
    assert told("figure") == [
        ("13.8亿斤", "全县粮食总产量达到"),
        ("13.6万立方米", "临江县水库蓄水"),
        ("13.6亿斤", "全县粮食总产量达到"),
    ]


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
    assert [(at["line"], at["column"]) for at in place["places"]] == [(4, 22), (4, 49)]


def test_as_a_list_to_tick(run: Callable[..., Outcome], tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", DRAFT)
    done = run("facts", str(tmp_path / "稿.txt"), "--isolated")
    assert re.search("    □ 陈局长  3:[0-9]+；另有 陈志明\n", done.out)
    assert done.status == 0
