"""``speechlint archive check`` and ``pairs``: an archive is asked."""

from __future__ import annotations

import os

from speechlint import reporters
from speechlint.archive.engines import needed
from speechlint.commands import wanted
from speechlint.errors import UsageError
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import archive_statistics as reporter
from speechlint.reporters import output
from speechlint.reporters.terminal import harmless
from speechlint.result import View, attempt, gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.archive.against import Asked
    from speechlint.archive.statistics import Statistics
    from speechlint.commands.arguments import Given
    from speechlint.project.plan import Project
    from speechlint.result import Checked, Run

_STATS = ("text", "json", "html", "svg")
RULE = "DUP010"
MOST = 10  # drafts


def check(paths: Sequence[str], given: Given) -> int:
    """Checks drafts against the archive; ends as the check of a draft does."""
    if not paths:
        raise UsageError("没有说查哪份稿子，如 speechlint archive check 新稿.txt --in 库", "no draft given")
    asked = _asked(given)
    run = wanted.run(given)
    project = run._replace(layer=run.layer._replace(select=(RULE,))).project()
    found = sources.find(paths, given.language)
    try:
        checked = [
            attempt(path, project.lang, lambda path=path: _against(path, asked, project, given))  # type: ignore[misc]
            for path in found.paths
        ]
    finally:
        asked.engine.close()
    done = gathered(checked, project.plan("").settings.as_of, found.errors, found.left_out)
    _report(done, given)
    return 2 if done.errors else int(any(one.fails for one in done.results))


def _against(path: str, asked: Asked, project: Project, given: Given) -> Checked:
    from speechlint.archive.against import against, left_out

    one = against(path, sources.content(path), asked, project, given.last("--encoding"))
    for line in left_out(one, asked, given.language) if given.flag("--formulas") else ():
        output.note(line)
    return one.checked


def _report(run: Run, given: Given) -> None:
    format = wanted.report_format(given)
    view = View(
        lang=given.language,
        info=given.flag("--info"),
        color=not given.last("--output-file") and output.wants_color("auto"),
        width=output.width(),
        wrap=output.wraps() and not given.last("--output-file"),
    )
    encoding = "utf-8" if given.last("--output-file") else output.encoding(format)
    _write(output.Pieces(reporters.load(format).lines(run, view), encoding, keep=False), given)


def pairs_(paths: Sequence[str], given: Given) -> int:
    """Tells all passages that two drafts of the archive share."""
    from speechlint.archive.shared import pairs
    from speechlint.reporters import shared_passages

    if paths:
        raise UsageError(
            "pairs 看整个库，后面不写文件；查一份用 check", "pairs takes no path; to check a draft, use check"
        )
    format = wanted.report_format(given)
    if format not in shared_passages.FORMATS:
        raise UsageError(
            f"pairs 没有 {format}；可用：text、jsonl、csv", f"pairs: no {format}; use text, jsonl or csv"
        )
    asked = _asked(given)
    try:
        found = pairs(asked, shared_passages.row, number(given, "--jobs"))
        lines = shared_passages.lines(found, format, given.language)
        _write_lines(lines, format, given)
    finally:
        asked.engine.close()
    return 0


def stats(paths: Sequence[str], given: Given) -> int:
    """Counts a whole archive; the name of the file says whether it is text, a page, a picture or data."""
    from speechlint.archive.statistics import statistics

    if paths:
        raise UsageError("stats 看整个库，后面不写文件", "stats takes no path")
    format = _picture(given)
    asked = _asked(given)
    try:
        found = statistics(asked)
    finally:
        asked.engine.close()
    lang = given.language
    if format == "png":
        _png(found, given, lang)
        return 0
    lines = {
        "text": lambda: reporter.text(found, lang),
        "json": lambda: iter([reporter.json(found)]),
        "html": lambda: reporter.html(found, lang),
        "svg": lambda: iter([reporter.svg(reporter.grids(found, lang), lang)]),
    }
    _write_lines(lines[format](), format, given)
    return 0


def _picture(given: Given) -> str:
    """The format asked for by ``--format``, else by the name of the file. Raises ``UsageError``."""
    suffix = os.path.splitext(given.last("--output-file") or "")[1].lower().lstrip(".")
    format = given.last("--format") or (suffix if suffix in (*_STATS, "png") else "text")
    if format not in (*_STATS, "png"):
        raise UsageError(
            f"stats 没有 {format}；可用：{'、'.join(_STATS)}", f"stats: no {format}; use {', '.join(_STATS)}"
        )
    if format == "png":
        needed("plot")
    return format


def _png(found: Statistics, given: Given, lang: str) -> None:
    from io import BytesIO

    picture = BytesIO()
    reporter.png(reporter.grids(found, lang), picture)
    _write([picture.getvalue()], given)


def _write_lines(lines: Iterator[str], format: str, given: Given) -> None:
    if format == "text":
        lines = map(harmless, lines)
    encoding = "utf-8" if given.last("--output-file") else output.encoding(format)
    _write(output.Pieces(lines, encoding, keep=False), given)


def _write(pieces: Iterable[bytes], given: Given) -> None:
    path = given.last("--output-file")
    if path is None:
        output.write_all(pieces)
        return
    from speechlint.document.outcome import is_report_data
    from speechlint.files import writing

    drafts = [word for word in given.words[1:] if not os.path.isdir(word)]
    writing.save(
        pieces, writing.cleared(path, drafts=drafts, force=given.flag("--force"), is_ours=is_report_data)
    )


def _asked(given: Given) -> Asked:
    """The archive that ``--in`` names, ready to be asked. Raises ``UsageError``."""
    from speechlint.archive import engines, store
    from speechlint.archive.against import Asked
    from speechlint.archive.shelf import Shelf

    folder = given.last("--in")
    if not folder:
        raise UsageError("请用 --in 写明库在哪里，如 --in 库", "say where the archive is, as in --in archive")
    name = given.last("--engine") or "duckdb"
    engines.needed(name)
    archive = store.opened(folder)
    if not archive.parts:
        raise UsageError(f"{folder} 里还没有稿子；先 archive build", f"{folder} is empty; run archive build")
    engine = engines.of(name, archive, master=given.last("--master") or "", jobs=number(given, "--jobs"))
    return Asked(
        archive, engine, Shelf(archive.settings, given.listed("--at")), number(given, "--most") or MOST
    )


def number(given: Given, name: str) -> int:
    """The number an option gives; 0 without. Raises ``UsageError``."""
    said = given.last(name) or "auto"
    if said == "auto":
        return 0
    if not (said.isascii() and said.isdigit() and 0 < len(said) < 10 and int(said)):
        raise UsageError(f"{name} 应是一个正整数，不是“{said}”", f"{name} wants a number, not '{said}'")
    return int(said)
