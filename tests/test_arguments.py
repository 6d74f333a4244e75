"""The parser of command lines, apart from what the commands make of it."""

from __future__ import annotations

import pytest

from speechlint.commands.arguments import Given, Option, first_word, parse
from speechlint.errors import UsageError

OPTIONS = (
    Option("--quiet", "", "", short="-q"),
    Option("--select", "", "", "RULES"),
    Option("--format", "", "", "text|json", ("text", "json"), "-f"),
)


def test_words_and_options_in_any_order() -> None:
    given = parse(["a.txt", "-q", "--select", "PLH", "b.txt"], OPTIONS)
    assert given == Given({"--quiet": [""], "--select": ["PLH"]}, ("a.txt", "b.txt"))


@pytest.mark.parametrize("argv", [["--format=json"], ["--format", "json"], ["-f", "json"], ["-f=json"]])
def test_value_after_a_space_or_an_equals_sign(argv: list[str]) -> None:
    assert parse(argv, OPTIONS).last("--format") == "json"


def test_list_by_commas_and_by_repetition() -> None:
    given = parse(["--select", "PLH, NUM001", "--select=SLG，CNT"], OPTIONS)
    assert given.listed("--select") == ("PLH", "NUM001", "SLG", "CNT")


def test_the_last_value_counts() -> None:
    assert parse(["-f", "json", "-f", "text"], OPTIONS).last("--format") == "text"


def test_after_two_dashes_all_are_words() -> None:
    assert parse(["--", "-q", "--"], OPTIONS).words == ("-q", "--")


def test_one_dash_is_a_word() -> None:
    assert parse(["-"], OPTIONS).words == ("-",)


@pytest.mark.parametrize(
    "argv", [["--quite"], ["-x"], ["－－quiet"], ["—quiet"], ["--quiet=1"], ["--format"]]
)
def test_anything_else_is_a_mistake(argv: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(argv, OPTIONS)


@pytest.mark.parametrize(
    ("argv", "at"),
    [
        (["explain", "PLH001"], 0),
        (["-q", "check"], 1),
        (["--select", "check", "a.txt"], 2),
        (["--select=PLH", "check"], 1),
        (["-q", "--", "check"], None),
        ([], None),
    ],
)
def test_where_the_command_would_stand(argv: list[str], at: int | None) -> None:
    assert first_word(argv, OPTIONS) == at
