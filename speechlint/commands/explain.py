"""``speechlint explain``: the pages of rules, entries and families."""

from __future__ import annotations

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG
from speechlint.commands.rules import CONFIG_OPTIONS, pack_folders
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.explained import page
from speechlint.rulebook.naming import names

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "说明一条规则：为什么、依据、例子、怎么办",
    "explain a rule: why, on whose authority, examples, what to do",
    "speechlint explain RULE[/ENTRY]…",
    (*CONFIG_OPTIONS, LANG, HELP),
    (
        Example("speechlint explain PLH001", "一条规则", "a rule"),
        Example("speechlint explain PLH", "一族规则", "a family"),
    ),
)


def main(given: Given) -> int:
    if not given.words:
        raise UsageError("explain 后面要写规则代码，如 speechlint explain PLH001", "explain needs a code")
    where, lang = pack_folders(given), given.lang or "zh"
    output.write("\n\n".join([page(name, where, lang) for word in given.words for name in names(word)]))
    return 0
