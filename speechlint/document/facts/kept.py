"""Names that the rules keep for the table of facts: ``rules/names/*.txt``, words apart by spaces, ``#`` before what is none."""

from __future__ import annotations

import os

from speechlint.quick.functools import lru_cache

_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@lru_cache(maxsize=8)
def names(of: str) -> frozenset[str]:
    """The names of a file, ``bodies`` or ``places``, of the shipped rules: inside the package, or beside it in a checkout."""
    inside = os.path.join(_PACKAGE, "rules")
    folder = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), "rules")
    with open(os.path.join(folder, "names", f"{of}.txt"), encoding="utf-8") as file:
        return frozenset(name for line in file if not line.startswith("#") for name in line.split())
