"""The files besides the drafts that findings depend on: when one changes, what is known is out of date."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lsprotocol import types

from speechlint.errors import SpeechlintError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint import Project

_NAMES = (".speechlint.yaml", "pyproject.toml", ".speechlint-ignore.yaml", ".speechlint-baseline.yaml")
_ID = "speechlint-files"


def registration() -> types.RegistrationParams:
    """Asks the client to watch the files that may be such: in rule packs any YAML is."""
    watchers = [types.FileSystemWatcher(f"**/{name}") for name in (*_NAMES, "*.yaml")]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    one = types.Registration(_ID, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    return types.RegistrationParams([one])


def stamps(paths: Iterable[str], project: Project) -> dict[str, tuple[int, int] | None]:
    """The files that may have a say in drafts, each with its size and time, or None where there is none."""
    folders = {os.path.dirname(os.path.abspath(path)) for path in paths}
    files = {os.path.join(above, name) for folder in folders for above in _upward(folder) for name in _NAMES}
    for pack in {pack for path in paths for pack in _packs(path, project)}:
        files |= {os.path.join(at, name) for at, _, names in os.walk(pack) for name in names}
    return {file: _stamp(file) for file in sorted(files)}


def _upward(folder: str) -> Iterator[str]:
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        yield above
        folder = above


def _packs(path: str, project: Project) -> Sequence[str]:
    try:
        return project.config(path).packs
    except (SpeechlintError, OSError):
        return ()


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def is_there(process: int) -> bool:
    """Whether a process runs; where that cannot be asked, it does."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
