"""Several texts written to as many files: all of them or none, and over nothing unasked."""

from __future__ import annotations

import os

from speechlint.errors import ReadError, UsageError, reason
from speechlint.fixing.fix import write
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_STEM, _TITLE = 36, 40  # characters; a file name has at most 255 bytes
_JOINTS = "-—·_ \u3000"


def names(path: str, folder: str, titles: Sequence[str]) -> list[str]:
    """A new file for each title: the name of ``path``, a number, and of the title what any system takes."""
    stem, suffix = os.path.splitext(os.path.basename(path))
    digits = max(2, len(str(len(titles))))
    found = []
    for number, title in enumerate(titles, 1):
        parts = (stem[:_STEM], f"{number:0{digits}}", _safe(title)[:_TITLE].rstrip(_JOINTS))
        found.append(os.path.join(folder, "-".join(filter(None, parts)) + suffix))
    return found


def _safe(words: str) -> str:
    """Letters, figures and joints; the rest may mean something to a shell, a system or a terminal."""
    kept = "".join(char if char.isalnum() or char in _JOINTS else " " for char in words)
    return "".join(kept.split()).strip(_JOINTS)


def write_all(texts: Mapping[str, str], *, draft: str, force: bool) -> None:
    """Write each text to its path. Raises ``UsageError`` where one cannot be written: then none is."""
    before = {path: _before(path, draft, force=force) for path in texts}
    done: list[str] = []
    try:
        for path, text in texts.items():
            write(path, text.encode("utf-8", "replace"), seen=before[path])
            done.append(path)
    except (ReadError, OSError) as why:
        _undo(done, before, texts)
        zh, en = (str(why), why.en) if isinstance(why, ReadError) else reason(why)
        raise UsageError(f"{path}：{zh}；一份也没有写", f"{path}: {en}; none was written") from None


def _before(path: str, draft: str, *, force: bool) -> bytes | None:
    """What the file holds; None where there is none."""
    if not os.path.lexists(path):
        return None
    if os.path.exists(path) and os.path.exists(draft) and os.path.samefile(path, draft):
        raise UsageError(f"{path} 是原稿，没有写入", f"{path} is the draft itself; nothing was written")
    if not force:
        raise UsageError(
            f"{path} 已经有了，一份也没有写；用 -o 换个文件夹，或用 --force 盖掉",
            f"{path} exists; none was written; give another folder with -o, or --force to replace it",
        )
    return sources.content(path) if os.path.isfile(path) else b""


def _undo(done: Sequence[str], before: Mapping[str, bytes | None], texts: Mapping[str, str]) -> None:
    for path in done:
        data = before[path]
        if data is None:
            os.unlink(path)
        else:
            write(path, data, seen=texts[path].encode("utf-8", "replace"))
