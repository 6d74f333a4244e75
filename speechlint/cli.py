"""``speechlint``: which command, its arguments, and what to tell when it cannot be done."""

from __future__ import annotations

import os
import sys

from speechlint import commands
from speechlint.commands.arguments import asked_lang, filled, first_word, parse
from speechlint.errors import SpeechlintError, UsageError, bug, nearest, reason, trace
from speechlint.quick import cache
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.output import note

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEFAULT = "check"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; the exit status: 0 clean, 1 findings, 2 it could not be done."""
    argv = sys.argv[1:] if argv is None else list(argv)
    cache.begin()
    try:
        return _run(argv)
    except SpeechlintError as trouble:
        note(trouble.told(asked_lang(argv)))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our output has gone; what is still buffered must not be tried again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as why:
        trace(why)
        zh, en = _told(why)
        note(en if asked_lang(argv) == "en" else zh)
        return 2
    finally:
        cache.forget_other_days()


def _told(why: Exception) -> tuple[str, str]:
    """The message for an error that nobody below could mend: in Chinese and in English."""
    if isinstance(why, OSError):  # the disk is full, the current folder is gone
        return reason(why)
    if isinstance(why, ModuleNotFoundError) and not (why.name or "speechlint").startswith("speechlint"):
        return (
            f"没有装 {why.name}，它是 speechlint 要用的包：请重新安装 speechlint（pip 会一并装上）",
            f"the package {why.name}, which speechlint needs, is missing: install speechlint anew with pip",
        )
    return bug(why)


def _run(argv: Sequence[str]) -> int:
    name, rest = _command(filled(argv, commands.load(_DEFAULT).ABOUT.options, commands.COMMANDS))
    command = commands.load(name or _DEFAULT)
    given = parse(rest, command.ABOUT.options)
    if given.flag("--version"):
        from speechlint import __version__
        from speechlint.reporters.output import write

        write(f"speechlint {__version__}")
        return 0
    if given.flag("--help") or not argv:
        from speechlint.commands import usage

        usage.show(name, asked_lang(argv))
        return 0 if argv else 2
    return command.main(given)


def _command(argv: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The command's name, None where it is left out, and its arguments."""
    at = first_word(argv, commands.load(_DEFAULT).ABOUT.options)
    if at is None:
        return None, argv
    word = argv[at]
    if word in commands.COMMANDS:
        return word, [*argv[:at], *argv[at + 1 :]]
    if word.isascii() and word.isalpha() and not os.path.lexists(word):
        near = nearest(word, [*commands.COMMANDS, "--help"])
        if near:
            raise UsageError(
                f"没有子命令或文件“{word}”，是不是 speechlint {near}？",
                f"no command or file '{word}'; did you mean speechlint {near}?",
            )
    return None, argv
