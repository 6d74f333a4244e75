"""Reading files that may be anything: no pipe is waited for, no device read, and no more than a size that makes sense."""

from __future__ import annotations

import os
import stat

from speechlint.errors import UnreadableError, reason
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.errors import SpeechlintError

DRAFT = 200_000_000  # bytes: no speech is as long, some endless file may be
WRITTEN = 10_000_000  # bytes that a config, a rule file, a file of judgements may have
_PIECE = 1_000_000
_OWN_PIPES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # what a shell makes of <(…)


def content(path: str, most: int = DRAFT) -> bytes:
    """The bytes of a regular file. Raises ``OSError``; ``UnreadableError`` for anything else and for more than ``most`` bytes."""
    try:
        status = os.stat(path)
        if not (stat.S_ISREG(status.st_mode) or _is_own_pipe(path, status)):
            raise _irregular(status)
        with open(path, "rb", opener=_opened) as file:
            return upto(file, most, status.st_size)
    except ValueError:  # a NUL in the name
        raise UnreadableError("路径里有空字符 0x00", "there is a NUL in the path") from None


def upto(file: object, most: int, size: int = 0) -> bytes:
    """All that a binary ``file`` of probably ``size`` bytes holds. Raises ``UnreadableError`` for more than ``most`` bytes."""
    read = file.read  # type: ignore[attr-defined]
    data: bytes = read(min(size, most) + 1)
    while len(data) <= most and (more := read(_PIECE)):
        data += more
    if len(data) <= most:
        return data
    limit = most // 1_000_000
    raise UnreadableError(f"太大了，超过 {limit} MB，没有读", f"too large: more than {limit} MB; not read")


def text(path: str, error: type[SpeechlintError]) -> str:
    """The text of a file that people write, in UTF-8. Raises ``error``, naming ``path`` and what is wrong."""
    try:
        data = content(path, WRITTEN).decode("utf-8-sig")
    except OSError as why:
        zh, en = reason(why)
        raise error(f"{path}: 读不了：{zh}", f"{path}: cannot be read: {en}") from None
    except UnicodeDecodeError:
        raise error(f"{path}: 应存为 UTF-8", f"{path}: must be UTF-8") from None
    return data.replace("\r\n", "\n").replace("\r", "\n") if "\r" in data else data


def _opened(path: str, flags: int) -> int:
    """A descriptor for a file that may have been changed for a pipe since it was looked at."""
    return os.open(path, flags | (0 if path.startswith(_OWN_PIPES) else getattr(os, "O_NONBLOCK", 0)))


def _is_own_pipe(path: str, status: os.stat_result) -> bool:
    return path.startswith(_OWN_PIPES) and (stat.S_ISFIFO(status.st_mode) or stat.S_ISSOCK(status.st_mode))


def _irregular(status: os.stat_result) -> OSError:
    if stat.S_ISDIR(status.st_mode):
        return UnreadableError("这是一个文件夹", "it is a folder")
    return UnreadableError(
        "不是普通文件（是管道、套接字或设备），没有读；要从管道读，写“-”再接上",
        "no regular file but a pipe, socket or device; not read; to read a pipe, give '-' and redirect it",
    )
