"""``speechlint schema``: the JSON Schemas of what the program writes and reads."""

from __future__ import annotations

import os

from speechlint import reporters
from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG
from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint.commands.arguments import Given

ABOUT = About(
    "给出 JSON Schema：报告、核对表、配置、规则文件的",
    "print a JSON Schema: of the report, the facts, a config, a rule file",
    "speechlint schema report|facts|config|rule",
    (LANG, HELP),
    (
        Example(
            "speechlint schema config > speechlint.schema.json",
            "编辑器照它补全、检查 .speechlint.yaml",
            "for editors to complete and check .speechlint.yaml by",
        ),
    ),
)


def main(given: Given) -> int:
    if len(given.words) != 1 or given.words[0] not in _SCHEMAS:
        said = given.words[0] if given.words else ""
        near = nearest(said, _SCHEMAS) or "report"
        names = "、".join(_SCHEMAS)
        raise UsageError(
            f"schema 后面写一个：{names}，如 speechlint schema {near}",
            f"schema takes one of {', '.join(_SCHEMAS)}, as speechlint schema {near}",
        )
    output.write(_SCHEMAS[given.words[0]](), "json")
    return 0


def _file(name: str) -> str:
    folder = os.path.dirname(os.path.abspath(reporters.__file__))
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read().removesuffix("\n")


def _config() -> str:
    from speechlint.project.schema import schema
    from speechlint.reporters.json import dumped

    return dumped(schema(), indent=1)


def _rule() -> str:
    from speechlint.reporters.json import dumped
    from speechlint.rulebook.schema import schema

    return dumped(schema(), indent=1)


_SCHEMAS: dict[str, Callable[[], str]] = {
    "report": lambda: _file("report.schema.json"),
    "facts": lambda: _file("facts.schema.json"),
    "config": _config,
    "rule": _rule,
}
