"""Which input reaches what none has reached before: told by Python 3.12 and later, at next to no cost."""

from __future__ import annotations

import sys
from types import CodeType
from typing import Any

from fuzz_inputs import ROOT

OWN = str(ROOT / "speechlint")


class Lines:
    """Counts the lines of the program that are run for the first time; before Python 3.12, none."""

    def __init__(self) -> None:
        self.met = 0
        if sys.version_info >= (3, 12):
            ours = sys.monitoring
            ours.use_tool_id(ours.COVERAGE_ID, "fuzz")
            ours.register_callback(ours.COVERAGE_ID, ours.events.LINE, self._line)
            ours.set_events(ours.COVERAGE_ID, ours.events.LINE)
            ours.restart_events()

    def close(self) -> None:
        """Counts no more: whatever is imported later would pay for it, a large module half a minute."""
        if sys.version_info >= (3, 12):
            sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, sys.monitoring.events.NO_EVENTS)
            sys.monitoring.free_tool_id(sys.monitoring.COVERAGE_ID)

    def _line(self, code: CodeType, _: int) -> Any:
        self.met += code.co_filename.startswith(OWN)
        return sys.monitoring.DISABLE  # type: ignore[attr-defined,unused-ignore]
