"""The wishes for a run, besides its drafts, as a plain value that can be sent to another process."""

from __future__ import annotations

from speechlint.project.layers import NONE, Layer
from speechlint.project.plan import Project
from speechlint.quick.typing import NamedTuple


class Wanted(NamedTuple):
    """``layer`` is the command line's own choices; ``config_file`` and ``baseline`` stand for the files found.

    ``isolated`` is for no config, an empty ``baseline`` for none; without ``suppress`` nothing that people have
    judged counts. ``changed`` is the git revision against which lines matter, ``encoding`` what drafts are in, where it is known;
    ``settings`` are ``KEY=VALUE``, as a config has them, and count before those of the files;
    ``lang`` is that of messages where nothing else says it.
    """

    layer: Layer = Layer()
    config_file: str | None = None
    isolated: bool = False
    suppress: bool = True
    baseline: str | None = None
    changed: str | None = None
    encoding: str | None = None
    settings: tuple[str, ...] = ()
    lang: str = "zh"

    def project(self) -> Project:
        """The project of such a run. Raises ``ConfigError``."""
        changes = None
        if self.changed:
            from speechlint.judgements.changes import Changes

            changes = Changes(self.changed)
        over = NONE
        if self.settings:
            from speechlint.project import configfile

            over = configfile.said(self.settings)
        return Project(
            self.layer,
            config_file=self.config_file,
            isolated=self.isolated,
            suppress=self.suppress,
            baseline=self.baseline,
            changes=changes,
            over=over,
            lang=self.lang,
        )
