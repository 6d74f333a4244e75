"""The general check: where it looks, and what excuses a hit."""

from __future__ import annotations

from conftest import TODAY

from speechlint.checks import Query
from speechlint.checks.wording import pattern
from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.errors import RuleError
from speechlint.files.yamlfile import parse
from speechlint.gates.building import build
from speechlint.gates.index import scan
from speechlint.gates.marks import either
from speechlint.rulebook.options import read


def found(text: str, entry: str) -> list[str]:
    """The words hit in ``text`` by one entry, written in YAML flow style without its braces."""
    node = parse(f"entries: [{{id: it, {entry}}}]", "rule.yaml", RuleError)
    options = read("pattern", node, "usage")
    doc = Document("a.txt", text)
    terms = [(0, word) for word in pattern.gates(options)["it"] or ()]
    offsets = {"it": scan(text, build(terms)).get(0, [])} if terms else {}
    return [doc[hit.span] for hit in pattern.check(Query(doc, options, offsets, AsOf(TODAY, "today")))]


def test_a_literal_in_a_very_long_line_is_searched_nearby() -> None:
    filler = "各级工会要认真抓好落实，" * 400
    text = f"{filler}截止目前{filler}截止10月底{filler}"
    assert found(text, "pattern: '截止(?:目前|\\d{1,2}月底)'") == ["截止目前", "截止10月底"]


def test_an_exception_that_overlaps_cancels() -> None:
    assert found("X光和X县", "pattern: 'X[光县]', except: ['X光']") == ["X县"]


def test_words_elsewhere_in_the_sentence_excuse() -> None:
    entry = "terms: [新常态], unless: '成为新常态'"
    assert found("适应新常态。这已成为新常态。", entry) == ["新常态"]


def test_titles_and_quotations_may_be_left_alone() -> None:
    entry = "terms: [小康社会], outside: [title, quote]"
    assert found("《小康社会》“小康社会”小康社会", entry) == ["小康社会"]


def test_a_group_named_at_is_the_span() -> None:
    assert found("增长13.8；", "pattern: '增长(?P<at>\\d+\\.\\d+)(?=；)'") == ["13.8"]


def test_a_match_does_not_cross_a_line() -> None:
    assert found("讲三\n点意见", "pattern: '三\\s?点'") == []


def test_a_line_begins_where_the_line_begins() -> None:
    assert found("第一行\n强调，要团结", "pattern: '^强调，'") == ["强调，"]


def test_words_before_it_on_the_line_excuse() -> None:
    entry = "terms: [重要指示], unless_before: 总书记"
    assert found("总书记来过。牢记重要指示\n牢记重要指示", entry) == ["重要指示"]


def test_of_exclusive_hits_the_first_and_longest_speaks() -> None:
    options = "{exclusive: true, entries: [{id: a, terms: [待补]}, {id: b, pattern: '（待补）'}]}"
    compiled = read("pattern", parse(options, "rule.yaml", RuleError), "usage")
    doc = Document("a.txt", "投资（待补）")
    query = Query(doc, compiled, {"a": [3], "b": [2]}, AsOf(TODAY, "today"))
    assert [hit.entry for hit in pattern.check(query)] == ["b"]


def test_half_width_marks_may_count_as_full_width_ones() -> None:
    assert either("在于(?=[，。])|[^；\\]]，\\，") == "在于(?=[，。,])|[^；\\];][，,]\\，"
