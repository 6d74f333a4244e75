"""Phases of a draft (初稿, 送审, 定稿): data that says how grave a finding may be at most, and what else applies."""

from __future__ import annotations

import os

from speechlint.errors import ConfigError, UsageError, nearest
from speechlint.files.yamlfile import Node, check_keys, parse
from speechlint.finding import Severity
from speechlint.project.layers import Layer, Phase
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import naming, packs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.errors import SpeechlintError
    from speechlint.quick.typing import Any

_KEYS: dict[str, type | tuple[type, ...]] = {
    "en": str,
    "at_most": dict,
    "ignore": list,
    "extend_select": list,
    "fail_on": str,
}
_LEVELS = ("error", "warning", "info", "never")


def phase(name: str, own: Mapping[str, Phase], where: str = "") -> Phase:
    """The phase called so, in Chinese or English; the project's own ones first.

    Raises ``UsageError``; ``ConfigError`` where ``where`` says in which file it was asked for.
    """
    known = {**shipped(), **own}
    for one in known.values():
        if name.lower() in (one.name.lower(), one.en.lower()):
            return one
    near = nearest(name, [*known, *(one.en for one in known.values())])
    error: type[SpeechlintError] = ConfigError if where else UsageError
    raise error(
        f"{where}没有叫“{name}”的阶段，" + (f"是不是“{near}”？" if near else f"可用：{'、'.join(known)}"),
        f"{where}no stage '{name}'; "
        + (f"did you mean '{near}'?" if near else f"choose from {', '.join(known)}"),
    )


def shipped() -> dict[str, Phase]:
    """The phases that come with the rules."""
    path = os.path.join(packs.shipped(), packs.PHASES)
    with open(path, encoding="utf-8") as file:
        return read(parse(file.read(), path, ConfigError), [])


def read(table: Any, names: list[tuple[str, str]]) -> dict[str, Phase]:
    """The phases in a mapping of a YAML file; ``names`` takes the rules it names. Raises ``ConfigError``."""
    return {name: _phase(name, table, names) for name in table}


def _phase(name: str, table: Node, names: list[tuple[str, str]]) -> Phase:
    node = table[name]
    if node is None or node == {}:
        return Phase(name)
    if not isinstance(node, Node):
        raise ConfigError(
            f"{table.where(name)}: 阶段“{name}”应是带 at_most、ignore 等的映射",
            f"{table.where(name)}: the stage '{name}' must be a mapping with at_most, ignore, …",
        )
    check_keys(node, _KEYS, (), ConfigError)
    fail_on = _level(node, "fail_on", node["fail_on"], _LEVELS) if "fail_on" in node else None
    layer = Layer(
        ignore=_rules(node, "ignore", names),
        extend_select=_rules(node, "extend_select", names),
        fail_on=fail_on,
    )
    return Phase(name, node.get("en", ""), _at_most(node, names), layer)


def _at_most(node: Node, names: list[tuple[str, str]]) -> dict[str, Severity]:
    table = node.get("at_most", {})
    at_most: dict[str, Severity] = {}
    for key, level in table.items():
        severity = Severity[_level(table, key, level, _LEVELS[:3]).upper()]
        at_most |= dict.fromkeys(naming.names(key), severity)
        names += [(name, f"{table.where(key)}: ") for name in naming.names(key)]
    return at_most


def _rules(node: Node, key: str, names: list[tuple[str, str]]) -> tuple[str, ...]:
    rules = tuple(name for text in node.get(key, ()) for name in naming.names(str(text)))
    names += [(name, f"{node.where(key)}: ") for name in rules]
    return rules


def _level(node: Node, key: str, level: Any, known: tuple[str, ...]) -> str:
    if naming.level(str(level)) in known:
        return naming.level(str(level))
    raise ConfigError(
        f"{node.where(key)}: 没有级别“{level}”；可用：{'、'.join(known)}",
        f"{node.where(key)}: no severity '{level}'; choose from {', '.join(known)}",
    )
