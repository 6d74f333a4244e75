"""The thread that checks: the newest text first, and what is out of date is dropped rather than waited for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint.lsp.drafts import Draft, Now

_PATIENCE = 2  # checks of a draft that are given up for a newer text before one is let come to its end


class StaleError(Exception):
    """What is being checked is not what stands there any more."""


class Checker:
    """Runs ``check(draft, now, between)`` for drafts that want it, and other work, one at a time, in a thread of its own."""

    def __init__(self, check: Callable[[Draft, Now, Callable[[], None]], None]) -> None:
        self._check = check
        self._drafts: dict[str, Draft] = {}
        self._work: list[Callable[[], None]] = []
        self._change = threading.Condition()
        threading.Thread(target=self._run, daemon=True, name="checker").start()

    def want(self, draft: Draft) -> None:
        """Have the draft checked as it is now, before those that were wanted earlier."""
        with self._change:
            self._drafts.pop(draft.uri, None)
            self._drafts[draft.uri] = draft
            self._change.notify()

    def do(self, work: Callable[[], None]) -> None:
        """Have other work done before the next check; it must not raise."""
        with self._change:
            self._work.append(work)
            self._change.notify()

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._work or self._drafts)
                work = self._work.pop(0) if self._work else None
                draft = None if work else self._drafts.popitem()[1]
            if work:
                work()
            elif draft and draft.is_open:
                self._checked(draft)

    def _checked(self, draft: Draft) -> None:
        now = draft.now

        def between() -> None:
            if not draft.is_open or (draft.text is not now.text and draft.dropped < _PATIENCE):
                raise StaleError

        try:
            self._check(draft, now, between)
        except StaleError:
            draft.dropped += 1
