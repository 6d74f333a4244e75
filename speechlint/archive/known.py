"""The letters of a text that are a formulation which the rules know: fixed sets, and how things are said officially."""

from __future__ import annotations

from speechlint.archive.letters import letters
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.quick.typing import Any
    from speechlint.rulebook.catalogue import Catalogue

_LEAST = 4  # letters; what is shorter is a word
_NAMING = ("named_set", "members", "formulation")  # checks whose tables hold formulations


def known(text: str, catalogue: Catalogue) -> Iterator[tuple[int, int]]:
    """The spans of known formulations in some letters."""
    for phrase in _all(_Same(catalogue)):
        at = text.find(phrase)
        while at >= 0:
            yield at, at + len(phrase)
            at = text.find(phrase, at + 1)


class _Same:
    """A catalogue that is known by its identity, to keep what was made of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


@lru_cache(maxsize=4)
def _all(of: _Same) -> frozenset[str]:
    return frozenset(formulations(of.catalogue))


def formulations(catalogue: Catalogue) -> set[str]:
    """The formulations of the rules' tables, as letters."""
    said: set[str] = set()
    for at, rule in enumerate(catalogue.rules):
        if rule.check in _NAMING:
            options = catalogue.options(at)
            said.update(*map(_entry, options.get("entries", {}).values()))
            said.update(*map(_window, options.get("windows", {}).values()))
    return {words for words in map(letters, said) if len(words) >= _LEAST}


def _entry(entry: Mapping[str, Any]) -> list[str]:
    """A fixed set by its name and its members, as they stand one by one and in a row."""
    names = list(entry.get("names") or entry.get("members") or ())
    return [entry.get("phrase") or "", "".join(names), *names]


def _window(window: Mapping[str, Any]) -> list[str]:
    """The formulations that have taken each other's place."""
    return [window.get("replacement") or "", *(say for say, _ in window.get("succession") or ())]
