"""The user's cache folder. What lies there may be missing, stale or corrupt at any time; it only saves time."""

from __future__ import annotations

import os
import sys

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEAL = 32  # the digits that stand for the rest


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
    from _blake2 import blake2b  # hashlib would load OpenSSL

    return blake2b("\0\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of(data: bytes) -> str:
    """32 hexadecimal digits that stand for the bytes."""
    from _blake2 import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def read(name: str) -> bytes | None:
    """The bytes of a cache file; None where there is none to be read."""
    try:
        with open(os.path.join(folder(), name), "rb") as file:
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
    """Write a cache file at once or not at all; a folder that cannot be written is no error."""
    path = os.path.join(folder(), name)
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError:
        return


def write_dated(name: str, data: bytes) -> None:
    """Write ``folder/day/name``, sealed; the first one of a day clears the other days away."""
    day, _, _ = name.rpartition("/")
    path = os.path.join(folder(), day)
    if not os.path.isdir(path):
        clear(os.path.dirname(path))
    write_sealed(name, data)


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
    digits = stem.rpartition("-")[2] if stem.startswith("regex") else stem
    hexadecimal = len(digits) == 32 and not digits.strip("0123456789abcdef")
    return hexadecimal and (not ending or ending.split(".")[0] in ("rules", "bin") or ending.isdigit())
