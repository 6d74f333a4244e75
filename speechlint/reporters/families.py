"""The titles of the families of rules, 占位符 and the like, without reading YAML as a rule pack is read."""

from __future__ import annotations

import os

from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.rulebook import packs

_ROW = regex.later(r"(?m)^([A-Z]+): \{zh: ([^,}]+), en: ([^,}]+)\}")


@lru_cache(maxsize=512)
def family(code: str) -> str:
    """The letters of a code: those of its family."""
    return code.rstrip("0123456789")


def title(letters: str, lang: str) -> str:
    """The title of a shipped family; of another one its letters."""
    return _titles(packs.shipped()).get(letters, (letters, letters))[lang == "en"]


@lru_cache(maxsize=8)
def _titles(pack: str) -> dict[str, tuple[str, str]]:
    with open(os.path.join(pack, packs.FAMILIES), encoding="utf-8") as file:
        return {letters: (zh, en) for letters, zh, en in _ROW.findall(file.read())}
