"""What a report is written in: people's consoles differ, machines get UTF-8."""

from __future__ import annotations

import pytest

from speechlint.reporters import encoded, encoding


@pytest.mark.parametrize("stream", ["cp936", "ascii", "utf-8", None])
def test_machines_get_utf8(stream: str | None) -> None:
    assert encoding("json", stream) == "utf-8"


@pytest.mark.parametrize(
    ("stream", "used"),
    [
        ("cp936", "cp936"),
        ("big5", "utf-8"),
        ("utf-8", "utf-8"),
        ("ascii", "utf-8"),
        ("latin-1", "utf-8"),
        (None, "utf-8"),
    ],
)
def test_people_get_what_their_console_shows(stream: str | None, used: str) -> None:
    assert encoding("text", stream) == used


def test_characters_a_console_lacks_are_stood_in_for() -> None:
    assert encoded("在⟦X届⟧😀全会", "cp936").decode("cp936") == "在〖X届〗?全会"


def test_nothing_is_lost_where_all_can_be_shown() -> None:
    assert encoded("在⟦X届⟧😀全会", "utf-8").decode() == "在⟦X届⟧😀全会"
