"""Real editors, started without a screen; one that is not installed is skipped by name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import ROOT

from speechlint import check_text

SECONDS = 60
FAULTY = (
    "截止目前，已约谈三个单位。\n"
    "𠮷林市，截止目前，已约谈三个单位。\n"
    "😀好，截止目前，已约谈三个单位。\n"
    "cafe\u0301，截止目前，已约谈三个单位。\n"
    "\t截止目前，已约谈三个单位。\n"
)
# Code points before the fault on each line; it is two characters long.
COLUMNS = [0, 4, 3, 6, 1]
FIXED = FAULTY.replace("截止", "截至")


def needs(*names: str) -> str:
    """The first of these programs that there is."""
    beside = os.path.dirname(sys.executable)
    for name in names:
        found = shutil.which(name) or shutil.which(name, path=beside)
        if found:
            return found
    pytest.skip(f"没有 {names[0]}")


def ran(argv: Sequence[str | Path], folder: Path) -> str:
    """What an editor prints, both ways; the programs of this checkout come first."""
    check_text("同志们")  # the rules are compiled by then
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_DATA_HOME": str(home / "data"),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "PATH": os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"])),
    }
    done = subprocess.run(
        list(map(str, argv)),
        cwd=folder,
        env=environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=SECONDS * 2,
        check=False,
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def settings(name: str) -> str:
    """What ``speechlint setup`` prints for an editor."""
    [file] = (ROOT / "editors").glob(f"{name}.*")
    return file.read_text(encoding="utf-8")
