"""``speechlint explain``: the pages of rules, entries and families."""

from __future__ import annotations

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG
from speechlint.commands.options import ENCODING
from speechlint.commands.places import findings_at, is_place
from speechlint.commands.rules import CONFIG_OPTIONS, pack_folders
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.explained import page
from speechlint.reporters.terminal import visible
from speechlint.rulebook.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.commands.arguments import Given

ABOUT = About(
    "说明一条规则：为什么、依据、例子、怎么办",
    "explain a rule: why, on whose authority, examples, what to do",
    "speechlint explain RULE[/ENTRY]|FILE:LINE:COLUMN…",
    (*CONFIG_OPTIONS, ENCODING, LANG, HELP),
    (
        Example("speechlint explain PLH001", "一条规则", "a rule"),
        Example("speechlint explain PLH", "一族规则", "a family"),
        Example("speechlint explain 讲话稿.txt:8:4", "报告里的这一处", "what is reported there"),
    ),
)


def main(given: Given) -> int:
    if not given.words:
        raise UsageError("explain 后面要写规则代码，如 speechlint explain PLH001", "explain needs a code")
    told = [part for word in given.words for part in _told(word, given)]
    output.write("\n\n".join(dict.fromkeys(told)))
    return 0


def _told(word: str, given: Given) -> Iterator[str]:
    """The pages that a rule, or a place in a draft, asks for."""
    where, lang = pack_folders(given), given.language
    if not is_place(word):
        yield from (page(name, where, lang) for name in names(word))
        return
    project = wanted.project(given, baselines=False)
    doc, found = findings_at(word, project, given.last("--encoding"))
    for finding in found:
        line, column = doc.place(finding.span.start)
        yield f"{visible(doc.path)}:{line}:{column} {visible(finding.message)}"
    for name in dict.fromkeys(finding.selector for finding in found):
        yield page(name, where, lang)
