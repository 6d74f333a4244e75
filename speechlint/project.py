"""What applies to each draft: its config, rules and judgements, each found and read once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from functools import cached_property

from speechlint import as_of, catalogue, config
from speechlint.catalogue import Catalogue
from speechlint.config import Config, Layer
from speechlint.document.dates import AsOf
from speechlint.engine import Settings, tell
from speechlint.errors import ConfigError, UsageError
from speechlint.run import Result
from speechlint.selection import check_name
from speechlint.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.sidecar import Sidecar

IGNORE_FILE = ".speechlint-ignore.yaml"


class Plan(NamedTuple):
    """How one draft is judged: by which rules, with which settings, and what makes the run fail."""

    config: Config
    catalogue: Catalogue
    settings: Settings
    fail_on: str


class Project:
    """The folder tree of the drafts, as far as it has been looked at. ``asked`` is the command line.

    ``config_file`` stands for the one found, ``isolated`` for none; without ``suppress`` nothing
    that people have judged counts.
    """

    def __init__(
        self, asked: Layer, *, config_file: str | None = None, isolated: bool = False, suppress: bool = True
    ) -> None:
        self._asked = asked
        self._fixed = config.NONE if isolated else config.read(config_file) if config_file else None
        self._suppress = suppress
        self._configs: dict[str, Config] = {}
        self._checked: dict[str, Catalogue] = {}
        self._catalogues: dict[tuple[str, ...], Catalogue] = {}
        self._sidecars: dict[str, Sidecar | None] = {}

    def config(self, path: str) -> Config:
        """The config of the draft at ``path``. Raises ``ConfigError``."""
        if self._fixed is not None:
            return self._fixed
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._configs:
            self._configs[folder] = config.find(folder)
        return self._configs[folder]

    def plan(self, path: str) -> Plan:
        """How the draft at ``path`` is judged. Raises ``ConfigError``, ``RuleError``, ``UsageError``."""
        own = self.config(path)
        rules = self._rules(own)
        selection, rest = config.merged([*own.layers(path), self._asked])
        sidecar = self._sidecar(path, own, rules)
        settings = Settings(
            self._as_of(rest.as_of),
            selection,
            rest.severity,
            rest.lang or "zh",
            sidecar.said(path) if sidecar else (),
            rest.allow,
            self._suppress,
        )
        return Plan(own, rules, settings, rest.fail_on or "error")

    def _rules(self, own: Config) -> Catalogue:
        if own.path not in self._checked:
            made = self._catalogue(own.packs)
            for name, where in own.names:
                check_name(name, made.rules, where, ConfigError)
            self._checked[own.path] = made
        return self._checked[own.path]

    def _catalogue(self, packs: tuple[str, ...]) -> Catalogue:
        if packs not in self._catalogues:
            made = catalogue.load(packs)
            for name in self._named():
                check_name(name, made.rules, "", UsageError)
            self._catalogues[packs] = made
        return self._catalogues[packs]

    def _named(self) -> Iterator[str]:
        yield from self._asked.select
        yield from self._asked.ignore
        yield from self._asked.extend_select
        yield from self._asked.severity

    def _as_of(self, said: str | None) -> AsOf:
        if said in (None, as_of.TODAY):
            return AsOf(self._today, "today")
        origin = "--as-of" if self._asked.as_of else "config"
        if said == as_of.DRAFT:
            return AsOf(self._today, origin, by_draft=True)
        return AsOf(said, origin)

    @cached_property
    def _today(self) -> str:
        return time.strftime("%Y-%m-%d")

    def _sidecar(self, path: str, own: Config, rules: Catalogue) -> Sidecar | None:
        if not self._suppress:
            return None
        found = own.ignore_file or _nearest_sidecar(os.path.dirname(os.path.abspath(path)))
        if found is None:
            return None
        if found not in self._sidecars:
            from speechlint import sidecar

            read = sidecar.read(_shown(found))
            for one in read.judgements:
                check_name(one.selector, rules.rules, f"{read.path}:{one.line}: ", ConfigError)
            self._sidecars[found] = read
        return self._sidecars[found]

    def useless_judgements(self, results: Iterable[Result]) -> Iterator[Result]:
        """Each sidecar with entries that muted nothing, as a document with findings of its own."""
        results = tuple(results)
        used = {finding.muted_by for result in results for finding in result.findings if finding.muted_by}
        for sidecar in filter(None, self._sidecars.values()):
            plan = self.plan(sidecar.path)
            ran = [r.code for r in plan.catalogue.rules if plan.settings.selection.rule(r.code, r.default)]
            hits = sidecar.unused([result.doc.path for result in results], ran, used)
            doc = sidecar.document()
            found = tuple(tell(doc, hits, plan.catalogue, plan.settings))
            if found:
                yield Result(doc, found, plan.settings.as_of)


def _nearest_sidecar(folder: str) -> str | None:
    paths = (os.path.join(above, IGNORE_FILE) for above in config.upward(folder))
    return next(filter(os.path.isfile, paths), None)


def _shown(path: str) -> str:
    """``path`` from here, where that is shorter to read."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative
