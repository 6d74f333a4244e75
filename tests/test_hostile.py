"""No regular expression of a rule can be slowed by the text it is run on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from conftest import RULES

from speechlint.errors import RuleError
from speechlint.gates.patterns import expressions, slow_on
from speechlint.rulebook import compiling, packs
from speechlint.rulebook.rule import Rule

SLOW_ON = cache(slow_on)  # one frame stands in many rules
PACK = Path(__file__).parent / "pack"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_takes_time_in_proportion(rule: Rule) -> None:
    slow = {text: found for text in dict.fromkeys(expressions(rule.options)) if (found := SLOW_ON(text))}
    assert not slow, f"{rule.path}：这些表达式在特定的文字上越来越慢：{slow}"


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(?:一|一一)+二", "全会(a|aa)+$", "一*一*二", r"(?:一(?!.{0,200}二))*三"]
)
def test_hostile_text_is_found(pattern: str) -> None:
    assert slow_on(pattern)


@pytest.mark.parametrize(
    "pattern", ["工会.{0,20}会员", "(?:全面|率先)?建成", "第[一二三四五六七八九十]{1,3}届"]
)
def test_sound_expressions_pass(pattern: str) -> None:
    assert slow_on(pattern) is None


def test_a_pack_with_a_slow_expression_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(packs, "shipped", lambda: str(tmp_path / "rules"))  # its name begins alike
    rule = (PACK / "placeholder" / "PLH001-unfilled-session.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "rules-own" / "placeholder"
    folder.mkdir(parents=True)
    (folder.parent / "families.yaml").write_bytes((PACK / "families.yaml").read_bytes())
    entry = """check:
  pattern:
    entries:
      - {id: slow, pattern: "(a+)+b"}
examples:
  bad: ["⟦aab⟧"]
  good: [aa]
"""
    (folder / "PLH901-slow.yaml").write_text(rule[: rule.index("check:")] + entry, encoding="utf-8")
    with pytest.raises(RuleError, match="PLH901"):
        compiling.load([str(tmp_path / "rules-own")], keep=False)
