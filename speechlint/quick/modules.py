"""The program's own modules, from one kept file instead of one file each.

A check loads 150 small modules. ``importlib`` looks for each on the disk: a third of a cold start, half of it for
the looking. Once a run has loaded a module, its code is kept in the user's cache folder, for this Python and this
place of installation alone, and it is used only while the source is as it was then (size and time of change, what
``importlib`` asks of its own ``.pyc`` files too). Whatever is not kept, or does not fit, is imported as usual.

What a module imports itself is run right before it, in the order in which it was when it was kept: ``importlib``,
which locks, looks and asks for each, is then asked for one of four (0.13 to 0.2 × pass).
"""

from __future__ import annotations

import marshal
import os
import sys
from itertools import accumulate

from speechlint.quick import cache
from speechlint.quick.digests import checksum
from speechlint.quick.mapped import framed, mapped, parted
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    from speechlint.quick.typing import Any

    # What a module's code was made of: path, size, nanoseconds of its change; which modules were imported by it, as
    # they were finished; and the number of the group it lies in.
    Source = tuple[str, int, int, tuple[str, ...], int]
else:
    ModuleSpec = type(__spec__)  # as ``importlib.machinery`` has it, which is not loaded here

_Module = type(sys)
_PACKAGE = __name__.partition(".")[0]
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class _Finder:
    """What ``sys.meta_path`` and a module's ``__loader__`` ask for.

    Modules that one run was the first to load make a group: they are read together, since names that stand in
    several are then read once. ``before`` were loaded without it, ``lacking`` are those it was asked for in vain,
    each with what had been loaded then.
    """

    def __init__(self) -> None:
        self.folder = cache.folder()
        self.sources, self.groups = _load()
        self.codes: dict[str, CodeType] = {}
        self.before = frozenset(sys.modules)
        self.lacking: dict[str, frozenset[str]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        source = self.sources.get(name)
        if source is None or not _is_as_it_was(source) or not self._has_read(source[-1], name):
            if name.startswith(_PACKAGE):
                self.lacking[name] = frozenset(sys.modules)
            return None
        self.run(source[-2])
        return self._spec(name, source[0])

    def run(self, names: Sequence[str]) -> None:
        """Import these without ``importlib``; at the first that is not as it was, it takes over."""
        if "threading" in sys.modules:  # another thread would take a half-made module for a whole one
            return
        for name in names:
            if name not in sys.modules and not self._has_run(name):
                return

    def _has_run(self, name: str) -> bool:
        source, parent, _, own = self.sources.get(name), *name.rpartition(".")
        if source is None or not _is_as_it_was(source) or not self._has_read(source[-1], name):
            return False
        if parent not in sys.modules:
            return False
        module = _Module(name)
        module.__spec__ = spec = self._spec(name, source[0])
        module.__loader__, module.__package__ = self, parent  # type: ignore[assignment]
        if spec.submodule_search_locations is not None:
            module.__package__, module.__path__ = name, spec.submodule_search_locations
        sys.modules[name] = module
        try:
            self.exec_module(module)
        except BaseException:
            del sys.modules[name]
            raise
        sys.modules[name] = sys.modules.pop(name)  # in the order in which they are finished
        setattr(sys.modules[parent], own, module)
        return True

    def _spec(self, name: str, path: str) -> ModuleSpec:
        is_package = path.endswith("__init__.py")
        spec = ModuleSpec(name, self, origin=path, is_package=is_package)  # type: ignore[arg-type]
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(path)]
        return spec

    def _has_read(self, number: int, name: str) -> bool:
        if name not in self.codes:
            group, check = self.groups[number]
            if checksum(group) != check:
                return False
            self.codes |= marshal.loads(group)
        return name in self.codes

    def create_module(self, spec: ModuleSpec) -> None:
        """The usual kind of module."""

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        module.__file__ = self.sources[name][0]
        exec(self.codes[name], module.__dict__)

    def get_code(self, name: str) -> CodeType:
        return self.codes[name]

    def fitting(self) -> dict[str, Source]:
        """The modules that may be kept as they are; all of a group or none."""
        spoilt = {
            one[-1] for name, one in self.sources.items() if name in self.lacking or not _is_as_it_was(one)
        }
        return {name: one for name, one in self.sources.items() if one[-1] not in spoilt}


def _is_as_it_was(source: Source) -> bool:
    path, size, changed, *_ = source
    try:
        status = os.stat(path)
    except OSError:
        return False
    return status.st_size == size and status.st_mtime_ns == changed


_finder: _Finder | None = None


def begin() -> None:
    """From now on a module that is kept comes from the file."""
    global _finder
    _finder = _Finder()
    sys.meta_path.insert(0, _finder)


def ahead(name: str) -> None:
    """Import a module and what it imports from the file, if they are in it; an ``import`` then finds them done."""
    source = _finder.sources.get(name) if _finder and name not in sys.modules else None
    if _finder and source:
        _finder.run((name.rpartition(".")[0], *source[-2], name))


def keep() -> None:
    """Write down the modules that this run loaded anew, for the next one; what is loaded later comes the usual way."""
    global _finder
    if _finder is None or not _finder.lacking or _finder.folder != cache.folder() or cache.is_stopped():
        return
    kept, loaded = _finder.fitting(), _loaded(_finder.before)
    new = {name: made for name in loaded if name not in kept and (made := _made(name, loaded[name]))}
    if not new:
        return
    used = sorted({source[-1] for source in kept.values()})
    groups = [bytes(_finder.groups[number][0]) for number in used]
    sources: dict[str, Source] = {name: (*one[:-1], used.index(one[-1])) for name, one in kept.items()}
    order = [*loaded]
    sources |= {
        name: (*source, _within(name, order, _finder.lacking.get(name)), len(groups))
        for name, (source, _) in new.items()
    }
    groups.append(marshal.dumps({name: code for name, (_, code) in new.items()}))
    sys.meta_path.remove(_finder)
    _finder.groups.clear()  # Windows replaces no file that is in use
    _finder = None
    head = sources, [(len(one), checksum(one)) for one in groups]
    cache.write(_file_name(), framed(head, groups))


def _loaded(before: frozenset[str]) -> dict[str, ModuleSpec]:
    """The program's modules that came from files of its folder, and not ``before``."""
    specs = {
        name: getattr(module, "__spec__", None)
        for name, module in sys.modules.items()
        if name.startswith(f"{_PACKAGE}.") and name not in before
    }
    return {
        name: spec for name, spec in specs.items() if spec and (spec.origin or "").startswith(_HERE + os.sep)
    }


def _within(name: str, order: Sequence[str], at_first: frozenset[str] | None) -> tuple[str, ...]:
    """The modules of ``order``, as they were finished, that were imported while this one was."""
    if at_first is None:
        return ()
    return tuple([other for other in order[: order.index(name)] if other not in at_first])


def _made(name: str, spec: ModuleSpec) -> tuple[tuple[str, int, int], CodeType] | None:
    """The source of a module and its code; None where its loader has none to give, or none of the source as it is."""
    if isinstance(spec.loader, _Finder) and not _is_as_it_was(spec.loader.sources[name]):
        return None  # changed while this run went on
    try:
        status = os.stat(spec.origin or "")
        code = spec.loader.get_code(name)  # type: ignore[union-attr]
    except (AttributeError, ImportError, KeyError, OSError, SyntaxError):
        return None
    return (spec.origin or "", status.st_size, status.st_mtime_ns), code


def _load() -> tuple[dict[str, Source], list[tuple[memoryview, int]]]:
    """The modules that are kept, and the groups they lie in with their checksums."""
    try:
        (sources, sizes), codes = parted(mapped(cache.opened(_file_name())))
        ends = list(accumulate((size for size, _ in sizes), initial=0))
        groups = [(codes[ends[at] : ends[at + 1]], check) for at, (_, check) in enumerate(sizes)]
        return sources, groups
    except (OSError, EOFError, ValueError, TypeError, AttributeError):
        return {}, []


def _file_name() -> str:
    made_by: Any = (_HERE, sys.version, str(sys.flags.optimize), "4")
    return f"modules-{cache.digest(made_by)}.bin"
