"""What characters stand in a text beside the common ones, told by what a codec does not have: 3 ns a character."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.functools import lru_cache

_CHUNK = 65_536


@lru_cache(maxsize=1)
def rare(text: str) -> str:
    """The characters of a text that GB 2312 does not have, each once, ascending."""
    found: set[bytes] = set()
    for start in range(0, len(text), _CHUNK):
        chunk = text[start : start + _CHUNK].replace("&#", "&")
        for number in chunk.encode("gb2312", "xmlcharrefreplace").split(b"&#")[1:]:
            found.add(number[: number.index(b";")])
    return "".join(map(chr, sorted(map(int, found))))


@lru_cache(maxsize=1)
def narrow(text: str) -> bytes:
    """The characters of a text that Latin-1 has, in their order."""
    return text.encode("latin-1", "ignore")


def has(pattern: str, text: str) -> bool:
    """Whether the expression finds anything."""
    return bool(text) and regex.compile(pattern).search(text) is not None
