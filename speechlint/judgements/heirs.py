"""Whether a draft was made from another: renamed, moved, or copied with few changes."""

from __future__ import annotations

import os

from speechlint import readers
from speechlint.errors import ReadError
from speechlint.files import reading
from speechlint.judgements import likeness
from speechlint.quick.functools import cached_property
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document

_COMMON = 0.6  # of the runs: what is changed little, and no other speech made on the same pattern
_LIKE = 28  # equal digits of two sketches: about as much
_UNLIKE = 20  # fewer are never as much


class Heir:
    """The draft ``doc`` and what it may have been made from; ``has_asked`` whether another file had a say in that."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._known: dict[tuple[str, str], bool] = {}
        self._files: dict[str, set[str]] = {}
        self.has_asked = False

    @cached_property
    def _runs(self) -> set[str]:
        return likeness.runs(self._doc)

    @cached_property
    def sketch(self) -> str:
        return likeness.sketch(self._runs)

    def likest(self, sketches: dict[str, str], root: str) -> str | None:
        """The path (relative to ``root``) of the draft it was made from, of those noted by their sketches; None for none.

        Of several that are as like, one that is gone.
        """
        if not sketches:
            return None
        equal = {path: likeness.equal(self.sketch, sketch) for path, sketch in sketches.items()}
        likest = sorted(path for path in equal if equal[path] == max(equal.values()))
        gone = [path for path in likest if not os.path.exists(os.path.join(root, path))]
        path = (gone or likest)[-1]
        return path if self.is_of(os.path.join(root, path), sketches[path]) else None

    def is_of(self, file: str, sketch: str) -> bool:
        """Whether it was made from the draft noted by its ``sketch``, which stood at ``file`` then.

        Where that stands there still, they are compared whole.
        """
        if (file, sketch) not in self._known:
            self._known[file, sketch] = self._is_of(file, sketch)
        return self._known[file, sketch]

    def _is_of(self, file: str, sketch: str) -> bool:
        equal = likeness.equal(self.sketch, sketch)
        if equal < _UNLIKE:
            return False
        there = self._at(file)
        if there and likeness.equal(likeness.sketch(there), sketch) >= _LIKE:
            return likeness.common(self._runs, there) >= _COMMON
        return equal >= _LIKE

    def share(self, other: Document) -> float:
        """The share of the runs of both drafts that are in both."""
        return likeness.common(self._runs, likeness.runs(other))

    def is_made_from(self, other: Document) -> bool:
        return self.share(other) >= _COMMON

    def is_of_file(self, file: str) -> bool:
        """Whether it was made from what stands at ``file``."""
        there = self._at(file)
        return bool(there) and likeness.common(self._runs, there) >= _COMMON

    def _at(self, file: str) -> set[str]:
        """The runs of the draft that stands at ``file``; none where nothing does that can be read."""
        self.has_asked = True
        if file not in self._files:
            self._files[file] = _runs_of(file)
        return self._files[file]


def _runs_of(file: str) -> set[str]:
    try:
        return likeness.runs(readers.read(file, reading.content(file, reading.WRITTEN)))
    except (ReadError, OSError):
        return set()
