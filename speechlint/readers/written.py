"""Edits of a draft's text written back byte for byte: encoding, byte order mark and line ends stay as they were."""

from __future__ import annotations

from speechlint.document.alignment import Alignment, Change
from speechlint.document.span import Span
from speechlint.errors import WriteError
from speechlint.finding import Edit
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import decoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def edited(data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes:
    """``data`` with sorted edits of its source made. Raises ``WriteError``, as ``fix``."""
    mark, raw = _raw(data, encoding)
    new = _apply_to_raw(raw, edits)
    made = _encoded(new, encoding, raw)
    if decoding.raw(made, encoding) != new:  # what follows a bad byte makes a character with it
        raise WriteError(
            "要改的字紧挨着一个读不出的字节，改了会连在一起，变成别的字，没有写入；请先补上那个字（ENC011）",
            "a character to be changed stands beside a bad byte and would make another one with it; "
            "nothing was written: first mend that place (ENC011)",
        )
    return mark + made


def _raw(data: bytes, encoding: str) -> tuple[bytes, str]:
    """The byte order mark, and the text with its own line ends."""
    mark = decoding.byte_order_mark(data, encoding)
    raw = decoding.raw(data[len(mark) :], encoding)
    if decoding.encoded(raw, encoding) != data[len(mark) :]:
        raise WriteError(
            f"这份 {encoding} 文件无法逐字节写回，没有改动；请先另存为 UTF-8",
            f"this {encoding} file cannot be written back byte for byte; save it as UTF-8 first",
        )
    return mark, raw


def apply(source: str, edits: Sequence[Edit]) -> str:
    """``source`` with sorted edits made, none of which overlap; its layout goes along."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    made = "".join((*parts, source[at:]))
    layout = getattr(source, "layout", None)
    if layout is None:
        return made
    from speechlint.document.layout import Laid

    return Laid(made, layout.moved(edits))


def between(old: str, new: str) -> list[Edit]:
    """Edits that make ``new`` of ``old``: by lines, and within lines that are alike by characters."""
    from difflib import SequenceMatcher

    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    edits: list[Edit] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            words = "".join(after[c:d])
            edits += _within(old[starts[a] : starts[b]], words, starts[a])
    return edits


_ALIKE = 4_000  # characters that are compared one by one


def _within(old: str, new: str, shift: int) -> Iterator[Edit]:
    if not old or not new or len(old) + len(new) > _ALIKE:
        yield Edit(Span(shift, shift + len(old)), new)
        return
    from difflib import SequenceMatcher

    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(Span(shift + a, shift + b), new[c:d])


_Piece = tuple[int, int, str]  # a part of the first text, or (with words) what is new


def composed(rounds: Iterable[Sequence[Edit]], size: int) -> Sequence[Edit]:
    """The edits of several rounds, each of the text that the round before it made, as edits of the first text.

    ``size`` is that text's length.
    """
    every = list(rounds)
    if len(every) == 1:
        return every[0]
    pieces: list[_Piece] = [(0, size, "")]
    for edits in every:
        pieces = _next(pieces, edits)
    made: list[Edit] = []
    at, new = 0, ""
    for start, end, text in [*pieces, (size, size, "")]:
        if text:
            new += text
            continue
        if new or start > at:
            made.append(Edit(Span(at, start), new))
        at, new = end, ""
    return made


def _next(pieces: list[_Piece], edits: Sequence[Edit]) -> list[_Piece]:
    """The pieces of a text after one more round."""
    left, made, at = pieces[::-1], [], 0
    for (start, end), text in edits:
        made += _taken(left, start - at)
        _taken(left, end - start)
        if text:
            made.append((0, 0, text))
        at = end
    return [*made, *reversed(left)]


def _taken(left: list[_Piece], size: int) -> list[_Piece]:
    """Takes so many characters off the end of ``left``, which is in reverse order."""
    taken = []
    while size and left:
        start, end, text = left.pop()
        more = (len(text) or end - start) - size
        if more > 0 and text:
            left.append((start, end, text[size:]))
            text = text[:size]
        elif more > 0:
            left.append((start + size, end, ""))
            end = start + size
        taken.append((start, end, text))
        size -= len(text) or end - start
    return taken


def _apply_to_raw(raw: str, edits: Sequence[Edit]) -> str:
    """``raw`` with edits of its source made; new lines end as most lines of the file do."""
    ends = Alignment(_crlf(raw))
    newline = _usual_end(raw)
    return apply(raw, [Edit(ends.span_to_old(span), text.replace("\n", newline)) for span, text in edits])


def _usual_end(raw: str) -> str:
    """How most of its lines end; ``\n`` where it has one line."""
    both = raw.count("\r\n")
    counts = {"\n": raw.count("\n") - both, "\r\n": both, "\r": raw.count("\r") - both}
    return max(counts, key=lambda end: counts[end])


def _encoded(raw: str, encoding: str, before: str) -> bytes:
    """``raw`` in the encoding of the file, which held ``before``."""
    named = encoding
    if encoding == "gb18030" and _unencodable(before, "gbk") is None:
        named = "GBK"  # and stays it: whoever reads GBK alone knows no more characters
    lacking = _unencodable(raw, named)
    if lacking is None:
        return decoding.encoded(raw, encoding)
    raise WriteError(
        f"修改后有 {named} 里没有的字“{lacking}”（U+{ord(lacking):04X}），没有写入；请先另存为 UTF-8",
        f"the fix needs {lacking} (U+{ord(lacking):04X}), which {named} lacks; save the file as UTF-8 first",
    )


def _unencodable(raw: str, encoding: str) -> str | None:
    """The first character the encoding lacks."""
    try:
        decoding.encoded(raw, encoding)
    except UnicodeEncodeError as trouble:
        return raw[trouble.start]
    return None


def _crlf(raw: str) -> Iterable[Change]:
    at = raw.find("\r\n")
    while at >= 0:
        yield Change(at, at + 2, "\n", "newline")
        at = raw.find("\r\n", at + 2)
