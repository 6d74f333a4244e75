"""How to undo what was written into drafts: from the copies beside them, or from git where it holds the same."""

from __future__ import annotations

import os

from speechlint.document.outcome import listed
from speechlint.files import git
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 5  # drafts named in a command


class Changed(NamedTuple):
    """A draft that was written: its path, the copy of what it was ("" for none), and its bytes before."""

    path: str
    backup: str
    before: bytes


def told(changed: Sequence[Changed], lang: str) -> str:
    """One sentence: how to have the drafts as they were."""
    if all(one.backup for one in changed):
        names = listed([one.backup for one in changed], lang)
        return (
            f"to undo: rename the copies kept before: {names}"
            if lang == "en"
            else f"撤销：把改前留下的改回原名：{names}"
        )
    if all(map(_is_in_git, changed)):
        import shlex

        paths = [shlex.quote(one.path) for one in changed]
        names = " ".join(paths) if len(paths) <= _FEW else ("FILE…" if lang == "en" else "文件…")
        return f"to undo: git restore {names}" if lang == "en" else f"撤销：git restore {names}"
    return (
        "this cannot be undone, no copy was kept; --backup keeps one"
        if lang == "en"
        else "改前的稿子没有留，撤不回去；下次加 --backup 留一份"
    )


def _is_in_git(one: Changed) -> bool:
    """Whether git has staged or committed the draft exactly as it was."""
    folder, name = os.path.split(os.path.abspath(one.path))
    listed = git.asked(folder, "ls-files", "--stage", "-z", "--", f":(literal){name}")
    blob = listed.data.split()[1:2]
    return blob == [_blob(one.before, len(blob[0]))] if blob else False


def _blob(data: bytes, digits: int) -> bytes:
    """Git's name for these bytes, in a repository whose names have that many digits."""
    import hashlib

    kind = hashlib.sha256 if digits == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest().encode()
