"""Milliseconds by step and rule, for ``--timing``; where nobody asked, nothing is measured."""

from __future__ import annotations

import time

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.finding import Hit

_LISTED = 20
_STEPS = {"read": "读入", "literals": "找词", "lint": "检查", "report": "报告"}
spent: dict[str, float] | None = None


def start() -> None:
    """Measure from now on."""
    global spent
    spent = {}


class Step:
    """``with Step("read")``: what is done inside counts for that step."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        if spent is not None:
            add(self._name, time.perf_counter() - self._began)


def add(name: str, seconds: float) -> None:
    assert spent is not None
    spent[name] = spent.get(name, 0.0) + seconds


def timed(code: str, hits: Iterator[Hit]) -> Iterator[Hit]:
    """The same hits; the time they take counts for the rule."""
    hits = iter(hits)  # a check may give a list
    while True:
        began = time.perf_counter()
        hit = next(hits, None)
        add(code, time.perf_counter() - began)
        if hit is None:
            return
        yield hit


def table(lang: str) -> str:
    """One line for each step, then for each of the slowest rules."""
    told = spent or {}
    steps = [(name, seconds) for name, seconds in told.items() if name in _STEPS]
    rules = sorted(((s, code) for code, s in told.items() if code not in _STEPS), reverse=True)
    lines = [f"{_label(name, lang)}{seconds * 1000:10.1f} ms" for name, seconds in steps]
    lines += [f"  {code:<8}{seconds * 1000:10.1f} ms" for seconds, code in rules[:_LISTED]]
    rest = sum(seconds for seconds, _ in rules[_LISTED:])
    return "\n".join([*lines, f"  {'…':<7}{rest * 1000:10.1f} ms"] if rest else lines)


def _label(step: str, lang: str) -> str:
    """The name of a step, ten columns wide."""
    return f"{step:<10}" if lang == "en" else f"{_STEPS[step]:<8}"
