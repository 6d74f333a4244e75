"""Weights of features, found by a hash of what a feature says: no text can be read back from a table of them."""

from __future__ import annotations

import os
from zlib import crc32

_HERE = os.path.dirname(os.path.abspath(__file__))


def number(feature: str) -> int:
    """The hash by which a feature is found."""
    return crc32(feature.encode())


def path(name: str) -> str:
    """Where a table lies."""
    return os.path.join(_HERE, name)
