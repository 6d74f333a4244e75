"""What authorities that are no titles are called in English: a title is what one looks for, and is told as it is."""

from __future__ import annotations

import os

from speechlint.quick.functools import lru_cache
from speechlint.rulebook import packs


def in_language(source: str, lang: str) -> str:
    """The authority as a rule names it, or in English; as it is where no English is known."""
    return _english().get(source, source) if lang == "en" else source


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    """Without reading YAML as a rule pack is read: each line is ``中文: English``."""
    with open(os.path.join(packs.shipped(), packs.AUTHORITIES), encoding="utf-8") as file:
        rows = (line.rstrip("\n").partition(": ") for line in file if not line.startswith("#"))
        return {source: english for source, _, english in rows}
