"""The help of all commands as a page for ``man``, in roff."""

from __future__ import annotations

import re

from speechlint import __version__, commands
from speechlint.commands.usage import form, told, words_of
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.commands import About
    from speechlint.commands.arguments import Option


# Between Chinese characters a line may be broken, which roff does at blanks alone.
_BREAKS = re.compile("(?<=[\u3001-\uffef])(?=[^，。；：、！？）”’》·…—\\s])")


def page(lang: str) -> str:
    """The whole page: ``check`` and its options first, then each command with its own."""
    return "\n".join(_lines(lang))


def _lines(lang: str) -> Iterator[str]:
    words = words_of(lang)
    check = commands.load("check").ABOUT
    yield f'.TH SPEECHLINT 1 "" "speechlint {__version__}"'
    yield ".ad l"
    yield ".nh"  # a command that is broken at the end of a line cannot be copied
    yield f".SH {'NAME' if lang == 'en' else '名称'}"
    yield f"speechlint \\- {_plain(words.about)}"
    yield f".SH {'SYNOPSIS' if lang == 'en' else '用法'}"
    for name in commands.COMMANDS:
        yield from (".br", f"\\fB{_plain(commands.load(name).ABOUT.usage)}\\fR")
    yield f".SH {_plain(words.examples.upper())}"
    yield from _rows((one.line, told(one, lang)) for one in check.examples)
    for group, title in words.groups.items():
        options = [option for option in check.options if option.group == group]
        yield f".SH {_plain(title.upper())}"
        yield from _options(options, lang)
    for name in commands.COMMANDS:
        if name != "check":
            yield from _command(name, commands.load(name).ABOUT, lang)
    yield f".SH {'EXIT STATUS' if lang == 'en' else '退出状态'}"
    yield from (_plain(line) for line in words.more.split("\n"))


def _command(name: str, about: About, lang: str) -> Iterator[str]:
    yield f".SH speechlint {name}"
    yield _plain(told(about, lang))
    yield from _options(about.options, lang)
    yield from _rows((one.line, told(one, lang)) for one in about.examples)


def _options(options: Iterable[Option], lang: str) -> Iterator[str]:
    return _rows((form(option, lang), told(option, lang)) for option in options)


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for left, right in rows:
        yield from (".TP", f"\\fB{_plain(left)}\\fR", _plain(right))


def _plain(text: str) -> str:
    """``text`` as roff that reads the same."""
    made = _BREAKS.sub(r"\\:", text.replace("\\", "\\e").replace("-", "\\-"))
    return f"\\&{made}" if made.startswith((".", "'")) else made
