"""The frame of an HTML page: its style and script inside it, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import os
from html import escape

_HERE = os.path.dirname(os.path.abspath(__file__))


def escaped(text: str) -> str:
    """``text`` as it stands in an element or in a quoted attribute."""
    return escape(text, quote=True)


def beginning(name: str, lang: str) -> str:
    """Up to the beginning of the body. The policy allows this very style and script, and no request at all."""
    style = _read("page.css")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_read('page.js'))}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!doctype html>\n<!-- speechlint -->\n<html lang="{"en" if lang == "en" else "zh-Hans"}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{escaped(name)}</title><style>{style}</style></head><body>"
    )


def end() -> str:
    """The script, and the end of the page."""
    return f"<script>{_read('page.js')}</script></body></html>"


def _read(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8", newline="\n") as file:
        return file.read()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
