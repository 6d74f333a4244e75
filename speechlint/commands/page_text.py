"""Bytes as text of a page: seven bits to a character, which in UTF-8 takes an eighth less than base64 and base85 do.

Three characters HTML does not leave alone: NUL, the carriage return, and the mark that begins a tag. Each of them goes
together with the character behind it as one of the 384 characters from U+0100 on, which take two bytes.
"""

from __future__ import annotations

from speechlint.quick import regex

_BYTES, _CHARACTERS = 7, 8  # of one group
_CHANGED = "\0\r<"
_TWO = 0x100
_PAIR = regex.later(rf"(?s)([{_CHANGED}])(.?)")


def text(data: bytes) -> str:
    """The characters for ``data`` and for zeros behind it, up to six of them. ``page/src/packed.ts`` reads them."""
    return _PAIR.sub(lambda pair: _as_one(*pair.groups()), _sevens(data).decode("ascii"))


def _as_one(changed: str, behind: str) -> str:
    return chr(_TWO + _CHANGED.index(changed) * 128 + ord(behind or "\0"))


def _sevens(data: bytes) -> bytes:
    """The bits of ``data``, the highest first, seven to a byte."""
    padded = data + bytes(-len(data) % _BYTES)
    columns = [padded[at::_BYTES] for at in range(_BYTES)]
    made = bytearray(len(columns[0]) * _CHARACTERS)
    made[0::_CHARACTERS] = _shifted(columns[0], -1)
    for at in range(1, _BYTES):
        made[at::_CHARACTERS] = _either(
            _shifted(columns[at - 1], _BYTES - at), _shifted(columns[at], -at - 1)
        )
    made[_BYTES::_CHARACTERS] = _shifted(columns[-1], 0)
    return bytes(made)


def _shifted(column: bytes, left: int) -> bytes:
    """Each byte shifted so far to the left, or to the right; of that the lower seven bits."""
    return column.translate(bytes((byte << left if left > 0 else byte >> -left) & 127 for byte in range(256)))


def _either(one: bytes, other: bytes) -> bytes:
    """The bits that are set in one or the other, of the same length."""
    return (int.from_bytes(one) | int.from_bytes(other)).to_bytes(len(one))
