"""What findings say: the words that are wrong, the whole new wording, no more than the authority holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import RULES, TODAY, chosen, findings, unmarked

from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.finding import Finding
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.reporters.details import rewritten
from speechlint.rulebook.examples import Example
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

_QUOTED = re.compile("“([^“”]*)”")
_MUST = re.compile("应(?:[为是写读用改接当]|与|另|全)|必须|规范")


def told(rule: Rule, example: Example) -> Iterator[tuple[Document, Finding]]:
    if example.gap or example.format in ("archive", "baseline", "word"):
        return
    text, _ = unmarked(example.text)
    name = f"{rule.code}/{example.entry}" if example.entry else rule.code
    day = AsOf(example.as_of or TODAY, "--as-of")
    doc = read("a.md" if example.format == "markdown" else "a.txt", text.encode(), "utf-8")
    settings = Settings(day, Selection((name, *example.beside)))
    for finding in lint(doc, chosen(rule.code, *example.beside), settings):
        if finding.code == rule.code:
            yield doc, finding


@cache
def of(code: str) -> list[tuple[Document, Finding]]:
    """What a rule finds in its own examples, each with its draft."""
    rule = next(rule for rule in RULES if rule.code == code)
    return [one for example in rule.bad for one in told(rule, example)]


PER_RULE = pytest.mark.parametrize("code", [rule.code for rule in RULES])


def quotes(message: str) -> list[str]:
    return [part.replace("‘", "“").replace("’", "”") for part in _QUOTED.findall(message)]


@PER_RULE
def test_no_message_quotes_a_word_that_the_fix_does_not_change(code: str) -> None:
    for doc, found in of(code):
        old = doc.source[slice(*found.places[0])]
        for fix in found.fixes[:1]:
            new = rewritten(doc, found, fix)
            kept = [
                part for part in quotes(found.message) if part and part in old != part and part in new != part
            ]
            assert not kept, found.message


@PER_RULE
def test_only_a_regulation_says_what_must_be_written(code: str) -> None:
    assert not [
        f.message for _, f in of(code) if f.grade != "regulation" and _MUST.search(_QUOTED.sub("", f.message))
    ]


@PER_RULE
def test_no_message_advises_a_template(code: str) -> None:
    for doc, found in of(code):
        advised = [
            part for part in quotes(found.message) if part not in doc.source and part not in found.reading
        ]
        assert not [part for part in advised if re.search("×|某某|[Xx]{2}", part)], found.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("增强职工的幸福感、获得感、安全感。", "次序应为“获得感、幸福感、安全感”"),
        ("增强政治意识、大局意识、看齐意识。", "全的是“政治意识、大局意识、核心意识、看齐意识”"),
        ("参加十四届全国政协四次会议。", "应为“全国政协十四届四次会议”"),
        ("请国土资源厅支持。", "现用“自然资源厅”"),
        ("国旗插上高地，习总书记强调团结。", "通行写作“习近平总书记”"),
    ],
)
def test_the_whole_new_wording_is_said(text: str, told: str) -> None:
    (finding,) = findings(text, "SLG002", "SLG010", "SLG013", "SLG016")
    assert told in finding.message


def test_an_entry_may_be_graded_apart_from_its_rule() -> None:
    (usual,) = findings("习总书记强调团结。", "SLG002")
    (ruled,) = findings("以习近平总书记为核心的党中央。", "SLG002")
    assert (usual.grade, ruled.grade) == ("usage", "regulation")
