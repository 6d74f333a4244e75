"""Modules by name, imported when first needed; ``importlib`` is a millisecond of a cold start by itself."""

from __future__ import annotations

import sys

from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.typed import Any


def load(name: str) -> Any:
    """The module called ``name``."""
    module = sys.modules.get(name)
    if module is None:
        __import__(name)
        module = sys.modules[name]
    return module
