"""No command lets a draft, a file name or a config give orders to the terminal, or turn its lines about."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write
from hypothesis import given
from hypothesis import strategies as st

from speechlint.reporters.terminal import harmless, visible

Run = Callable[..., Outcome]
ORDERS = [
    "\x1b]0;x\x07",
    "\x1b[31m",
    "\x9b31m",
    "\x08",
    "\r",
    "\x7f",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u2028",
    "\n假行",
]
OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
TURNING = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
DRAFT = "在市总工会X届三次{}委员会议上的讲话\n\n同志们：今天的会议{}很重要,请大家认真学习。\n"
COMMANDS = [
    *(
        ["check", *options]
        for options in ([], ["--info"], ["--statistics"], ["--color", "always"], ["--lang", "en"])
    ),
    *(["check", "--format", format] for format in ("json", "jsonl", "github", "azure", "concise")),
    *(["check", option] for option in ("--diff", "--show-files", "--show-config", "--changed", "--fix")),
    ["check", "--diff", "--unsafe-fixes"],
    ["outline"],
    ["outline", "--format", "json"],
    ["restore"],
    ["baseline", "create"],
    ["baseline", "check"],
    ["baseline", "update"],
    ["ignore"],
    ["review"],
    ["rules"],
    ["rules", "--format", "json"],
]
CONFIGS = [
    "stage: {0}",
    "stages: {{{0}: {{en: x}}}}\nstage: {0}",
    "{{exclude: [{0}], allow: [{0}]}}",
    "{0}: 1",
    "select: [{0}]",
    "packs: [{0}]",
    "baseline: {0}",
    "ignore_file: {0}",
    "rosters: [{0}]",
    "as_of: {0}",
    "severity: {{PLH001: {0}}}",
    "rosters: [{{name: {0}, post: 市长}}]",
    "[{0}",
]


def check(outcome: Outcome, *, json: bool) -> None:
    """Colours are the program's own; JSON may hold marks of directions, which are data."""
    for text in (outcome.out, outcome.err):
        plain = re.sub(r"\x1b\[[0-9;]*m", "", text) if "\x1b[0m" in text else text
        assert not OBEYED.search(plain)
        assert json or not TURNING.search(text)
        assert not any(line.startswith("假行") for line in text.split("\n"))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_name_and_a_draft_give_no_orders(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: command == ["restore"], raising=False)
    for at, order in enumerate(ORDERS):
        folder = tmp_path / f"夹{at}{order}"
        draft = write(
            folder / f"稿{order}.txt", DRAFT.format(order.replace("\n", ""), order.replace("\n", ""))
        )
        place = f"{draft}:1:1" if command == ["ignore"] else str(draft)
        more = ["--baseline", f"{folder}/基线"] if "baseline" in command else []
        name, *options = command
        outcome = run(name, *options, *([] if name == "rules" else [place]), *more)
        check(outcome, json="json" in command or "jsonl" in command)
        check(run(name, *options, str(folder / f"没有{order}")), json="json" in command or "jsonl" in command)


@pytest.mark.parametrize("config", CONFIGS)
def test_a_config_gives_no_orders(run: Run, tmp_path: Path, config: str) -> None:
    write(tmp_path / "a.txt", DRAFT)
    for order in ORDERS:
        value = '"' + "".join(f"\\u{ord(char):04x}" for char in f"值{order}") + '"'
        write(tmp_path / ".speechlint.yaml", config.format(value))
        for options in ([], ["--show-config"], ["--lang", "en"]):
            check(run("a.txt", *options), json=False)
        check(run("explain", f"PLH{order}"), json=False)


@given(st.text())
def test_whatever_it_is(text: str) -> None:
    for made in (harmless(text), visible(text)):
        assert not OBEYED.search(made)
        assert not TURNING.search(made)
        assert "\n" not in made


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])))
def test_what_is_read_stays(text: str) -> None:
    assert harmless(text) == text
