"""Links on terminals that follow them (OSC 8): the name of a draft opens it."""

from __future__ import annotations

import os

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.terminal import readable

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio")
_TERMS = ("xterm-kitty", "alacritty", "foot", "contour", "xterm-ghostty")
_NAMES = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "WEZTERM_PANE")
_VTE = 5000  # the first version that has them


def understood(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says that it is one that has links; ``FORCE_HYPERLINK`` says yes, or no with 0."""
    forced = environment.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in _PROGRAMS
        or environment.get("TERM", "").startswith(_TERMS)
        or any(map(environment.get, _NAMES))
        or (vte.isascii() and vte.isdigit() and int(vte) >= _VTE)
    )


def linked(text: str, path: str) -> str:
    """``text`` as a link to the file at ``path``."""
    from urllib.parse import quote

    address = quote(os.path.abspath(readable(path)).replace(os.sep, "/"))
    return f"\x1b]8;;file://{address}\x1b\\{text}\x1b]8;;\x1b\\"
