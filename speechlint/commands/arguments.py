"""The command line as data: options in a table, one strict parser for all commands.

Not argparse: importing it and filling it costs as much as linting a draft, its messages are
English, and its help knows nothing of the width of Chinese.
"""

from __future__ import annotations

import os

from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook.naming import parts

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

_DASHES = "-—–－﹣−"  # what input methods and word processors make of a hyphen


class Option(NamedTuple):
    """``--name``, its help in both languages, and what its value is called; a flag has no value.

    A value may be left out where ``optional`` says what stands for it. ``also`` are other words for choices.
    """

    name: str
    zh: str
    en: str
    value: str = ""
    choices: tuple[str, ...] = ()
    short: str = ""
    group: str = ""
    optional: str = ""
    also: Mapping[str, str] = {}


_LANGS = ("zh", "en")
HELP = Option("--help", "显示这份说明", "show this help", short="-h")
LANG = Option(
    "--lang",
    "信息所用的语言（默认照系统的区域设置，没有说别的语言就是 zh）",
    "language of messages (default: the locale's, zh where it says no other)",
    "zh|en",
    _LANGS,
)


class Given(NamedTuple):
    """The command line as typed: the values of each option in order, and the words that are no option."""

    values: Mapping[str, Sequence[str]]
    words: tuple[str, ...]

    def flag(self, name: str) -> bool:
        return name in self.values

    def last(self, name: str) -> str | None:
        """The value of an option; the last one, where it was given more than once."""
        return self.values[name][-1] if name in self.values else None

    def listed(self, name: str) -> tuple[str, ...]:
        """The members of all values of an option, each a list."""
        return tuple(part for value in self.values.get(name, ()) for part in parts(value))

    @property
    def lang(self) -> str | None:
        """The language that was asked for."""
        return self.last("--lang")

    @property
    def language(self) -> str:
        """What messages are in: ``zh`` or ``en``, as asked for, else as the locale says."""
        return self.last("--lang") or locale_language()


def parse(argv: Sequence[str], options: Sequence[Option]) -> Given:
    """Reads ``argv``. Raises ``UsageError`` on anything that is not in the table."""
    known = {name: option for option in options for name in (option.name, option.short) if name}
    values: dict[str, list[str]] = {}
    words: list[str] = []
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words.extend(rest)
        elif word == "-" or not _is_option(word):
            words.append(word)
        else:
            option, value = _option(word, rest, known)
            values.setdefault(option.name, []).append(value)
    return Given(values, tuple(words))


def filled(argv: Sequence[str], options: Sequence[Option], words: Container[str]) -> list[str]:
    """``argv`` with every optional value written out. What is a path or one of ``words`` is no value."""
    made: list[str] = []
    optional = {option.name: option.optional for option in options if option.optional}
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word in optional and "--" not in made:
            value = rest[:1]
            is_value = value and not _is_option(value[0]) and value[0] not in words
            taken = bool(is_value) and not os.path.lexists(value[0])
            word = f"{word}={rest.pop(0) if taken else optional[word]}"
        made.append(word)
    return made


def first_word(argv: Sequence[str], options: Sequence[Option]) -> int | None:
    """Where in ``argv`` the first word stands that is neither an option nor the value of one."""
    valued = {name for option in options if option.value for name in (option.name, option.short)}
    skip = False
    for at, word in enumerate(argv):
        if word == "--":
            return None
        if not skip and not word.startswith("-"):
            return at
        skip = not skip and word in valued
    return None


def asked_lang(argv: Sequence[str]) -> str:
    """The language of messages about ``argv`` itself, which may not be readable as a whole."""
    joined = "\0".join(argv)
    for lang in _LANGS:
        if f"--lang\0{lang}" in joined or f"--lang={lang}" in joined:
            return lang
    return locale_language()


def locale_language() -> str:
    """``en`` where the locale says a language that is not Chinese; without one, as under C, ``zh``."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if said.partition(".")[0] not in ("", "C", "POSIX"):
        said = os.environ.get("LANGUAGE") or said
        return "zh" if said.lower().startswith("zh") else "en"
    return "zh"


def _is_option(word: str) -> bool:
    if word.startswith("-"):
        return True
    return word[:1] in _DASHES and bool(word) and not os.path.exists(word)


def _option(word: str, rest: Iterator[str], known: Mapping[str, Option]) -> tuple[Option, str]:
    name, equals, value = word.partition("=")
    option = known.get(name)
    if option is None:
        raise _unknown(name, known)
    if not option.value:
        if equals:
            raise UsageError(
                f"{name} 是开关，不带值：去掉“={value}”", f"{name} takes no value: drop '={value}'"
            )
        return option, ""
    if not equals:
        value = next(rest, "")
    if not value or (not equals and value in known):
        wanted = option.value
        raise UsageError(f"{name} 后面缺少它的值：{name} {wanted}", f"{name} needs a value: {name} {wanted}")
    value = option.also.get(value, value)
    if option.choices and value not in option.choices:
        raise _no_choice(name, value, option.choices)
    return option, value


def _unknown(name: str, known: Mapping[str, Option]) -> UsageError:
    near = nearest("--" + name.strip(_DASHES), [n for n in known if n.startswith("--")])
    if near:
        return UsageError(f"没有 {name} 这个选项，是不是 {near}？", f"no option {name}; did you mean {near}?")
    return UsageError(
        f"没有 {name} 这个选项；全部选项见 --help；文件名以“-”开头时请写成 ./{name}",
        f"no option {name}; see --help; write a file name that starts with '-' as ./{name}",
    )


def _no_choice(name: str, value: str, choices: Sequence[str]) -> UsageError:
    near = nearest(value, choices)
    all_ = "、".join(choices)
    if near:
        return UsageError(
            f"{name} 没有“{value}”，是不是“{near}”？", f"{name}: no '{value}'; did you mean '{near}'?"
        )
    return UsageError(
        f"{name} 没有“{value}”；可用：{all_}", f"{name}: no '{value}'; choose from {', '.join(choices)}"
    )
