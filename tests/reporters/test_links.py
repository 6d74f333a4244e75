"""Links for terminals that follow them."""

from __future__ import annotations

import pytest
from drafts import PLAIN, result, run

from speechlint import reporters
from speechlint.reporters.links import linked, understood


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7003"}, True),
        ({"VTE_VERSION": "4600"}, False),
        ({"VTE_VERSION": "新"}, False),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"WT_SESSION": "1", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_terminals_that_have_links(environment: dict[str, str], expected: bool) -> None:
    assert understood(environment) is expected


def test_a_link_holds_an_address_without_controls() -> None:
    assert linked("稿", "/a b/稿\x1b.txt") == ("\x1b]8;;file:///a%20b/%E7%A8%BF%1B.txt\x1b\\稿\x1b]8;;\x1b\\")


def test_the_name_of_a_draft_is_a_link_where_wanted() -> None:
    given = run(result("⟦X届⟧", path="/稿.txt"))
    assert "\x1b" not in reporters.report("text", given, PLAIN)
    link = "\x1b]8;;file:///%E7%A8%BF.txt\x1b\\/稿.txt\x1b]8;;\x1b\\"
    assert link in reporters.report("text", given, PLAIN._replace(links=True)).split("\n")
