"""Fragments: what is written once and put into the expressions of a rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechlint.errors import RuleError
from speechlint.files.yamlfile import Node, parse
from speechlint.rulebook import fragments, packs
from speechlint.rulebook.fragments import Fragments, empty, of_folder
from speechlint.rulebook.rule import read, table

RULE = """\
title: 目标动词
severity: warning
message: {zh: "“{text}”"}
why: 测试
source: 测试
{fragments}
check:
  pattern:
    entries:
      - {entry}
examples:
  bad: [我们要⟦为夺取⟧胜利。]
grade: convention
"""


def rule(folder: Path, entry: str, fragments: str = "", code: str = "OWN001") -> Path:
    path = folder / f"{code}-own.yaml"
    path.write_text(RULE.replace("{fragments}", fragments).replace("{entry}", entry), encoding="utf-8")
    return path


def put_in(text: str, **fragments: object) -> str:
    """``text`` with ``fragments`` put in."""
    node = empty("片段.yaml")
    node.update(fragments)
    return Fragments(node).text(text, "片段.yaml:1")


def pattern(path: Path) -> object:
    return read(path).options["entries"]["one"]["pattern"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{动词}胜利", "(?:为|要)胜利"),
        ("(?:{动词}|向)胜利", "(?:为|要|向)胜利"),
        ("(?P<at>{动词})", "(?P<at>为|要)"),
        ("(?<!{动词})胜利", "(?<!为|要)胜利"),
        ("{动词}", "为|要"),
        ("{动词}?", "(?:为|要)?"),
        (r"\({动词}", r"\((?:为|要)"),
        ("{党}{2,3}会", "(?:党的?){2,3}会"),
        ("{类}{0,3}会", "[党团]{0,3}会"),
        ("{党}会", "党的?会"),
        ("[年月]{2}", "[年月]{2}"),
        (r"\{动词\}", r"\{动词\}"),
        ("[{｛](?:动词)[}｝]", "[{｛](?:动词)[}｝]"),
        ("{句}", "(?:为|要)夺取"),
        ("{或}者", "(?:[|]|（)者"),
        ("{非或}者", "[|]者"),
    ],
)
def test_what_stands_for_a_fragment(text: str, expected: str) -> None:
    fragments = {
        "动词": ["为", "要"],
        "党": "党的?",
        "类": "[党团]",
        "句": "{动词}夺取",
        "或": ["[|]", "（"],
        "非或": "[|]",
    }
    assert put_in(text, **fragments) == expected
    re.compile(expected)


def test_fragments_of_the_file_and_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / fragments.FRAGMENTS).write_text("动词: [夺取, 实现]\n", encoding="utf-8")
    path = rule(tmp_path, '{id: one, pattern: "{前}{动词}"}', "fragments: {前: [为, 要]}")
    assert pattern(path) == "(?:为|要)(?:夺取|实现)"
    assert [one.code for one in packs.load([str(tmp_path)])] == ["OWN001"]


def test_an_expression_may_be_a_list_of_alternatives(tmp_path: Path) -> None:
    assert pattern(rule(tmp_path, "{id: one, pattern: [为夺取, 要夺取]}")) == "为夺取|要夺取"


def test_a_list_of_exceptions_stays_a_list(tmp_path: Path) -> None:
    path = rule(tmp_path, '{id: one, pattern: 为夺取, except: ["{了}成", 为了]}', "fragments: {了: [夺, 取]}")
    assert read(path).options["entries"]["one"]["except"] == ["(?:夺|取)成", "为了"]


def test_a_wording_with_variants(tmp_path: Path) -> None:
    assert (
        pattern(rule(tmp_path, "{id: one, wording: 为夺取, variants: [要夺取, 夺取]}"))
        == "为夺取|要夺取|夺取"
    )


def test_a_frame_is_written_once_and_filled_by_each_entry(tmp_path: Path) -> None:
    frame = 'fragments: {任务: "{verbs}[^，]{0,{within}}?(?P<at>{wording})"}'
    entry = "{id: one, frame: 任务, verbs: [为, 要], within: 4, wording: 夺取, variants: [实现]}"
    assert pattern(rule(tmp_path, entry, frame)) == "(?:为|要)[^，]{0,4}?(?P<at>夺取|实现)"


def test_words_as_they_are_may_have_braces(tmp_path: Path) -> None:
    assert pattern(rule(tmp_path, '{id: one, terms: ["{为夺取}", 为夺取]}')) == r"\{为夺取\}|为夺取"


def test_the_entries_as_explain_shows_them(tmp_path: Path) -> None:
    path = rule(tmp_path, '{id: one, pattern: "{前}夺取", fix: "{前}"}', "fragments: {前: 为}")
    assert [dict(entry) for entry in table(path)] == [{"id": "one", "pattern": "为夺取", "fix": "{前}"}]


@pytest.mark.parametrize(
    ("entry", "fragments", "line", "zh", "en"),
    [
        (
            '{id: one, pattern: "{目标动词}"}',
            "fragments: {目标动同: 为, 前: 要}",
            10,
            "是不是“目标动同”？",
            "did you mean '目标动同'?",
        ),
        ('{id: one, pattern: "{wording}"}', "", 10, "没有叫“wording”的片段", "no fragment 'wording'"),
        ("{id: one, frame: 任务, wording: 为}", "", 10, "没有叫“任务”的片段", "no fragment '任务'"),
        ("{id: one, pattern: 为}", "fragments: {前: 为}", 6, "片段“前”没有用到", "fragment '前' is not used"),
        (
            '{id: one, pattern: "{前}"}',
            'fragments: {前: "{后}", 后: "为{前}"}',
            6,
            "绕成了圈：前 → 后 → 前",
            "in a circle: 前 → 后 → 前",
        ),
        (
            "{id: one, pattern: 为}",
            'fragments: {"2,3": 为}',
            6,
            "片段名“2,3”应以文字开头",
            "what looks like {2,3}",
        ),
        (
            "{id: one, pattern: 为}",
            "fragments: {前: []}",
            6,
            "应是式子，或式子的列表",
            "must be an expression",
        ),
        (
            "{id: one, frame: 前, verbs: [为]}",
            "fragments: {前: 为}",
            10,
            "不认识的键“verbs”",
            "unknown key 'verbs'",
        ),
    ],
)
def test_what_is_wrong_names_file_and_line(
    tmp_path: Path, entry: str, fragments: str, line: int, zh: str, en: str
) -> None:
    path = rule(tmp_path, entry, fragments)
    with pytest.raises(RuleError) as told:
        read(path)
    assert str(told.value).startswith(f"{path}:{line}: ")
    assert zh in str(told.value)
    assert en in told.value.en


def test_a_name_in_the_folder_is_not_given_again(tmp_path: Path) -> None:
    (tmp_path / fragments.FRAGMENTS).write_text("前: 为\n", encoding="utf-8")
    path = rule(tmp_path, '{id: one, pattern: "{前}夺取"}', "fragments: {前: 要}")
    with pytest.raises(RuleError, match=rf"片段“前”在 .*{fragments.FRAGMENTS}:1 已经有了"):
        read(path)


def test_a_fragment_no_rule_of_the_folder_uses(tmp_path: Path) -> None:
    (tmp_path / fragments.FRAGMENTS).write_text("# 句式\n动词: 为\n前: 要\n", encoding="utf-8")
    rule(tmp_path, '{id: one, pattern: "{动词}夺取"}')
    with pytest.raises(RuleError, match=rf"{fragments.FRAGMENTS}:3: 片段“前”没有用到"):
        packs.load([str(tmp_path)])


def test_a_file_of_fragments_that_is_no_mapping(tmp_path: Path) -> None:
    (tmp_path / fragments.FRAGMENTS).write_text("- 为\n", encoding="utf-8")
    with pytest.raises(RuleError, match="应是一个映射"):
        of_folder(str(tmp_path))


# What is prose, for readers: may be as long as it needs.
_PROSE = {"why", "message", "examples", "source", "bad", "good", "title", "note", "checked"}


def strings(value: object, key: str) -> list[tuple[str, str]]:
    """The strings of a rule file but for its prose, each with the key it stands under."""
    if isinstance(value, Node):
        return [one for name, item in value.items() if name not in _PROSE for one in strings(item, name)]
    if isinstance(value, list):
        return [one for item in value for one in strings(item, key)]
    return [(key, value)] if isinstance(value, str) else []


def by_hand() -> list[Path]:
    """The rule files that people write; tables that a script makes say so in their first line."""
    every = sorted(Path(packs.shipped()).rglob("*.yaml"))
    return [path for path in every if "不要手改" not in path.read_text(encoding="utf-8").partition("\n")[0]]


@pytest.mark.parametrize("path", by_hand(), ids=lambda path: path.name)
def test_a_proofreader_can_read_the_rules(path: Path) -> None:
    written = strings(parse(path.read_text(encoding="utf-8"), str(path), RuleError), "")
    for key, text in written:
        assert len(text) <= 200, f"{path}: “{key}”太长，请分成几行或用片段：{text[:40]}…"
        assert not re.fullmatch(r"[\u4e00-\u9fff]+(?: +[\u4e00-\u9fff]+){3,}", text), (
            f"{path}: “{key}”是一串词，请写成列表：{text[:40]}…"
        )
