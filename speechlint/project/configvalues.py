"""Reading the values of a config: texts, patterns, rules, severities, days."""

from __future__ import annotations

from speechlint.document import as_of
from speechlint.errors import ConfigError, nearest
from speechlint.files.yamlfile import Node
from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import naming

if TYPE_CHECKING:
    from speechlint.quick.typing import Any

LEVELS = ("error", "warning", "info")
FAIL_ON = (*LEVELS, "never")


def texts(node: Node, key: str) -> tuple[str, ...]:
    """The texts listed under ``key``. Raises ``ConfigError``, as all here."""
    values = node.get(key) or []
    if not all(isinstance(value, str) and value for value in values):
        raise ConfigError(
            f"{node.where(key)}: “{key}”应是文字的列表", f"{node.where(key)}: '{key}' must be a list of texts"
        )
    return tuple(values)


def patterns(node: Node, key: str) -> tuple[str, ...]:
    """The patterns of paths listed under ``key``."""
    from speechlint.files.globs import check

    found = texts(node, key)
    for pattern in found:
        check(pattern, node.where(key), ConfigError)
    return found


def rules(node: Node, key: str, names: list[tuple[str, str]]) -> tuple[str, ...]:
    """The names of rules listed under ``key``; ``names`` takes each with its place."""
    found = tuple(dict.fromkeys(name for text in texts(node, key) for name in naming.names(text)))
    names += [(name, f"{node.where(key)}: ") for name in found]
    return found


def severities(node: Node | dict[str, Any], names: list[tuple[str, str]]) -> dict[str, Severity]:
    """The severity wanted for each rule; ``names`` takes each with its place."""
    wanted: dict[str, Severity] = {}
    for key, level in node.items():
        where = node.where(key) if isinstance(node, Node) else ""
        grade = naming.level(str(level))
        if grade not in LEVELS:
            raise _no_level(grade, where)
        for name in naming.names(str(key)):
            wanted[name] = Severity[grade.upper()]
            names.append((name, f"{where}: "))
    return wanted


def _no_level(level: str, where: str) -> ConfigError:
    near = nearest(level, LEVELS)
    if near:
        return ConfigError(
            f"{where}: 没有级别“{level}”，是不是“{near}”？",
            f"{where}: no severity '{level}'; did you mean '{near}'?",
        )
    return ConfigError(
        f"{where}: 没有级别“{level}”；应为 error、warning 或 info，不要这条规则请写进 ignore",
        f"{where}: no severity '{level}'; use error, warning or info, or put the rule in 'ignore'",
    )


def day(node: Node) -> str | None:
    """The day at ``as_of``, as the option has it."""
    if "as_of" not in node:
        return None
    said = str(node["as_of"])
    found = said if said in (as_of.DRAFT, as_of.TODAY) else as_of.day_of(said)
    if found is None:
        where = node.where("as_of")
        raise ConfigError(
            f"{where}: “{said}”不是日期；应为 2026-03-05、2026-03、2026 或 draft",
            f"{where}: '{said}' is no date; use 2026-03-05, 2026-03, 2026 or draft",
        )
    return found


def one_of(node: Node, key: str, known: tuple[str, ...]) -> str | None:
    """The word at ``key``, one of ``known``."""
    value: str | None = node.get(key)
    value = naming.level(value) if value else value
    if value is None or value in known:
        return value
    near = nearest(value, known)
    zh = f"是不是“{near}”？" if near else f"可用：{'、'.join(known)}"
    en = f"did you mean '{near}'?" if near else f"choose from {', '.join(known)}"
    raise ConfigError(
        f"{node.where(key)}: “{key}”没有“{value}”，{zh}", f"{node.where(key)}: {key}: no '{value}'; {en}"
    )
