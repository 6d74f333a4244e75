"""A draft on a desk: what a person at a page sees of one draft and does with it, over any wire.

A request is one line of JSON, and behind its newline the bytes of a file, if it brings one; so is the reply. The page
``检查讲话稿.html`` asks a desk in the same tab, ``speechlint serve`` one in its own process: both say the same.
"""

from __future__ import annotations

import json

from speechlint.api.opened import EMPTY, opened
from speechlint.errors import SpeechlintError, UsageError, bug
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.api.opened import Opened
    from speechlint.quick.typing import Any


_TASKS = ("check", "fix", "restore", "explain", "ignore")
_FILES = ("draft", "plain", "annotated", "sheet", "json")


class Desk:
    """One draft, as it was opened; its text as it is now comes with each request."""

    def __init__(self) -> None:
        self._opened: Opened = EMPTY

    def answer(self, request: bytes) -> bytes:
        """The reply to a request; where it cannot be done, ``{"error": why}``: the draft stays as it was."""
        head, _, data = bytes(request).partition(b"\n")
        asked = json.loads(head)
        lang = asked.get("lang", "zh")
        try:
            told, made = self._done(asked, data)
        except SpeechlintError as why:
            told, made = {"error": why.told(lang)}, b""
        except Exception as why:
            told, made = {"error": bug(why)[lang == "en"]}, b""
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" + made

    def _done(self, asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        if asked["op"] == "open":
            self._opened = opened(asked["name"], data, asked.get("encoding"))
            return self._opened.told(), b""
        return _file(self._opened, asked) if asked["op"] in _FILES else _task(self._opened, asked)


def _task(opened: Opened, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    from speechlint.api import tasks

    if asked["op"] not in _TASKS:
        raise UsageError(f"没有“{asked['op']}”这件事", f"nothing is called '{asked['op']}'")
    done: dict[str, Any] = getattr(tasks, asked["op"])(opened, asked)
    return done, b""


def _file(opened: Opened, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    from speechlint.api import exports

    name, data = getattr(exports, asked["op"])(opened, asked)
    return {"name": name}, data
