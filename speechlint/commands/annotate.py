"""``speechlint annotate``: a copy of a Word file with a comment on the words of each finding."""

from __future__ import annotations

import os

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.document.outcome import told
from speechlint.errors import ReadError, UsageError, not_read
from speechlint.files import writing
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import is_word, word
from speechlint.reporters import output
from speechlint.reporters.annotation import remarks, safe_edits
from speechlint.reporters.terminal import visible
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "把问题写成 Word 批注：另存一份，批注就在那几个字上，原稿不动",
    "write the findings as comments into a copy of a Word file, at exactly the words",
    "speechlint annotate [OPTIONS] FILE",
    (
        Option(
            "--output-file",
            "写进这个文件（默认原稿旁边的 名字.校对.docx）",
            "the copy (default: beside the draft)",
            "FILE",
            short="-o",
        ),
        Option("--force", "要写的文件已经有了也盖掉", "replace a file that exists"),
        Option(
            "--track-changes",
            "稳妥的改法写成修订，可逐处接受或拒绝；其余的写成批注",
            "write the safe fixes as tracked changes, the rest as comments",
        ),
        Option(
            "--revision-date",
            "批注和修订的日期（默认现在）",
            "the date of comments and changes (default now)",
            "DATE",
        ),
        Option("--select", "只写这些规则", "only these rules", "RULES"),
        Option("--stage", "文稿到了哪一步", "how far the draft is", "STAGE"),
        Option("--info", "“可看”的也写", "the findings worth a look, too"),
        Option("--as-of", "过时与否按哪一天判断", "the day dated rules are judged at", "DATE"),
        Option("--quiet", "不要小结", "no summary", short="-q"),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example("speechlint annotate 讲话稿.docx", "写成 讲话稿.校对.docx", "a copy beside the draft"),
        Example(
            "speechlint annotate 讲话稿.docx --track-changes",
            "稳妥的写成修订",
            "safe fixes as tracked changes",
        ),
    ),
)


def main(given: Given) -> int:
    """Write the copy; the draft itself is not changed."""
    if len(given.words) != 1 or not is_word(given.words[0]):
        raise UsageError(
            "annotate 要一个 Word 文件，如 speechlint annotate 讲话稿.docx",
            "annotate takes one Word file (.docx)",
        )
    path = given.words[0]
    stem, suffix = os.path.splitext(path)
    project = wanted.project(given)
    to = wanted.cleared(given.last("--output-file") or f"{stem}.校对{suffix}", [path], project, given)
    try:
        data = sources.content(path)
        checked = check_draft(path, data, project)
        if checked.outcome:
            raise UsageError(told(checked.outcome, [path], "zh"), told(checked.outcome, [path], "en"))
        edits = safe_edits(checked, project) if given.flag("--track-changes") else ()
        comments = list(remarks(checked, edits, info=given.flag("--info"), lang=given.language))
        made = word.annotated(data, comments, edits, wanted.date(given))
    except (ReadError, OSError) as why:
        raise not_read(path, why) from None
    writing.save((made,), to)
    if not given.flag("--quiet"):
        _tell(to.path, len(comments), len(edits), word.restriction(data), given)
    return 0


def _tell(path: str, comments: int, changes: int, restriction: str, given: Given) -> None:
    name = visible(path)
    if given.language == "en":
        output.note(f"{comments} comment(s), {changes} tracked change(s) in {name}")
    else:
        revised = f"，修订 {changes} 处" if changes else ""
        output.note(f"批注 {comments} 处{revised}，写进 {name}")
    if restriction:
        en = f"the file is protected ({restriction}): who opens it may be unable to change it"
        zh = f"这份文件设了编辑限制（{restriction}），打开的人可能改不了；要改先在 Word 或 WPS 里取消“限制编辑”"
        output.note(en if given.language == "en" else zh)
