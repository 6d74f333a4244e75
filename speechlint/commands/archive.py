"""``speechlint archive``: what of a draft stands in an office's other drafts, and what these look like together."""

from __future__ import annotations

from speechlint.commands import About, Example, archive_asking, archive_building
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import FAIL_ON, READING
from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import REPORTERS

if TYPE_CHECKING:
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
    "build": archive_building.build_,
    "check": archive_asking.check,
    "pairs": archive_asking.pairs_,
    "stats": archive_asking.stats,
}
