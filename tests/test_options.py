"""What a rule says for its check, read against what the check declares: the same mistake gets the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Outcome, write

from speechlint import checks
from speechlint.errors import RuleError
from speechlint.files.yamlfile import parse
from speechlint.rulebook import kinds, packs
from speechlint.rulebook.options import read
from speechlint.rulebook.rule import read as rule_file

WITH_OPTIONS = [check for check in checks.CHECKS if any(kinds.rows(check))]
WITHOUT = [check for check in checks.CHECKS if check not in WITH_OPTIONS]
NEEDING = [check for check in WITH_OPTIONS if any(row.required for row in kinds.rows(check))]


def refusal(check: str, options: str) -> RuleError:
    """How options in YAML are refused; their first line is line 1 of the file."""
    with pytest.raises(RuleError) as refused:
        read(check, parse(options, "自己的/规则.yaml", RuleError), "usage")
    return refused.value


@pytest.mark.parametrize("check", WITH_OPTIONS)
def test_an_unknown_key_is_named_with_the_nearest(check: str) -> None:
    key = next(kinds.rows(check)).name
    why = refusal(check, f"{key}x: 一")
    assert str(why) == f"自己的/规则.yaml:1: 不认识的键“{key}x”，是不是“{key}”？"
    assert why.en == f"自己的/规则.yaml:1: unknown key '{key}x'; did you mean '{key}'?"


@pytest.mark.parametrize("check", NEEDING)
def test_a_missing_key_is_named(check: str) -> None:
    key = next(row.name for row in kinds.rows(check) if row.required)
    why = refusal(check, "{}")
    assert str(why) == f"自己的/规则.yaml:1: 缺少“{key}”"
    assert why.en == f"自己的/规则.yaml:1: '{key}' is missing"


@pytest.mark.parametrize("check", WITHOUT)
def test_a_check_without_options_takes_none(check: str) -> None:
    why = refusal(check, "kind: gap")
    assert str(why) == f"自己的/规则.yaml:1: 检查“{check}”没有选项"
    assert why.en == f"自己的/规则.yaml:1: the check '{check}' has no options"


@pytest.mark.parametrize(
    ("check", "options", "zh", "en"),
    [
        ("sequence", "kind: [gap]", "1: “kind”应为文字", "1: 'kind' must be text"),
        (
            "sequence",
            "kind: gaps",
            "1: “kind”没有“gaps”，是不是“gap”？",
            "1: 'kind' knows no 'gaps'; did you mean 'gap'?",
        ),
        (
            "parallel",
            "words: 词.yaml\nbreaks: [verb, 1]",
            "2: “breaks”里的“1”应为文字",
            "2: '1' in 'breaks' must be text",
        ),
        ("spun", "pairs: {甲: 乙}\nleast: true", "2: “least”应为整数", "2: 'least' must be a whole number"),
        (
            "line",
            "entries:\n- {id: 甲, terms: [一],\n   share: 2}",
            "3: “share”应为0 到 1 的数",
            "3: 'share' must be",
        ),
        ("pattern", "entries: [甲]", "1: “entries”应是映射的列表", "1: 'entries' must be a list of mappings"),
        ("pattern", "entries:\n- {id: 甲}", "2: “pattern”、“terms”应恰好写一个", "2: give exactly one of"),
        (
            "pattern",
            "entries:\n- {id: 甲, pattern: 一,\n   terms: [二]}",
            "2: “pattern”、“terms”应恰好写一个",
            "2: give exactly one",
        ),
        (
            "pattern",
            "entries:\n- {id: 甲, terms: [一]}\n- {id: 甲, terms: [二]}",
            "3: 条目“甲”写了两次",
            "3: the entry '甲' twice",
        ),
        ("pattern", "entries:\n- {id: 甲, pattern: (}", "2: 正则式 '('", "2: the regular expression '('"),
        (
            "pattern",
            "entries:\n- {id: 甲, terms: [一], severity: eror}",
            "2: 级别“eror”应为",
            "2: the severity 'eror' must be",
        ),
        (
            "pattern",
            "entries:\n- id: 甲\n  terms: [一]\n  source: '?'",
            "4: 依据不能是空的或问号",
            "4: the authority is empty",
        ),
        (
            "formulation",
            "entries:\n- {id: 甲, terms: [一], valid_until: 2026-02-30}",
            "2: “valid_until”的“2026-02-30”不是日期",
            "2: '2026-02-30' of 'valid_until' is no day",
        ),
        (
            "formulation",
            "entries:\n- {id: 甲, terms: [一], early: true}",
            "2: “early”要有“valid_from”",
            "2: 'early' needs 'valid_from'",
        ),
        ("held_post", "roster: 没有.yaml", "1: 没有文件“没有.yaml”", "1: no file '没有.yaml'"),
        ("plenums", "terms: {十九: 一}", "1: “十九”应为映射", "1: '十九' must be a mapping"),
        (
            "miswritten_name",
            f"roster: {ROOT / 'rules' / packs.ROSTER}\ntitles: {{before: [主席]}}\ncontext: 一",
            "2: 缺少“after”",
            "2: 'after' is missing",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(check: str, options: str, zh: str, en: str) -> None:
    why = refusal(check, options)
    assert str(why).startswith(f"自己的/规则.yaml:{zh}")
    assert en in why.en


def test_what_is_not_said_has_its_default() -> None:
    options = read("repair", parse("kinds: [gbk]", "r.yaml", RuleError), "usage")
    assert options == {"kinds": ["gbk"], "grouped": True, "safe": True, "format": None}


def test_what_stands_beside_entries_is_for_all_of_them() -> None:
    text = "{except: [一], outside: [title], entries: [{id: 甲, terms: [二], except: [三], outside: [quote]}, {id: 乙, terms: [四]}]}"
    entries = read("pattern", parse(text, "r.yaml", RuleError), "usage")["entries"]
    assert (entries["甲"]["except"], entries["甲"]["outside"]) == (["一", "三"], ["quote"])
    assert (entries["乙"]["except"], entries["乙"]["outside"]) == (["一"], ["title"])


def test_options_are_plain_data() -> None:
    options = read("pattern", parse("entries: [{id: 甲, terms: [二]}]", "r.yaml", RuleError), "usage")
    assert (type(options), type(options["entries"]["甲"])) == (dict, dict)


def test_a_wrong_rule_file_ends_with_2(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    rule = (ROOT / "tests/pack/placeholder/PLH001-unfilled-session.yaml").read_text(encoding="utf-8")
    write(tmp_path / "pack" / "OWN001-own.yaml", rule.replace("entries:", "entrys:"))
    write(tmp_path / ".speechlint.yaml", "packs: [pack]\n")
    write(tmp_path / "a.txt", "第X届\n")
    done = run("a.txt")
    assert done.status == 2
    assert "OWN001-own.yaml" in done.err
    assert "不认识的键“entrys”，是不是“entries”？" in done.err


@pytest.mark.parametrize("check", checks.CHECKS)
def test_a_check_says_what_it_sees_and_may_be_told(check: str) -> None:
    assert all(kinds.about(check))
    for row in kinds.rows(check):
        assert all(row.meaning), row.name
        assert all(row.kind), row.name


@pytest.mark.parametrize(
    ("wrong", "zh", "en"),
    [
        (
            "patern: {}",
            "没有叫“patern”的检查；是不是“pattern”？",
            "no check 'patern'; did you mean 'pattern'?",
        ),
        ("pattern: [甲]", "“pattern”的选项应是一个映射", "the options of 'pattern' must be a mapping"),
        ("pattern: {entries: 甲}", "“entries”应是带“id”的映射的列表", "must be a list of mappings with 'id'"),
    ],
)
def test_a_wrong_check_is_named_in_both_languages(wrong: str, zh: str, en: str, tmp_path: Path) -> None:
    rule = (ROOT / "tests/pack/placeholder/PLH001-unfilled-session.yaml").read_text(encoding="utf-8")
    head, _, tail = rule.partition("check:")
    path = write(tmp_path / "OWN001-own.yaml", f"{head}check:\n  {wrong}\n{tail[tail.index('examples:') :]}")
    line = head.count("\n") + 2
    with pytest.raises(RuleError) as refused:
        rule_file(path)
    assert str(refused.value) == f"{path}:{line}: {zh}"
    assert refused.value.en.endswith(en)
