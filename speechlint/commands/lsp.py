"""``speechlint lsp``: starts the language server, which is a program of its own."""

from __future__ import annotations

from speechlint.commands import About
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "语言服务器，由编辑器启动；同 speechlint-lsp",
    "the language server, started by an editor; the same as speechlint-lsp",
    "speechlint lsp",
    (
        Option("--stdio", "标准输入输出（只有这一种）", "standard input and output (there is no other way)"),
        LANG,
        HELP,
    ),
)


def main(given: Given) -> int:
    if given.words:
        raise UsageError("lsp 后面不写别的", "lsp takes no arguments")
    from speechlint.lsp.entry import served

    return served()
