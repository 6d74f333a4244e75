"""``speechlint sheet``: the proof sheet of a draft, to be ticked and signed."""

from __future__ import annotations

import os

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.document.outcome import told
from speechlint.errors import ReadError, UsageError, not_read
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.sheet_file import content
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "校对单：一处一行，写明原文、建议、依据，留着打勾和签字；后附核对表",
    "the proof sheet of a draft: a row a finding to be ticked and signed, and what to verify",
    "speechlint sheet [OPTIONS] FILE -o SHEET",
    (
        Option(
            "--output-file",
            "写进这个文件，按扩展名定格式：.docx、.html、.csv",
            "the file to write; its name says the format: .docx, .html, .csv",
            "FILE",
            short="-o",
        ),
        Option(
            "--by",
            "按位置还是按类别排（默认 position）",
            "by position or by family (default position)",
            "position|family",
            ("position", "family"),
        ),
        Option("--force", "要写的文件已经有了也盖掉", "replace a file that exists"),
        Option("--select", "只列这些规则", "only these rules", "RULES"),
        Option("--ignore", "不用这些规则", "leave these rules out", "RULES"),
        Option("--stage", "文稿到了哪一步", "how far the draft is", "STAGE"),
        Option("--as-of", "过时与否按哪一天判断", "the day dated rules are judged at", "DATE"),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example("speechlint sheet 讲话稿.docx -o sheet.docx", "Word、WPS 打开打印", "to print from Word"),
        Example("speechlint sheet 讲话稿.txt -o sheet.html", "浏览器打开打印", "to print from a browser"),
    ),
)
_FORMATS = (".docx", ".html", ".csv")


def main(given: Given) -> int:
    """Write the sheet. Raises ``UsageError``, ``WriteError``."""
    if len(given.words) != 1:
        raise UsageError(
            "sheet 要一个文件，如 speechlint sheet 讲话稿.txt -o 校对单.html", "sheet takes one file"
        )
    path, to = given.words[0], given.last("--output-file") or ""
    format = os.path.splitext(to)[1].lower()
    if format not in _FORMATS:
        raise UsageError(
            "请用 -o 写明校对单写到哪里，扩展名是 .docx、.html 或 .csv",
            "-o wants a .docx, .html or .csv file",
        )
    project = wanted.project(given)
    leave = wanted.cleared(to, [path], project, given)
    try:
        checked = check_draft(path, sources.content(path), project, given.last("--encoding"))
    except (ReadError, OSError) as why:
        raise not_read(path, why) from None
    if checked.outcome:
        raise UsageError(told(checked.outcome, [path], "zh"), told(checked.outcome, [path], "en"))
    by_family = given.last("--by") == "family"
    made = content(checked, project, format, given.language, by_family=by_family)
    from speechlint.files import writing

    writing.save([made], leave)
    return 0
