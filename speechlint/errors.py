"""What can go wrong outside a draft: each is caught in one place only, ``cli.main``."""

from __future__ import annotations


class SpeechlintError(Exception):
    """A message for the user that says what to do; the run ends with status 2."""


class UsageError(SpeechlintError):
    """An option, a code or a value on the command line is wrong."""


class ConfigError(SpeechlintError):
    """A configuration or suppression file is wrong."""


class RuleError(SpeechlintError):
    """A rule file is wrong: ``path:line: what``."""


class ReadError(SpeechlintError):
    """One path cannot be read as a draft; other paths still run."""
