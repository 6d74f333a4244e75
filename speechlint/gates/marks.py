"""Expressions that take half-width marks for the full-width ones they name, as many pages write them: 位于 ,全长."""

from __future__ import annotations

from speechlint.quick import regex

_HALF = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?"}
_PART = regex.later(r"\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[，；：！？]")


def either(pattern: str) -> str:
    """``pattern``, with each full-width mark in it standing for the half-width one as well."""
    return _PART.sub(lambda part: _either(part[0]), pattern)


def _either(part: str) -> str:
    if part[0] == "\\":
        return part
    missing = "".join(half for full, half in _HALF.items() if full in part and half not in part)
    return f"{part[:-1]}{missing}]" if part[0] == "[" else f"[{part}{missing}]"
