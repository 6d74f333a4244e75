"""``speechlint restore``: a downloaded draft turned into one that can be worked on."""

from __future__ import annotations

import sys

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.errors import ReadError, UsageError, reason
from speechlint.files import writing
from speechlint.fixing.restoring import restored
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.reporters import output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.commands.arguments import Given
    from speechlint.files.writing import Cleared
    from speechlint.fixing.restoring import Restoring

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
        Option("--force", "-o 的文件已经有了也盖掉", "let -o replace a file that exists"),
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
        Example("speechlint restore - < 旧稿.txt", "从标准输入读", "read standard input"),
    ),
)
_KINDS = {
    "gloss": ("拼音注音", "pinyin glosses"),
    "byte-shift": ("错位的字节", "shifted bytes"),
    "traditional": ("繁体字", "traditional characters"),
    "mixed-script": ("夹杂的繁体字", "stray traditional characters"),
    "space": ("句中的空格", "spaces in sentences"),
    "wrap": ("句中的断行", "breaks in sentences"),
    "lost-break": ("该分行的空格", "lost paragraph breaks"),
    "nbsp-indent": ("网页空格的缩进", "indents of web spaces"),
    "stray-ascii": ("残留的符号", "stray marks"),
    "site": ("网站的字", "site text"),
}
_MOST = 20


def main(given: Given) -> int:
    """Write the text out, and a summary to standard error; the draft itself is not changed."""
    if len(given.words) != 1:
        raise UsageError(
            "restore 要一个文件，如 speechlint restore 旧稿.txt -o 讲话稿.txt", "restore takes one file"
        )
    path = given.words[0]
    project = wanted.project(given)
    out = given.last("--output-file")
    to = wanted.cleared(out, [path], project, given) if out is not None else None
    try:
        doc = read(path, sources.content(path), given.last("--encoding"))
        made = restored(doc, project)
    except (ReadError, OSError) as why:
        zh, en = (str(why), why.en) if isinstance(why, ReadError) else reason(why)
        raise UsageError(f"{path}：{zh}", f"{path}: {en}") from None
    _write(made.text, to)
    if not given.flag("--quiet"):
        for line in _summary(made, given.lang or "zh"):
            output.note(line)
    return 0


def _write(text: str, to: Cleared | None) -> None:
    data = text.encode("utf-8", "replace")
    if to:
        writing.save((data,), to)
        return
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _summary(made: Restoring, lang: str) -> Iterator[str]:
    at = 1 if lang == "en" else 0
    told = [f"{_KINDS.get(kind, (kind, kind))[at]} {count}" for kind, count in made.counts.items()]
    nothing = "nothing to restore" if at else "没有要还原的"
    yield (
        (("restored: " if at else "还原了：") + ("、".join(told) if not at else ", ".join(told)))
        if told
        else nothing
    )
    for place, candidates in made.doubts[:_MOST]:
        among = " / ".join(candidates)
        yield f"{place.line}:{place.column} " + (f"uncertain: {among}" if at else f"拿不准：{among}")
    if len(made.doubts) > _MOST:
        yield (
            f"… {len(made.doubts) - _MOST} more 【？】"
            if at
            else f"……还有 {len(made.doubts) - _MOST} 处【？】"
        )
