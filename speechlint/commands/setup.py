"""``speechlint setup``: what to write where, for an editor to check drafts as they are written."""

from __future__ import annotations

import os

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG
from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.rulebook.packs import PACKAGE

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "给出一种编辑器的设置：写什么、写在哪里",
    "print the settings for an editor: what to write, and where",
    "speechlint setup EDITOR",
    (LANG, HELP),
    (Example("speechlint setup nvim", "Neovim 的", "for Neovim"),),
)
# What a comment begins with, by suffix; each stands in Chinese, then in English.
_MARKS = {".lua": "--", ".json": "//", ".el": ";;", ".vim": '"'}


def main(given: Given) -> int:
    files = _files()
    if len(given.words) != 1 or given.words[0].lower() not in files:
        near = nearest(given.words[0], files) if given.words else None
        names = "、".join(files)
        raise UsageError(
            f"setup 后面写一种编辑器：{names}" + (f"；是不是 {near}？" if near else ""),
            f"setup takes one editor: {', '.join(files)}" + (f"; did you mean {near}?" if near else ""),
        )
    path = files[given.words[0].lower()]
    with open(path, encoding="utf-8") as file:
        lines = file.read().removesuffix("\n").split("\n")
    mark = _MARKS.get(os.path.splitext(path)[1], "#")
    told = [line for line in lines if not line.lstrip().startswith(mark) or _language(line) == given.language]
    output.write("\n".join(told))
    return 0


def _language(comment: str) -> str:
    return "zh" if any("\u4e00" <= char <= "\u9fff" for char in comment) else "en"


def _files() -> dict[str, str]:
    """The settings by the name of the editor: inside the installed package, or beside it in a checkout."""
    inside = os.path.join(PACKAGE, "editors")
    folder = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(PACKAGE), "editors")
    names = sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name)))
    return {os.path.splitext(name)[0]: os.path.join(folder, name) for name in names}
