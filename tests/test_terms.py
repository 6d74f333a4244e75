"""The literal index finds exactly what a naive search finds, with the automaton and without."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from conftest import RULES, TODAY
from hypothesis import given
from hypothesis import strategies as st
from renew import DRAFTS, SAMPLE

from speechlint import automaton, catalogue, terms
from speechlint.document.dates import AsOf
from speechlint.engine import Selection, Settings, lint
from speechlint.readers import read

ALPHABET = st.sampled_from("工会届次的X １1\n\U0001f600\ud800")
TEXTS = st.text(ALPHABET, max_size=60)
LITERALS = st.lists(
    st.text(ALPHABET, min_size=1, max_size=4).filter(lambda text: "１" not in text), unique=True, max_size=12
)


def naive(text: str, literal: str) -> list[int]:
    """Where ``literal`` stands; a newline in it also stands for either end of the text."""
    lines = f"\n{text}\n".replace("１", "1")
    shift = int(literal[0] != "\n")
    return [at - shift for at in range(len(lines)) if lines.startswith(literal, at)]


@pytest.fixture(scope="module")
def needs_automaton() -> None:
    pytest.importorskip(
        "ahocorasick_rs", reason="没有装 ahocorasick_rs，自动机没有测：pip install speechlint[fast]"
    )


@contextmanager
def at_once() -> Iterator[None]:
    """The automaton is built for the first text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terms, "_MUCH", 1)
        yield


def told(text: str, index: terms.Index) -> list[tuple[int, Sequence[int]]]:
    """What is found in ``text``, in its order."""
    return list(terms.scan(text, index).items())


@given(TEXTS, LITERALS)
def test_every_occurrence_is_found_once(text: str, literals: list[str]) -> None:
    index = terms.build((key, literal) for key, literal in enumerate(literals))
    found = terms.scan(text, index)
    stands = {key: naive(text, literal) for key, literal in enumerate(literals)}
    assert found == {key: offsets for key, offsets in stands.items() if offsets}


def test_one_key_may_have_several_literals() -> None:
    index = terms.build([(7, "工会"), (7, "届")])
    assert terms.scan("工会第八届工会", index) == {7: [0, 4, 5]}


def test_keys_come_as_they_are_met() -> None:
    index = terms.build([(1, "次"), (2, "工会"), (3, "会的"), (4, "的")])
    assert told("工会的次", index) == [(2, [0]), (3, [1]), (4, [2]), (1, [3])]


def reread(index: terms.Index) -> terms.Index:
    """The index as it comes back from a file."""
    singles, parts = terms.pack(index)
    return terms.unpack(marshal.loads(marshal.dumps(singles)), *(memoryview(part) for part in parts))


def test_the_index_can_be_kept() -> None:
    index = terms.build([(1, "工会"), (2, "X"), (3, "工会会员")])
    kept = reread(index)
    assert terms.scan("X工会会员", kept) == terms.scan("X工会会员", index) == {1: [1], 2: [0], 3: [1]}


@pytest.mark.usefixtures("needs_automaton")
@given(TEXTS, LITERALS, st.integers(1, 9))
def test_the_automaton_finds_the_same(text: str, literals: list[str], chunk: int) -> None:
    gates = [(key % 5, literal) for key, literal in enumerate(literals)]
    with pytest.MonkeyPatch.context() as patch, at_once():
        patch.setattr(automaton, "_CHUNK", chunk)
        index = terms.build(gates)
        fast = told(text, index)
    assert (index.run.automaton is None) == any("\ud800" in word for word in literals)
    assert fast == told(text, terms.build(gates))


@pytest.mark.usefixtures("needs_automaton")
def test_every_draft_has_the_same_findings() -> None:
    made = catalogue.compile_rules(RULES)
    fast = made._replace(literals=reread(made.literals), memo={})
    settings = Settings(AsOf(TODAY, "--as-of"), Selection(select=("ALL",)))
    for path in (*DRAFTS, SAMPLE):
        doc = read(path.name, path.read_bytes())
        plain = told(doc.text, made.literals), lint(doc, made, settings)
        with at_once():
            assert (told(doc.text, fast.literals), lint(doc, fast, settings)) == plain
    assert made.literals.run.automaton is None
    assert fast.literals.run.automaton


@pytest.mark.usefixtures("needs_automaton")
def test_the_automaton_waits_until_it_pays() -> None:
    index = terms.build([(1, "工会")])
    half = "工会" * (terms._MUCH // 4 + 1)
    terms.scan(half, index)
    assert index.run.automaton is None
    assert len(terms.scan(half, index)[1]) == len(half) // 2
    assert index.run.automaton


def test_without_the_package_there_is_no_automaton(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    with at_once():
        index = terms.build([(1, "工会"), (2, "X")])
        assert terms.scan("X工会会员", index) == {1: [1], 2: [0]}
    assert index.run.automaton is None
