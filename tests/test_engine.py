"""What the engine does with hits: nothing is told of what nobody says."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, TODAY, chosen

from speechlint.document.dates import AsOf
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.run.engine import lint

SPEECH = "同志们：今天我们召开全市民政工作会议，主要任务是总结工作、安排明年。"


def told(path: str, text: str, family: str = "PLH") -> list[str]:
    """The words found by one family in a draft."""
    doc = read(path, text.encode())
    found = lint(doc, chosen(), Settings(AsOf(TODAY, "--as-of")))
    return [doc.source[slice(*place)] for f in found if f.code.startswith(family) for place in f.places]


@pytest.mark.parametrize(
    "unspoken",
    ["<!-- X届待定 -->", "```\nX届\n```", "`X届`", "[附件](x/X届.md)", "<a title='X届'>"],
)
def test_nothing_is_found_in_what_nobody_says(unspoken: str) -> None:
    assert told("稿.md", f"{SPEECH}\n\n{unspoken}\n\n县委X届全会") == ["X届"]


def test_words_around_an_address_are_still_found() -> None:
    assert told("稿.md", f"{SPEECH}县委X[届](a/b.md)全会，县委X届全会")[-1] == "X届"


def test_the_titles_of_fixes_are_in_the_reader_s_language() -> None:
    titles = set()
    for path in sorted((ROOT / "tests" / "drafts").glob("*.txt")):
        doc = read(path.name, path.read_bytes())
        found = lint(doc, chosen(), Settings(AsOf(TODAY, "--as-of"), lang="en"))
        titles |= {fix.title for finding in found for fix in finding.fixes}
    assert "delete this line" in titles
    assert [title for title in titles if not re.sub("“[^”]*”", "", title).isascii()] == []


def test_a_grouped_finding_keeps_its_spoken_places() -> None:
    text = f"---\ntitle: 全市民政 工作会议上 的讲话\n---\n{SPEECH}我们要进一步提升 工会干部的综合素质。\n"
    assert told("稿.md", text, "SPC001") == [" "]


def test_places_that_nobody_says_are_not_counted() -> None:
    doc = read("稿.md", f"# 讲话<!-- 旧稿,留档,备查 -->\n\n{SPEECH}会议要求,抓好落实,不松劲。\n".encode())
    [found] = [f for f in lint(doc, chosen(), Settings(AsOf(TODAY, "--as-of"))) if f.code == "PUN001"]
    assert (len(found.places), "共 2 处" in found.message) == (2, True)


def test_what_a_rule_says_of_the_same_words_is_said_once_with_every_place() -> None:
    doc = read("稿.txt", (f"{SPEECH}\n" + "县委X届全会。市委X届全会。\n" * 1_500).encode())
    [found] = [f for f in lint(doc, chosen(), Settings(AsOf(TODAY, "--as-of"))) if f.code == "PLH001"]
    assert len(set(found.places)) == 3_000
    assert {doc.source[slice(*place)] for place in found.places} == {"X届"}
