"""The report as a page, as Markdown and as CSV: safe whatever is in a draft, and whole."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from drafts import ERROR, PLAIN, result, run
from markdown_it import MarkdownIt

from speechlint import check_text, reporters
from speechlint.document import Span
from speechlint.finding import Edit, Fix, Severity
from speechlint.findings import Findings
from speechlint.reporters.redacting import redacted
from speechlint.result import Run

HOSTILE = "</script><script>alert(1)</script>⟦<img src=x onerror=y>⟧\u202e\u2066\x00“&quot;\"'`|"


class Page(HTMLParser):
    """The elements of a page, and the text of its paragraphs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.told = self._skipped = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._skipped = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._skipped = "" if tag == self._skipped else self._skipped

    def handle_data(self, data: str) -> None:
        self.told += "" if self._skipped else data


def page(given: Run) -> Page:
    return Page(reporters.report("html", given, PLAIN))


def test_a_hostile_draft_is_shown_and_does_nothing() -> None:
    shown = page(run(result(HOSTILE, ERROR._replace(message=HOSTILE), path="</title><b>.txt")))
    assert [tag for tag, _ in shown.tags if tag in ("img", "iframe", "object", "embed")] == []
    assert sum(tag == "script" for tag, _ in shown.tags) == 1
    assert "</script><script>alert(1)</script><img src=x onerror=y><U+202E><U+2066><U+0000>" in shown.told
    assert not any(name.startswith("on") or name == "style" for _, about in shown.tags for name in about)


def test_it_asks_nothing_of_the_network() -> None:
    shown = page(run(result("⟦X届⟧")))
    addresses = [about[name] or "" for _, about in shown.tags for name in ("href", "src") if name in about]
    assert all(address.startswith("#") for address in addresses)
    [policy] = [about["content"] for tag, about in shown.tags if "http-equiv" in about]
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_marks_and_list_point_at_each_other() -> None:
    shown = page(run(result("在⟦X届⟧全会上，⟦X次⟧"), result("⟦X户⟧", path="乙.txt")))
    ids = [about["id"] for _, about in shown.tags if "id" in about]
    links = [(about["href"] or "")[1:] for _, about in shown.tags if "href" in about]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert {"m1", "m2", "m3", "f1", "f2", "f3"} <= set(ids)


def test_overlapping_findings_and_line_breaks_keep_every_character() -> None:
    doc = result("甲乙⟦丙丁⟧戊\n己庚", ERROR)
    long = ERROR._replace(span=Span(1, 3), severity=Severity.INFO)
    across = ERROR._replace(span=Span(4, 7), severity=Severity.WARNING)
    broken = ERROR._replace(span=Span(5, 6))
    shown = page(run(doc._replace(findings=Findings((*doc.findings, long, across, broken)))))
    assert "1甲乙丙丁戊" in shown.told
    assert "2己庚" in shown.told
    assert {f"m{at}" for at in range(1, 5)} <= {about.get("id") for _, about in shown.tags}


def test_what_must_be_verified_stands_below_the_draft() -> None:
    shown = page(run(result("第一行\n县委书记⟦王⟧大川到会，增长5.3%。")))
    assert "人名、职务 1" in shown.told
    assert "5.3%" in shown.told.partition("核对表")[2]
    links = [about["href"] for tag, about in shown.tags if tag == "a"]
    assert links.count("#p1-2") == 3  # the office, the person and the figure, in the second line


def test_a_draft_without_headings_has_no_empty_outline() -> None:
    assert "提纲" not in page(run(result("同志们，今天开个会。"))).told
    assert "提纲" in page(run(result("一、抓规划\n先规划。\n二、抓进度\n抓紧开工。"))).told


def test_a_link_on_a_blank_has_a_name() -> None:
    shown = page(run(result("甲⟦ ⟧乙")))
    [label] = [about["aria-label"] for tag, about in shown.tags if tag == "a" and about.get("id") == "m1"]
    assert label == "1"


def test_csv_is_for_spreadsheets() -> None:
    given = result("⟦=1+1⟧,“好”", ERROR._replace(message='说"好"，=', severity=Severity.WARNING))
    told = reporters.report("csv", run(given), PLAIN)
    assert told.startswith("\ufeff")
    head, row = csv.reader(io.StringIO(told.removeprefix("\ufeff")))
    assert dict(zip(head, row, strict=True)) == {
        "序号": "1",
        "文稿": "稿.txt",
        "位置": "1:1",
        "级别": "建议改",
        "类别": "占位符",
        "规则": "PLH001",
        "原文": "'=1+1",
        "处数": "1",
        "建议": '说"好"，=',
        "改法": "",
        "依据": "约定",
    }


def test_markdown_reads_as_the_words_stand() -> None:
    given = result("⟦a|b<b>*c*⟧")
    fixed = given.findings[0]._replace(fixes=(Fix((Edit(given.findings[0].span, "[x](y)"),)),))
    told = reporters.report("markdown", run(given._replace(findings=Findings((fixed,)))), PLAIN)
    made = MarkdownIt("commonmark").enable("table").render(told)
    cells = [re.sub("<.*?>", "", cell) for cell in re.findall("<td>(.*?)</td>", made)]
    assert cells[:5] == ["1", "1:1", "必须改", "PLH001 占位符", "a|b&lt;b&gt;*c*"]
    assert cells[6] == "“[x](y)”"


@pytest.mark.parametrize("name", sorted(reporters.REPORTERS))
def test_nothing_of_the_words_is_left_where_they_are_not_to_be_shown(name: str) -> None:
    checked = check_text("绝密：今年转移群众XX户，迎接党的二十大胜利召开。\n", as_of="2026-11-28")
    told = reporters.report(name, redacted(run(checked), "zh"), PLAIN)
    assert "PLH002" in told
    assert not any(word in told for word in ("绝密", "转移", "XX", "二十大"))
