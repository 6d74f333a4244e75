"""Which lines of a draft were changed against a revision in git, so that only those are reported."""

from __future__ import annotations

import os
from bisect import bisect_right

from speechlint import readers
from speechlint.document import Span
from speechlint.errors import ReadError, UsageError
from speechlint.files import git
from speechlint.finding import Mute
from speechlint.judgements.suppression import parted
from speechlint.quick.functools import cached_property
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding

HEAD = "HEAD"
_MOST = 300  # files compared with a draft that git does not know under its name
_BAD = "\ufffd"  # stands for a byte that the encoding does not have


class Changes:
    """The work trees the drafts stand in, compared with ``revision``."""

    def __init__(self, revision: str = HEAD) -> None:
        self.revision = revision
        self._trees: dict[str, _Tree] = {}

    def mark(self, doc: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those on lines that were not changed marked ``muted_by``; by occurrence.

        Raises ``UsageError`` where the draft is in no work tree, or there is no such revision.
        """
        old = self._old(doc)
        lines = None if old is None else _changed(old, doc.source)
        mute = Mute("unchanged", self.revision)
        for finding in findings:
            if finding.muted_by or lines is None:
                yield finding
                continue
            parts: dict[Mute | None, list[Span]] = {}
            for place in finding.places:
                new = _touches(place, lines)
                parts.setdefault(None if new else mute, []).append(place)
            yield from parted(doc, finding, parts)

    def _old(self, doc: Document) -> str | None:
        """The draft's text at the revision, under whatever name; None where it is new since.

        The text itself, where it is the same.
        """
        path = os.path.realpath(doc.path)
        top = _top(path)
        if top not in self._trees:
            self._trees[top] = _Tree(top, self.revision)
        tree = self._trees[top]
        name = os.path.relpath(path, top).replace(os.sep, "/")
        data = tree.content(name)
        return _origin(doc, tree) if data is None else _read(readers.of(doc.path), data, doc.encoding)


def _origin(doc: Document, tree: _Tree) -> str | None:
    """The text at the revision that the draft was made from: renamed, or copied with few changes."""
    from speechlint.judgements.heirs import Heir

    heir = Heir(doc)
    for data_of in tree.likely(len(doc.source)):
        olds = [
            readers.of(name).document(name, _read(readers.of(name), data, doc.encoding))
            for name, data in data_of.items()
        ]
        best = max(olds, key=heir.share, default=None)
        if best and heir.is_made_from(best):
            return best.source
    return None


def _read(reader: readers.Reader, data: bytes, encoding: str) -> str:
    """The text of ``data`` in the encoding the draft has now, or, where it had another then, in that."""
    try:
        text, _ = reader.decode(data, encoding)
    except ReadError:
        text = _BAD
    return text if _BAD not in text else reader.decode(data)[0]


class _Tree:
    def __init__(self, top: str, revision: str) -> None:
        self._top, self._revision = top, revision

    @cached_property
    def _blobs(self) -> dict[str, _Blob]:
        """Every file at the revision, by name. A repository without commits has none."""
        commit = _git(self._top, "rev-parse", "--verify", "--quiet", f"{self._revision}^{{commit}}")
        if commit is None:
            if self._revision == HEAD:
                return {}
            raise UsageError(
                f"--changed：git 里没有版本“{self._revision}”（也没有这个文件）",
                f"--changed: git knows no revision '{self._revision}' (and there is no such file)",
            )
        listed = _git(self._top, "ls-tree", "-r", "-l", "-z", commit.decode().strip()) or b""
        rows = [row.partition(b"\t") for row in listed.split(b"\0") if row]
        return {os.fsdecode(name): _Blob(*about.split()[2:4]) for about, _, name in rows}

    def content(self, name: str) -> bytes | None:
        blob = self._blobs.get(name)
        return None if blob is None else _git(self._top, "cat-file", "blob", blob.id.decode())

    def likely(self, length: int) -> Iterator[dict[str, bytes]]:
        """What a draft of so many characters may have been made from: of its size, first what is gone, then the rest."""
        size = range(length // 2, length * 6)
        names = [
            name
            for name, blob in self._blobs.items()
            if os.path.splitext(name)[1].lower() in readers.READERS and blob.size in size
        ]
        there = {name for name in names if os.path.lexists(os.path.join(self._top, name))}
        for some in ([name for name in names if name not in there], sorted(there)):
            yield self._contents(some[:_MOST])

    def _contents(self, names: Sequence[str]) -> dict[str, bytes]:
        ids = b"".join(self._blobs[name].id + b"\n" for name in names)
        answer = git.asked(self._top, "cat-file", "--batch", given=ids).data if ids else b""
        found: dict[str, bytes] = {}
        for name in names:
            head, _, answer = answer.partition(b"\n")
            if head.endswith(b" missing") or not head:
                continue
            size = int(head.rpartition(b" ")[2])
            found[name], answer = answer[:size], answer[size + 1 :]
        return found


class _Blob(NamedTuple):
    id: bytes
    written_size: bytes

    @property
    def size(self) -> int:
        """In bytes; -1 of what is no file."""
        return int(self.written_size) if self.written_size.isdigit() else -1


def _top(path: str) -> str:
    found = _git(os.path.dirname(path), "rev-parse", "--show-toplevel")
    if found is None:
        raise UsageError(
            f"--changed：{path} 不在 git 的工作目录里（或没有安装 git）",
            f"--changed: {path} is in no git work tree (or git is not installed)",
        )
    return os.path.realpath(os.fsdecode(found.removesuffix(b"\n")))


def _git(folder: str, *words: str) -> bytes | None:
    answer = git.asked(folder, *words)
    return answer.data if answer.done else None


def _changed(old: str, new: str) -> list[Span]:
    """The spans of ``new`` that are not in ``old``, by whole lines, in order; where lines went, none."""
    if old == new:
        return []
    from difflib import SequenceMatcher

    before, after = old.split("\n"), new.split("\n")
    starts = [0]
    for line in after:
        starts.append(starts[-1] + len(line) + 1)
    same = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [Span(starts[a], starts[b]) for kind, _, _, a, b in same if kind != "equal" and a < b]


def _touches(place: Span, lines: list[Span]) -> bool:
    at = bisect_right(lines, max(place.start, place.end - 1), key=lambda span: span.start) - 1
    return at >= 0 and place.start < lines[at].end
