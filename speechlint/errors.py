"""What can go wrong outside a draft: each is caught in one place only, ``cli.main``."""

from __future__ import annotations

from collections.abc import Iterable


class SpeechlintError(Exception):
    """A message for the user that says what to do; the run ends with status 2.

    ``en`` is the English twin of the message, where there is one.
    """

    def __init__(self, zh: str, en: str = "") -> None:
        super().__init__(zh)
        self.en = en

    def told(self, lang: str) -> str:
        return self.en if lang == "en" and self.en else str(self)


class UsageError(SpeechlintError):
    """An option, a code or a value on the command line is wrong."""


class ConfigError(SpeechlintError):
    """A configuration or suppression file is wrong."""


class RuleError(SpeechlintError):
    """A rule file is wrong: ``path:line: what``."""


class ReadError(SpeechlintError):
    """One path cannot be read as a draft; other paths still run."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name a mistyped one was probably meant to be."""
    from difflib import get_close_matches

    names = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), names, 1)
    return names[near[0]] if near else None
