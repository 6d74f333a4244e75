"""Provinces by their one character where somebody is in them: 在/鄂/就读, 来/陕/考察."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE = "[津沪渝冀晋辽吉苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘藏宁疆汉蓉穗]"
_IN_ONE = regex.later(
    f"(?<=在){_ONE}(?=[省市国投企工注设举高院央外参成就组])(?!宁国|汉[中口阳高]|吉[林安]|桂林)|(?<=来){_ONE}(?=考察|调研|视察)"
)


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each, and where it begins and ends."""
    for found in _IN_ONE.finditer(text):
        yield "place", *found.span()
