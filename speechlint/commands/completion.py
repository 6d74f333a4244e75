"""``speechlint completion``: scripts that let a shell complete commands, options and their values."""

from __future__ import annotations

import os
import re

from speechlint import commands
from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import output
from speechlint.rulebook import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechlint.commands.arguments import Given, Option

ABOUT = About(
    "给 shell 的补全脚本",
    "a script for the shell to complete by",
    "speechlint completion bash|zsh|fish",
    (LANG, HELP),
    (
        Example('eval "$(speechlint completion bash)"', "写进 ~/.bashrc", "in ~/.bashrc"),
        Example(
            "speechlint completion zsh > ~/.zfunc/_speechlint", "zsh：放进 fpath 里", "for zsh, in fpath"
        ),
        Example(
            "speechlint completion fish > ~/.config/fish/completions/speechlint.fish", "fish", "for fish"
        ),
    ),
)
_WORDS = re.compile(r"\b[a-z]+(?:\|[a-z]+)+\b")
_CODES = ("RULES", "RULE=LEVEL", "RULE[/ENTRY]")
_FILES = "FILE"
_FOLDERS = "FOLDER"


class _Command(NamedTuple):
    """What may stand behind a command besides paths: its ``words``."""

    name: str
    about: str
    words: tuple[str, ...]
    options: tuple[_Choice, ...]


class _Choice(NamedTuple):
    """An option: ``names`` with their dashes, the ``values`` it takes, where these are known."""

    names: tuple[str, ...]
    about: str
    value: str
    values: tuple[str, ...]


def main(given: Given) -> int:
    if len(given.words) != 1 or given.words[0] not in _SCRIPTS:
        names = "、".join(_SCRIPTS)
        raise UsageError(
            f"completion 后面写用的是哪个 shell：{names}", f"completion takes one of {', '.join(_SCRIPTS)}"
        )
    known = list(_commands(given.language))
    output.write("\n".join(_SCRIPTS[given.words[0]](known)))
    return 0


def _commands(lang: str) -> Iterator[_Command]:
    codes = tuple(_codes())
    for name in commands.COMMANDS:
        about = commands.load(name).ABOUT
        said = _WORDS.search(about.usage)
        words = tuple(said[0].split("|")) if said else ()
        if "RULE[/ENTRY]" in about.usage:
            words = codes
        elif "COMMAND" in about.usage:
            words = tuple(commands.COMMANDS)
        options = tuple(_choice(option, codes, lang) for option in about.options)
        yield _Command(name, about.en if lang == "en" else about.zh, words, options)


def _choice(option: Option, codes: tuple[str, ...], lang: str) -> _Choice:
    names = (option.name, option.short) if option.short else (option.name,)
    values = codes if option.value in _CODES else option.choices
    return _Choice(names, option.en if lang == "en" else option.zh, option.value, values)


def _codes() -> Iterator[str]:
    """The families of the shipped rules, then the rules."""
    codes = [os.path.basename(path).partition("-")[0] for path in packs.rule_files(packs.shipped())]
    yield from sorted({code.rstrip("0123456789") for code in codes})
    yield from sorted(codes)


def _bash(known: list[_Command]) -> Iterator[str]:
    yield "# speechlint completion bash"
    yield "_speechlint() {"
    yield '    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=check words="" i'
    yield "    [[ $cur == = ]] && cur="
    yield "    [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}"
    yield "    for ((i = 1; i < COMP_CWORD; i++)); do"
    yield "        case ${COMP_WORDS[i]} in"
    yield f"            {'|'.join(one.name for one in known)}) command=${{COMP_WORDS[i]}}; break ;;"
    yield "        esac"
    yield "    done"
    yield "    case $command:$prev in"
    for one in known:
        yield from (f"        {line}" for line in _bash_values(one))
    yield "    esac"
    yield "    case $command in"
    for one in known:
        options = " ".join(name for choice in one.options for name in choice.names)
        yield f"        {one.name}) if [[ $cur == -* ]]; then words='{options}'; else words='{' '.join(one.words)}'; fi ;;"
    yield "    esac"
    names = " ".join(one.name for one in known)
    yield f"    [[ $COMP_CWORD -eq 1 && $cur != -* ]] && words='{names}'"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$cur"))'
    yield '    [[ $cur == -* ]] || COMPREPLY+=($(compgen -f -- "$cur"))'
    yield "}"
    yield "complete -o filenames -F _speechlint speechlint"


def _bash_values(command: _Command) -> Iterator[str]:
    for choice in command.options:
        patterns = "|".join(f"{command.name}:{name}" for name in choice.names)
        if choice.values:
            listed = " ".join(choice.values)
            yield f"{patterns}) COMPREPLY=($(compgen -W '{listed}' -- \"$cur\")); return ;;"
        elif choice.value in (_FILES, _FOLDERS):
            yield f'{patterns}) COMPREPLY=($(compgen -f -- "$cur")); return ;;'
        elif choice.value:
            yield f"{patterns}) COMPREPLY=(); return ;;"


def _zsh(known: list[_Command]) -> Iterator[str]:
    yield "#compdef speechlint"
    yield "# speechlint completion zsh"
    yield "_speechlint() {"
    yield "    local -a commands; local command=check word"
    yield "    commands=("
    yield from (f"        '{one.name}:{_quoted(one.about)}'" for one in known)
    yield "    )"
    yield "    for word in ${words[2,CURRENT-1]}; do"
    yield f"        case $word in ({'|'.join(one.name for one in known)}) command=$word; break ;; esac"
    yield "    done"
    yield "    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then _describe command commands; _files; return; fi"
    yield "    case $command in"
    for one in known:
        yield f"        ({one.name}) _arguments -s \\"
        yield from (f"            {line} \\" for line in _zsh_options(one.options))
        words = f"({' '.join(one.words)})" if one.words else "_files"
        yield f"            '*:{one.name}:{words}' ;;" if one.words else "            '*:file:_files' ;;"
    yield "    esac"
    yield "}"
    yield 'if [[ $funcstack[1] == _speechlint ]]; then _speechlint "$@"; else compdef _speechlint speechlint; fi'


def _zsh_options(options: Iterable[_Choice]) -> Iterator[str]:
    for choice in options:
        for name in choice.names:
            equals = "=" if choice.value and name.startswith("--") else ""
            told = _quoted(choice.about).replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
            value = choice.value.lower().translate({ord(char): "-" for char in "=|[]/"})
            values = f"({' '.join(choice.values)})" if choice.values else "_files"
            more = f":{value}:{values}" if choice.value else ""
            yield f"'*{name}{equals}[{told}]{more}'"


def _fish(known: list[_Command]) -> Iterator[str]:
    yield "# speechlint completion fish"
    others = " ".join(one.name for one in known if one.name != "check")
    for one in known:
        yield f"complete -c speechlint -n __fish_use_subcommand -a {one.name} -d '{_quoted(one.about)}'"
        when = f"__fish_seen_subcommand_from {one.name if one.name != 'check' else others}"
        when = f"not {when}" if one.name == "check" else when
        if one.words:
            yield f"complete -c speechlint -n '{when}' -a '{' '.join(one.words)}'"
        for choice in one.options:
            yield f"complete -c speechlint -n '{when}' {_fish_option(choice)}"


def _fish_option(choice: _Choice) -> str:
    long, *short = choice.names
    parts = [f"-l {long.removeprefix('--')}", *(f"-s {name.removeprefix('-')}" for name in short)]
    if choice.values:
        parts.append(f"-x -a '{' '.join(choice.values)}'")
    elif choice.value:
        parts.append("-r")
    return " ".join((*parts, f"-d '{_quoted(choice.about)}'"))


def _quoted(text: str) -> str:
    """``text`` for single quotes, without any."""
    return text.replace("'", "’").replace("\\", "/")


_SCRIPTS: dict[str, Callable[[list[_Command]], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
