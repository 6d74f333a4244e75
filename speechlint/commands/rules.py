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
    from speechlint.rulebook.catalogue import ReadyRule, Words

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
    "speechlint rules [OPTIONS] [--new CODE FOLDER]",
    (
        Option("--format", "格式（默认 text）", "format (default text)", "text|json", ("text", "json"), "-f"),
        Option(
            "--check",
            "跑这个规则包的例子，说出哪条规则的不对",
            "run the examples of a rule pack, name those not met",
            "FOLDER",
        ),
        Option(
            "--new",
            "写一个规则文件作开头，放在当前文件夹或后面写的文件夹里",
            "write a rule file to begin with, here or in the folder named behind",
            "CODE",
        ),
        Option("--due", "只列该重新核对的条目", "only the table entries due to be checked again"),
        Option(
            "--as-of",
            "到哪一天为止该核对的，例子按哪一天判断（默认今天）",
            "due on which day, or the day examples are judged at (default today)",
            "DATE",
        ),
        *CONFIG_OPTIONS,
        LANG,
        HELP,
    ),
    (
        Example("speechlint rules", "按族列出", "by family"),
        Example("speechlint rules --new OWN001 my-rules", "起一条自己的规则", "begin a rule of one's own"),
        Example(
            "speechlint rules --check my-rules", "自己的规则，例子对不对", "whether its examples are met"
        ),
        Example("speechlint rules --due --as-of 2027", "2027 年底前该核对的", "due until the end of 2027"),
    ),
)
_LABELS = {"zh": {3: "必须改", 2: "建议改", 1: "可看"}, "en": {3: "error", 2: "warning", 1: "info"}}


def main(given: Given) -> int:
    if given.flag("--new"):
        from speechlint.commands import new_rule

        return new_rule.write(given.last("--new") or "", _folder(given), given)
    if given.words:
        raise UsageError(
            f"rules 不带参数；说明一条规则用 speechlint explain {given.words[0]}",
            f"rules takes no argument; see speechlint explain {given.words[0]}",
        )
    if given.flag("--check"):
        from speechlint.commands import pack_check

        return pack_check.check(given.last("--check") or "", _day(given), given)
    where = pack_folders(given)
    if given.flag("--due"):
        lines: Iterator[str] = _due(where, given)
    elif given.last("--format") == "json":
        return _json(where)
    else:
        lines = _listed(compiling.load(where[1:]).rules, packs.families(where), given.language)
    output.write("\n".join(lines))
    return 0


def _folder(given: Given) -> str:
    """The folder for a new rule."""
    if len(given.words) > 1:
        raise UsageError("--new 后面只写一个文件夹", "--new takes one folder")
    return given.words[0] if given.words else os.curdir


def _day(given: Given) -> str | None:
    """The day of ``--as-of``; None without it. Raises ``UsageError``."""
    from speechlint.document.as_of import day_of

    said = given.last("--as-of")
    day = day_of(said) if said else None
    if said and day is None:
        raise UsageError(f"--as-of 的“{said}”不是日期", f"--as-of: '{said}' is no date")
    return day


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
        words, label = rule.words, _LABELS[lang][rule.severity]
        title = words.title if lang == "zh" else words.name
        yield f"  {rule.code}  {label}{' ' * (8 - columns(label))}{title}{_remarks(rule.default, words, lang)}"


def _remarks(default: bool, words: Words, lang: str) -> str:
    parts = []
    if len(words.entries) > 1:
        parts.append(f"{len(words.entries)} 条" if lang == "zh" else f"{len(words.entries)} entries")
    if not default:
        parts.append("默认不用" if lang == "zh" else "off by default")
    return f"（{'，'.join(parts)}）" if parts and lang == "zh" else f" ({', '.join(parts)})" if parts else ""


def _json(where: Sequence[str]) -> int:

    families = packs.families(where)
    rules = [
        {
            "code": rule.code,
            "name": words.name,
            "title": words.title,
            "family": families.get(family(rule.code), {}).get("zh", ""),
            "severity": Severity(rule.severity).label,
            "message": dict(words.message),
            "source": words.source,
            "grade": words.grade,
            "check": rule.check,
            "default": rule.default,
            "entries": list(words.entries),
        }
        for rule, words in ((rule, rule.words) for rule in compiling.load(where[1:]).rules)
    ]
    output.write(dumped(rules, indent=1), "json")
    return 0


def _due(where: Sequence[str], given: Given) -> Iterator[str]:
    import time

    day = _day(given) or time.strftime("%Y-%m-%d")
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
        for file in packs.data_files(pack):
            if file.name == packs.ROSTER:
                yield from _roster_reviews(file.path)
        for path in packs.rule_files(pack):
            code = os.path.basename(path).partition("-")[0]
            for entry in table(Path(path)):
                if "review" in entry:
                    yield str(entry["review"]), f"{code}/{entry['id']}", str(entry.get("checked", ""))


def _roster_reviews(path: str) -> Iterator[tuple[str, str, str]]:
    """When those in office, and the order they are listed in, are due again."""
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping

    node = read_mapping(path, RuleError)
    for row in (*node["people"], *node.get("orders", ())):
        if "review" in row:
            who = f"{row['name']} {row['post']}" if "post" in row else row["title"]
            yield row["review"], f"{packs.ROSTER}/{who}", ""
