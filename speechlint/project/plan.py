"""Finds what applies to each draft: config, rules and judgements, each read once."""

from __future__ import annotations

import time

from speechlint.document import as_of
from speechlint.document.dates import AsOf
from speechlint.errors import ConfigError, ReadError, UsageError
from speechlint.finding import Severity
from speechlint.project import find
from speechlint.project.judged import Judged, folder
from speechlint.project.layers import NO_LAYER, NONE, Settings, merged
from speechlint.quick import cache
from speechlint.quick.functools import cached_property
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.result import FINAL
from speechlint.rulebook import catalogue, packs
from speechlint.rulebook.naming import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.findings import Tally
    from speechlint.judgements.baseline import Baseline
    from speechlint.judgements.changes import Changes
    from speechlint.judgements.sidecar import Sidecar
    from speechlint.judgements.suppression import Suppression
    from speechlint.project.layers import Config, Layer, Phase
    from speechlint.rulebook.catalogue import Catalogue


class Plan(NamedTuple):
    """The plan for one draft: the rules, the settings, and what makes the run fail."""

    config: Config
    catalogue: Catalogue
    settings: Settings
    fail_on: str
    phase: str = FINAL
    baseline: Baseline | None = None
    sidecar: Sidecar | None = None

    def fails(self, found: Tally) -> bool:
        """Whether one of the findings makes a run fail."""
        least = None if self.fail_on == "never" else Severity[self.fail_on.upper()]
        return least is not None and any(severity >= least for severity in found.counts)


class Project:
    """The folder tree of the drafts, as far as it has been looked at. ``asked`` is the command line.

    ``config_file`` and ``baseline`` stand for the ones found, ``isolated`` for no config, an empty
    ``baseline`` for none; without ``suppress`` nothing that people have judged counts. ``changes`` says which lines matter.
    A ``sidecar`` stands for the ones beside the drafts.
    ``over`` is a config whose settings count before those of the ones found; ``lang`` is that of messages where nobody says it.
    """

    def __init__(
        self,
        asked: Layer = NO_LAYER,
        *,
        config_file: str | None = None,
        isolated: bool = False,
        suppress: bool = True,
        baseline: str | None = None,
        changes: Changes | None = None,
        sidecar: Sidecar | None = None,
        over: Config = NONE,
        lang: str = "zh",
    ) -> None:
        self._asked = asked
        self._fixed = NONE if isolated else find.read(config_file) if config_file else None
        if self._fixed is not None and over.keys:
            self._fixed = self._fixed.under(over)
        self._over = over
        self._lang = lang
        self._suppress = suppress
        self.judged = Judged(suppress=suppress, baseline_file=baseline, sidecar=sidecar)
        self.changes = changes
        self._configs: dict[str, Config] = {}
        self._checked: dict[str, Catalogue] = {}
        self._catalogues: dict[tuple[str, ...], Catalogue] = {}
        self._last: tuple[tuple[object, ...], Plan] | None = None

    def config(self, path: str) -> Config:
        """The config of the draft at ``path``. Raises ``ConfigError``."""
        if self._fixed is not None:
            return self._fixed
        above = folder(path)
        if above not in self._configs:
            found = find.find(above)
            self._configs[above] = found.under(self._over) if self._over.keys else found
        return self._configs[above]

    def plan(self, path: str, phase: str | None = None) -> Plan:
        """The plan for the draft at ``path``, which says it is at ``phase``.

        Raises ``ConfigError``, ``RuleError``, ``UsageError``; ``ReadError`` where there is no such ``phase``.
        """
        own = self.config(path)
        rules = self._rules(own)
        layers = own.layers(path)
        at = self._phase(own, layers, phase)
        sidecar = self.judged.sidecar(path, own, rules)
        said = sidecar.said(path) if sidecar else ()
        parts = own, rules, layers, at, said, self.baseline(path), sidecar
        if self._last is None or self._last[0] != parts:  # mostly all drafts have one plan
            self._last = parts, self._made(*parts)
        return self._last[1]

    def _made(
        self,
        own: Config,
        rules: Catalogue,
        layers: list[Layer],
        at: Phase | None,
        said: tuple[Suppression, ...],
        baseline: Baseline | None,
        sidecar: Sidecar | None,
    ) -> Plan:
        selection, rest = merged([*layers, *([at.layer] if at else ()), self._asked])
        settings = Settings(
            as_of=self._as_of(rest.as_of),
            selection=selection,
            severity=rest.severity,
            lang=rest.lang or self._lang,
            said=said,
            allowed=rest.allow,
            suppress=self._suppress,
            at_most=at.at_most if at else {},
            reasons=own.require_reason,
        )
        fail_on = rest.fail_on or "error"
        return Plan(own, rules, settings, fail_on, at.name if at else FINAL, baseline, sidecar)

    def _phase(self, own: Config, layers: list[Layer], said: str | None) -> Phase | None:
        """The phase asked for, the draft's own, the config's; None is the final one as it is shipped."""
        name = self._asked.phase or said or next((on.phase for on in reversed(layers) if on.phase), None)
        if name is None and not own.phases:
            return None
        from speechlint.project.phases import phase

        error = ReadError if said and not self._asked.phase else UsageError
        return phase(name or FINAL, own.phases, error=error)

    def baseline(self, path: str) -> Baseline | None:
        """The baseline that holds for the draft at ``path``. Raises ``ConfigError``."""
        return self.judged.baseline(path, self.config(path))

    def titles(self) -> dict[str, str]:
        """The titles of the rules that were asked for so far, by code."""
        return {rule.code: rule.words.title for made in self._checked.values() for rule in made.rules}

    def packs(self) -> tuple[str, ...]:
        """The folders of the rules of one's own that were asked for so far."""
        return tuple(dict.fromkeys(pack for folders in self._catalogues for pack in folders))

    def lang(self, path: str) -> str:
        """The language of what is told of the draft at ``path``. Raises as ``plan``."""
        return self.plan(path).settings.lang

    def depends_on(self, path: str) -> str:
        """Stands for all that the findings of the drafts beside ``path`` depend on, but for themselves.

        "" where git has a say, or the rules have no stamp.
        """
        own = self.config(path)
        stamp = self._rules(own).stamp
        if not stamp or self.changes:
            return ""
        judged = (one.text if one else "" for one in self._judgements(path))
        return cache.digest(
            (stamp, repr(own), repr(self._asked), self._lang, self._today, repr(self._suppress), *judged)
        )

    def has_judgements(self, path: str) -> bool:
        """Whether people have judged findings of the drafts beside ``path``."""
        return any(self._judgements(path))

    def _judgements(self, path: str) -> tuple[Sidecar | None, Baseline | None]:
        own = self.config(path)
        return self.judged.sidecar(path, own, self._rules(own)), self.baseline(path)

    def _rules(self, own: Config) -> Catalogue:
        if own.path not in self._checked:
            made = self._catalogue(own.packs)
            if own.roster:
                from speechlint.rulebook import compiling

                made = compiling.with_roster(made, own.roster)
            check_names(own.names, made.rules, ConfigError)
            self._checked[own.path] = made
        return self._checked[own.path]

    def _catalogue(self, packs: tuple[str, ...]) -> Catalogue:
        if packs not in self._catalogues:
            made = catalogue.kept(packs)
            if made is None:
                from speechlint.rulebook import compiling

                made = compiling.load(packs)
            check_names(((name, "") for name in self._named()), made.rules, UsageError)
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

    def files(self, path: str) -> Iterator[str]:
        """The files that say how the draft at ``path`` is judged: config, rules, judgements."""
        own = self.config(path)
        yield from filter(None, (own.path, *self.judged.files(path, own)))
        for pack in (packs.shipped(), *own.packs):
            yield from packs.rule_files(pack)

    def sidecar_path(self, path: str) -> str:
        """Where judgements on the draft at ``path`` are kept; beside the config or the draft, if nowhere yet."""
        return self.judged.sidecar_path(path, self.config(path))

    def reread(self) -> None:
        """Forgets the sidecars and baselines: they are read anew when next needed."""
        self.judged.reread()
