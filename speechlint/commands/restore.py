"""``speechlint restore``: a downloaded draft turned into one that can be worked on."""

from __future__ import annotations

import os

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.document.layout import body_of
from speechlint.errors import ReadError, UsageError, WriteError, not_read
from speechlint.files import writing
from speechlint.fixing.restoring import restored
from speechlint.fixing.splitting import names, write_all
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import is_word, of, read
from speechlint.readers.written import between
from speechlint.reporters import output
from speechlint.reporters.restored import summary

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given
    from speechlint.document import Document
    from speechlint.files.writing import Cleared
    from speechlint.finding import Edit
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
    project = wanted.project(given, baselines=False)  # old debts are what is to be mended
    out = given.last("--output-file")
    to = (
        wanted.cleared(out, [path], project, given) if out is not None and not given.flag("--split") else None
    )
    try:
        data = sources.content(path)
        doc = read(path, data, given.last("--encoding"))
        made = restored(doc, project)
        whole = _in_word(data, doc, made.text) if to and is_word(to.path) else None
    except (ReadError, OSError) as why:
        raise not_read(path, why) from None
    if given.flag("--split"):
        written = _split(made, project, given)
    else:
        written = []
        _write(made.text, to, whole)
    if not given.flag("--quiet"):
        for line in summary(made, written, given.language):
            output.note(line)
    return 0


def _split(made: Restoring, project: Project, given: Given) -> list[str]:
    """Writes each speech to its own file; which they are."""
    draft = given.words[0]
    folder = given.last("--output-file") or os.path.dirname(draft)
    paths = names(_plain(draft), folder, [one.title for one in made.speeches])
    texts = [made.text[slice(*one.span)].rstrip("\n") + "\n" for one in made.speeches]
    clear = [wanted.cleared(path, [draft], project, given) for path in paths]
    write_all(list(zip(clear, texts, strict=True)))
    return paths


def _plain(draft: str) -> str:
    """The name of a draft as text: the parts of a Word file are written as such."""
    if draft == "-":
        return "讲话稿.txt"
    return os.path.splitext(draft)[0] + ".txt" if is_word(draft) else draft


def _in_word(data: bytes, doc: Document, text: str) -> bytes:
    """The Word file with its text restored. Raises ``WriteError`` where the draft is none."""
    if not is_word(doc.path):
        raise WriteError(
            "只有 Word 文件能还原成 Word 文件；-o 请写 .txt",
            "only a Word file is restored to one; let -o be .txt",
        )
    edits = between(body_of(doc.source), text)
    return of(doc.path).edited(data, doc.encoding, [one for one in edits if _is_text(doc, one)])


def _is_text(doc: Document, edit: Edit) -> bool:
    """Whether an edit leaves alone the numbers that are not in the file."""
    return doc.layout is None or not doc.layout.is_virtual(edit.span)


def _write(text: str, to: Cleared | None, whole: bytes | None) -> None:
    data = text.encode("utf-8", "replace") if whole is None else whole
    if to:
        writing.save((data,), to)
        return
    output.pour(text, data)
