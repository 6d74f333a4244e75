"""The letters of a text that are a formulation which the rules know: fixed sets, and how things are said officially."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.rulebook.catalogue import Catalogue


def known(text: str, catalogue: Catalogue) -> Iterator[tuple[int, int]]:
    """The spans of known formulations in some letters."""
    for phrase in formulations(catalogue):
        at = text.find(phrase)
        while at >= 0:
            yield at, at + len(phrase)
            at = text.find(phrase, at + 1)


def formulations(catalogue: Catalogue) -> set[str]:
    """The formulations of the rules as letters."""
    del catalogue
    return set()
