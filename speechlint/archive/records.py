"""One draft → its row of an archive, its findings counted, and its fingerprints. Pure but for the file it reads."""

from __future__ import annotations

import os
from hashlib import blake2b

from speechlint.archive import letters
from speechlint.archive.fingerprints import winnowed
from speechlint.document.outcome import left_out
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import read
from speechlint.result import Trouble, attempt
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.archive.fingerprints import Winnowed
    from speechlint.archive.store import Settings
    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.plan import Project
    from speechlint.quick.typing import Any


class Seen(NamedTuple):
    """A draft before it is read: its folder (by number), its path in it, and what the file system says of it."""

    root: int
    path: str
    size: int
    mtime: int


class Record(NamedTuple):
    """``row`` are the values of the table of drafts by name; ``findings`` are (code, severity, places)."""

    row: dict[str, Any]
    findings: list[tuple[str, str, int]]
    prints: Winnowed


def record(seen: Seen, folder: str, project: Project, settings: Settings) -> Record:
    """What the archive keeps of the draft at ``seen.path`` in ``folder``. A draft that cannot be read says why."""
    place = os.path.join(folder, seen.path)
    path = settings.named(seen.path)
    row: dict[str, Any] = {"root": seen.root, "path": path, "size": seen.size, "mtime": seen.mtime}
    data = attempt(place, "zh", lambda: sources.content(place))
    if isinstance(data, Trouble):
        return _failed(row, settings, data.message)
    row["digest"] = content_digest(data, settings.key)
    row["text"] = identity(settings.key, seen.root, path, row["digest"])
    made = attempt(place, "zh", lambda: _checked(place, data, project, lint=settings.lint))
    if isinstance(made, Trouble):
        return _failed(row, settings, made.message)
    doc, findings = made
    by_line = letters.lines(doc.text)
    row |= {
        "date": dated(doc),
        "characters": len(doc.source),
        "letters": sum(map(len, by_line)),
        "paragraphs": _starts(by_line),
        "outcome": left_out(doc),
    }
    if settings.keep_text:
        row |= {"title": _title(doc), "words": doc.source}
    return Record(row, _counted(findings), winnowed("".join(by_line), settings.key))


def _checked(path: str, data: bytes, project: Project, *, lint: bool) -> tuple[Document, Iterable[Finding]]:
    if not lint:
        return read(path, data), ()
    checked = check_draft(path, data, project)
    return checked.doc, checked.findings


def _failed(row: dict[str, Any], settings: Settings, why: str) -> Record:
    row.setdefault("digest", "")
    row.setdefault("text", identity(settings.key, row["root"], row["path"], ""))
    return Record({**row, "error": why}, [], winnowed("", settings.key))


def content_digest(data: bytes, key: bytes) -> str:
    """What a draft's bytes are known by in this archive."""
    return blake2b(data, digest_size=16, key=key).hexdigest()


def identity(key: bytes, root: int, path: str, digest: str) -> int:
    """The number of a draft as it was when it was read (64 bits, signed)."""
    said = f"{root}\0{path}\0{digest}".encode("utf-8", "surrogateescape")
    return int.from_bytes(blake2b(said, digest_size=8, key=key).digest(), "little", signed=True)


def dated(doc: Document) -> str:
    """The date found in a draft, that of its first speech which has one; "" without any."""
    return next((one.date for one in doc.own_dates if one.date), "")


def _starts(by_line: list[str]) -> list[int]:
    """The letter that each paragraph begins at."""
    starts, at = [], 0
    for line in by_line:
        if line:
            starts.append(at)
        at += len(line)
    return starts


def _title(doc: Document) -> str:
    return next((line for line in map(str.strip, doc.text.split("\n")) if line), "")


def _counted(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    places: dict[tuple[str, str], int] = {}
    for one in findings:
        if not one.muted_by:
            name = (one.code, one.severity.label)
            places[name] = places.get(name, 0) + len(one.places)
    return [(*name, count) for name, count in sorted(places.items())]
