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


def main(given: Given) -> int:
    files = _files()
    if len(given.words) != 1 or given.words[0].lower() not in files:
        near = nearest(given.words[0], files) if given.words else None
        names = "、".join(files)
        raise UsageError(
            f"setup 后面写一种编辑器：{names}" + (f"；是不是 {near}？" if near else ""),
            f"setup takes one editor: {', '.join(files)}" + (f"; did you mean {near}?" if near else ""),
        )
    with open(files[given.words[0].lower()], encoding="utf-8") as file:
        output.write(file.read().removesuffix("\n"))
    return 0


def _files() -> dict[str, str]:
    """The settings by the name of the editor: inside the installed package, or beside it in a checkout."""
    inside = os.path.join(PACKAGE, "editors")
    folder = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(PACKAGE), "editors")
    names = sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name)))
    return {os.path.splitext(name)[0]: os.path.join(folder, name) for name in names}
