"""Every rule against its own examples: found exactly where marked, near misses left alone."""

from __future__ import annotations

import pytest
from conftest import CATALOGUES, RULES, TODAY, unmarked

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.engine import Selection, Settings, lint
from speechlint.rule import Example, Rule

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")
    for rule in RULES
    for kind, examples in (("bad", rule.bad), ("good", rule.good))
    for number, example in enumerate(examples, 1)
    if not example.gap
]


def found(rule: Rule, example: Example) -> list[Span]:
    text, _ = unmarked(example.text)
    name = f"{rule.code}/{example.entry}" if example.entry else rule.code
    settings = Settings(AsOf(example.as_of or TODAY, "--as-of"), Selection((name,)))
    doc = Document("draft.txt", text, format=example.format)
    hits = lint(doc, CATALOGUES[rule.code], settings)
    return sorted({span for hit in hits for span in (hit.occurrences or (hit.span,))})


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    assert found(rule, example) == unmarked(example.text)[1], example.text


def test_known_gaps_are_still_open() -> None:
    for rule in RULES:
        for example in (*rule.bad, *rule.good):
            if example.gap:
                assert found(rule, example) != unmarked(example.text)[1], (
                    f"补上了，请删去 gap：{example.text}"
                )
