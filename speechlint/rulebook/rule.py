"""A rule: what a check's hits mean, why, on whose authority, with examples that are its tests."""

from __future__ import annotations

from string import Formatter

from speechlint import checks
from speechlint.errors import RuleError, nearest, trace
from speechlint.files.yamlfile import Node, check_keys, read_mapping
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook import examples
from speechlint.rulebook import options as declared
from speechlint.rulebook.fragments import Fragments, empty, of_folder
from speechlint.rulebook.values import authority, grade, severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from speechlint.finding import Severity
    from speechlint.quick.typing import Any
    from speechlint.rulebook.examples import Example

_FILE_NAME = regex.later(r"([A-Z]{2,4}\d{3})-([a-z0-9-]+)\.yaml")
_WORD = regex.later(r"[A-Za-z_]\w*")
_SHOWN = 200  # characters of what went wrong
_KEYS: dict[str, type | tuple[type, ...]] = {
    "title": str,
    "severity": str,
    "message": dict,
    "why": str,
    "source": (str, dict),
    "grade": str,
    "check": dict,
    "examples": dict,
    "grouped": bool,
    "default": bool,
    "fragments": dict,
}
_REQUIRED = ("title", "severity", "message", "why", "source", "grade", "check", "examples")


class Rule(NamedTuple):
    """One rule file, read and checked. ``options`` are what its check compiled them to; ``entries``
    the ids of its table."""

    code: str
    name: str
    title: str
    severity: Severity
    message: Mapping[str, str]
    why: str
    source: str
    grade: str
    check: str
    options: Mapping[str, Any]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    entries: tuple[str, ...]
    grouped: bool
    default: bool
    path: str


def read(path: Path, shared: Fragments | None = None) -> Rule:
    """The rule in a file named ``CODE-name.yaml``; ``shared`` are the fragments of its folder, where these are read
    already. Raises ``RuleError`` naming file and line."""
    try:
        return _read(path, shared)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as why:
        # an option of a shape that its check does not expect
        trace(why)
        what = f"{type(why).__name__}: {why}"[:_SHOWN]
        raise RuleError(
            f"{path}: 规则写错了，有一个选项不是它该有的样子：{what}",
            f"{path}: not a sound rule; an option is not of the shape it must have: {what}",
        ) from None


def _read(path: Path, shared: Fragments | None) -> Rule:
    named = _FILE_NAME.fullmatch(path.name)
    if not named:
        raise RuleError(
            f"{path}: 规则文件名应为“代码-名称.yaml”，如 PLH001-unfilled-session.yaml",
            f"{path}: a rule file is called CODE-name.yaml, as PLH001-unfilled-session.yaml",
        )
    node, name, options = _file(path, shared)
    table = _table(options)
    own = examples.read(node["examples"])
    entries = examples.of_table(table)
    bad = (*own[0], *entries[0])
    if not bad:
        where = node.where("examples")
        raise RuleError(f"{where}: 没有“bad”示例", f"{where}: there is no 'bad' example")
    graded = grade(node["grade"], node.where("grade"))
    return Rule(
        code=named[1],
        name=named[2],
        title=node["title"],
        severity=severity(node["severity"], node.where("severity")),
        message=_message(node),
        why=node["why"].strip(),
        source=authority(node["source"], node.where("source")),
        grade=graded,
        check=name,
        options=declared.read(name, examples.without(options, table), graded),
        bad=bad,
        good=(*own[1], *entries[1]),
        entries=tuple(str(entry.get("id", "")) for entry in table),
        grouped=node.get("grouped", False),
        default=node.get("default", True),
        path=str(path),
    )


def table(path: Path) -> list[Node]:
    """The entries of a rule file as they are written, with their fragments put in. Raises ``RuleError``."""
    return _table(_file(path)[2])


def _file(path: Path, shared: Fragments | None = None) -> tuple[Node, str, Node]:
    """A rule file, the name of its check, and the options, with their fragments put in."""
    node = read_mapping(str(path), RuleError)
    check_keys(node, _KEYS, _REQUIRED, RuleError)
    name, options = _check(node)
    fragments = Fragments(node.get("fragments") or empty(str(path)), shared or of_folder(str(path.parent)))
    made = fragments.expanded(options)
    fragments.check_used()
    return node, name, made


def _message(node: Node) -> dict[str, str]:
    message = node["message"]
    check_keys(message, {"zh": str, "en": str}, ("zh",), RuleError)
    for lang, text in message.items():
        try:
            places = list(Formatter().parse(text))
        except ValueError:
            where = message.where(lang)
            raise RuleError(
                f"{where}: 花括号不成对；花括号本身要写两个",
                f"{where}: unpaired brace; write {{{{ or }}}} for one",
            ) from None
        for _, name, how, conversion in places:
            if name is not None and (how or conversion or not _WORD.fullmatch(name)):
                raise RuleError(
                    f"{message.where(lang)}: 花括号里只能是一个词，如 {{text}}，不能带点、冒号、叹号和方括号",
                    f"{message.where(lang)}: between braces stands one word, as in {{text}}, and nothing else",
                )
    return {"en": message["zh"], **message}


def _check(node: Node) -> tuple[str, Node]:
    check = node["check"]
    if len(check) != 1:
        where = node.where("check")
        raise RuleError(f"{where}: “check”下应恰好有一个检查名", f"{where}: give one check under 'check'")
    name, options = next(iter(check.items()))
    if name not in checks.CHECKS:
        near, where = nearest(name, checks.CHECKS), check.where(name)
        zh = f"是不是“{near}”？" if near else f"可用：{'、'.join(checks.CHECKS)}"
        en = f"did you mean '{near}'?" if near else f"there are: {', '.join(checks.CHECKS)}"
        raise RuleError(f"{where}: 没有叫“{name}”的检查；{zh}", f"{where}: no check '{name}'; {en}")
    if options is None:
        options = check.having({})
    if not isinstance(options, Node):
        where = check.where(name)
        raise RuleError(
            f"{where}: “{name}”的选项应是一个映射", f"{where}: the options of '{name}' must be a mapping"
        )
    return name, options


def _table(options: Node) -> list[Node]:
    table = options.get("entries", [])
    if not isinstance(table, list) or not all(isinstance(entry, Node) for entry in table):
        where = options.where("entries")
        raise RuleError(
            f"{where}: “entries”应是带“id”的映射的列表",
            f"{where}: 'entries' must be a list of mappings with 'id'",
        )
    return table
