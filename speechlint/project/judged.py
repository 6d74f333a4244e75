"""What people have judged of the drafts of a project: sidecars and baselines, each found and read once."""

from __future__ import annotations

import os

from speechlint.errors import ConfigError
from speechlint.project import find
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook.naming import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.judgements.baseline import Baseline
    from speechlint.judgements.sidecar import Sidecar
    from speechlint.project.layers import Config
    from speechlint.rulebook.catalogue import Catalogue

IGNORE_FILE = ".speechlint-ignore.yaml"
BASELINE_FILE = ".speechlint-baseline.yaml"


class Judged:
    """Without ``suppress`` nothing that was judged counts; ``baseline_file`` stands for the one found, "" for none.

    A ``sidecar`` stands for those beside the drafts.
    """

    def __init__(self, *, suppress: bool, baseline_file: str | None, sidecar: Sidecar | None = None) -> None:
        self._suppress, self._baseline_file, self._given = suppress, baseline_file, sidecar
        self.sidecars: dict[str, Sidecar | None] = {}
        self.baselines: dict[str, Baseline] = {}
        self._nearest: dict[tuple[str, str], str | None] = {}

    def baseline(self, path: str, own: Config) -> Baseline | None:
        """The baseline that holds for the draft at ``path``, whose config is ``own``. Raises ``ConfigError``."""
        found = self._baseline_path(path, own)
        if found is None:
            return None
        if found not in self.baselines:
            from speechlint.judgements import baseline

            self.baselines[found] = baseline.read(shown(found))
        return self.baselines[found]

    def _baseline_path(self, path: str, own: Config) -> str | None:
        if not self._suppress or self._baseline_file == "":
            return None
        return self._baseline_file or own.baseline or self._beside(path, BASELINE_FILE)

    def sidecar(self, path: str, own: Config, rules: Catalogue) -> Sidecar | None:
        """The sidecar that holds for the draft at ``path``. Raises ``ConfigError``."""
        if not self._suppress:
            return None
        if self._given is not None:
            return self._given if self._given.judgements else None
        found = own.ignore_file or self._beside(path, IGNORE_FILE)
        if found is None:
            return None
        if found not in self.sidecars:
            from speechlint.judgements import sidecar

            read = sidecar.read(shown(found))
            said = ((one.selector, f"{read.path}:{one.line}: ") for one in read.judgements)
            check_names(said, rules.rules, ConfigError)
            self.sidecars[found] = read
        return self.sidecars[found]

    def sidecar_path(self, path: str, own: Config) -> str:
        """Where judgements on the draft at ``path`` are kept; beside the config or the draft, if nowhere yet."""
        found = own.ignore_file or self._beside(path, IGNORE_FILE)
        return shown(found or os.path.join(own.root or folder(path), IGNORE_FILE))

    def files(self, path: str, own: Config) -> Iterator[str]:
        """The files with judgements on the draft at ``path``."""
        yield from filter(None, (own.ignore_file or self._beside(path, IGNORE_FILE), own.baseline))
        yield from filter(None, (self._baseline_path(path, own),))

    def _beside(self, path: str, name: str) -> str | None:
        """The file ``name`` in the folder of the draft at ``path``, or in the nearest above that has one."""
        key = folder(path), name
        if key not in self._nearest:
            files = (os.path.join(above, name) for above in find.upward(key[0]))
            self._nearest[key] = next(filter(os.path.isfile, files), None)
        return self._nearest[key]

    def reread(self) -> None:
        """Forgets all: sidecars and baselines are read anew when next needed."""
        self.sidecars.clear()
        self.baselines.clear()
        self._nearest.clear()


def folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))


def shown(path: str) -> str:
    """``path`` from here, where that is shorter to read."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative
