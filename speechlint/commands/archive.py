"""``speechlint archive``: what of a draft stands in an office's other drafts, and what these look like together."""

from __future__ import annotations

import os

from speechlint.commands import About, Example, archive_asking, wanted
from speechlint.commands.archive_asking import number
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import FAIL_ON, READING
from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import REPORTERS, output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.archive.build import Built, Work
    from speechlint.archive.store import Archive, Part, Settings
    from speechlint.commands.arguments import Given

ABOUT = About(
    "库：新稿里哪些段落旧稿里有；一个单位的稿子合起来看",
    "archives: which passages of a draft stand in others; an office's drafts seen together",
    "speechlint archive build|check|pairs|stats [OPTIONS] PATH…",
    (
        Option("--in", "check、pairs、stats：库在哪里", "check, pairs, stats: the archive", "FOLDER"),
        Option(
            "--output-file",
            "build：库放在哪里；其余：报告写进文件",
            "build: where the archive goes; else: the file for the report",
            "FILE",
            short="-o",
        ),
        Option("--force", "-o 的文件已经有了也盖掉", "let -o replace a file that exists"),
        Option("--glob", "build：只收这样的路径，如 '2025/**'", "build: only paths like these", "PATTERN"),
        Option(
            "--as-of",
            "build：按哪一天检查（默认 draft，各稿自己的日期）",
            "build: the day to check at (default draft)",
            "DATE",
        ),
        Option("--no-lint", "build：不检查，只取指纹，快几倍", "build: fingerprints only, no check"),
        Option(
            "--keep-text",
            "build：连稿子的字也留在库里（默认一个字不留）",
            "build: keep the words of the drafts, too",
        ),
        Option("--hash-paths", "build：路径也只留摘要", "build: keep digests in place of paths"),
        Option(
            "--at",
            "原稿现在在哪个文件夹（移动过，或库里只有路径的摘要）",
            "where the drafts stand now",
            "FOLDER",
        ),
        Option(
            "--most",
            "多于几份稿子都有的句子算套话（默认 10）",
            "drafts above which a sentence is a formula (default 10)",
            "N",
        ),
        Option("--formulas", "列出没有报的段落和理由", "list what was left out, and why"),
        Option(
            "--format",
            "报告的格式（默认 text）",
            "format of the report (default text)",
            "|".join(REPORTERS),
            tuple(REPORTERS),
            "-f",
        ),
        Option("--info", "“可看”的也逐条列出", "list the findings worth a look, too"),
        Option(
            "--fail-on",
            "有这一级或更重的以 1 退出（默认 error）",
            "exit with 1 on findings of this severity",
            "|".join(FAIL_ON),
            FAIL_ON,
        ),
        Option(
            "--engine",
            "用什么算（默认 duckdb）",
            "what runs the queries (default duckdb)",
            "duckdb|spark",
            ("duckdb", "spark"),
        ),
        Option("--master", "Spark 的 master（默认 local[*]）", "the Spark master (default local[*])", "URL"),
        Option(
            "--jobs",
            "用几个进程（默认 auto：有几个核用几个）",
            "how many processes (default auto)",
            "N|auto",
            short="-j",
        ),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint archive build 旧稿/ -o archive",
            "建库，或把变了的补上",
            "build it, or bring it up to date",
        ),
        Example(
            "speechlint archive check 讲话稿.docx --in archive",
            "新稿里哪些段落库里有",
            "what of a draft stands in it",
        ),
        Example(
            "speechlint archive pairs --in archive", "库里哪些稿子有相同的段落", "which drafts share passages"
        ),
        Example(
            "speechlint archive stats --in archive -o stats.html",
            "历年的问题、篇幅、套话",
            "faults, lengths, formulas by year",
        ),
    ),
)


def _build(paths: Sequence[str], given: Given) -> int:
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


def main(given: Given) -> int:
    """Do what the first word says: 2 where a path could not be read; ``check`` ends as the check of a draft does."""
    verb, *paths = given.words or ("",)
    if verb not in _VERBS:
        near = nearest(verb, _VERBS) or "build"
        raise UsageError(
            f"archive 后面写 build、check、pairs 或 stats：speechlint archive {near} …",
            f"say build, check, pairs or stats: speechlint archive {near} …",
        )
    return _VERBS[verb](paths, given)


_VERBS = {
    "build": _build,
    "check": archive_asking.check,
    "pairs": archive_asking.pairs_,
    "stats": archive_asking.stats,
}
