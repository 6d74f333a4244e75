"""How a site damages a draft against copying: the mechanism, for tests that undo it again.

The text becomes traditional, its GBK bytes are searched for a table of characters to gloss and for
marks to cut before, both blind to where a character begins; the decoder prints one ``?`` for a
broken pair and swallows both bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

MARKS = "，。、；：？！"
_CUT = b"\x01"


def shifted(text: str, glosses: Mapping[str, str] = {}, marks: str = MARKS) -> str:
    """``text`` after byte-wise glossing and cutting; ``glosses`` maps characters to their pinyin."""
    raw = text.encode("gbk")
    for char, pinyin in glosses.items():
        code = char.encode("gbk")
        raw = raw.replace(code, code + f"({pinyin})".encode("gbk"))
    for mark in marks:
        raw = raw.replace(mark.encode("gbk"), _CUT + mark.encode("gbk"))
    return _lossy(raw).replace(_CUT.decode(), "")


def _lossy(raw: bytes) -> str:
    chars: list[str] = []
    at = 0
    while at < len(raw):
        if raw[at] < 0x80:
            chars.append(chr(raw[at]))
            at += 1
            continue
        chars.append(_pair(raw[at : at + 2]))
        at += 2
    return "".join(chars)


def _pair(pair: bytes) -> str:
    if len(pair) < 2 or pair[1] < 0x40:
        return "?"
    try:
        return pair.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
