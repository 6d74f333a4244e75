"""Every rule against its own examples: found exactly where marked, near misses left alone."""

from __future__ import annotations

import pytest
from archives import grams_in_common
from conftest import RULES, TODAY, chosen, unmarked
from wordfiles import noted

from speechlint.archive.copied import LEAST, between
from speechlint.archive.formulas import Formulas
from speechlint.archive.quoted import quoted
from speechlint.archive.shelf import Read
from speechlint.document import Span
from speechlint.document.dates import AsOf
from speechlint.judgements import baseline
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook.catalogue import Catalogue
from speechlint.rulebook.compiling import compile_rules
from speechlint.rulebook.examples import Example
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run import proving
from speechlint.run.engine import lint

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")
    for rule in RULES
    for kind, examples in (("bad", rule.bad), ("good", rule.good))
    for number, example in enumerate(examples, 1)
    if not example.gap
]


def found(rule: Rule, example: Example) -> list[Span]:
    text, _ = unmarked(example.text)
    if example.format == "baseline":
        old = baseline.parse(text, "基线.yaml")
        return [hit.span for _, hit in old.told(old.stale(lambda _: True, (rule.code, *example.beside), ()))]
    if example.format == "archive":
        return in_archive(text)
    name = f"{rule.code}/{example.entry}" if example.entry else rule.code
    settings = Settings(AsOf(example.as_of or TODAY, "--as-of"), Selection((name, *example.beside)))
    if example.format == "word":
        return in_word(rule, example, text, settings)
    return proving.found(rule, example, _catalogue(rule, example), TODAY)


def in_word(rule: Rule, example: Example, text: str, settings: Settings) -> list[Span]:
    """The places found in a Word file, in the text of the example, which says more than its page."""
    data, shown = noted(text)
    hits = lint(read("draft.docx", data), _catalogue(rule, example), settings)
    return sorted(
        Span(shown[hit.span.start], shown[hit.span.end - 1] + 1) for hit in hits if hit.code == rule.code
    )


def in_archive(text: str) -> list[Span]:
    """The passages of a draft that stand in the draft behind the line, which is in the archive."""
    one, other = (Read(read("draft.txt", part.encode())) for part in text.split("\n====\n"))
    formulas = Formulas().having("quoted", quoted(one.doc.text))
    seeds = grams_in_common(one.letters, other.letters)
    return [
        Span(*one.span(*passage.here))
        for passage in between(one.letters, other.letters, seeds)
        if not formulas.reason(passage, LEAST)
    ]


def _catalogue(rule: Rule, example: Example) -> Catalogue:
    if not example.beside:
        return chosen(rule.code)
    return compile_rules([rule, *(other for other in RULES if other.code in example.beside)])


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
