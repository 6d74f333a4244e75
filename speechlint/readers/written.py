"""Edits of a draft's text written back byte for byte: encoding, byte order mark and line ends stay as they were."""

from __future__ import annotations

from speechlint.document.alignment import Alignment, Change
from speechlint.errors import WriteError
from speechlint.finding import Edit
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import decoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def edited(data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes:
    """``data`` with sorted edits of its source made. Raises ``WriteError``, as ``fix``."""
    mark, raw = _raw(data, encoding)
    return mark + _encoded(_apply_to_raw(raw, edits), encoding, raw)


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
    """``source`` with sorted edits made, none of which overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, source[at:]))


def _apply_to_raw(raw: str, edits: Sequence[Edit]) -> str:
    """``raw`` with edits of its source made; new lines end as most lines of the file do."""
    ends = Alignment(_crlf(raw))
    newline = "\r\n" if raw.count("\r\n") * 2 > raw.count("\n") else "\n"
    return apply(raw, [Edit(ends.span_to_old(span), text.replace("\n", newline)) for span, text in edits])


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
