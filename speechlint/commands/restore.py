"""``speechlint restore``: a downloaded draft turned into one that can be worked on."""

from __future__ import annotations

import os

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.errors import ReadError, UsageError, not_read
from speechlint.files import writing
from speechlint.fixing.restoring import restored
from speechlint.fixing.splitting import names, write_all
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.reporters import output
from speechlint.reporters.restored import summary

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given
    from speechlint.files.writing import Cleared
    from speechlint.fixing.restoring import Restoring
    from speechlint.project.plan import Project

ABOUT = About(
    "还原网上下载的稿子：拼音注音、乱码、繁体、断行、网站的字",
    "restore a downloaded draft: glosses, broken characters, traditional script, wraps, site text",
    "speechlint restore [OPTIONS] FILE",
    (
        Option(
            "--output-file",
            "写进文件（默认标准输出）",
            "write to a file (default standard output)",
            "FILE",
            short="-o",
        ),
        Option(
            "--split",
            "一篇写一份，编号、按题目取名，放在 -o 的文件夹里（默认原稿旁边）",
            "write each speech to its own file, numbered and named by its title, in the folder of -o (default beside the draft)",
        ),
        Option("--force", "要写的文件已经有了也盖掉", "replace a file that exists"),
        Option("--quiet", "不要小结", "no summary", short="-q"),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint restore 旧稿.txt -o 讲话稿.txt",
            "还原成另一份；拿不准的字标【？】",
            "uncertain readings are marked",
        ),
        Example(
            "speechlint restore 旧稿.txt --split", "几篇连在一起的，一篇写一份", "one file for each speech"
        ),
        Example("speechlint restore - < 旧稿.txt", "从标准输入读", "read standard input"),
    ),
)


def main(given: Given) -> int:
    """Write the text out, and a summary to standard error; the draft itself is not changed."""
    if len(given.words) != 1:
        raise UsageError(
            "restore 要一个文件，如 speechlint restore 旧稿.txt -o 讲话稿.txt", "restore takes one file"
        )
    path = given.words[0]
    project = wanted.project(given)
    out = given.last("--output-file")
    to = (
        wanted.cleared(out, [path], project, given) if out is not None and not given.flag("--split") else None
    )
    try:
        doc = read(path, sources.content(path), given.last("--encoding"))
        made = restored(doc, project)
    except (ReadError, OSError) as why:
        raise not_read(path, why) from None
    if given.flag("--split"):
        written = _split(made, project, given)
    else:
        written = []
        _write(made.text, to)
    if not given.flag("--quiet"):
        for line in summary(made, written, given.lang or "zh"):
            output.note(line)
    return 0


def _split(made: Restoring, project: Project, given: Given) -> list[str]:
    """Writes each speech to its own file; which they are."""
    draft = given.words[0]
    folder = given.last("--output-file") or os.path.dirname(draft)
    paths = names("讲话稿.txt" if draft == "-" else draft, folder, [one.title for one in made.speeches])
    texts = [made.text[slice(*one.span)].rstrip("\n") + "\n" for one in made.speeches]
    clear = [wanted.cleared(path, [draft], project, given) for path in paths]
    write_all(list(zip(clear, texts, strict=True)))
    return paths


def _write(text: str, to: Cleared | None) -> None:
    data = text.encode("utf-8", "replace")
    if to:
        writing.save((data,), to)
        return
    output.pour(text, data)
