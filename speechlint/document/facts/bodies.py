"""Companies, banks, universities, papers and organisations that speeches name without saying what they are."""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.words import tag
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_NAMES = names("bodies")
_LONGEST = max(map(len, _NAMES))


def seen(line: Line) -> Iterator[tuple[int, int]]:
    "Where the known bodies begin and end, the longest at each place, where words do."
    until = 0
    for start in line.starts:
        if start < until:
            continue
        for size in range(_LONGEST, 1, -1):
            name = line.text[start : start + size]
            if name in _NAMES and _is_whole(line, start + size) and line.text[start - 1 : start] != "一":
                until = start + size
                yield start, until
                break


def _is_whole(line: Line, end: int) -> bool:
    "Whether a name ends where a word does, and no word goes on from it: 央行/长."
    index = line.word_before(end)
    ends = line.starts[index] + len(line.words[index].text)
    behind = line.text[end - 1 : end + 1]
    if line.text.startswith("军队", end):
        return True
    return (
        ends == end
        and behind[1:] not in _GOING_ON_ALWAYS
        and (not tag(behind) or behind[-1] not in _GOING_ON)
    )


_GOING_ON = "长员化部学系生"
_GOING_ON_ALWAYS = tuple("军派版式系")
