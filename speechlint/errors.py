"""What can go wrong outside a draft: each is caught in one place only, ``cli.main``."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class SpeechlintError(Exception):
    """A message for the user that says what to do; the run ends with status 2.

    ``en`` is the English twin of the message, where there is one.
    """

    def __init__(self, zh: str, en: str = "") -> None:
        super().__init__(zh)
        self.en = en

    def told(self, lang: str) -> str:
        return self.en if lang == "en" and self.en else str(self)


class UsageError(SpeechlintError):
    """An option, a code or a value on the command line is wrong."""


class ConfigError(SpeechlintError):
    """A configuration or suppression file is wrong."""


class RuleError(SpeechlintError):
    """A rule file is wrong: ``path:line: what``."""


class ReadError(SpeechlintError):
    """One path cannot be read as a draft; other paths still run."""


class WriteError(ReadError):
    """One draft is not written: it is as it was; other paths still run."""


def reason(why: OSError) -> tuple[str, str]:
    """Why the system refused, in words that help: in Chinese and in English."""
    import errno

    told = {
        errno.ENOENT: ("没有这个文件或文件夹", "no such file or folder"),
        errno.EACCES: ("没有权限", "no permission"),
        errno.EPERM: ("没有权限", "no permission"),
        errno.ELOOP: ("符号链接绕成了环", "the symbolic links form a loop"),
        errno.ENAMETOOLONG: ("文件名太长", "the file name is too long"),
        errno.EISDIR: ("这是一个文件夹", "it is a folder"),
        errno.ENOTDIR: ("路径里有一段不是文件夹", "a part of the path is no folder"),
        errno.ENOSPC: ("磁盘满了", "the disk is full"),
        errno.EDQUOT: ("磁盘配额满了", "the disk quota is used up"),
        errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    }
    return told.get(why.errno or 0, (str(why.strerror or why), str(why.strerror or why)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name a mistyped one was probably meant to be."""
    from difflib import get_close_matches

    names = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), names, 1)
    return names[near[0]] if near else None
