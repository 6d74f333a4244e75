"""From fingerprints that two texts share to the passages they share, verified letter by letter.

Offsets are of letters, from 0.
"""

from __future__ import annotations

from speechlint.archive.fingerprints import GRAM
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NEAR = 60  # letters from one shared fingerprint to the next of a passage
_SHIFT = 16  # letters that an edit puts in or takes out
_SURE = 4  # letters in a row by which two texts are in step again
_LOOK = _SHIFT + 2 * _SURE  # letters on either side of a place that say whether a text goes on alike there
_SIDE = 96  # letters before a place: a short run, and what an edit reaches beyond it
# Letters to pass over in each text, the fewest first; of as many, a word changed for one of the same length first.
_STEPS = sorted(
    ((first, total - first) for total in range(1, _SHIFT + 1) for first in range(total + 1)),
    key=lambda step: (sum(step), abs(step[0] - step[1])),
)


class Block(NamedTuple):
    """``size`` letters that are the same, at ``here`` in one text and ``there`` in the other."""

    here: int
    there: int
    size: int


class Passage(NamedTuple):
    """The blocks of a passage, in order; one that was not ``verified`` may have more words in common, or fewer."""

    blocks: tuple[Block, ...]
    verified: bool = True

    @property
    def here(self) -> tuple[int, int]:
        return self.blocks[0].here, self.blocks[-1].here + self.blocks[-1].size

    @property
    def there(self) -> tuple[int, int]:
        return self.blocks[0].there, self.blocks[-1].there + self.blocks[-1].size

    @property
    def same(self) -> int:
        """Letters in common."""
        return sum(block.size for block in self.blocks)

    @property
    def longest(self) -> Block:
        return max(self.blocks, key=lambda block: block.size)

    @property
    def likeness(self) -> float:
        """The share of its letters in common, of the longer side."""
        ends = (self.here, self.there)
        return self.same / max(end - start for start, end in ends)


def chains(seeds: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Fingerprints (here, there) that follow each other in both texts, together."""
    made: list[list[tuple[int, int]]] = []
    open_: list[list[tuple[int, int]]] = []
    for here, there in sorted(seeds):
        open_ = [chain for chain in open_ if here - chain[-1][0] <= _NEAR]
        mine = next((chain for chain in open_ if _follows(chain[-1], here, there)), None)
        if mine is None:
            mine = []
            made.append(mine)
            open_.append(mine)
        mine.append((here, there))
    return made


def _follows(last: tuple[int, int], here: int, there: int) -> bool:
    shift = (there - last[1]) - (here - last[0])
    return 0 < there - last[1] <= _NEAR + _SHIFT and abs(shift) <= _SHIFT


def verified(one: str, other: str, seeds: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """The passages around the seeds, as far as the texts go together; seeds that are not so give none."""
    found: list[Passage] = []
    for chain in chains(seeds):
        for here, there in chain:
            if one[here : here + GRAM] != other[there : there + GRAM] or _is_in(found, here, there):
                continue
            passage = Passage(tuple(_around(one, other, here, there)))
            found.append(passage)
            yield passage


class Sides(NamedTuple):
    """Every other three letters on either side of a fingerprint: four in a row hold such three."""

    before: tuple[str, ...]
    behind: tuple[str, ...]

    @classmethod
    def of(cls, letters: str, here: int) -> Sides:
        end = here + GRAM
        return cls(_threes(letters[max(0, here - _LOOK) : here]), _threes(letters[end : end + _LOOK]))

    def goes_on(self, before: str, behind: str) -> bool:
        """Whether another text may go on alike; where it does not, one fingerprint alone ``is_chance``."""
        return any(map(behind.__contains__, self.behind)) or any(map(before.__contains__, self.before))


def _threes(letters: str) -> tuple[str, ...]:
    size = _SURE - 1
    return tuple(letters[at : at + size] for at in range(0, len(letters) - size + 1, 2))


def around(there: int) -> tuple[int, int]:
    """The letters that ``Sides`` look at around a place."""
    return max(0, there - _LOOK), there + GRAM + _LOOK


def window(there: int, least: int) -> tuple[int, int]:
    """The letters that ``is_chance`` looks at around a place."""
    return max(0, there - _SIDE), there + least + _SHIFT + _SURE


def is_chance(one: str, other: str, seeds: Sequence[tuple[int, int]], least: int, skipped: int = 0) -> bool:
    """Whether the seeds, in order, are one run of fewer than ``least`` letters, and on neither side the texts go on alike.

    ``verified`` would say so too; most drafts that have anything in common have no more than that. ``other`` is there
    from the letter ``skipped`` on: of it the ``window`` of the first seed is enough.
    """
    here, shift = seeds[0][0], seeds[0][0] - seeds[0][1]
    there = here - shift - skipped
    if one[here : here + GRAM] != other[there : there + GRAM]:
        return False
    size = GRAM + _run(one, other, here + GRAM, there + GRAM)
    last = here + size - GRAM
    if len(seeds) > 1 and any(first - second != shift or first > last for first, second in seeds):
        return False
    left, right = one[max(0, here - _SIDE) : here][::-1], other[max(0, there - _SIDE) : there][::-1]
    back = _run(left, right, 0, 0)
    if back + size >= least or _in_step(one, other, here + size, there + size):
        return False
    return _in_step(left, right, back, back) is None


def _is_in(found: Sequence[Passage], here: int, there: int) -> bool:
    """Whether a passage has the place already."""
    return any(
        passage.here[0] <= here < passage.here[1] and passage.there[0] <= there < passage.there[1]
        for passage in reversed(found)
    )


def estimated(seeds: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """The same where one of the texts is not to be had: what the fingerprints alone say."""
    for chain in chains(seeds):
        here, there = chain[0]
        size = chain[-1][0] - here + GRAM
        yield Passage((Block(here, there, size),), verified=False)


def _around(one: str, other: str, here: int, there: int) -> list[Block]:
    """The blocks before and behind a place where both texts say the same."""
    back = _onward(one[:here][::-1], other[:there][::-1], 0, 0) if here and there else []
    blocks = [Block(here - at.here - at.size, there - at.there - at.size, at.size) for at in reversed(back)]
    onward = _onward(one, other, here, there)
    if blocks and (blocks[-1].here + blocks[-1].size, blocks[-1].there + blocks[-1].size) == (here, there):
        last = blocks.pop()
        onward[0] = Block(last.here, last.there, last.size + onward[0].size)
    return blocks + onward


def _onward(one: str, other: str, here: int, there: int) -> list[Block]:
    """What is the same from a place on, across small edits."""
    blocks = []
    while True:
        size = _run(one, other, here, there)
        if size:
            blocks.append(Block(here, there, size))
        step = _in_step(one, other, here + size, there + size)
        if step is None:
            return blocks
        here, there = here + size + step[0], there + size + step[1]


def _run(one: str, other: str, here: int, there: int) -> int:
    """How many letters are the same from a place on."""
    most = min(len(one) - here, len(other) - there)
    size, step = 0, 32
    while size < most and one[here + size : here + size + step] == other[there + size : there + size + step]:
        size = min(most, size + step)
    while size < most and one[here + size] == other[there + size]:
        size += 1
    return size


def _in_step(one: str, other: str, here: int, there: int) -> tuple[int, int] | None:
    """The fewest letters to pass over in each text so that they say the same again."""
    reach, end = other[there : there + _SHIFT + _SURE], here + _SHIFT + _SURE
    for start in range(here + 2, end, _SURE - 1):
        if one[start : start + 2] in reach:
            break
    else:  # of the three pairs in a row of four letters, one would be among these
        return None
    if not any(one[start : start + _SURE] in reach for start in range(here, here + _SHIFT + 1)):
        return None
    for first, second in _STEPS:
        sure = one[here + first : here + first + _SURE]
        if sure == other[there + second : there + second + _SURE] and len(sure) == _SURE:
            return first, second
    return None
