"""``speechlint rules``: every rule, by family; which table entries are due to be checked again."""

from __future__ import annotations

import os

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.errors import UsageError
from speechlint.finding import Severity
from speechlint.project import find
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.excerpt import columns
from speechlint.reporters.json import dumped
from speechlint.rulebook import compiling, packs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.rulebook.catalogue import ReadyRule

CONFIG_OPTIONS = (
    Option(
        "--config",
        "用这个配置文件（里面可有自己的规则包）",
        "use this config file (it may name packs)",
        "FILE",
    ),
    Option("--isolated", "不用任何配置文件", "use no config file"),
)
ABOUT = About(
    "列出全部规则",
    "list all rules",
    "speechlint rules [OPTIONS]",
    (
        Option("--format", "格式（默认 text）", "format (default text)", "text|json", ("text", "json"), "-f"),
        Option("--due", "只列该重新核对的条目", "only the table entries due to be checked again"),
        Option("--as-of", "到哪一天为止该核对的（默认今天）", "due on which day (default today)", "DATE"),
        *CONFIG_OPTIONS,
        LANG,
        HELP,
    ),
    (
        Example("speechlint rules", "按族列出", "by family"),
        Example("speechlint rules --due --as-of 2027", "2027 年底前该核对的", "due until the end of 2027"),
    ),
)
_LABELS = {"zh": {3: "必须改", 2: "建议改", 1: "可看"}, "en": {3: "error", 2: "warning", 1: "info"}}


def main(given: Given) -> int:
    if given.words:
        raise UsageError(
            f"rules 不带参数；说明一条规则用 speechlint explain {given.words[0]}",
            f"rules takes no argument; see speechlint explain {given.words[0]}",
        )
    where = pack_folders(given)
    if given.flag("--due"):
        lines: Iterator[str] = _due(where, given)
    elif given.last("--format") == "json":
        return _json(where)
    else:
        lines = _listed(compiling.load(where[1:]).rules, packs.families(where), given.language)
    output.write("\n".join(lines))
    return 0


def pack_folders(given: Given) -> list[str]:
    """The shipped pack and those of the config that counts here. Raises ``ConfigError``."""
    path = given.last("--config")
    if given.flag("--isolated"):
        return [packs.shipped()]
    found = find.read(path) if path else find.find(os.curdir)
    return [packs.shipped(), *found.packs]


def family(code: str) -> str:
    return code.rstrip("0123456789")


def _listed(rules: Sequence[ReadyRule], families: dict[str, dict[str, str]], lang: str) -> Iterator[str]:
    last = ""
    order = {letters: at for at, letters in enumerate(families)}
    for rule in sorted(rules, key=lambda rule: (order.get(family(rule.code), len(order)), rule.code)):
        letters = family(rule.code)
        if letters != last:
            yield from ([""] if last else [])
            yield f"{letters} {families.get(letters, {}).get(lang, '')}".rstrip()
            last = letters
        label = _LABELS[lang][rule.severity]
        title = rule.title if lang == "zh" else rule.name
        yield f"  {rule.code}  {label}{' ' * (8 - columns(label))}{title}{_remarks(rule, lang)}"


def _remarks(rule: ReadyRule, lang: str) -> str:
    parts = []
    if len(rule.entries) > 1:
        parts.append(f"{len(rule.entries)} 条" if lang == "zh" else f"{len(rule.entries)} entries")
    if not rule.default:
        parts.append("默认不用" if lang == "zh" else "off by default")
    return f"（{'，'.join(parts)}）" if parts and lang == "zh" else f" ({', '.join(parts)})" if parts else ""


def _json(where: Sequence[str]) -> int:

    families = packs.families(where)
    rules = [
        {
            "code": rule.code,
            "name": rule.name,
            "title": rule.title,
            "family": families.get(family(rule.code), {}).get("zh", ""),
            "severity": Severity(rule.severity).label,
            "message": dict(rule.message),
            "source": rule.source,
            "grade": rule.grade,
            "check": rule.check,
            "default": rule.default,
            "entries": list(rule.entries),
        }
        for rule in compiling.load(where[1:]).rules
    ]
    output.write(dumped(rules, indent=1), "json")
    return 0


def _due(where: Sequence[str], given: Given) -> Iterator[str]:
    import time

    from speechlint.document.as_of import day_of

    said = given.last("--as-of")
    day = time.strftime("%Y-%m-%d") if said is None else day_of(said)
    if day is None:
        raise UsageError(f"--as-of 的“{said}”不是日期", f"--as-of: '{said}' is no date")
    due = sorted((one for one in _reviews(where) if one[0] <= day), key=lambda one: one[:2])
    if not due:
        yield f"到 {day} 没有要重新核对的条目" if given.language != "en" else f"nothing is due by {day}"
    for review, selector, checked in due:
        yield f"{review}  {selector}  {checked}".rstrip()


def _reviews(where: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """When each dated entry is due again, which it is, and against what it was checked."""
    from pathlib import Path

    from speechlint.rulebook.rule import table
    from speechlint.rulebook.successions import SUCCESSIONS, reviews

    for pack in where:
        for folder in sorted({os.path.dirname(path) for path in packs.rule_files(pack)}):
            for review, name in reviews(folder):
                yield review, f"{SUCCESSIONS}/{name}", ""
        for path in packs.rule_files(pack):
            code = os.path.basename(path).partition("-")[0]
            for entry in table(Path(path)):
                if "review" in entry:
                    yield str(entry["review"]), f"{code}/{entry['id']}", str(entry.get("checked", ""))
