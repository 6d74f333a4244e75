"""The subcommands. Each module named here has ``ABOUT`` and ``main(given) -> int``, the exit status."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.commands.arguments import Given, Option

COMMANDS = {
    "check": "speechlint.commands.check",
    "baseline": "speechlint.commands.baseline",
    "ignore": "speechlint.commands.ignore",
    "review": "speechlint.commands.review",
    "annotate": "speechlint.commands.annotate",
    "restore": "speechlint.commands.restore",
    "compare": "speechlint.commands.compare",
    "outline": "speechlint.commands.outline",
    "facts": "speechlint.commands.facts",
    "sheet": "speechlint.commands.sheet",
    "page": "speechlint.commands.page",
    "serve": "speechlint.commands.serve",
    "archive": "speechlint.commands.archive",
    "explain": "speechlint.commands.explain",
    "rules": "speechlint.commands.rules",
    "init": "speechlint.commands.init",
    "clean": "speechlint.commands.clean",
    "schema": "speechlint.commands.schema",
    "completion": "speechlint.commands.completion",
    "help": "speechlint.commands.help",
    "lsp": "speechlint.commands.lsp",
    "setup": "speechlint.commands.setup",
}


class Example(NamedTuple):
    """A command line for the help, and what it does."""

    line: str
    zh: str
    en: str


class About(NamedTuple):
    """What the help says of a command: in one line, how it is called, its options by group."""

    zh: str
    en: str
    usage: str
    options: Sequence[Option]
    examples: Sequence[Example] = ()


class Command(Protocol):
    ABOUT: About

    def main(self, given: Given) -> int:
        """Do it. Raises ``SpeechlintError``, with the message for the user."""


def load(name: str) -> Command:
    """The command called ``name``; imported when first needed."""
    return cast("Command", __import__(COMMANDS[name], fromlist=("main",)))
