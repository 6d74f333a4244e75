"""Where thousands of literals stand in a text, in one pass over its two-character windows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress, count
from operator import add
from typing import Any

Index = dict[str, Any]


def build(gates: Iterable[tuple[Any, str]]) -> Index:
    """An index of ``(key, literal)`` pairs: plain data, fit for marshal."""
    pairs: dict[str, list[tuple[str, Any]]] = {}
    singles: dict[str, list[Any]] = {}
    for key, literal in gates:
        if len(literal) == 1:
            singles.setdefault(literal, []).append(key)
        else:
            pairs.setdefault(literal[:2], []).append((literal, key))
    return {"pairs": pairs, "singles": singles}


def scan(text: str, index: Mapping[str, Any]) -> dict[Any, list[int]]:
    """For each key whose literals occur in ``text``: their offsets, ascending per literal."""
    found: dict[Any, list[int]] = {}
    pairs = index["pairs"]
    here = map(pairs.__contains__, map(add, text, text[1:]))
    for at in compress(count(), here):
        for literal, key in pairs[text[at : at + 2]]:
            if text.startswith(literal, at):
                found.setdefault(key, []).append(at)
    for char, keys in index["singles"].items():
        at = text.find(char)
        if at < 0:
            continue
        offsets = []
        while at >= 0:
            offsets.append(at)
            at = text.find(char, at + 1)
        for key in keys:
            found.setdefault(key, []).extend(offsets)
    return found
