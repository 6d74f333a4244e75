"""An archive on disk: a folder of Parquet parts and one list of those that count, which is replaced at once.

::

    库/speechlint-archive.json    settings, folders, the parts that count
    库/drafts/PART.parquet        a row a draft
    库/findings/PART.parquet      places by draft, code and severity
    库/fingerprints/PART.parquet  (text, digest, at); ``text`` is the number of the draft

A part is written beside and renamed, its drafts last: where these are, the rest is whole.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from hashlib import blake2b

from speechlint.archive.fingerprints import GRAM, WINDOW
from speechlint.errors import UsageError, reason
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.quick.typing import Any

LIST = "speechlint-archive.json"
KINDS = ("fingerprints", "findings", "drafts")  # in the order they are written
VERSION = 1


class Part(NamedTuple):
    """The names of one part's files: its drafts and findings, and its fingerprints."""

    drafts: str
    fingerprints: str

    def file(self, kind: str) -> str:
        return f"{kind}/{self.fingerprints if kind == 'fingerprints' else self.drafts}.parquet"


class Settings(NamedTuple):
    """What holds for all of an archive. ``roots`` are the folders of its drafts; digests with ``hash_paths``."""

    key: bytes
    roots: tuple[str, ...] = ()
    lint: bool = True
    as_of: str = "draft"
    hash_paths: bool = False
    keep_text: bool = False

    def named(self, path: str) -> str:
        """How the archive calls a path."""
        return self._digest(path) if self.hash_paths else path

    def root(self, folder: str) -> str:
        return self._digest(os.path.abspath(folder)) if self.hash_paths else os.path.abspath(folder)

    def _digest(self, path: str) -> str:
        return blake2b(path.encode("utf-8", "surrogateescape"), digest_size=12, key=self.key).hexdigest()

    @property
    def stamp(self) -> str:
        """Stands for what the rows depend on besides the drafts: parts of another stamp are not ours."""
        return blake2b(
            repr((VERSION, GRAM, WINDOW, self._replace(roots=()))).encode(), digest_size=8
        ).hexdigest()


class Archive(NamedTuple):
    """An archive as its list says. ``retired`` parts count no more and may be deleted."""

    folder: str
    settings: Settings
    parts: tuple[Part, ...] = ()
    retired: tuple[str, ...] = ()

    def files(self, kind: str) -> list[str]:
        return [os.path.join(self.folder, part.file(kind)) for part in self.parts]


def is_archive(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, LIST))


def opened(folder: str) -> Archive:
    """The archive in ``folder``. Raises ``UsageError`` for anything else, and for one that is damaged."""
    path = os.path.join(folder, LIST)
    try:
        with open(path, encoding="utf-8") as file:
            said = json.load(file)
        if said["format"] != "speechlint-archive":
            raise ValueError(said["format"])
        if said["version"] != VERSION or (said["gram"], said["window"]) != (GRAM, WINDOW):
            raise _wrong(
                folder,
                "是另一个版本的 speechlint 建的，请重建",
                "was built by another version; build it anew",
            )
        made = Archive(
            folder, _settings(said), tuple(Part(*one) for one in said["parts"]), tuple(said["retired"])
        )
    except OSError as why:
        zh, en = reason(why)
        raise _wrong(
            folder,
            f"里没有库（{LIST}：{zh}）；先用 speechlint archive build 建",
            f"holds no archive ({LIST}: {en})",
        ) from None
    except (ValueError, KeyError, TypeError):
        raise _wrong(
            folder, f"的 {LIST} 坏了或不是 speechlint 的", f"has a {LIST} that is damaged or foreign"
        ) from None
    for kind in KINDS:
        for part in made.files(kind):
            _check_part(part)
    return made


def _check_part(path: str) -> None:
    """Raises ``UsageError`` where the file is missing, or has no head or tail of a Parquet file."""
    try:
        with open(path, "rb") as file:
            head = file.read(4)
            file.seek(-4, os.SEEK_END)
            whole = head == file.read(4) == b"PAR1"
    except OSError:
        whole = False
    if not whole:
        raise _wrong(
            path, "不在了或坏了：这个库不完整，请删去后重建", "is missing or damaged; build the archive anew"
        )


def _wrong(path: str, zh: str, en: str) -> UsageError:
    return UsageError(f"{path} {zh}", f"{path} {en}")


def _settings(said: dict[str, Any]) -> Settings:
    return Settings(
        bytes.fromhex(said["key"]),
        tuple(said["roots"]),
        bool(said["lint"]),
        str(said["as_of"]),
        bool(said["hash_paths"]),
        bool(said["keep_text"]),
    )


def save(archive: Archive) -> None:
    """Makes the archive's parts the ones that count, all at once."""
    settings = archive.settings
    made = {
        "format": "speechlint-archive",
        "version": VERSION,
        "gram": GRAM,
        "window": WINDOW,
        **settings._asdict(),
        "key": settings.key.hex(),
        "parts": sorted(map(list, archive.parts)),
        "retired": sorted(archive.retired),
    }
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    put(os.path.join(archive.folder, LIST), lambda path: _write(path, text))


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def put(path: str, write: Any) -> None:
    """Has ``write`` make the file beside, and puts it in place when it is on the disk."""
    beside = f"{path}.{os.urandom(6).hex()}.tmp"
    try:
        write(beside)
        number = os.open(beside, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
        os.replace(beside, path)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Keeps other builds away; the system lets go when the process ends. Raises ``UsageError`` where one is at it."""
    import fcntl

    with open(os.path.join(folder, ".lock"), "a", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(
                f"另一次 archive build 正在写 {folder}，等它做完再来",
                f"another archive build is writing {folder}; wait for it to end",
            ) from None
        yield


def strays(archive: Archive) -> Iterator[str]:
    """The files of parts that the list does not name, and what a killed build has left."""
    counted = {file for kind in KINDS for file in archive.files(kind)}
    for kind in KINDS:
        folder = os.path.join(archive.folder, kind)
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if path not in counted:
                yield path


def remove(paths: Sequence[str]) -> None:
    for path in paths:
        os.unlink(path)
