"""The literal index finds exactly what a naive search finds."""

from __future__ import annotations

import marshal

from hypothesis import given
from hypothesis import strategies as st

from speechlint import terms

ALPHABET = st.sampled_from("工会届次的X \U0001f600\ud800")
TEXTS = st.text(ALPHABET, max_size=60)
LITERALS = st.lists(st.text(ALPHABET, min_size=1, max_size=4), unique=True, max_size=12)


def naive(text: str, literal: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(literal, at)]


@given(TEXTS, LITERALS)
def test_every_occurrence_is_found_once(text: str, literals: list[str]) -> None:
    index = terms.build((key, literal) for key, literal in enumerate(literals))
    found = terms.scan(text, index)
    assert {k: sorted(v) for k, v in found.items()} == {
        key: naive(text, literal) for key, literal in enumerate(literals) if literal in text
    }


def test_one_key_may_have_several_literals() -> None:
    index = terms.build([(7, "工会"), (7, "届")])
    assert sorted(terms.scan("工会第八届工会", index)[7]) == [0, 4, 5]


def test_the_index_can_be_kept() -> None:
    index = terms.build([(1, "工会"), (2, "X"), (3, "工会会员")])
    kept = terms.unpack(marshal.loads(marshal.dumps(terms.pack(index))))
    assert terms.scan("X工会会员", kept) == terms.scan("X工会会员", index) == {1: [1], 2: [0], 3: [1]}
