"""``speechlint archive build``: drafts are read into an archive."""

from __future__ import annotations

import os

from speechlint.commands import wanted
from speechlint.commands.archive_asking import number
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.archive.build import Built, Work
    from speechlint.archive.store import Archive, Part, Settings
    from speechlint.commands.arguments import Given


def build_(paths: Sequence[str], given: Given) -> int:
    """Builds an archive, or brings it up to date; 2 where a folder could not be read."""
    from speechlint.archive import engines
    from speechlint.archive.build import build

    engines.needed(given.last("--engine") or "duckdb")
    archive = _to_build(paths, given)
    layer = wanted.run(given)
    run = layer._replace(layer=layer.layer._replace(as_of=archive.settings.as_of))
    folders = [path for path in paths or archive.settings.roots if _is_folder(path)]
    done = build(
        archive,
        folders,
        run,
        lambda works: _made(works, given),
        glob=given.listed("--glob"),
        lang=given.language,
    )
    for trouble in done.troubles:
        output.note(f"{trouble.path}: {trouble.message}")
    output.write(_built(done, archive.folder, given.language))
    return 2 if done.troubles else 0


def _built(done: Built, folder: str, lang: str) -> str:
    if lang == "en":
        return (
            f"{folder}: {done.drafts} draft(s); read {done.read}, renamed {done.renamed}, removed {done.removed}, "
            f"unreadable {done.failed}"
        )
    return (
        f"{folder}：{done.drafts} 份；这次读了 {done.read} 份，改名 {done.renamed} 份，不在了 {done.removed} 份，"
        f"读不了 {done.failed} 份"
    )


def _is_folder(path: str) -> bool:
    if not os.path.isdir(path):
        raise UsageError(
            f"{path} 不是文件夹；build 后面写文件夹", f"{path} is no folder; build takes folders"
        )
    return True


def _to_build(paths: Sequence[str], given: Given) -> Archive:
    """The archive to build, new or as it is; what was chosen for it at first holds. Raises ``UsageError``."""
    from speechlint.archive import store

    folder = given.last("--output-file") or given.last("--in")
    if not folder:
        raise UsageError("请用 -o 写明库放在哪里，如 -o 库", "say where the archive goes, as in -o archive")
    asked = store.Settings(
        os.urandom(16),
        lint=not given.flag("--no-lint"),
        as_of=given.last("--as-of") or "draft",
        hash_paths=given.flag("--hash-paths"),
        keep_text=given.flag("--keep-text"),
    )
    wanted.layer(given)  # a date that is none is told before anything is read
    if not store.is_archive(folder):
        if os.path.lexists(folder) and not (os.path.isdir(folder) and _is_ours(os.listdir(folder))):
            raise UsageError(
                f"{folder} 已经有了，不是库，没有写入；换个名字", f"{folder} exists and is no archive"
            )
        if not paths:
            raise UsageError(
                "没有说收哪些文件夹，如 speechlint archive build 历年讲话 -o 库", "no folder given"
            )
        os.makedirs(folder, exist_ok=True)
        made = store.Archive(folder, asked)
        store.save(made)
        return made
    archive = store.opened(folder)
    _check_same(archive.settings, asked, given, folder)
    return archive


def _is_ours(names: Iterable[str]) -> bool:
    """Whether a folder without a list may become an archive: nothing is in it but what a killed build leaves."""
    return all(name == ".lock" or name.endswith(".tmp") for name in names)


def _check_same(there: Settings, asked: Settings, given: Given, folder: str) -> None:
    for option, name in _LASTING.items():
        if given.values.get(option) and getattr(there, name) != getattr(asked, name):
            raise UsageError(
                f"{folder} 建的时候不是 {option} 这样选的；要改就换个文件夹重建",
                f"{folder} was not built with this {option}; build another",
            )


_LASTING = {"--no-lint": "lint", "--as-of": "as_of", "--hash-paths": "hash_paths", "--keep-text": "keep_text"}


def _made(works: Sequence[Work], given: Given) -> Iterator[Part]:
    """The parts as they get done, with a progress bar by drafts for who waits at a terminal."""
    from speechlint.archive import local

    if given.last("--engine") == "spark":
        from speechlint.archive import spark

        yield from spark.make(works, given.last("--master") or "")
        return
    shared = local.make(works, number(given, "--jobs") or local.processes())
    if not output.may_animate():
        yield from (part for part, _ in shared)
        return
    from speechlint.reporters.progress import track

    total = sum(len(work.drafts) for work in works)
    yield from filter(None, track(_each(shared), total))


def _each(shared: Iterable[tuple[Part, int]]) -> Iterator[Part | None]:
    """A part, then nothing for each further draft in it."""
    for part, count in shared:
        yield part
        yield from [None] * (count - 1)
