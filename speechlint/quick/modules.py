"""The program's own modules, from one kept file instead of one file each.

A check loads 150 small modules. ``importlib`` looks for each on the disk: a third of a cold start, half of it for
the looking. Once a run has loaded a module, its code is kept in the user's cache folder, for this Python and this
place of installation alone, and it is used only while the source is as it was then (size and time of change, what
``importlib`` asks of its own ``.pyc`` files too). Whatever is not kept, or does not fit, is imported as usual.
"""

from __future__ import annotations

import marshal
import os
import sys
from zlib import crc32

from speechlint.quick import cache
from speechlint.quick.mapped import framed, mapped, parted
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    from speechlint.quick.typing import Any
else:
    ModuleSpec = type(__spec__)  # as ``importlib.machinery`` has it, which is not loaded here

_PACKAGE = __name__.partition(".")[0]
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class _Code(NamedTuple):
    """Where a module's code lies in the file, and the source it was made of."""

    source: str
    size: int
    changed: int  # nanoseconds
    start: int  # bytes, from 0
    end: int
    check: int

    def fits(self) -> bool:
        try:
            status = os.stat(self.source)
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.changed)


class _Finder:
    """What ``sys.meta_path`` and a module's ``__loader__`` ask for."""

    def __init__(self) -> None:
        self.folder = cache.folder()
        self.kept, self._codes = _load()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        code = self.kept.get(name)
        if code is None or not code.fits():
            return None
        is_package = os.path.basename(code.source) == "__init__.py"
        spec = ModuleSpec(name, self, origin=code.source, is_package=is_package)  # type: ignore[arg-type]
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(code.source)]
        return spec if crc32(self.raw(code)) == code.check else None

    def create_module(self, spec: ModuleSpec) -> None:
        """The usual kind of module."""

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = self.kept[module.__name__].source
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, name: str) -> CodeType:
        code: CodeType = marshal.loads(self.raw(self.kept[name]))
        return code

    def forget(self) -> None:
        self.kept, self._codes = {}, memoryview(b"")

    def raw(self, code: _Code) -> memoryview:
        return self._codes[code.start : code.end]


_finder: _Finder | None = None


def begin() -> None:
    """From now on a module that is kept comes from the file."""
    global _finder
    _finder = _Finder()
    sys.meta_path.insert(0, _finder)


def keep() -> None:
    """Write down the modules that this run loaded anew, for the next one."""
    if _finder is None or _finder.folder != cache.folder() or cache.is_stopped():
        return
    loaded = _loaded()
    fitting = {name: code for name, code in _finder.kept.items() if code.fits()}
    if loaded.keys() <= fitting.keys():
        return
    codes = {name: (code[:3], bytes(_finder.raw(code))) for name, code in fitting.items()}
    codes |= {name: made for name in loaded.keys() - codes.keys() if (made := _made(name, loaded[name]))}
    head, end = {}, 0
    for name, (source, code) in codes.items():
        head[name] = (*source, end, end + len(code), crc32(code))
        end += len(code)
    _finder.forget()  # Windows replaces no file that is in use
    cache.write(_file_name(), framed(head, [code for _, code in codes.values()]))


def _loaded() -> dict[str, ModuleSpec]:
    """The program's modules that came from files of its folder."""
    specs = {
        name: getattr(module, "__spec__", None)
        for name, module in sys.modules.items()
        if name.startswith(f"{_PACKAGE}.")
    }
    return {
        name: spec for name, spec in specs.items() if spec and (spec.origin or "").startswith(_HERE + os.sep)
    }


def _made(name: str, spec: ModuleSpec) -> tuple[tuple[str, int, int], bytes] | None:
    """The source of a module and its code; None where its loader has none to give."""
    try:
        status = os.stat(spec.origin or "")
        code = spec.loader.get_code(name)  # type: ignore[union-attr]
    except (AttributeError, ImportError, OSError, SyntaxError):
        return None
    return (spec.origin or "", status.st_size, status.st_mtime_ns), marshal.dumps(code)


def _load() -> tuple[dict[str, _Code], memoryview]:
    try:
        head, codes = parted(mapped(cache.opened(_file_name())))
        return {name: _Code(*code) for name, code in head.items()}, codes
    except (OSError, EOFError, ValueError, TypeError, AttributeError):
        return {}, memoryview(b"")


def _file_name() -> str:
    made_by: Any = (_HERE, sys.version, str(sys.flags.optimize), "1")
    return f"modules-{cache.digest(made_by)}.bin"
