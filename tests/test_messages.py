"""What findings say: the words that are wrong, the whole new wording, no more than the authority holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from conftest import RULES, TODAY, chosen, unmarked

from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.finding import Finding
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.reporters.details import rewritten
from speechlint.rulebook.catalogue import compile_rules
from speechlint.rulebook.examples import Example
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

_QUOTED = re.compile("“([^“”]*)”")
_MUST = re.compile("应(?:[为是写读用改接当]|与|另|全)|必须|规范")


def told(rule: Rule, example: Example, lang: str) -> Iterator[tuple[Document, Finding]]:
    if example.gap or example.format == "baseline":
        return
    text, _ = unmarked(example.text)
    others = [other for other in RULES if other.code in example.beside]
    catalogue = compile_rules([rule, *others]) if others else chosen(rule.code)
    name = f"{rule.code}/{example.entry}" if example.entry else rule.code
    day = AsOf(example.as_of or TODAY, "--as-of")
    doc = read("a.md" if example.format == "markdown" else "a.txt", text.encode(), "utf-8")
    settings = Settings(day, Selection((name, *example.beside)), lang=lang)
    yield from ((doc, found) for found in lint(doc, catalogue, settings) if found.code == rule.code)


def of(rule: Rule, lang: str = "zh") -> list[tuple[Document, Finding]]:
    return [one for example in rule.bad for one in told(rule, example, lang)]


PER_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def quotes(message: str) -> list[str]:
    return [part.replace("‘", "“").replace("’", "”") for part in _QUOTED.findall(message)]


@PER_RULE
def test_no_message_quotes_a_word_that_the_fix_does_not_change(rule: Rule) -> None:
    for doc, found in of(rule):
        old = doc.source[slice(*found.places[0])]
        for fix in found.fixes[:1]:
            new = rewritten(doc, found, fix)
            kept = [
                part for part in quotes(found.message) if part and part in old != part and part in new != part
            ]
            assert not kept, found.message


@PER_RULE
def test_only_a_regulation_says_what_must_be_written(rule: Rule) -> None:
    assert not [
        f.message for _, f in of(rule) if f.grade != "regulation" and _MUST.search(_QUOTED.sub("", f.message))
    ]


@PER_RULE
def test_no_message_advises_a_template(rule: Rule) -> None:
    for doc, found in of(rule):
        advised = [
            part for part in quotes(found.message) if part not in doc.source and part not in found.reading
        ]
        assert not [part for part in advised if re.search("×|某某|[Xx]{2}", part)], found.message
