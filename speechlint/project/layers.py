"""Layers of settings as plain values: each covers some drafts, and one lies over another."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook.selection import Selection, named_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechlint.document.dates import AsOf
    from speechlint.finding import Severity
    from speechlint.judgements.suppression import Allowed, Suppression
    from speechlint.quick.typing import Any


NAME = ".speechlint.yaml"


class Layer(NamedTuple):
    """The settings one place has for the drafts it covers; None and empty set nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    as_of: str | None = None
    fail_on: str | None = None
    lang: str | None = None
    phase: str | None = None
    allow: tuple[Allowed, ...] = ()


class Phase(NamedTuple):
    """``at_most`` are severities findings do not exceed, by rule name; ``layer`` is like a config's."""

    name: str
    en: str = ""
    at_most: Mapping[str, Severity] = {}
    layer: Layer = Layer()


class Override(NamedTuple):
    """A layer for the drafts whose path fits one of the patterns ``files``."""

    files: tuple[str, ...]
    layer: Layer


class Config(NamedTuple):
    """One config file. ``roster`` is its own people (``roster.own``); ``names`` are the rules it names, each
    with the place it does so. ``keys`` are the settings it has, ``top`` layers above its own;
    patterns of ``exclude`` are seen from ``exclude_root``, the folder ``root`` of the config without it.
    """

    path: str = ""
    root: str = ""
    base: Layer = Layer()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    ignore_file: str | None = None
    baseline: str | None = None
    phases: Mapping[str, Phase] = {}
    require_reason: bool = False
    roster: Mapping[str, Any] = {}
    names: tuple[tuple[str, str], ...] = ()
    top: tuple[Layer, ...] = ()
    keys: tuple[str, ...] = ()
    exclude_root: str = ""

    def layers(self, path: str) -> list[Layer]:
        """The layers of this config that cover a draft, the general first."""
        if not self.overrides:
            return [self.base, *self.top]
        from speechlint.files.globs import matches

        within = (one.layer for one in self.overrides if matches(path, self.root, one.files))
        return [self.base, *within, *self.top]

    def under(self, over: Config) -> Config:
        """The same with the settings of ``over`` laid over it."""
        own = {_FIELDS[key]: getattr(over, _FIELDS[key]) for key in over.keys if key in _FIELDS}
        root = over.root if "exclude" in over.keys else self.exclude_root
        return self._replace(**own, top=(over.base,), names=(*self.names, *over.names), exclude_root=root)

    def excludes(self, path: str) -> bool:
        if not self.exclude:
            return False
        from speechlint.files.globs import matches

        return matches(path, self.exclude_root or self.root, self.exclude)


# The settings that are no part of a layer, and what holds them.
_FIELDS = {
    "exclude": "exclude",
    "packs": "packs",
    "ignore_file": "ignore_file",
    "baseline": "baseline",
    "stages": "phases",
    "require_reason": "require_reason",
    "rosters": "roster",
}


NONE = Config()
NO_LAYER = Layer()


class Settings(NamedTuple):
    """The settings that findings of a draft depend on.

    ``said`` and ``allowed`` are what people have judged already; with ``suppress`` off neither
    they nor a draft's own comments count. ``at_most`` is what the phase of the draft lets findings
    be; with ``reasons``, a comment without one does nothing.
    """

    as_of: AsOf
    selection: Selection = Selection()
    severity: Mapping[str, Severity] = {}
    lang: str = "zh"
    said: tuple[Suppression, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    suppress: bool = True
    at_most: Mapping[str, Severity] = {}
    reasons: bool = False


def merged(layers: Iterable[Layer]) -> tuple[Selection, Layer]:
    """Lays one layer over another: the choice of rules, and all the rest as the last layer to set it has it."""
    selection = Selection()
    severity: dict[str, Severity] = {}
    allow: list[Allowed] = []
    as_of = fail_on = lang = phase = None
    for layer in layers:
        if layer.select or layer.ignore or layer.extend_select:
            selection = Selection(layer.select, layer.ignore, layer.extend_select, selection)
        if layer.severity:
            above = tuple(layer.severity)
            kept = {name: level for name, level in severity.items() if not named_by(above, name)}
            severity = {**kept, **layer.severity}
        allow += layer.allow
        as_of = layer.as_of or as_of
        fail_on = layer.fail_on or fail_on
        lang = layer.lang or lang
        phase = layer.phase or phase
    rest = Layer(severity=severity, as_of=as_of, fail_on=fail_on, lang=lang, phase=phase, allow=tuple(allow))
    return selection, rest
