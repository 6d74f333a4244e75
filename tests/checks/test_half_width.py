"""Half-width marks: a slip among full-width ones, a converted text, a habit of the house."""

from __future__ import annotations

from conftest import findings

from speechlint.finding import Severity

FULL = "要抓重点，抓难点，抓关键，一件一件落实。" * 5


def test_a_minority_mark_is_a_warning() -> None:
    (found,) = findings(FULL + "对象是职工(含农民工，还有网约工（含骑手）。", "PUN001")
    assert (found.reading, found.severity) == ("(", Severity.WARNING)


def test_brackets_that_are_half_width_throughout_are_a_habit() -> None:
    text = FULL + "对象是职工(含农民工)、骑手(含专送)、家属(含子女)。"
    assert not findings(text, "PUN001")
    assert {found.severity for found in findings(text, "PUN006")} == {Severity.INFO}
    assert len(findings(text, "PUN006")) == 2


def test_where_the_commas_are_half_width_too_the_text_was_converted() -> None:
    text = FULL.replace("，", ",") + "对象是职工(含农民工),骑手(含专送),家属(含子女)。"
    assert {found.entry for found in findings(text, "PUN001")} == {"comma", "left-bracket", "right-bracket"}


def test_one_alone_in_a_long_text_is_only_a_note() -> None:
    assert [found.severity for found in findings(FULL * 30 + "主要抓两件事:抓早，抓小。", "PUN001")] == [
        Severity.INFO
    ]
    (two,) = findings(FULL * 30 + "主要抓两件事:抓早，抓小。办法是:一件一件办。", "PUN001")
    assert two.severity == Severity.WARNING


def test_one_finding_a_kind_holds_all_places() -> None:
    (found,) = findings(FULL.replace("，", ","), "PUN001")
    assert len(found.occurrences) == 15
    assert len(found.fixes[0].edits) == 15
    assert found.fixes[0].safe


def test_both_brackets_of_a_pair_are_told_or_none() -> None:
    text = FULL + "来自(上海);(北京)的同志，X(2)型设备，(Привет)（一）。"
    places = sorted(place.start for f in findings(text, "PUN001") for place in f.places)
    assert "".join(text[at] for at in places) == "();()"
