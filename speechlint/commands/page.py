"""``speechlint page``: the whole linter as one HTML file, which needs nothing and sends nothing."""

from __future__ import annotations

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "写成一个网页文件：双击打开就能查，什么也不必装，稿子不离开这一页",
    "write the whole linter as one HTML file: opened by a double click, it needs nothing and sends nothing",
    "speechlint page -o FILE",
    (
        Option("--output-file", "写进这个文件", "the file to write", "FILE", short="-o"),
        Option("--force", "要写的文件已经有了也盖掉", "replace a file that exists"),
        LANG,
        HELP,
    ),
    (Example("speechlint page -o page.html", "写好就能带走", "to take along"),),
)


def main(given: Given) -> int:
    """Write the file. Raises ``UsageError`` where the parts of the page are not there."""
    to = given.last("--output-file")
    if to is None or given.words:
        raise UsageError(
            "请用 -o 写明写到哪里，如 speechlint page -o 检查讲话稿.html", "-o says where to write the page"
        )
    from speechlint.commands import page_file
    from speechlint.files import writing

    leave = writing.cleared(to, drafts=(), force=given.flag("--force"), is_ours=page_file.is_ours)
    made = page_file.whole()
    writing.save((made,), leave)
    size = f"{len(made) / 1_000_000:.1f} MB"
    output.note(f"{size} in {visible(to)}" if given.lang == "en" else f"写好了 {visible(to)}（{size}）")
    return 0
