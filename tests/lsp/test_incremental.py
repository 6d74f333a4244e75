"""However a draft is edited, what is known of it piece by piece is what checking all of it would say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from speechlint import Finding, Layer, Project, check
from speechlint.api.editing import check_lines, line_rules
from speechlint.lsp.drafts import Change, Draft
from speechlint.lsp.text import Position, Text

EDITS = int(os.environ.get("SPEECHLINT_EDITS", "20"))
UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
PIECES = st.sampled_from(
    [
        *(
            "同志们：",
            "截止目前，",
            "已经约谈三个单位。",
            "XX户",
            "第X届",
            "喜迎党的二十大",
            "20xx年",
            "“三个到位”",
            "回顾过去，",
        ),
        *(
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "一、",
            "二、",
            "是",
            "的",
            "，",
            "。",
            "；",
            "：",
            "《",
            "》",
            "“",
            "”",
            "（",
            ")",
            ",",
        ),
        *(
            "𠮷",
            "😀",
            "e\u0301",
            "\t",
            "\u2028",
            "\u0085",
            "\x0c",
            "　",
            " ",
            "a",
            "1",
            "×××",
            "……",
            "2021年",
            "防汛工作",
            "以来",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


class Edit:
    """A place, as a share of what there is, how much goes, and what comes."""

    def __init__(self, at: float, gone: int, text: str) -> None:
        self.at, self.gone, self.text = at, gone, text

    def __repr__(self) -> str:
        return f"Edit({self.at}, {self.gone}, {self.text!r})"


EDITING = st.lists(
    st.builds(Edit, st.floats(0, 1), st.integers(0, 12), st.lists(PIECES, max_size=3).map("".join)),
    min_size=1,
    max_size=8,
)


def lines_of(raw: str) -> list[str]:
    """As the protocol ends lines: CRLF, LF and CR."""
    return raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def position(raw: str, at: int, units: str) -> Position:
    """Of an offset in what the editor has, counted by encoding."""
    before = lines_of(raw[:at])
    codec = UNITS[units]
    return Position(len(before) - 1, len(before[-1].encode(codec)) // (1, 2, 4)[list(UNITS).index(units)])


def edited(raw: str, edit: Edit, units: str) -> tuple[str, Change]:
    """What the editor has after an edit, and what it says of it; never within a CRLF."""
    start = int(edit.at * len(raw))
    end = min(len(raw), start + edit.gone)
    start -= raw[start - 1 : start + 1] == "\r\n"
    end += raw[end - 1 : end + 1] == "\r\n"
    change = Change(position(raw, start, units), position(raw, end, units), edit.text)
    return raw[:start] + edit.text + raw[end:], change


@settings(max_examples=EDITS)
@given(TEXTS, EDITING, st.sampled_from(list(UNITS)))
def test_the_text_is_what_the_editor_has(raw: str, edits: list[Edit], units: str) -> None:
    draft = Draft("untitled:a", "a.txt", 1, raw)
    for version, edit in enumerate(edits, 2):
        before = draft.text.source
        raw, change = edited(raw, edit, units)
        draft.change([change], version, units)
        assert draft.text.lines == Text(raw).lines
        assert draft.text.source == "\n".join(lines_of(raw))
        [(_, made)] = draft._log[-1:]
        assert before[: made.span.start] + made.text + before[made.span.end :] == draft.text.source
        for at in range(len(raw) + 1):
            place = position(raw, at, units)
            assert draft.text.position(draft.text.offset(place, units), units) == place


@cache
def project() -> Project:
    """The rules that look at lines, all others left out."""
    every = Project(Layer(as_of="2026-11-28"), isolated=True)
    return Project(Layer(select=tuple(sorted(line_rules("a.txt", every))), as_of="2026-11-28"), isolated=True)


def told(findings: Iterable[Finding]) -> list[tuple[str, str, int, int]]:
    return sorted((one.selector, one.message, *place) for one in findings for place in one.places)


def whole(draft: Draft) -> None:
    """Checks all of it."""
    done = check(draft.path, draft.text.source, project())
    draft.accept(draft.text, done.doc.text, [one for finding in done.findings for one in finding.each()])


def lines(draft: Draft) -> None:
    """Checks what was edited."""
    now = draft.now
    assert now.edited
    assert now.reading is not None
    found = check_lines(draft.path, now.text.source, now.edited, now.reading, project())
    each = [one for finding in found.findings for one in finding.each()]
    draft.accept_lines(now.text, found.span, line_rules(draft.path, project()), each)


@settings(max_examples=EDITS, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, EDITING, st.sampled_from(["稿.txt", "稿.md"]))
@example(
    "同志们：同志们：同志们：同志们：同志们：\u2028同志们：𠮷",
    [Edit(0.71875, 9, "《"), Edit(0.84375, 2, "")],
    "稿.txt",
)
@example("", [Edit(0.0, 0, "\t同志们："), Edit(0.25, 0, "\n")], "稿.md")
def test_lines_that_were_edited_are_as_if_all_were_checked(raw: str, edits: list[Edit], path: str) -> None:
    raw = "同志们：\n大家都要认真学习，抓好落实，务必见到实效。\n" + raw
    draft, other = Draft("untitled:a", path, 1, raw), Draft("untitled:b", path, 1, raw)
    whole(draft)
    for version, edit in enumerate(edits, 2):
        raw, change = edited(raw, edit, "utf-16")
        for one in (draft, other):
            one.change([change], version, "utf-16")
        lines(draft)
        whole(other)
        assert told(draft.findings) == told(other.findings)


def test_what_was_edited_since_all_was_checked_is_the_place_of_the_edit() -> None:
    draft = Draft("untitled:a", "稿.txt", 1, "同志们：\n截止目前，已经约谈。\n大家好。\n")
    whole(draft)
    assert draft.now.edited is None
    for version, (at, text) in enumerate([(3, "的"), (4, "了")], 2):
        draft.change([Change(Position(2, at), Position(2, at), text)], version, "utf-16")
    assert draft.now.edited
    assert draft.text.source[slice(*draft.now.edited)] == "的了"


def test_what_another_rule_tells_already_is_told_once() -> None:
    """As in a check of all: a rule for lines is quiet where one that looks at all of it says the same."""
    draft = Draft("untitled:a", "稿.txt", 1, "截止目前，好。")
    whole(draft)
    [known] = draft.findings
    other = known._replace(code="AAA001", also=(known.code,))
    draft.accept(draft.text, draft.text.source, [other])
    draft.change([Change(Position(0, 6), Position(0, 6), "的")], 2, "utf-16")
    lines(draft)
    assert draft.findings == [other]
