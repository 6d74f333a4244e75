"""The literal index finds exactly what a naive search finds."""

from __future__ import annotations

import marshal
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from speechlint.gates import building
from speechlint.gates import index as terms

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


def told(text: str, index: terms.Index) -> list[tuple[int, Sequence[int]]]:
    """What is found in ``text``, in its order."""
    return list(terms.scan(text, index).items())


@given(TEXTS, LITERALS)
def test_every_occurrence_is_found_once(text: str, literals: list[str]) -> None:
    index = building.build((key, literal) for key, literal in enumerate(literals))
    found = terms.scan(text, index)
    stands = {key: naive(text, literal) for key, literal in enumerate(literals)}
    assert found == {key: offsets for key, offsets in stands.items() if offsets}


def test_one_key_may_have_several_literals() -> None:
    index = building.build([(7, "工会"), (7, "届")])
    assert terms.scan("工会第八届工会", index) == {7: [0, 4, 5]}


def test_keys_come_as_they_are_met() -> None:
    index = building.build([(1, "次"), (2, "工会"), (3, "会的"), (4, "的")])
    assert told("工会的次", index) == [(2, [0]), (3, [1]), (4, [2]), (1, [3])]


def reread(index: terms.Index) -> terms.Index:
    """The index as it comes back from a file."""
    singles, parts = building.pack(index)
    return terms.unpack(marshal.loads(marshal.dumps(singles)), *(memoryview(part) for part in parts))


def test_the_index_can_be_kept() -> None:
    index = building.build([(1, "工会"), (2, "X"), (3, "工会会员")])
    kept = reread(index)
    assert terms.scan("X工会会员", kept) == terms.scan("X工会会员", index) == {1: [1], 2: [0], 3: [1]}
