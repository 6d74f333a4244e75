"""Where the rule packs are: the shipped one, and the user's own folders. All load the same way."""

from __future__ import annotations

import os

from speechlint.errors import RuleError
from speechlint.files import reading
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.rulebook.fragments import Fragments
    from speechlint.rulebook.rule import Rule


PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped() -> str:
    """The shipped pack: inside the installed package, or beside it in a checkout."""
    return _shipped(PACKAGE)


@lru_cache(maxsize=8)
def _shipped(package: str) -> str:
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")


FAMILIES = "families.yaml"
PHASES = "stages.yaml"
AUTHORITIES = "authorities.yaml"
ROSTER = "roster.yaml"
WORDS = "words.yaml"
WEIGHTS = "weights.yaml"
_NO_RULES = (FAMILIES, PHASES, AUTHORITIES)
_BESIDE_RULES = (ROSTER, "fragments.yaml", WORDS, WEIGHTS, "successions.yaml")


def rule_files(pack: str) -> Iterator[str]:
    """The rule files of a pack in a fixed order: every ``.yaml`` in it but ``_…`` files and those that hold no rule."""
    return (file.path for file in data_files(pack) if file.name not in _BESIDE_RULES)


def data_files(pack: str) -> Iterator[os.DirEntry[str]]:
    """The files that the compiled rules of a pack depend on: its rules, and what they are made with.

    A folder that cannot be read has none.
    """
    try:
        files = sorted(os.scandir(pack), key=lambda file: file.name)
    except OSError:
        return
    for file in files:
        name = file.name
        if name.endswith(".yaml") and not name.startswith("_") and name not in _NO_RULES:
            yield file
    for file in files:
        if file.is_dir(follow_symlinks=False):
            yield from data_files(file.path)


def load(packs: Iterable[str]) -> list[Rule]:
    """All rules of the packs, by code. Raises ``RuleError``, also where two have one code."""
    from pathlib import Path

    from speechlint.rulebook.fragments import of_folder
    from speechlint.rulebook.rule import read

    rules: dict[str, Rule] = {}
    shared: dict[str, Fragments] = {}
    for pack in packs:
        if not os.path.isdir(pack):
            raise RuleError(f"规则包“{pack}”不是文件夹；请检查配置里的 packs")
        for path in rule_files(pack):
            folder = os.path.dirname(path)
            if folder not in shared:
                shared[folder] = of_folder(folder)
            rule = read(Path(path), shared[folder])
            if rule.code in rules:
                raise RuleError(f"{path}: 代码 {rule.code} 已用于 {rules[rule.code].path}")
            rules[rule.code] = rule
    for fragments in shared.values():
        fragments.check_used()
    return [rules[code] for code in sorted(rules)]


def families(packs: Iterable[str]) -> dict[str, dict[str, str]]:
    """The titles of the packs' families, by the letters of their codes. Raises ``RuleError``."""
    from speechlint.files.yamlfile import Node, check_keys, parse

    named: dict[str, dict[str, str]] = {}
    for path in (os.path.join(pack, FAMILIES) for pack in packs):
        if not os.path.isfile(path):
            continue
        table = parse(reading.text(path, RuleError), path, RuleError)
        if not isinstance(table, Node):
            raise RuleError(f"{path}:1: 应是“代码的字母: {{zh: 名称, en: 名称}}”的映射")
        for letters, names in table.items():
            if not isinstance(names, Node):
                raise RuleError(f"{table.where(letters)}: 应是 {{zh: 名称, en: 名称}}")
            check_keys(names, {"zh": str, "en": str}, ("zh", "en"), RuleError)
            named[letters] = dict(names)
    return named
