"""The one way of writing a file that people have named: never over what must stay, whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress

from speechlint.errors import UsageError, WriteError, reason
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CONFIG_FILES = (".speechlint.yaml", "pyproject.toml", ".speechlint-ignore.yaml", ".speechlint-baseline.yaml")
_HEAD = 4_000  # bytes of a file in which it says who wrote it
_PART = regex.later(r"\.speechlint-[0-9a-f]+\.tmp")
_OLD = 3600  # seconds after which nobody writes a file any more
_BACKUPS = 1000


class Cleared(NamedTuple):
    """A path that may be written, and what stood there when that was decided; None for nothing."""

    path: str
    stood: tuple[int, ...] | None


def cleared(
    path: str,
    *,
    drafts: Iterable[str],
    own: Iterable[str] = (),
    force: bool = False,
    is_ours: Callable[[bytes], bool] | None = None,
    seen: Iterable[str] = (),
) -> Cleared:
    """The leave to write ``path``; by the file's identity, whatever its name or the links to it.

    Never over ``drafts`` that were named or ``own`` files of the project (configs, rules, notes); over
    what ``is_ours`` by its first bytes, and over an empty file, always; never over other drafts
    ``seen`` on the way; over anything else with ``force`` alone. Raises ``UsageError``.
    """
    refuse(path, drafts, own)
    if os.path.isdir(path):
        raise UsageError(f"{path} 是文件夹，没有写入", f"{path} is a folder; nothing was written")
    if os.path.isfile(path) and not _may_go(path, is_ours):
        refuse_draft(path, seen)
        if not force:
            raise _exists(path)
    elif os.path.islink(path) and not os.path.exists(path) and not force:
        raise _exists(path)
    return Cleared(path, _stood(path))


def refuse(path: str, drafts: Iterable[str], own: Iterable[str], *, kept_in: str = "") -> None:
    """Raises ``UsageError`` where ``path`` is a draft or a file of the project, but for the one ``kept_in``."""
    refuse_draft(path, drafts)
    name = os.path.basename(os.path.realpath(path))
    if (name in CONFIG_FILES and name != kept_in) or any(_is_same(path, one) for one in own):
        raise UsageError(
            f"{path} 是 speechlint 自己要读的（配置、规则、基线或忽略），没有写入；换个名字",
            f"{path} is a file that speechlint reads (config, rule, baseline or ignore file); give another name",
        )


def refuse_draft(path: str, drafts: Iterable[str]) -> None:
    """Raises ``UsageError`` where ``path`` is one of the drafts."""
    if any(_is_same(path, draft) for draft in drafts):
        raise UsageError(
            f"{path} 是原稿，要留着，没有写入；换个名字",
            f"{path} is a draft, which is to be kept; nothing was written; give another name",
        )


def _exists(path: str) -> UsageError:
    return UsageError(
        f"{path} 已经有了，没有写入；换个名字，或用 --force 盖掉",
        f"{path} exists; nothing was written; give another name, or --force to replace it",
    )


def _is_same(path: str, other: str) -> bool:
    """Whether two paths are one file, or would be if there were one."""
    with suppress(OSError):
        return os.path.samefile(path, other)
    return os.path.realpath(path) == os.path.realpath(other)


def _may_go(path: str, is_ours: Callable[[bytes], bool] | None) -> bool:
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return not head or (is_ours is not None and is_ours(head))


def _stood(path: str) -> tuple[int, ...] | None:
    try:
        there = os.stat(path)
    except OSError:
        return None
    return there.st_dev, there.st_ino, there.st_size, there.st_mtime_ns


def save(pieces: Iterable[bytes], to: Cleared) -> None:
    """Write the pieces to a path that was cleared. Raises ``UsageError`` where that cannot be done.

    A pipe or a device is written as it is.
    """
    path = to.path
    try:
        if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
            _write_stream(path, pieces)
            return
        target = os.path.realpath(path)
        like = os.stat(target) if to.stood else None
        _put(target, pieces, like, lambda: _check_same(to))
    except WriteError as why:
        raise UsageError(f"{path}：{why}", f"{path}: {why.told('en')}") from None
    except OSError as why:
        zh, en = reason(why)
        raise UsageError(f"{path}：没有写入：{zh}", f"{path}: not written: {en}") from None


def _write_stream(path: str, pieces: Iterable[bytes]) -> None:
    """To a pipe or a device, opened without waiting: a named pipe that nobody reads is an error, no hang."""
    number = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(number, "wb") as stream:
        if os.name != "nt":
            os.set_blocking(number, True)
        for piece in pieces:
            stream.write(piece)


def _check_same(to: Cleared) -> None:
    if _stood(to.path) != to.stood:
        raise _changed()
    if to.stood:
        _check_writable(to.path)


def _changed() -> WriteError:
    return WriteError(
        "文件在检查期间被改动，没有写入；请重新运行",
        "the file was changed meanwhile; nothing was written; run again",
    )


def write(path: str, data: bytes, *, seen: bytes | None) -> None:
    """Replace a file's bytes at once or not at all, its mode and owner kept, links followed.

    ``seen`` is what was read: where the file holds something else by now, nothing is written. None
    is for a new file.
    Raises ``WriteError`` with what to do.
    """
    target = os.path.realpath(path)
    try:
        if seen is not None:
            _check_unchanged(target, seen)
        _put(target, (data,), None if seen is None else os.stat(target), lambda: None)
    except OSError as why:
        zh, en = reason(why)
        raise WriteError(f"没有写入：{zh}", f"not written: {en}") from None


def back_up(path: str, data: bytes) -> str:
    """Keep ``data``, the bytes of the file at ``path``, beside it as ``.bak``; the path of that file.

    Where an earlier one holds something else it is ``.bak2``, and so on. Raises ``WriteError``.
    """
    target = os.path.realpath(path)
    for number in range(1, _BACKUPS):
        backup = f"{target}.bak{number if number > 1 else ''}"
        if _holds(backup, data):
            return _beside(path, backup)
        if not os.path.lexists(backup):
            _put(backup, (data,), os.stat(target), lambda: None, new=True)
            return _beside(path, backup)
    raise WriteError("旁边的 .bak 太多了，没有改动", "there are too many .bak files; nothing was changed")


def _beside(path: str, backup: str) -> str:
    """The backup as people would name it who call the draft ``path``."""
    return backup if os.path.islink(path) else os.path.join(os.path.dirname(path), os.path.basename(backup))


def _holds(path: str, data: bytes) -> bool:
    if not os.path.isfile(path) or os.path.getsize(path) != len(data):
        return False
    with open(path, "rb") as file:
        return file.read() == data


def _put(
    target: str,
    pieces: Iterable[bytes],
    like: os.stat_result | None,
    check: Callable[[], None],
    *,
    new: bool = False,
) -> None:
    """Write a file aside and put it in place, where ``check`` raises nothing at the last moment."""
    part = os.path.join(os.path.dirname(target), f".speechlint-{os.urandom(8).hex()}.tmp")
    try:
        _write_whole(part, pieces, like=like)
        check()
        _place(part, target, new=new or like is None)
        _tidy(os.path.dirname(target))
    except OSError as why:
        zh, en = _refused(why, part)
        kept = ("", "") if like is None else ("，原文件没有改动", ", the file is as it was")
        raise WriteError(f"没有写入{kept[0]}：{zh}", f"not written{kept[1]}: {en}") from None
    finally:
        if os.path.lexists(part):
            os.unlink(part)


def _place(part: str, target: str, *, new: bool) -> None:
    """Give the file its name; a ``new`` one takes nobody's."""
    if new:
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except (OSError, AttributeError):  # a file system without hard links
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, "") from None
        else:
            return
    os.replace(part, target)


def _tidy(folder: str) -> None:
    """Takes away what a run that was killed has left in ``folder``."""
    with suppress(OSError):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if _PART.fullmatch(name) and os.stat(path).st_mtime < time.time() - _OLD:
                os.unlink(path)


def _refused(why: OSError, part: str) -> tuple[str, str]:
    """Why a file could not be written, and what to do."""
    zh, en = reason(why)
    if why.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{zh}；腾出地方再运行一次", f"{en}; make room and run again"
    if why.errno == errno.EEXIST:
        return "这时已经有了这个文件；再运行一次", "there is such a file by now; run again"
    if os.path.exists(part):  # written, but not put in place: Windows, where somebody has it open
        return (
            f"{zh}；文件若在别的软件里开着，关掉再运行一次",
            f"{en}; close the file elsewhere and run again",
        )
    if why.errno == errno.ENOENT:
        return "没有这个文件夹；先建好", "there is no such folder; make it first"
    if why.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"所在的文件夹里不能新建文件（{zh}）；换到能写的文件夹里再来",
            f"no file can be made in its folder ({en}); take a folder where you may write",
        )
    return zh, en


def _check_unchanged(target: str, seen: bytes) -> None:
    if not os.path.isfile(target):
        raise WriteError("不是普通文件，没有写入", "no regular file; nothing was written")
    with open(target, "rb") as file:
        if file.read() != seen:
            raise _changed()
    _check_writable(target)


def _check_writable(target: str) -> None:
    # the mode is looked at too, since a superuser may write everywhere
    if not os.stat(target).st_mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError(
            "文件是只读的，没有写入；请先去掉只读属性", "the file is read-only; nothing was written"
        )


def _write_whole(part: str, pieces: Iterable[bytes], *, like: os.stat_result | None) -> None:
    """A new file, through no link, with the mode and, where the system lets us, the owner of another.

    Until it is whole nobody else may read more of it than of that other.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for extra in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, extra, 0)
    with open(os.open(part, flags, 0o666 if like is None else 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if like is None:
        return
    with suppress(OSError, AttributeError):  # Windows knows no owner
        os.chown(part, like.st_uid, like.st_gid)
    os.chmod(part, like.st_mode & 0o7777)
