"""The config that applies to a folder: its own, or that of the nearest folder above."""

from __future__ import annotations

import os

from speechlint.project.layers import NAME, NONE
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.project.layers import Config

_PYPROJECT = "pyproject.toml"


def find(folder: str) -> Config:
    """The config in ``folder`` or the nearest folder above; NONE without one. Raises ``ConfigError``."""
    for above in upward(folder):
        path = os.path.join(above, NAME)
        if os.path.isfile(path):
            return read(path)
        if os.path.isfile(path.removesuffix("yaml") + "yml"):
            return _misnamed(path.removesuffix("yaml") + "yml")
        path = os.path.join(above, _PYPROJECT)
        if os.path.isfile(path) and _speaks_of_us(path):
            found = read(path)
            if found.path:
                return found
    return NONE


def read(path: str) -> Config:
    """The config in a YAML file or a pyproject.toml. Raises ``ConfigError``, strictly."""
    from speechlint.project import configfile

    return configfile.read(path)


def upward(folder: str) -> Iterable[str]:
    """``folder`` and the folders above it."""
    folder = os.path.abspath(folder)
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _speaks_of_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"speechlint" in file.read()
    except OSError:
        return False


def _misnamed(path: str) -> Config:
    from speechlint.errors import ConfigError

    raise ConfigError(f"{path}: 配置文件的名字应是 {NAME}", f"{path}: the config must be called {NAME}")
