"""What applies to a draft: the config found upward from it, its overrides, the command line, in layers."""

from __future__ import annotations

import os

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook.selection import Selection, fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechlint.finding import Severity
    from speechlint.judgements.suppression import Allowed
    from speechlint.project.phases import Stage
    from speechlint.quick.typing import Any

NAME = ".speechlint.yaml"
_PYPROJECT = "pyproject.toml"


class Layer(NamedTuple):
    """What one place says about the drafts it covers; None and empty say nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    as_of: str | None = None
    fail_on: str | None = None
    lang: str | None = None
    stage: str | None = None
    allow: tuple[Allowed, ...] = ()


class Override(NamedTuple):
    """A layer for the drafts whose path fits one of the patterns ``files``."""

    files: tuple[str, ...]
    layer: Layer


class Config(NamedTuple):
    """One config file. ``roster`` is its own people (``roster.own``); ``names`` are the rules it names, each
    with the place it does so.
    """

    path: str = ""
    root: str = ""
    base: Layer = Layer()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    ignore_file: str | None = None
    baseline: str | None = None
    stages: Mapping[str, Stage] = {}
    require_reason: bool = False
    roster: Mapping[str, Any] = {}
    names: tuple[tuple[str, str], ...] = ()

    def layers(self, path: str) -> list[Layer]:
        """What this config says of one draft, the general first."""
        if not self.overrides:
            return [self.base]
        from speechlint.files.globs import matches

        return [self.base, *(o.layer for o in self.overrides if matches(path, self.root, o.files))]

    def excludes(self, path: str) -> bool:
        if not self.exclude:
            return False
        from speechlint.files.globs import matches

        return matches(path, self.root, self.exclude)


NONE = Config()


def find(folder: str) -> Config:
    """The config in ``folder`` or the nearest folder above; NONE without one. Raises ``ConfigError``."""
    for above in upward(folder):
        path = os.path.join(above, NAME)
        if os.path.isfile(path):
            return read(path)
        if os.path.isfile(path.removesuffix("yaml") + "yml"):
            return _misnamed(path.removesuffix("yaml") + "yml")
        path = os.path.join(above, _PYPROJECT)
        if os.path.isfile(path) and _speaks_of_us(path):
            found = read(path)
            if found.path:
                return found
    return NONE


def read(path: str) -> Config:
    """The config in a YAML file or a pyproject.toml. Raises ``ConfigError``, strictly."""
    from speechlint.project import configfile

    return configfile.read(path)


def upward(folder: str) -> Iterable[str]:
    """``folder`` and the folders above it."""
    folder = os.path.abspath(folder)
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def merged(layers: Iterable[Layer]) -> tuple[Selection, Layer]:
    """One layer over another: who chooses, and all the rest as the last one to speak has it."""
    selection = Selection()
    severity: dict[str, Severity] = {}
    allow: list[Allowed] = []
    as_of = fail_on = lang = stage = None
    for layer in layers:
        if layer.select or layer.ignore or layer.extend_select:
            selection = Selection(layer.select, layer.ignore, layer.extend_select, selection)
        if layer.severity:
            kept = {n: s for n, s in severity.items() if not any(fits(above, n) for above in layer.severity)}
            severity = {**kept, **layer.severity}
        allow += layer.allow
        as_of = layer.as_of or as_of
        fail_on = layer.fail_on or fail_on
        lang = layer.lang or lang
        stage = layer.stage or stage
    rest = Layer(severity=severity, as_of=as_of, fail_on=fail_on, lang=lang, stage=stage, allow=tuple(allow))
    return selection, rest


def _speaks_of_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"speechlint" in file.read()
    except OSError:
        return False


def _misnamed(path: str) -> Config:
    from speechlint.errors import ConfigError

    raise ConfigError(f"{path}: 配置文件的名字应是 {NAME}", f"{path}: the config must be called {NAME}")
