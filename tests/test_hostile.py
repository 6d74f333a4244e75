"""No regular expression of a rule can be slowed by the text it is run on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import RULES

from speechlint.hostile import slow_on
from speechlint.rule import Rule


def expressions(options: Any) -> Iterator[str]:
    """Whatever in a rule's options reads as a regular expression with a repetition in it."""
    if isinstance(options, dict):
        for value in options.values():
            yield from expressions(value)
    elif isinstance(options, list | tuple | set | frozenset):
        for value in options:
            yield from expressions(value)
    elif isinstance(options, str) and re.search(r"[*+]|\{\d", options):
        try:
            re.compile(options)
        except re.error:
            return
        yield options


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_takes_time_in_proportion(rule: Rule) -> None:
    slow = {text: found for text in dict.fromkeys(expressions(rule.options)) if (found := slow_on(text))}
    assert not slow, f"{rule.path}：这些表达式在特定的文字上越来越慢：{slow}"


@pytest.mark.parametrize("pattern", ["(a+)+b", "(?:一|一一)+二"])
def test_hostile_text_is_found(pattern: str) -> None:
    assert slow_on(pattern)


@pytest.mark.parametrize(
    "pattern", ["工会.{0,20}会员", "(?:全面|率先)?建成", "第[一二三四五六七八九十]{1,3}届"]
)
def test_sound_expressions_pass(pattern: str) -> None:
    assert slow_on(pattern) is None
