"""A clean paragraph put below a draft changes nothing that was found above it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, RULES, TODAY, chosen, unmarked
from hypothesis import assume, given
from hypothesis import strategies as st

from speechlint.document.dates import AsOf
from speechlint.document.span import Span
from speechlint.finding import Finding, Fix, Severity
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook.rule import Rule
from speechlint.run.engine import lint

SPEECH = (ROOT / "benchmarks" / "讲话.txt").read_text(encoding="utf-8").splitlines(keepends=True)
END = "这件事就这样定下来。\n"  # so that no sentence goes on into the paragraph below
PLAIN = "".join(SPEECH[:2])  # so that a short example counts as Chinese
BELOW = SPEECH[2]
# Rules that look at a whole draft or at where it ends, by their nature, are those of this page.
_PAGE = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
BY_NATURE = frozenset(re.findall(r"[A-Z]{3}\d{3}", _PAGE.partition("## 加一段")[2].partition("\n## ")[0]))
DRAFTS = [
    read(path.name, path.read_bytes()).source
    for folder in ("samples", "tests/drafts")
    for path in sorted((ROOT / folder).glob("*.txt"))
    if ".expected" not in path.name
]
SCRAPS = [
    "，",
    ",",
    "“",
    "（",
    "(",
    "？",
    "?",
    "X",
    "×",
    "*",
    "一、",
    "二是",
    "\n",
    "　",
    " ",
    "国學",
    "錕",
    "2025年",
]
EDITS = st.tuples(st.integers(0, 10_000), st.integers(0, 6), st.sampled_from(SCRAPS))


class Told(NamedTuple):
    code: str
    entry: str | None
    severity: Severity
    message: str
    places: tuple[Span, ...]
    fixes: tuple[Fix, ...]


def found(text: str, above: int) -> Counter[Told]:
    """What is told of the first ``above`` characters, with all its places and edits there."""
    doc = read("稿.txt", text.encode("utf-8", "surrogatepass"), "utf-8")
    told = lint(doc, chosen(), Settings(AsOf(TODAY, "--as-of")))
    return Counter(_told(finding) for finding in told if finding.span.end <= above)


def _told(finding: Finding) -> Told:
    return Told(finding.code, finding.entry, finding.severity, finding.message, finding.places, finding.fixes)


def changed(text: str) -> set[str]:
    """The rules of which a clean paragraph below changes what they say.

    What one of the whole draft tells, or tells no more, the others of its words tell no more, or tell again.
    """
    above = len(text)
    before, after = found(text, above), found(text + BELOW, above)
    told = (before - after) + (after - before)
    whole = [place for finding in told if finding.code in BY_NATURE for place in finding.places]
    beside = {finding.code for finding in told if any(_meet(finding, place) for place in whole)}
    return {finding.code for finding in told} - (beside - BY_NATURE)


def _meet(finding: Told, place: Span) -> bool:
    return any(place.overlaps(own) for own in finding.places)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_nothing_above_changes_in_the_examples(rule: Rule) -> None:
    examples = (unmarked(example.text)[0] for example in (*rule.bad, *rule.good) if example.format == "text")
    assert changed(PLAIN + "\n".join(examples) + "\n" + END) <= BY_NATURE


@given(st.sampled_from(DRAFTS), st.integers(0, 10_000), st.lists(EDITS, max_size=8))
def test_nothing_above_changes_in_a_damaged_draft(
    draft: str, start: int, edits: list[tuple[int, int, str]]
) -> None:
    start %= len(draft)
    text = draft[start : start + 1_500]
    for at, gone, scrap in edits:
        at %= len(text) + 1
        text = text[:at] + scrap + text[at + gone :]
    text = PLAIN + text + "\n" + END
    assume(
        _days(text) == _days(text + BELOW)
    )  # a date at the end of a draft is its own; in its middle it is not
    assert changed(text) <= BY_NATURE


def test_a_damaged_word_stays_told_as_it_was() -> None:
    damaged = f"{PLAIN}事???\n{END}"
    assert found(damaged, len(damaged))
    assert changed(damaged) == set()


def _days(text: str) -> list[str | None]:
    doc = read("稿.txt", text.encode("utf-8", "surrogatepass"), "utf-8")
    return [dated.date for dated in doc.own_dates]


def test_the_page_lists_every_rule_for_the_edges_of_a_draft() -> None:
    edges = {
        rule.code
        for rule in RULES
        if re.search(r"place: (tail|edge)|^  page_line:", Path(rule.path).read_text("utf-8"), re.MULTILINE)
    }
    assert {code for code in BY_NATURE if code.startswith("WMK")} == edges


def test_a_rule_on_the_page_may_change_what_it_says() -> None:
    promised = f"{PLAIN}下面，我讲三点意见：\n一、认识要提高\n会议的精神要传达。\n二、措施要具体\n每一件事都要有人管。\n"
    assert changed(promised) == {"CNT001"}
