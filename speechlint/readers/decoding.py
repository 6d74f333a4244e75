"""Bytes → text: byte order mark, UTF-8, UTF-16, GB18030, then a detector; newlines become ``\\n``."""

from __future__ import annotations

from codecs import utf_16_le_encode

from speechlint.errors import ReadError, UsageError, nearest

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAME = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "utf_8_sig": "utf-8",
    "utf_16": "utf-16-le",
}
_FEW_BAD, _BAD_IN = 4, 100  # bad bytes that a draft may have, and one more in so many characters
_STAND_IN = dict.fromkeys(range(0xDC80, 0xDD00), "\ufffd")
_NO_TEXT = {
    "charmap",
    "idna",
    "mbcs",
    "oem",
    "palmos",
    "punycode",
    "raw_unicode_escape",
    "undefined",
    "unicode_escape",
}


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text (newlines ``\\n``, no byte order mark) and the name of the encoding it was in.

    ``encoding`` is the user's word and is not doubted; a byte order mark of its own kind is taken
    off. A few bad bytes in sound UTF-8 or GB18030 become U+FFFD each. Raises ``ReadError`` for a binary file or a byte that fits no encoding, ``UsageError`` for an
    unknown ``encoding``.
    """
    if encoding:
        text, used = _as_told(data, encoding)
    else:
        try:
            text, used = data.decode(), "utf-8"
        except UnicodeDecodeError as trouble:
            text, used = _detected(data, trouble)
        else:
            if "\0" in text or text.startswith(("\ufeff", "%PDF-", "{\\rtf", "PK\3\4")):
                text, used = _marked(data) or _unmarked(data)
    return newlines(text), used


def raw(data: bytes, encoding: str) -> str:
    """The text of ``data``, which ``decode`` has read; a bad byte is a lone surrogate, as ``surrogateescape`` has it."""
    return data.decode(encoding, "surrogateescape")


def source(raw: str) -> str:
    """``raw`` as a draft's source: newlines ``\\n``, and U+FFFD for each bad byte."""
    return newlines(raw if _is_sound(raw) else raw.translate(_STAND_IN))


def encoded(raw: str, encoding: str) -> bytes:
    """The bytes of ``raw``; bad ones as they were. Raises ``UnicodeEncodeError``."""
    return raw.encode(encoding, "surrogateescape")


def _is_sound(raw: str) -> bool:
    try:
        utf_16_le_encode(raw)
    except UnicodeEncodeError:
        return False
    return True


def byte_order_mark(data: bytes, encoding: str) -> bytes:
    """The mark ``data`` begins with, if it is one of ``encoding``."""
    return next((mark for mark, of in _MARKS if of == encoding and data.startswith(mark)), b"")


def codec(encoding: str) -> str:
    """The codec for a user's name of an encoding. Raises ``UsageError`` where there is none.

    GB2312 and GBK are read as GB18030, which contains them: files called so seldom keep to them.
    """
    import codecs

    try:
        found = codecs.lookup(encoding)
        name = found.name.replace("-", "_")
        if name not in _NO_TEXT:
            "".encode(encoding)  # not so with base64 and its like
            return _SAME.get(name, found.name)
    except (LookupError, ValueError):
        pass
    raise _unknown(encoding)


def _unknown(encoding: str) -> UsageError:
    from encodings.aliases import aliases

    near = nearest(encoding.replace("-", "_"), sorted({*aliases, *aliases.values()}))
    near = near.replace("_", "-") if near else "gb18030"
    return UsageError(
        f"没有叫“{encoding}”的编码，是不是“{near}”？", f"no encoding '{encoding}'; did you mean '{near}'?"
    )


def _as_told(data: bytes, encoding: str) -> tuple[str, str]:
    name = codec(encoding)
    mark = next((mark for mark, of in _MARKS if data.startswith(mark) and of[:6] == name[:6]), b"")
    if mark and name.startswith(("utf-16", "utf-32")):
        name = dict(_MARKS)[mark]
    try:
        return data[len(mark) :].decode(name), name
    except UnicodeDecodeError as trouble:
        return _mended(data[len(mark) :], name, trouble, len(mark)), name
    except UnicodeError as trouble:
        raise ReadError(f"不是有效的 {name} 文字：{trouble}", f"no valid {name}: {trouble}") from None


def _marked(data: bytes) -> tuple[str, str] | None:
    """The text after a byte order mark, if there is one."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as_told(data, name)
    return None


def _detected(data: bytes, trouble: UnicodeDecodeError) -> tuple[str, str]:
    """The text of what is not clean UTF-8; ``trouble`` says where it is not."""
    from speechlint.readers import detection

    marked = _marked(data)
    if marked:
        return marked
    if b"\0" in data or _is_binary(data):
        return _unmarked(data)
    if detection.is_broken_utf8(data, trouble.start):
        return _mended(data, "utf-8", trouble), "utf-8"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as gb_trouble:
        if detection.is_likely(data.decode("gb18030", "replace")):
            return _mended(data, "gb18030", gb_trouble), "gb18030"
    else:
        if detection.is_likely(text):
            return text, "gb18030"
    found = detection.utf16(data) or detection.guessed(data)
    if not found:
        raise _undecodable(data, trouble)
    return found


def _mended(data: bytes, name: str, trouble: UnicodeDecodeError, shift: int = 0) -> str:
    """The text of what is sound but for a few bytes. Raises ``ReadError`` where too many are bad."""
    if name in ("utf-8", "gb18030"):
        from speechlint.readers import detection

        text = raw(data, name)
        bad = sum("\udc80" <= char <= "\udcff" for char in text)
        sound = name == "utf-8" or detection.is_likely(text)  # not UTF-8 that somebody takes for GBK
        if sound and bad <= max(_FEW_BAD, len(text) // _BAD_IN):
            return text.translate(_STAND_IN)
    raise _undecodable(bytes(shift) + data, trouble, shift)


def _unmarked(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark; whatever else holds NUL bytes or a known signature is no text."""
    from speechlint.readers import detection

    found = None if _is_binary(data) else detection.utf16(data)
    if found:
        return found
    from speechlint.readers.binary import refusal

    raise refusal(data)


def _is_binary(data: bytes) -> bool:
    from speechlint.readers.binary import signature

    return signature(data) is not None


def newlines(text: str) -> str:
    """``text`` with CRLF and lone CR as ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _undecodable(data: bytes, trouble: UnicodeDecodeError, shift: int = 0) -> ReadError:
    at = trouble.start + shift
    line = newlines(data[:at].decode(trouble.encoding, "replace")).count("\n") + 1
    name, byte = _label(trouble.encoding), f"0x{data[at]:02X}"
    return ReadError(
        f"第 {line} 行、第 {at + 1} 字节（{byte}）不是有效的 {name} 文字：文件可能被截断，或混用了两种编码。"
        "请用原来的软件打开，另存为 UTF-8；知道编码的，用 --encoding 指明，如 --encoding gb18030",
        f"line {line}, byte {at + 1} ({byte}) is no valid {name}: the file may be cut off, or two encodings mixed. "
        "Save it as UTF-8 in the program it came from, or name its encoding, as in --encoding gb18030",
    )


def _label(name: str) -> str:
    return "GB18030" if name == "gb18030" else name.upper()
