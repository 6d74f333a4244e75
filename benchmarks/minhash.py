"""What others find: MinHash signatures of paragraphs in an LSH index, by datasketch and by rensa, where installed.

A paragraph's shingles are of five letters, 128 permutations, a threshold of one half: the settings their own pages
begin with. A pair of drafts counts as found where two paragraphs of theirs are told as alike; where in them the
passage stands these cannot say.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_PERMUTATIONS, _THRESHOLD, _SHINGLE, _LEAST = 128, 0.5, 5, 30
_BANDS = 32
Paragraphs = Iterable[tuple[str, list[str]]]  # a draft's name, the shingles of a paragraph of its


def others(folder: Path) -> Iterator[tuple[str, float, set[tuple[str, str]]]]:
    """The name of each that is installed, its processor seconds, and the pairs of drafts it finds, either way round."""
    paragraphs = list(_paragraphs(folder))
    for name, find in (("datasketch", _datasketch), ("rensa", _rensa)):
        if find_spec(name):
            began = time.process_time()
            found = {pair for one, other in find(paragraphs) for pair in ((one, other), (other, one))}
            yield name, time.process_time() - began, found


def _paragraphs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(folder.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            letters = "".join(filter(str.isalnum, line))
            if len(letters) >= _LEAST:
                shingles = [letters[at : at + _SHINGLE] for at in range(len(letters) - _SHINGLE + 1)]
                yield path.relative_to(folder).as_posix(), shingles


def _datasketch(paragraphs: Paragraphs) -> Iterator[tuple[str, str]]:
    from datasketch import MinHash, MinHashLSH

    def signed(shingles: list[str]) -> Any:
        made = MinHash(num_perm=_PERMUTATIONS)
        made.update_batch([one.encode() for one in shingles])
        return made

    return _asked(paragraphs, signed, MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS))


def _rensa(paragraphs: Paragraphs) -> Iterator[tuple[str, str]]:
    from rensa import RMinHash, RMinHashLSH

    def signed(shingles: list[str]) -> Any:
        made = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        made.update(shingles)
        return made

    return _asked(paragraphs, signed, RMinHashLSH(_THRESHOLD, _PERMUTATIONS, num_bands=_BANDS))


def _asked(
    paragraphs: Paragraphs, signed: Callable[[list[str]], Any], index: Any
) -> Iterator[tuple[str, str]]:
    drafts: list[str] = []
    for draft, shingles in paragraphs:
        one = signed(shingles)
        for other in index.query(one):
            yield drafts[other], draft
        index.insert(len(drafts), one)
        drafts.append(draft)
