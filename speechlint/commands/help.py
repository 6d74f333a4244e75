"""``speechlint help``: the help of a command, as ``--help`` shows it, or all of it as a man page."""

from __future__ import annotations

from speechlint.commands import COMMANDS, About, Example, usage
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "说明一条子命令，不写就说明全部",
    "explain a command, or the whole tool",
    "speechlint help [COMMAND]",
    (
        Option("--man", "写成 man 手册的一页（roff）", "as a page for man (roff)"),
        LANG,
        HELP,
    ),
    (
        Example("speechlint help restore", "同 speechlint restore --help", "as speechlint restore --help"),
        Example("speechlint help --man | man -l -", "在 man 里看", "read it in man"),
    ),
)


def main(given: Given) -> int:
    if len(given.words) > 1:
        raise UsageError("help 后面只写一条子命令", "help takes one command")
    name = given.words[0] if given.words else None
    if name is not None and name not in COMMANDS:
        near = nearest(name, COMMANDS)
        zh = f"是不是 speechlint help {near}？" if near else f"有：{'、'.join(COMMANDS)}"
        en = f"did you mean speechlint help {near}?" if near else f"there are: {', '.join(COMMANDS)}"
        raise UsageError(f"没有子命令“{name}”，{zh}", f"no command '{name}'; {en}")
    if given.flag("--man"):
        from speechlint.commands.manpage import page

        output.write(page(given.language))
    else:
        usage.show(name, given.language)
    return 0
