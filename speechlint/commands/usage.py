"""``--help``: columns that line up in Chinese too, grouped options, examples."""

from __future__ import annotations

from speechlint import commands
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import output
from speechlint.reporters.excerpt import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.commands import About
    from speechlint.commands.arguments import Option

_LEFT = 30
_WIDEST = 100


_PLACES = {
    "RULE[/ENTRY]": "规则[/条目]",
    "RULE=LEVEL": "规则=级别",
    "RULES": "规则",
    "OPTIONS": "选项",
    "COMMAND": "子命令",
    "PATH": "路径",
    "FORMAT": "格式",
    "KEY=VALUE": "键=值",
    "DATE": "日期",
    "STAGE": "阶段",
    "REV": "版本",
    "FILE": "文件",
    "FOLDER": "文件夹",
    "NAME": "名称",
    "PATTERN": "模式",
}


class Words(NamedTuple):
    """What the help is made of besides what commands and options say; ``groups`` are of options."""

    about: str
    usage: str
    examples: str
    commands: str
    groups: dict[str, str]
    more: str


_ZH = Words(
    "检查中文讲话稿：占位符、序号与计数、过时提法、网站水印、复制留下的损伤。不联网。",
    "用法：",
    "例子",
    "子命令（各有 --help）",
    {
        "rules": "规则",
        "report": "报告",
        "fix": "修改",
        "status": "退出状态",
        "speed": "速度",
        "input": "文稿与配置",
        "": "其他",
    },
    "退出状态：0 没有须改的问题；1 有；2 有文件没能检查，或命令、配置有误。\n"
    "在 .speechlint.yaml 里可写明常用的选择（speechlint init），判断过的问题可以忽略（speechlint explain SYS001）。",
)
_EN = Words(
    "Check Chinese speech drafts: blanks, numbering and counts, outdated wording, site text, copying damage. Offline.",
    "usage: ",
    "examples",
    "commands (each has --help)",
    {
        "rules": "rules",
        "report": "report",
        "fix": "fixing",
        "status": "exit status",
        "speed": "speed",
        "input": "drafts and config",
        "": "other",
    },
    "exit status: 0 clean; 1 findings; 2 a file could not be read, or the command or config is wrong.\n"
    "A .speechlint.yaml holds your choices (speechlint init); findings can be suppressed (speechlint explain SYS001).",
)


def show(command: str | None, lang: str) -> None:
    """Print the help of a command; of the whole tool, without one."""
    words = words_of(lang)
    about = commands.load(command or "check").ABOUT
    lines = [f"{words.usage}{_placed(about.usage, lang)}", ""]
    lines.append(words.about if command is None else told(about, lang))
    lines += _section(words.examples, ((e.line, told(e, lang)) for e in about.examples))
    if command is None:
        lines += _section(words.commands, _commands(lang))
    for group, title in words.groups.items():
        options = [option for option in about.options if option.group == group]
        lines += _section(title, ((form(option, lang), told(option, lang)) for option in options))
    if command is None:
        lines += ["", words.more]
    output.write("\n".join(lines))


def words_of(lang: str) -> Words:
    """The words of the help itself."""
    return _EN if lang == "en" else _ZH


def told(said: About | Option | commands.Example, lang: str) -> str:
    """What a command, an option or an example is for, in ``zh`` or ``en``."""
    return said.en if lang == "en" else said.zh


def _commands(lang: str) -> Iterator[tuple[str, str]]:
    for name in commands.COMMANDS:
        yield name, told(commands.load(name).ABOUT, lang)


def form(option: Option, lang: str) -> str:
    """An option as it is written, with what its value is called."""
    short = f"{option.short}, " if option.short else ""
    value = _placed(option.value, lang)
    return f"{short}{option.name} {f'[{value}]' if option.optional else value}".rstrip()


def _placed(text: str, lang: str) -> str:
    """The words that stand for a value, in Chinese where the help is."""
    if lang == "en":
        return text.replace("…", "...")
    for en, zh in _PLACES.items():
        text = text.replace(en, zh)
    return text


def _section(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = list(rows)
    if not rows:
        return
    yield ""
    yield f"{title}:" if title.isascii() else f"{title}："
    width = max(40, min(_WIDEST, output.width()) - _LEFT - 2)
    for left, right in rows:
        first, *more = _wrapped(right, width)
        if columns(left) > _LEFT - 2:
            yield f"  {left}"
            left = ""
        yield f"  {left}{' ' * (_LEFT - columns(left))}{first}"
        yield from (" " * (_LEFT + 2) + line for line in more)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; Chinese may break anywhere but before a closing mark."""
    lines = [""]
    for piece in _pieces(text):
        if columns(lines[-1]) + columns(piece.rstrip()) > width and piece[0] not in "，。；、：）)，,.;:":
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines


def _pieces(text: str) -> Iterator[str]:
    """Single Chinese characters, and whole words of anything else with the space after them."""
    word = ""
    for char in text:
        if word and (not char.isascii() or word[-1] == " " or not word[-1].isascii()):
            yield word
            word = ""
        word += char
    if word:
        yield word
