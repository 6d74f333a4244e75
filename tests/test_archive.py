"""Passages that two drafts share, without an archive: found around seeds, verified, told apart from formulas."""

from __future__ import annotations

import importlib.util
import itertools
from pathlib import Path

import pytest
from archives import OTHER, PASSAGE, grams_in_common
from hypothesis import given
from hypothesis import strategies as st

from speechlint.archive.copied import LEAST
from speechlint.archive.fingerprints import GRAM
from speechlint.archive.formulas import Formulas, merged
from speechlint.archive.letters import Letters, letters
from speechlint.archive.passages import Passage, Sides, around, is_chance, verified
from speechlint.archive.quoted import quoted
from speechlint.cli import main

AROUND = ("上周的会上大家谈得不少，", "。下个月还要再看一次。")
FEW = st.text("甲乙丙丁戊己庚辛", max_size=60)


def shared(one: str, other: str) -> list[Passage]:
    return list(verified(one, other, grams_in_common(one, other)))


def test_a_passage_is_found_to_its_last_letter() -> None:
    words = letters(PASSAGE)
    [found] = shared("前面的话" + words + "后面的话", "别处说起" + words + "到此为止")
    assert (found.here, found.there, found.same) == ((4, 4 + len(words)), (4, 4 + len(words)), len(words))


def test_a_word_changed_does_not_part_a_passage() -> None:
    words = letters(PASSAGE)
    changed = words.replace("十分钟", "一刻钟").replace("再也不用", "不用")
    [found] = shared(words, changed)
    assert found.here == (0, len(words))
    assert found.same == len(words) - 4


def test_two_passages_in_another_order_are_two() -> None:
    one, other = letters(PASSAGE), letters(OTHER)
    found = shared(one + "中间隔着的一句" + other, other + "那边另有别的话" + one)
    assert [passage.same for passage in found] == [len(one), len(other)]


@given(FEW, st.text("子丑寅卯辰巳午未申酉戌亥", min_size=GRAM, max_size=40), FEW, FEW, FEW)
def test_whatever_stands_in_both_is_in_a_passage(a: str, words: str, b: str, c: str, d: str) -> None:
    found = shared(a + words + b, c + words + d)
    assert any(
        one.here[0] <= len(a) and len(a) + len(words) <= one.here[1] and one.same >= len(words)
        for one in found
    )


@given(FEW, st.text("子丑寅卯辰巳午未申酉戌亥", min_size=GRAM, max_size=40), FEW, FEW, FEW)
def test_what_is_passed_over_is_no_passage(a: str, words: str, b: str, c: str, d: str) -> None:
    one, other = a + words + b, c + words + d
    if is_chance(one, other, grams_in_common(one, other), LEAST):
        assert [passage.same < LEAST for passage in shared(one, other)] == [True]


@given(FEW, st.text("子丑寅卯辰巳午未申酉戌亥", min_size=GRAM, max_size=GRAM + 4), FEW, FEW, FEW)
def test_a_glance_to_either_side_passes_over_no_more(a: str, words: str, b: str, c: str, d: str) -> None:
    one, other = a + words + b, c + words + d
    here, there = len(a), len(c)
    start, end = around(there)
    before, behind = other[start:there], other[there + GRAM : end]
    if not Sides.of(one, here).goes_on(before, behind):
        assert is_chance(one, other, [(here, there)], LEAST)


@pytest.mark.parametrize(("behind", "chance"), [("到这里为止了", True), ("下午再接着谈下去", False)])
def test_a_short_run_is_passed_over_unless_the_texts_go_on_alike(behind: str, chance: bool) -> None:
    run = "子丑寅卯辰巳午未申酉戌亥"
    one, other = f"前面说的{run}甲乙下午再接着谈下去", f"别处起头{run}丙{behind}"
    assert is_chance(one, other, grams_in_common(one, other), LEAST) is chance


@given(FEW, FEW)
def test_what_is_said_to_be_the_same_is(one: str, other: str) -> None:
    for passage in shared(one, other):
        for here, there, size in passage.blocks:
            assert size
            assert one[here : here + size] == other[there : there + size]
        starts = [(block.here, block.there) for block in passage.blocks]
        assert starts == sorted(starts)


@given(st.text(max_size=80))
def test_each_letter_has_its_place(text: str) -> None:
    every, places = letters(text), Letters(text)
    at = [places.offset(letter) for letter in range(len(every))]
    assert "".join(text[place] for place in at) == every
    assert [places.until(offset) for offset in range(len(text) + 1)] == [
        len(letters(text[:offset])) for offset in range(len(text) + 1)
    ]


def test_quotations_are_letters_of_somebody_else() -> None:
    text = "他说：“岸边的灯一直亮到船回来。”这件事《码头管理办法》里写着。"
    assert [letters(text)[a:b] for a, b in quoted(text)] == ["岸边的灯一直亮到船回来", "码头管理办法"]


def test_a_passage_of_formulas_alone_says_which() -> None:
    words = letters(PASSAGE)
    [found] = shared(words, words)
    assert Formulas().having("common", [(0, len(words) - 20)]).reason(found, 20) == ""
    formulas = Formulas().having("quoted", [(0, 5)]).having("common", [(3, len(words) - 19)])
    assert formulas.reason(found, 20) == "common"


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple)))
def test_merged_spans_cover_the_same(spans: list[tuple[int, int]]) -> None:
    covered = {at for start, end in spans for at in range(start, end)}
    made = merged(spans)
    assert {at for start, end in made for at in range(start, end)} == covered
    assert all(one[1] < other[0] for one, other in itertools.pairwise(made))


@pytest.mark.parametrize(("engine", "extra"), [("duckdb", "archive"), ("spark", "spark")])
def test_a_missing_extra_is_one_sentence(
    engine: str,
    extra: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert main(["archive", "build", str(tmp_path), "-o", str(tmp_path / "库"), "--engine", engine]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert f"pip install 'speechlint[{extra}]'" in told
    assert not (tmp_path / "库").exists()
