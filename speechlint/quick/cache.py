"""The user's cache folder. What lies there may be missing, stale or corrupt at any time; it only saves time."""

from __future__ import annotations

import os
import stat
import sys
import time

from speechlint.quick.digests import blake2b
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DATED = "results"  # the folder for what is kept for a day
_SEAL = 32  # the digits that stand for the rest
_FILE, _FOLDER, _OTHERS = 0o600, 0o700, 0o077
_OWNED = hasattr(os, "geteuid")  # Windows knows no owner in this way, and a user's folder is closed there
_stopped = False


def move(path: str) -> None:
    """Use another folder from now on, in the processes started from here too."""
    os.environ["SPEECHLINT_CACHE_DIR"] = path


def folder() -> str:
    """Where the cache is, whether it exists or not; ``SPEECHLINT_CACHE_DIR`` moves it."""
    own = os.environ.get("SPEECHLINT_CACHE_DIR")
    if own:
        return own
    home = os.path.expanduser("~")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", base)
    return os.path.join(base, "speechlint")


def digest(parts: Iterable[str]) -> str:
    """32 hexadecimal digits that stand for the parts in their order."""
    return blake2b("\0\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of(data: bytes | memoryview) -> str:
    """32 hexadecimal digits that stand for the bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def opened(name: str) -> int:
    """A descriptor to read a cache file. Raises ``OSError`` where it is not ours, or others may have written it."""
    flags = (getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))
    file = os.open(os.path.join(folder(), name), os.O_RDONLY | sum(flags))
    status = os.fstat(file)
    if stat.S_ISREG(status.st_mode) and _is_own(status):
        if not _OWNED or not status.st_mode & _OTHERS:
            return file
        if not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            os.fchmod(file, _FILE)
            return file
    os.close(file)
    raise PermissionError(name)


def read(name: str) -> bytes | None:
    """The bytes of a cache file; None where there is none to be read."""
    try:
        with open(opened(name), "rb") as file:
            return file.read()
    except OSError:
        return None


def read_sealed(name: str) -> bytes | None:
    """The bytes of a cache file written by ``write_sealed``; None where not one bit is to be trusted."""
    data = read(name) or b""
    seal, body = data[:_SEAL], data[_SEAL:]
    return body if seal == digest_of(body).encode() else None


def write_sealed(name: str, data: bytes) -> None:
    write(name, digest_of(data).encode() + data)


def has(name: str) -> bool:
    """Whether there is such a cache file."""
    return os.path.isfile(os.path.join(folder(), name))


def write(name: str, data: bytes) -> None:
    """Write a cache file at once or not at all, for our eyes only; a folder that cannot be written is no error."""
    path = os.path.join(folder(), name)
    part = f"{path}.{os.urandom(8).hex()}"
    try:
        if _stopped or not _made(os.path.dirname(name)):
            return
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _FILE)
        with open(file, "wb") as to:
            to.write(data)
        os.replace(part, path)
    except OSError:
        return


def stop() -> None:
    """Keep nothing from now on in this run: somebody's config says so."""
    global _stopped
    _stopped = True


def begin() -> None:
    """A new run: what the last one was told does not hold."""
    global _stopped
    _stopped = False


def is_stopped() -> bool:
    return _stopped


def _made(name: str) -> bool:
    """Makes the folder of the cache that ``name`` files lie in, and sees to it that nobody else looks into it."""
    path = folder()
    if not os.path.isdir(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.mkdir(path, _FOLDER)
    elif not os.environ.get("SPEECHLINT_CACHE_DIR"):  # that may be a folder for other things too
        _close(path)
    for part in filter(None, name.split("/")):
        path = os.path.join(path, part)
        if not os.path.lexists(path):
            os.mkdir(path, _FOLDER)
        if not _close(path):
            return False
    return True


def _close(path: str) -> bool:
    """Whether a folder is ours, and, from now on, ours alone."""
    status = os.lstat(path)
    if not (stat.S_ISDIR(status.st_mode) and _is_own(status)):
        return False
    if status.st_mode & _OTHERS:
        os.chmod(path, _FOLDER)
    return True


def _is_own(status: os.stat_result) -> bool:
    return not _OWNED or status.st_uid == os.geteuid()


def today() -> str:
    return time.strftime("%Y-%m-%d")


def forget_other_days() -> None:
    """Remove what was kept for a day that is over: it may hold words of drafts."""
    path = os.path.join(folder(), DATED)
    try:
        days = os.listdir(path) if stat.S_ISDIR(os.lstat(path).st_mode) else []
    except OSError:
        return
    for day in days:
        if day != today():
            clear(os.path.join(path, day))


def clear(path: str) -> int:
    """Remove the folder at ``path`` with the cache files in it; how many there were."""
    removed = 0
    for above, _, names in os.walk(path, topdown=False):
        for name in names:
            if _is_ours(name):
                try:
                    os.remove(os.path.join(above, name))
                    removed += 1
                except OSError:
                    continue
        try:
            os.rmdir(above)
        except OSError:
            continue
    return removed


def _is_ours(name: str) -> bool:
    """Whether a file is one of the cache: a folder named by mistake must lose nothing else."""
    stem, _, ending = name.partition(".")
    digits = stem.rpartition("-")[2] if stem.startswith(("regex", "modules", "words")) else stem
    hexadecimal = len(digits) == 32 and not digits.strip("0123456789abcdef")
    part = not ending.strip("0123456789abcdef")
    return hexadecimal and (part or ending.split(".")[0] in ("rules", "bin"))
