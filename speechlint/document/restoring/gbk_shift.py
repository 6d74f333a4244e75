"""Characters broken by byte-wise edits of a GBK text: 說服力?，F(xiàn)在 was 說服力。現在.

A site searched the bytes of its GBK pages for marks (，。、；：？！) and for characters to gloss, and
also hit pairs made of the second byte of one character and the first of the next. Something was put
in there, so that the first half of a character was left alone. The decoder printed one ``?`` for
it, swallowing the byte after it, and read everything that follows one byte off, up to a character
whose second byte is ASCII, or to the next ``?``.

Reading the bytes one off again from the ``?`` gives back all characters but the halved one. Its
lost half follows from a gloss left behind (``?wù)``: the character read wù with that first byte);
without one, the context has to choose among the characters with the known half.
"""

from __future__ import annotations

from speechlint.document.restoring.gbk_context import Hole, Run
from speechlint.document.restoring.glosses import TONED
from speechlint.document.restoring.readings import readings, same
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document.alignment import Change

_ORPHAN = regex.later(rf"\?([a-zü{TONED}]{{1,7}}[1-5]?)[)）]")
_ROW = regex.later(r"\?{3,}")  # a row of question marks: every character is lost, none can be read
_MARKS = "，。、；：？！"
_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))  # copies fold full-width marks to half-width
_USUAL_MARKS = frozenset("。，、；：？！“”‘’（）《》〈〉—…·％\u3000")
_LONGEST = 48


def changes(text: str) -> list[Change]:
    """Each damaged stretch and its most probable reading."""
    from speechlint.document.restoring.gbk_context import fill

    return fill(text, list(runs(text)))


def runs(text: str) -> Iterator[Run]:
    """The damaged stretches of ``text``, in order."""
    last = None
    at = text.find("?")
    while at >= 0:
        before = text[at - 1 : at]
        if last and last.end == at:
            before = last.chars[-1]
        row = _ROW.match(text, at)
        run = None if row else _run(text, at, before)
        if run:
            last = run
            yield run
        at = text.find("?", row.end() if row else run.end if run else at + 1)


def _run(text: str, at: int, before: str) -> Run | None:
    orphan = _ORPHAN.match(text, at)
    if orphan:
        return _after_gloss(text, orphan, before)
    mark = _FULL.get(text[at + 1 : at + 2], text[at + 1 : at + 2])
    if not mark or mark not in _MARKS:
        return None
    lead, carry = mark.encode("gbk")
    options = _with_trail(lead)
    return _read(text, _Sofar(at, at + 2, carry, options[0], (Hole(0, options),)))


def _after_gloss(text: str, orphan: re.Match[str], before: str) -> Run | None:
    """The gloss hit the second byte before ``?`` and the lost one: both were a character read so."""
    raw = _bytes(before) if before else b""
    for lost in _lost_bytes(raw[1], orphan[1]) if len(raw) == 2 else ():
        run = _read(text, _Sofar(orphan.start(), orphan.end(), lost))
        if run:
            return run
    options = () if orphan[1].isascii() else _read_so(orphan[1])
    return Run(*orphan.span(), options[0], (Hole(0, options),)) if options else None


class _Sofar(NamedTuple):
    """A run being read: next ``at``, where ``carry`` is the byte the character before left over."""

    start: int
    at: int
    carry: int
    chars: str = ""
    holes: tuple[Hole, ...] = ()

    def then(self, at: int, chars: str, carry: int = 0, *holes: Hole) -> _Sofar:
        return _Sofar(self.start, at, carry, self.chars + chars, (*self.holes, *holes))

    @property
    def run(self) -> Run:
        return Run(self.start, self.at, self.chars, self.holes)


def _read(text: str, sofar: _Sofar) -> Run | None:
    """Reads on one byte off, to where the characters and the bytes meet again."""
    while sofar.at < len(text) and sofar.at - sofar.start < _LONGEST:
        at = sofar.at
        if text[at] == "?":
            return _broken(text, sofar)
        raw = _bytes(text[at])
        char = _char(sofar.carry, raw[0]) if raw else None
        if char is None:
            return None
        if len(raw) == 1:
            return sofar.then(at + 1, char).run
        if raw[1] < 0x80:
            return sofar.then(at + 1, char + chr(raw[1])).run
        sofar = sofar.then(at + 1, char, raw[1])
    return None


def _broken(text: str, sofar: _Sofar) -> Run | None:
    """Goes on where a second byte was lost in its turn: to a gloss, to a mark, or to a pair of two."""
    at, carry = sofar.at, sofar.carry
    orphan = _ORPHAN.match(text, at)
    if orphan:
        known = [char for lost in _lost_bytes(carry, orphan[1]) if (char := _char(carry, lost))]
        return sofar.then(orphan.end(), known[0]).run if known else None
    raw = _bytes(text[at + 1]) if text[at + 1 : at + 2] not in ("", "?") else b""
    exact = _char(carry, 0x80)
    if exact and len(raw) == 2 and text[at + 1] not in _MARKS:
        options = _with_trail(raw[0])
        hole = Hole(len(sofar.chars) + 1, options)
        run = _read(text, sofar.then(at + 2, exact + options[0], raw[1], hole)) if options else None
        if run:
            return run
    options = _with_lead(carry)
    if not options:
        return None
    return sofar.then(at + 1, options[0], 0, Hole(len(sofar.chars), options)).run


def _bytes(char: str) -> bytes:
    """The two GBK bytes of a character (private-use ones too), or the one of an ASCII trail."""
    if char in _FULL:
        char = _FULL[char]
    if "\ue815" <= char <= "\ue864":  # where GBK had FE50–FEA0 before Unicode knew the characters
        trail = ord(char) - 0xE815 + 0x50
        return bytes((0xFE, trail + (trail >= 0x7F)))
    try:
        raw = char.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    if len(raw) == 1:
        return raw if "@" <= char <= "~" else b""
    return raw if len(raw) == 2 else b""


@lru_cache(maxsize=4096)
def _char(lead: int, trail: int) -> str | None:
    """The character of two bytes, if it is one a speech may have."""
    try:
        char = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    if len(char) != 1:
        return None
    known = readings().of
    if char in known or char in _USUAL_MARKS:
        return char
    if not "\u4e00" <= char <= "\u9fff":
        return char if "\uff10" <= char <= "\uff5a" and char.isalnum() else None
    simple = _simple(char)
    return char if simple in known or _is_gb2312(simple) else None


def _is_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return "\u4e00" <= char <= "\u9fff"


def _simple(char: str) -> str:
    from speechlint.document.restoring.script import folded

    return folded(char)


@lru_cache(maxsize=1024)
def _lost_bytes(first: int, syllable: str) -> tuple[int, ...]:
    """Second bytes that make with ``first`` a character read ``syllable``; traditional forms first."""
    found = [
        (_is_gb2312(char), trail) for char, trail, reading in _by_lead()[first] if same(syllable, reading)
    ]
    return tuple(trail for _, trail in sorted(found))


@lru_cache(maxsize=1)
def _by_lead() -> dict[int, list[tuple[str, int, str]]]:
    """For each first byte the usual characters with their second bytes and readings."""
    found: dict[int, list[tuple[str, int, str]]] = {lead: [] for lead in range(0x100)}
    for char, reading in readings().of.items():
        lead, trail = char.encode("gbk")
        found[lead].append((char, trail, reading))
    return found


def _read_so(syllable: str) -> tuple[str, ...]:
    """All characters read ``syllable``, traditional forms first: only those are glossed everywhere."""
    found = (char for char, reading in readings().of.items() if reading == syllable)
    return tuple(sorted(found, key=_is_gb2312))


@lru_cache(maxsize=256)
def _with_trail(trail: int) -> tuple[str, ...]:
    """All usual characters whose second byte is ``trail``; marks first."""
    chars = (_char(lead, trail) for lead in (0xA1, 0xA3, *range(0x81, 0xA1), *range(0xB0, 0xF8)))
    return tuple(char for char in chars if char)


@lru_cache(maxsize=256)
def _with_lead(lead: int) -> tuple[str, ...]:
    """All usual characters whose first byte is ``lead``."""
    return tuple(char for trail in range(0x40, 0xFF) if (char := _char(lead, trail)))
