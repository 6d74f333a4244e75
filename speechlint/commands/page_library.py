"""The library of a page: what Python imports there, with what was made beforehand so that the first check need not.

``page/build.mjs`` runs the page's own Python once and keeps the code of the modules that a check imports and the programs
of the expressions it meets. Code stands for a module only where its source is still the same; a program says itself what
it was made of.
"""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import tempfile
from importlib.util import find_spec

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import catalogue, compiling, packs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Rooms of speechlint that a page has no use for.
_ROOMS = ("commands", "lsp", "cli.py", "__main__.py")
_CODE = "code/"
_DICTIONARY = "jieba/dict.txt"
_NONE_ALIKE = "0"  # stands for no character; the next for one, and so on


def library(made: bytes = b"") -> bytes:
    """A tar of what Python imports on the page, given the tar that was ``made`` of such a library before."""
    return packed(dict(with_made(sources(), unpacked(made) if made else {})))


def packed(files: Mapping[str, bytes]) -> bytes:
    """A tar of files by name; the same bytes for the same files."""
    to = io.BytesIO()
    with tarfile.open(fileobj=to, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(files):
            about = tarfile.TarInfo(name)
            about.size = len(files[name])
            tar.addfile(about, io.BytesIO(files[name]))
    return to.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a tar by name."""
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        files = ((about.name, tar.extractfile(about)) for about in tar)
        return {name: file.read() for name, file in files if file}


def named(name: str, source: bytes) -> str:
    """What the code of a module is called among what was made: after its name and its source."""
    return _CODE + hashlib.sha256(name.encode() + b"\0" + source).hexdigest()


def columns(dictionary: str) -> str:
    """The lines of a dictionary (word, frequency, tag; sorted) column by column, a NUL between.

    Of each word, as a column of its own, how many characters it begins with like the one before; then the rest.
    It packs to three quarters; the page puts the lines together again.
    """
    alike, rests, frequencies, tags = [], [], [], []
    last = ""
    for line in dictionary.splitlines():
        word, frequency, tag = line.split(" ")
        same = _alike(last, word)
        alike.append(chr(ord(_NONE_ALIKE) + same))
        rests.append(word[same:])
        frequencies.append(frequency)
        tags.append(tag)
        last = word
    return "\0".join(("".join(alike), *map("\n".join, (rests, frequencies, tags))))


def _alike(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def with_made(sources: Iterable[tuple[str, bytes]], made: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files as the page gets them: code that was ``made`` of a source in its place, the dictionary in columns."""
    for name, data in sources:
        code = made.get(named(name, data)) if name.endswith(".py") else None
        if name == _DICTIONARY:
            yield f"{name}.columns", columns(data.decode("utf-8")).encode("utf-8")
        else:
            yield (name, data) if code is None else (f"{name}c", code)
    yield from ((name, data) for name, data in made.items() if not name.startswith(_CODE))


def sources() -> Iterator[tuple[str, bytes]]:
    """The files of the library as they are, by name."""
    for name, path in _below(packs.PACKAGE):
        if name.split("/")[0] not in (*_ROOMS, "rules", "front") and not name.endswith(".bin"):
            yield f"speechlint/{name}", _read(path)
    for name, path in _below(packs.shipped()):
        yield f"speechlint/rules/{name}", _read(path)
    yield f"speechlint/{catalogue.COMPILED}", _compiled()
    for package in ("yaml", "charset_normalizer"):
        for name, path in _below(_folder(package)):
            if name.endswith(".py") and not name.startswith("cli/"):
                yield f"{package}/{name}", _read(path)
    yield _DICTIONARY, _read(os.path.join(_folder("jieba"), "dict.txt"))


def _compiled() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, catalogue.COMPILED)
        compiling.write_shipped(packs.shipped(), path)
        return _read(path)


def _below(folder: str) -> Iterator[tuple[str, str]]:
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for file in files:
            path = os.path.join(at, file)
            yield os.path.relpath(path, folder).replace(os.sep, "/"), path


def _folder(package: str) -> str:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(name=package)
    return os.path.dirname(found.origin)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
