"""Paths of drafts as code hosts want them: seen from the top of the repository, which is where a job runs."""

from __future__ import annotations

import os

from speechlint.reporters.terminal import readable


def inside(path: str) -> str | None:
    """``path`` seen from the current folder, with ``/``; None where it is elsewhere."""
    try:
        seen = os.path.relpath(path)
    except ValueError:  # another drive
        return None
    return None if seen.startswith("..") else readable(seen).replace(os.sep, "/")
