"""Where one speech ends and the next begins in a file that was pasted together, however short they are."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document import Span
from speechlint.document.outline.speeches import closes, is_call, is_title
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Document

_ENDS = "。！？!?；"
_ABOVE = 6  # lines, empty ones too
_IN_BRACKETS = regex.later("[（(][^（()）]*[)）]$")
_BLANKS = " \u3000\xa0#*"
_LINE = regex.later(r"[^\n]*[^\s#*][^\n]*")
_CALL = regex.later(r"[^。，；：:]{2,30}[：:]")


class Speech(NamedTuple):
    """One of several speeches: where it is in the text, and what it is called ("" where nothing tells)."""

    span: Span
    title: str


def starts(doc: Document, known: Iterable[int]) -> list[int]:
    """Where the line begins that opens each speech: those of earlier rounds, whose signs may be gone by now, and more.

    What says nothing is the heading of the next.
    """
    found, text = [0], doc.text
    moved = (doc.alignment.to_reading((at, at)).start for at in known)
    opened = (_opening(text, part.span.start) for part in doc.parts)
    for start in sorted({*moved, *opened, *_short(text)}):
        start = text.rfind("\n", 0, start) + 1
        if _speaks(text[found[-1] : start]) and text[start:].strip():
            found.append(start)
    return found


def _speaks(text: str) -> bool:
    """Whether there is a sentence, or a salutation and something after it."""
    lines = [line.strip(_BLANKS) for line in text.split("\n")]
    said = [line for line in lines if line]
    return any(mark in text for mark in _ENDS) or any(map(is_call, said[:-1]))


def _opening(text: str, start: int) -> int:
    """Where the title stands above a salutation that opens a speech, a date or a name between them or not."""
    at = start
    if _is_title(text[start:].partition("\n")[0].strip()):
        return start
    for _ in range(_ABOVE):
        at = text.rfind("\n", 0, max(0, at - 1)) + 1
        line = text[at:start].partition("\n")[0].strip()
        if is_call(line) or any(mark in line for mark in _ENDS):
            break
        if _is_title(line):
            return at
    return start


def _short(text: str) -> Iterator[int]:
    """Lines that open a speech by themselves: a title like the first one after a sentence, a salutation after thanks."""
    lines = [(match.start(), match[0].strip(_BLANKS)) for match in _LINE.finditer(text)]
    titled = bool(lines) and _is_full_title(lines[0][1])
    for (_, before), (start, line) in pairwise(lines):
        call = _CALL.match(line)
        like_first = titled and before.endswith(tuple(_ENDS)) and _is_full_title(line)
        if like_first or (call and is_call(call[0]) and closes(before)):
            yield start


def _is_title(line: str) -> bool:
    return is_title(_IN_BRACKETS.sub("", line))


def _is_full_title(line: str) -> bool:
    """在…上的讲话: nothing else reads so on a line of its own."""
    return line.startswith("在") and "上的" in line and _is_title(line)


def speeches(text: str, starts: Sequence[int]) -> Iterator[Speech]:
    """The speeches that begin there."""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        lines = (line.strip(_BLANKS) for line in text[start:end].split("\n", _ABOVE))
        heads = [line for line in lines if line]
        title = next((line for line in heads if _is_title(line)), "".join(heads[:1]))
        yield Speech(Span(start, end), title)
