"""Builds an archive, or brings it up to date: reads what is new or changed, lets go of what is gone.

Every part is whole when it is there, and counts when the list names it: a build that is killed leaves the archive as
it was, and the next one takes up the parts that it finished.
"""

from __future__ import annotations

import os

from speechlint.archive import parts
from speechlint.archive.records import Seen
from speechlint.archive.store import KINDS, Archive, locked, opened, remove, save, strays
from speechlint.files import globs
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from speechlint.archive.store import Part, Settings
    from speechlint.project.wanted import Wanted
    from speechlint.quick.typing import Any
    from speechlint.result import Trouble

PART = 1024  # drafts in a part
_SMALL = 128  # drafts: parts below this are joined
_MANY = 16  # small parts


class Work(NamedTuple):
    """Some drafts to read, and all that is needed for it: a plain value that can be sent to another process."""

    folder: str
    settings: Settings
    roots: dict[int, str]
    wanted: Wanted
    drafts: tuple[Seen, ...]


class Known(NamedTuple):
    """What an archive holds: its parts, and the drafts in them by folder and path, with their digests."""

    parts: list[Part]
    drafts: dict[tuple[int, str], tuple[Seen, str]]


class Built(NamedTuple):
    """What a build did, in numbers of drafts. ``failed`` are those that could not be read."""

    drafts: int
    read: int
    removed: int
    renamed: int
    failed: int
    troubles: tuple[Trouble, ...] = ()


def build(
    archive: Archive,
    folders: Sequence[str],
    wanted: Wanted,
    make: Callable[[Sequence[Work]], Iterable[Part]],
    *,
    glob: Sequence[str] = (),
    lang: str = "zh",
) -> Built:
    """Brings the drafts in ``folders`` up to date; those of other folders stay as they are.

    ``make`` turns works into parts, in any order. Raises ``UsageError`` where another build is at it.
    """
    for kind in ("", *KINDS):
        os.makedirs(os.path.join(archive.folder, kind), exist_ok=True)
    with locked(archive.folder):
        archive = opened(archive.folder)  # another build may have ended meanwhile
        settings, numbers = _with(archive.settings, folders)
        seen, troubles = _walked(numbers, settings, glob, lang)
        remove([path for path in strays(archive) if os.path.relpath(path, archive.folder) in archive.retired])
        known = _known(archive, seen, set(numbers), settings.stamp)
        new = [one for name, one in seen.items() if name not in known.drafts]
        roots = {number: os.path.abspath(folder) for number, folder in numbers.items()}
        works = [
            Work(os.path.abspath(archive.folder), settings, roots, wanted, tuple(new[at : at + PART]))
            for at in range(0, len(new), PART)
        ]
        made = [*known.parts, *make(works)]
        counted = _compacted(archive.folder, made, settings.stamp)
        done = Archive(archive.folder, settings, tuple(sorted(set(counted))))
        retired = [os.path.relpath(path, archive.folder) for path in strays(done)]
        save(done._replace(retired=tuple(retired)))
        return _told(archive, done, new, troubles)


def _with(settings: Settings, folders: Sequence[str]) -> tuple[Settings, dict[int, str]]:
    """The settings with the folders among their roots, and the folders by number."""
    roots = list(settings.roots)
    numbers = {}
    for folder in folders:
        name = settings.root(folder)
        if name not in roots:
            roots.append(name)
        numbers[roots.index(name)] = folder
    return settings._replace(roots=tuple(roots)), numbers


def _walked(
    numbers: dict[int, str], settings: Settings, glob: Sequence[str], lang: str
) -> tuple[dict[tuple[int, str], Seen], list[Trouble]]:
    """The drafts of the folders by number and the archive's name for their path."""
    seen = {}
    troubles: list[Trouble] = []
    for number, folder in numbers.items():
        found = sources.find([folder], lang)
        troubles += found.errors
        for path in found.paths:
            if glob and not globs.matches(path, folder, glob):
                continue
            relative = os.path.relpath(path, folder)
            try:
                status = os.stat(path)
            except OSError as why:
                troubles.append(sources.trouble(path, why, lang))
                continue
            seen[number, settings.named(relative)] = Seen(
                number, relative, status.st_size, status.st_mtime_ns
            )
    return seen, troubles


def _known(archive: Archive, seen: dict[tuple[int, str], Seen], walked: set[int], stamp: str) -> Known:
    """What the archive and unfinished builds hold of the drafts as they are now."""
    known = Known([], {})
    unfinished = [
        part
        for path in strays(archive)
        if os.path.basename(os.path.dirname(path)) == "drafts" and (part := parts.stray(path, stamp))
    ]
    for part in (*archive.parts, *unfinished):
        drafts = parts.read(os.path.join(archive.folder, part.file("drafts")))
        kept = parts.sifted(archive.folder, part, drafts, list(_wanted(drafts, seen, walked, known)), stamp)
        if kept:
            known.parts.append(kept)
    return known


def _wanted(drafts: Any, seen: dict[tuple[int, str], Seen], walked: set[int], known: Known) -> Iterator[bool]:
    """For each row whether it still says how its draft is; noted as known where it does."""
    names = ("root", "path", "size", "mtime", "digest")
    for root, path, size, mtime, digest in zip(*(drafts[name].to_pylist() for name in names), strict=True):
        now = seen.get((root, path)) if root in walked else Seen(root, path, size, mtime)
        same = now is not None and (now.size, now.mtime) == (size, mtime) and (root, path) not in known.drafts
        if same and now:
            known.drafts[root, path] = now, digest
        yield same


def _compacted(folder: str, made: list[Part], stamp: str) -> list[Part]:
    """The parts, the small ones joined where they are many."""
    import pyarrow.parquet as pq

    sizes = {part: pq.read_metadata(os.path.join(folder, part.file("drafts"))).num_rows for part in made}
    small = [part for part in sizes if sizes[part] < _SMALL]
    if len(small) < _MANY:
        return made
    return [*(part for part in made if part not in small), parts.joined(folder, small, stamp)]


def _told(before: Archive, done: Archive, new: Sequence[Seen], troubles: list[Trouble]) -> Built:
    digests = dict(_digests(done, ("path", "digest", "error")))
    old = dict(_digests(before, ("path", "digest", "error"))) if before.parts else {}
    gone = {name: old[name] for name in old if name not in digests}
    came = {digest for name, (_, digest, _) in digests.items() if name not in old}
    renamed = sum(digest in came for _, digest, _ in gone.values() if digest)
    failed = sum(bool(error) for _, _, error in digests.values())
    return Built(len(digests), len(new), len(gone) - renamed, renamed, failed, tuple(troubles))


def _digests(archive: Archive, names: Sequence[str]) -> Iterator[tuple[tuple[int, str], tuple[Any, ...]]]:
    for path in archive.files("drafts"):
        if os.path.exists(path):
            table = parts.read(path, ["root", *names])
            columns = [table[name].to_pylist() for name in ("root", *names)]
            for root, *row in zip(*columns, strict=True):
                yield (root, row[0]), tuple(row)
