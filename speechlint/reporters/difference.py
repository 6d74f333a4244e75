"""A unified diff of two versions of a draft; on a terminal with the very characters that differ made to stand out.

A paragraph is a line, and may be a page long: without that nobody finds the comma that changed.
"""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RED, _GREEN, _CYAN = "31", "32", "36"
_FAR = 5_000  # characters of a line up to which the ones that differ are looked for


def difference(path: str, before: Sequence[str], after: Sequence[str], *, color: bool) -> Iterator[str]:
    """The diff line by line; ``before`` and ``after`` are lines, each but the last ending in ``\\n``."""
    from difflib import unified_diff

    lines = unified_diff(before, after, harmless(path), harmless(path))
    for line in _colored(lines) if color else map(_shown, lines):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _colored(lines: Iterator[str]) -> Iterator[str]:
    gone: list[str] = []
    come: list[str] = []
    for number, line in enumerate(lines):
        if number > 1 and line[0] in "-+":
            (gone if line[0] == "-" else come).append(line)
            continue
        yield from _replaced(gone, come)
        gone, come = [], []
        yield _painted(_shown(line), _CYAN) if number < 2 or line[0] == "@" else _shown(line)
    yield from _replaced(gone, come)


def _replaced(gone: Sequence[str], come: Sequence[str]) -> Iterator[str]:
    """Lines that went, then those that came; line by line compared where there are as many."""
    pairs = list(zip(gone, come, strict=True)) if len(gone) == len(come) else []
    kept = [_parts(old, new) for old, new in pairs]
    for at, line in enumerate(gone):
        yield _marked(line, [a for a, _ in kept[at]] if kept else [], _RED)
    for at, line in enumerate(come):
        yield _marked(line, [b for _, b in kept[at]] if kept else [], _GREEN)


Part = tuple[int, int]


def _parts(old: str, new: str) -> list[tuple[Part, Part]]:
    """Where the two differ, besides their first character, the sign."""
    from difflib import SequenceMatcher

    if max(len(old), len(new)) > _FAR:
        return []
    same = SequenceMatcher(None, old[1:], new[1:], autojunk=False).get_opcodes()
    return [((a + 1, b + 1), (c + 1, d + 1)) for kind, a, b, c, d in same if kind != "equal"]


def _marked(line: str, parts: Sequence[Part], color: str) -> str:
    told, at = "", 0
    for start, end in parts:
        marked = _shown(line[start:end])
        told += _shown(line[at:start]) + (f"\x1b[7m{marked}\x1b[27m" if marked else "")
        at = end
    return _painted(told + _shown(line[at:]), color)


def _shown(line: str) -> str:
    """A line, or a part of one, made harmless; its own end stays."""
    text = line.removesuffix("\n")
    return harmless(text) + line[len(text) :]


def _painted(line: str, color: str) -> str:
    text = line.removesuffix("\n")
    return f"\x1b[{color}m{text}\x1b[0m{line[len(text) :]}"
