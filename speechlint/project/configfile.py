"""Reading a config file strictly: every mistake is named with its place and the nearest right word."""

from __future__ import annotations

import os
import re

from speechlint.errors import ConfigError, UsageError
from speechlint.files import reading
from speechlint.files.yamlfile import Node, check_keys, parse
from speechlint.judgements.suppression import Allowed
from speechlint.project import configvalues
from speechlint.project.layers import NONE, Config, Layer, Override
from speechlint.quick import cache, regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechlint.project.layers import Phase
    from speechlint.quick.typing import Any

SAID = "--set"
LANGS = ("zh", "en")
LAYER: dict[str, type | tuple[type, ...]] = {
    "select": list,
    "ignore": list,
    "extend_select": list,
    "severity": dict,
    "as_of": (str, int),
    "fail_on": str,
    "stage": str,
    "allow": list,
}
CONFIG: dict[str, type | tuple[type, ...]] = {
    **LAYER,
    "lang": str,
    "overrides": list,
    "exclude": list,
    "packs": list,
    "ignore_file": str,
    "baseline": str,
    "stages": dict,
    "require_reason": bool,
    "rosters": list,
    "cache": bool,
}


def read(path: str) -> Config:
    """The config in a YAML file, or in ``[tool.speechlint]`` of a TOML file (NONE without that table)."""
    text = reading.text(path, ConfigError)
    node = _toml(text, path) if path.endswith(".toml") else parse(text, path, ConfigError)
    if node is None:
        return NONE if path.endswith(".toml") else Config(path, _folder(path))
    if not isinstance(node, Node):
        raise ConfigError(
            f"{path}:1: 配置应是一个映射；起步的样子见 speechlint init",
            f"{path}:1: the config must be a mapping; speechlint init writes one to start from",
        )
    return _config(node, path)


def said(values: Iterable[str]) -> Config:
    """The config that the values of ``--set`` make, each ``KEY=VALUE`` in YAML, a key of a mapping as ``severity.PLH``.

    Folders are seen from here. Raises ``ConfigError``, ``UsageError``."""
    whole = Node()
    whole.path, whole.line, whole.lines = SAID, 1, {}
    for one in values:
        key, equals, value = one.replace("＝", "=", 1).partition("=")
        first, *inner = key.strip().replace("-", "_").split(".")
        if not equals or not first:
            raise UsageError(
                f"--set 应写作“键=值”，如 --set allow=[X射线楼]，不是“{one}”",
                f"--set takes KEY=VALUE, as --set allow=[X射线楼], not '{one}'",
            )
        opened = "".join(f"{{{name}: " for name in inner)
        made = parse(f"{first}: {opened}{value or 'null'}{'}' * len(inner)}", SAID, ConfigError)
        if inner and isinstance(whole.get(first), Node) and isinstance(made[first], Node):
            made = made.having({first: whole[first].having({**whole[first], **made[first]})})
        whole.update(made)
        whole.lines.update(made.lines)
    return _config(whole, SAID)


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))


def _config(node: Node, path: str) -> Config:
    _underscored(node)
    check_keys(node, CONFIG, (), ConfigError)
    if not node.get("cache", True):
        cache.stop()
    names: list[tuple[str, str]] = []
    root = _folder(path)
    layer = _layer(node, names)
    keys = tuple(sorted(node))
    overrides = tuple(_override(one, node, names) for one in node.get("overrides") or ())
    phases = _phases(node, names)
    if path != SAID:  # which may name the phases of a file
        _check_phases(node, phases)
    _check_reasons(node)
    return Config(
        path=path,
        root=root,
        base=layer._replace(lang=configvalues.one_of(node, "lang", LANGS)),
        overrides=overrides,
        exclude=configvalues.patterns(node, "exclude"),
        packs=tuple(_pack(folder, root, node) for folder in configvalues.texts(node, "packs")),
        ignore_file=os.path.join(root, node["ignore_file"]) if "ignore_file" in node else None,
        baseline=os.path.join(root, node["baseline"]) if "baseline" in node else None,
        phases=phases,
        require_reason=node.get("require_reason", False),
        roster=_roster(node, root),
        names=tuple(names),
        keys=keys,
    )


def _check_reasons(node: Node) -> None:
    """Where reasons are required, what is allowed has one."""
    if not node.get("require_reason", False):
        return
    for part in (node, *(node.get("overrides") or ())):
        for one in part.get("allow") or ():
            if isinstance(one, str) or not one.get("reason", "").strip():
                term = one if isinstance(one, str) else one["term"]
                raise ConfigError(
                    f"{part.where('allow')}: 放行“{term}”要写明理由（require_reason）：{{term: {term}, reason: 理由}}",
                    f"{part.where('allow')}: say why '{term}' is allowed (require_reason): {{term: {term}, reason: why}}",
                )


def _override(node: Any, parent: Node, names: list[tuple[str, str]]) -> Override:
    if not isinstance(node, Node):
        raise ConfigError(
            f"{parent.where('overrides')}: “overrides”应是带“files”的映射的列表",
            f"{parent.where('overrides')}: 'overrides' must be a list of mappings with 'files'",
        )
    _underscored(node)
    check_keys(node, {"files": list, **LAYER}, ("files",), ConfigError)
    return Override(configvalues.patterns(node, "files"), _layer(node, names))


def _layer(node: Node, names: list[tuple[str, str]]) -> Layer:
    return Layer(
        select=configvalues.rules(node, "select", names),
        ignore=configvalues.rules(node, "ignore", names),
        extend_select=configvalues.rules(node, "extend_select", names),
        severity=configvalues.severities(node.get("severity") or {}, names),
        as_of=configvalues.day(node),
        fail_on=configvalues.one_of(node, "fail_on", configvalues.FAIL_ON),
        phase=node.get("stage"),
        allow=tuple(_allowed(one, node, names) for one in node.get("allow") or ()),
    )


def _roster(node: Node, root: str) -> Mapping[str, Any]:
    if not node.get("rosters"):
        return {}
    from speechlint.checks.names import roster

    return roster.own(node["rosters"], node, root, ConfigError)


def _phases(node: Node, names: list[tuple[str, str]]) -> dict[str, Phase]:
    if not node.get("stages"):
        return {}
    from speechlint.project import phases

    return phases.read(node["stages"], names)


def _check_phases(node: Node, own: dict[str, Phase]) -> None:
    """Raises ``ConfigError`` where a phase is named that there is not."""
    for said in (node, *(node.get("overrides") or ())):
        if "stage" in said:
            from speechlint.project.phases import phase

            phase(said["stage"], own, f"{said.where('stage')}: ", ConfigError)


def _underscored(node: Node) -> None:
    """``fail-on`` is ``fail_on``: the spelling of the options is understood too."""
    for key in [key for key in node if "-" in key and key.replace("-", "_") in CONFIG]:
        node[key.replace("-", "_")] = node.pop(key)
        node.lines[key.replace("-", "_")] = node.lines[key]


def _pack(folder: str, root: str, node: Node) -> str:
    path = os.path.normpath(os.path.join(root, os.path.expanduser(folder)))
    if not os.path.isdir(path):
        raise ConfigError(
            f"{node.where('packs')}: 没有规则包文件夹“{folder}”（从配置所在的文件夹算起）",
            f"{node.where('packs')}: no folder '{folder}' (seen from the config)",
        )
    return path


def _allowed(one: Any, parent: Node, names: list[tuple[str, str]]) -> Allowed:
    if isinstance(one, str) and one:
        return Allowed(one)
    if not isinstance(one, Node):
        raise ConfigError(
            f"{parent.where('allow')}: “allow”应是词的列表，或带“term”“reason”的映射的列表",
            f"{parent.where('allow')}: 'allow' must be a list of terms, or of mappings with 'term' and 'reason'",
        )
    check_keys(one, {"term": str, "reason": str, "codes": list}, ("term",), ConfigError)
    return Allowed(one["term"], one.get("reason", ""), configvalues.rules(one, "codes", names))


def _toml(text: str, path: str) -> Node | None:
    import tomllib

    try:
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as why:
        raise ConfigError(f"{path}: TOML 写法有误：{why}", f"{path}: {why}") from None
    for key in ("tool", "speechlint"):
        table = table.get(key)
        if table is None:
            return None
        if not isinstance(table, dict):
            raise ConfigError(
                f"{path}: “{key}”应是一张表：[tool.speechlint]", f"{path}: '{key}' must be a table"
            )
    return _as_node(table, text, path, text.find("[tool.speechlint"))


def _as_node(table: dict[str, Any], text: str, path: str, start: int) -> Node:
    """TOML values with the lines they stand on, as near as the text tells."""
    node = Node()
    node.path, node.line, node.lines = path, text.count("\n", 0, max(0, start)) + 1, {}
    for key, value in table.items():
        at = regex.compile(rf"^[ \t\[]*(?:tool\.speechlint\.)?[\"']?{re.escape(key)}\b", re.MULTILINE).search(
            text, max(0, start)
        )
        node.lines[key] = text.count("\n", 0, at.start()) + 1 if at else node.line
        node[key] = _toml_value(value, text, path, at.start() if at else start)
    return node


def _toml_value(value: Any, text: str, path: str, start: int) -> Any:
    if isinstance(value, dict):
        return _as_node(value, text, path, start)
    if isinstance(value, list):
        return [_toml_value(one, text, path, start) for one in value]
    return value if isinstance(value, str | bool | int | float) else str(value)
