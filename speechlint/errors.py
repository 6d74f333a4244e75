"""Errors outside a draft: each is caught in one place only, ``cli.main``."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_SHOWN = 200  # characters of an error's own words


class SpeechlintError(Exception):
    """A message for the user that says what to do; the run ends with status 2.

    ``en`` is the English twin of the message, where there is one.
    """

    def __init__(self, zh: str, en: str = "") -> None:
        super().__init__(zh)
        self.en = en

    def told(self, lang: str) -> str:
        return self.en if lang == "en" and self.en else str(self)

    def __reduce__(self) -> tuple[type[SpeechlintError], tuple[str, str]]:
        return type(self), (str(self), self.en)


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


BEFALLS_ALL = (SpeechlintError, ImportError)  # what one draft meets, all others meet too


class UnreadableError(OSError):
    """What is at a path is not read, though the system would let us."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh, self.en = zh, en


def bug(why: BaseException) -> tuple[str, str]:
    """The message for an error of the program itself: in Chinese and in English."""
    kind = f"{type(why).__name__}: {why}"[:_SHOWN]
    how = "SPEECHLINT_TRACEBACK=1"
    return (
        f"这是 speechlint 自己的错（{kind}）；请设 {how} 再运行一次，把显示的内容报告给我们（不要附文稿）",
        f"this is a fault of speechlint itself ({kind}); run again with {how} and report what it shows, without the draft",
    )


def trace(why: BaseException) -> None:
    """Where an error of the program came from, to standard error, for who asked for it."""
    import os
    import sys

    if os.environ.get("SPEECHLINT_TRACEBACK"):
        import traceback

        lines = "".join(traceback.format_exception(why)).split("\n")
        print("\n".join(line if line.isprintable() else ascii(line) for line in lines), file=sys.stderr)


def reason(why: OSError) -> tuple[str, str]:
    """Why the system refused, in words that help: in Chinese and in English."""
    if isinstance(why, UnreadableError):
        return why.zh, why.en
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


def told(why: SpeechlintError | OSError, lang: str) -> str:
    """Why something could not be done, in words that help."""
    return why.told(lang) if isinstance(why, SpeechlintError) else reason(why)[lang == "en"]


def not_read(path: str, why: ReadError | OSError) -> UsageError:
    """The error for a draft, the only one named, that cannot be read or written."""
    return UsageError(f"{path}：{told(why, 'zh')}", f"{path}: {told(why, 'en')}")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name a mistyped one was probably meant to be."""
    from difflib import get_close_matches

    names = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), names, 1)
    return names[near[0]] if near else None
