"""``--watch``: checks once, then again whatever is saved, until somebody stops it."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress

from speechlint.commands import wanted
from speechlint.commands.fix_options import FIXING
from speechlint.errors import SpeechlintError, UsageError
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import output
from speechlint.reporters.terminal import readable, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechlint.commands.arguments import Given

_PAUSE = 0.3  # seconds between two looks
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
_ONCE = (*FIXING, "--output-file", "--also", "--show-files", "--show-config", "--timing")

# When a file was last written, and its size; None for what is not there.
_Stamps = dict[str, tuple[int, int] | None]


class _Seen(NamedTuple):
    """The drafts, the files that say how they are judged, and the folders where others may turn up."""

    drafts: _Stamps
    own: _Stamps
    folders: _Stamps

    def again(self) -> _Seen:
        return _Seen(*map(_stamps, self))


def watch(given: Given, check: Callable[[Given], int]) -> int:
    """Runs ``check`` on all drafts, then on those that were saved; on all, where a config or rules were."""
    once = next(filter(given.flag, _ONCE), sources.STDIN if sources.STDIN in given.words else "")
    if once:
        raise UsageError(f"--watch 不和 {once} 一起用", f"--watch does not go with {once}")
    try:
        seen = _look(given)
        _check(given, check)
        while True:
            time.sleep(_PAUSE)
            if seen.again() == seen:
                continue
            before, seen = seen, _look(given)
            saved = given.words if before.own != seen.own else _saved(before.drafts, seen.drafts)
            if saved:
                _clear()
                _check(given._replace(words=tuple(saved)), check)
    except KeyboardInterrupt:
        return 0


def _look(given: Given) -> _Seen:
    """What there is now; no files of the project where one of them is wrong."""
    drafts = sources.find(given.words, given.language).paths
    folders = {os.path.dirname(os.path.abspath(path)): path for path in drafts}
    own: set[str] = set()
    with suppress(SpeechlintError):
        project = wanted.project(given)
        own = {file for path in folders.values() for file in project.files(path)}
    return _Seen(
        _stamps(drafts), _stamps(sorted(own)), _stamps([*folders, *filter(os.path.isdir, given.words)])
    )


def _stamps(paths: Iterable[str]) -> _Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        there = os.stat(path)
    except OSError:
        return None
    return there.st_mtime_ns, there.st_size


def _saved(before: _Stamps, now: _Stamps) -> list[str]:
    return [path for path, stamp in now.items() if stamp is not None and before.get(path) != stamp]


def _check(given: Given, check: Callable[[Given], int]) -> None:
    """One run; what is wrong is told, and looked at again when it is saved."""
    try:
        check(given)
    except SpeechlintError as why:
        output.note(why.told(given.language))
    if not given.flag("--quiet"):
        named = " ".join(visible(readable(word)) for word in given.words)
        en = f"watching {named}; Ctrl-C stops"
        output.note(en if given.language == "en" else f"等着 {named} 存盘；Ctrl-C 停")


def _clear() -> None:
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
