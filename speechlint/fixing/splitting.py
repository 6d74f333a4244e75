"""Several texts written to as many files: all of them or none, and over nothing unasked."""

from __future__ import annotations

import os

from speechlint.errors import UsageError
from speechlint.files.writing import save, write
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.files.writing import Cleared

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


def write_all(texts: Sequence[tuple[Cleared, str]]) -> None:
    """Write each text to its path. Raises ``UsageError`` where one cannot be written: then none is."""
    before = [_held(to) for to, _ in texts]
    done = 0
    try:
        for to, text in texts:
            save((_bytes(text),), to)
            done += 1
    except UsageError as why:
        for (to, text), data in list(zip(texts, before, strict=True))[:done]:
            _undo(to.path, data, _bytes(text))
        raise UsageError(f"{why}；一份也没有写", f"{why.told('en')}; none was written") from None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _held(to: Cleared) -> bytes | None:
    """The content of the file; None where there is none."""
    if to.stood is None:
        return None
    with open(to.path, "rb") as file:
        return file.read()


def _undo(path: str, data: bytes | None, written: bytes) -> None:
    if data is None:
        os.unlink(path)
    else:
        write(path, data, seen=written)
