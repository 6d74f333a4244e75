"""``speechlint clean``: remove what earlier runs kept to be faster."""

from __future__ import annotations

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG
from speechlint.commands.options import OPTIONS
from speechlint.quick import cache
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import harmless

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "清除缓存（下一次运行会重建）",
    "remove the cache (the next run makes it anew)",
    "speechlint clean [--cache-dir FOLDER]",
    (*(option for option in OPTIONS if option.name == "--cache-dir"), LANG, HELP),
    (Example("speechlint clean", "清除缓存", "remove the cache"),),
)


def main(given: Given) -> int:
    if given.last("--cache-dir"):
        cache.move(given.last("--cache-dir") or "")
    removed = cache.clear(cache.folder())
    if given.language == "en":
        output.write(f"{removed} files removed from {harmless(cache.folder())}")
    else:
        output.write(f"从 {harmless(cache.folder())} 清除了 {removed} 个文件")
    return 0
