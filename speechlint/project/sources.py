"""Which files are drafts: what was named, and in folders what looks like one."""

from __future__ import annotations

import os
import sys

from speechlint.document.outcome import FORMAT, SPECIAL, listed
from speechlint.errors import reason
from speechlint.files import reading
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import READERS, reads
from speechlint.result import LeftOut, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STDIN = "-"
# Documents that no reader reads yet; that a folder has them must not go unsaid.
_DOCUMENTS = frozenset(
    (
        ".docx",
        ".docm",
        ".doc",
        ".dotx",
        ".dot",
        ".wps",
        ".wpt",
        ".pdf",
        ".ofd",
        ".odt",
        ".ott",
        ".rtf",
        ".pages",
    )
) - frozenset(READERS)
_LOCK = "~$"  # what Word leaves beside a document that is open


class Found(NamedTuple):
    """The drafts in a fixed order, the paths that cannot be read, and remarks on what was passed over.

    ``left_out`` are documents beside drafts that no reader reads.
    """

    paths: tuple[str, ...]
    errors: tuple[Trouble, ...]
    notes: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()


def find(paths: Iterable[str], lang: str = "zh") -> Found:
    """Files as they are named; of folders the drafts in them, hidden and git-ignored ones left out."""
    found: dict[str, str] = {}
    errors: list[Trouble] = []
    notes: list[str] = []
    unread: dict[str, LeftOut] = {}
    for path in paths:
        inside = [path]
        if path != STDIN and os.path.isdir(path):
            walk = _Walk(lang)
            walked = walk.files(path)
            seen = _not_ignored(walked)
            read = {suffix: reads(suffix) for suffix in set(map(_suffix, seen))}
            inside = [one for one in seen if read[_suffix(one)]]
            others = [one for one in seen if not read[_suffix(one)]]
            errors += walk.errors
            notes += walk.notes
            unread.update((os.path.abspath(one), LeftOut(one, SPECIAL)) for one in sorted(walk.special))
            if inside:
                unread.update((os.path.abspath(one), LeftOut(one, FORMAT)) for one in others)
            elif not walk.errors:
                errors.append(Trouble(path, _nothing_in(others, bool(walked), lang)))
        for one in inside:
            found.setdefault(one if one == STDIN else os.path.abspath(one), one)
    return Found(tuple(found.values()), tuple(errors), tuple(notes), tuple(unread.values()))


def content(path: str) -> bytes:
    """The bytes of a draft; ``-`` is standard input. Raises ``OSError``, also for what no draft can be."""
    if path == STDIN:
        return reading.upto(sys.stdin.buffer, reading.DRAFT)
    return reading.content(path)


def trouble(path: str, why: OSError, lang: str) -> Trouble:
    """A path that the system does not let us read."""
    zh, en = reason(why)
    return Trouble(path, en if lang == "en" else zh)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _nothing_in(others: Sequence[str], ignored: bool, lang: str) -> str:
    """Why there is nothing to check in a folder: none but ``others``, which are not read, or git ignores it."""
    kinds = " ".join(READERS)
    if others:
        names = listed(others, lang)
        return (
            f"no draft in this folder ({kinds}) but what is not read yet: {names}; save it as .docx or .txt"
            if lang == "en"
            else f"文件夹里没有能读的文稿（{kinds}），只有还读不了的格式：{names}；请在原软件里另存为 .docx 或 .txt"
        )
    if ignored:
        return (
            "git ignores every draft in this folder; name the files to have them checked"
            if lang == "en"
            else "文件夹里的文稿 git 都忽略了；要查就写明文件名"
        )
    return f"no drafts in this folder ({kinds})" if lang == "en" else f"文件夹里没有文稿（{kinds}）"


class _Walk:
    """The drafts under a folder, each folder once; what a symbolic link leads to comes second."""

    def __init__(self, lang: str) -> None:
        self.errors: list[Trouble] = []
        self.notes: list[str] = []
        self.special: list[str] = []
        self._lang = lang
        self._seen: set[tuple[int, int]] = set()

    def files(self, folder: str) -> list[tuple[str, str | None]]:
        """The drafts by name, each with the top of the git work tree that may ignore it; None below a link."""
        found: list[tuple[str, str | None]] = []
        folders: list[tuple[str, str | None]] = [(folder, folder)]
        links: list[tuple[str, str | None]] = []
        while folders or links:
            path, tree = folders.pop() if folders else links.pop()
            for file, child in self._children(path) if self._is_new(path) else ():
                if not file.is_dir():
                    found.append((child, tree))
                elif file.is_symlink():
                    links.append((child, None))
                else:
                    own = tree and os.path.lexists(os.path.join(child, ".git"))
                    folders.append((child, child if own else tree))
        return sorted(found, key=lambda one: one[0].split(os.sep))

    def _is_new(self, folder: str) -> bool:
        try:
            status = os.stat(folder)
        except OSError as why:
            self.errors.append(trouble(folder, why, self._lang))
            return False
        new = (status.st_dev, status.st_ino) not in self._seen
        self._seen.add((status.st_dev, status.st_ino))
        if not new:
            zh = f"{folder}：符号链接指回已查过的文件夹，不再进去"
            en = f"{folder}: the symbolic link leads to a folder already seen; not entered again"
            self.notes.append(en if self._lang == "en" else zh)
        return new

    def _children(self, folder: str) -> Iterator[tuple[os.DirEntry[str], str]]:
        try:
            files = list(os.scandir(folder))
        except OSError as why:
            self.errors.append(trouble(folder, why, self._lang))
            return
        for file in files:
            suffix = _suffix(file.name)
            looks_like_one = suffix in READERS or suffix in _DOCUMENTS
            if file.name.startswith((".", _LOCK)) or not (looks_like_one or file.is_dir()):
                continue
            path = file.name if folder == "." else os.path.join(folder, file.name)
            if file.is_dir() or _may_be_read(file):
                yield file, path
            else:
                self.special.append(path)


def _may_be_read(file: os.DirEntry[str]) -> bool:
    """Whether it is no pipe or device, which would be waited for; a link that leads nowhere is told of later."""
    return file.is_file() or not os.path.exists(file.path)


def _not_ignored(found: Sequence[tuple[str, str | None]]) -> list[str]:
    trees: dict[str, list[str]] = {}
    for path, tree in found:
        if tree is not None:
            trees.setdefault(tree, []).append(path)
    ignored = {path for tree, paths in trees.items() for path in _ignored(tree, paths)}
    return [path for path, _ in found if path not in ignored]


def _ignored(folder: str, paths: Sequence[str]) -> list[str]:
    """Which of the paths in ``folder`` git ignores; none where there is no git, or where the whole
    folder is ignored: who names it wants to see it.
    """
    if not _in_work_tree(folder):
        return []
    names = {os.path.relpath(path, folder): path for path in paths}
    answer = _asked(folder, (".", *names))
    return [] if "." in answer else [names[name] for name in answer if name in names]


def _in_work_tree(folder: str) -> bool:
    folder = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return False
        folder = parent
    return True


def _asked(folder: str, names: Iterable[str]) -> list[str]:
    from speechlint.files import git

    given = b"".join(os.fsencode(name) + b"\0" for name in names)
    answer = git.asked(folder, "check-ignore", "-z", "--stdin", given=given)
    return [os.fsdecode(name) for name in answer.data.split(b"\0") if name]
