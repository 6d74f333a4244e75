"""Fixes: which are taken, and that every other byte stays."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, RULES, TODAY, chosen, unmarked
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.errors import WriteError
from speechlint.files import writing
from speechlint.finding import Edit, Finding, Fix, Mute, Severity
from speechlint.fixing import fix
from speechlint.project.layers import Settings
from speechlint.readers.decoding import decode
from speechlint.rulebook.examples import Example
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

DRAFTS = [
    path
    for path in sorted((ROOT / "tests" / "drafts").iterdir())
    if path.suffix in (".txt", ".md") and not path.name.endswith(".expected.txt")
]


def finding(*fixes: Fix, muted_by: Mute | None = None) -> Finding:
    return Finding("a.txt", "T001", "t", Severity.ERROR, "", Span(0, 1), "", fixes=fixes, muted_by=muted_by)


def replace(start: int, end: int, text: str, *, safe: bool = True) -> Fix:
    return Fix((Edit(Span(start, end), text),), safe)


def replacing(old: str, new: str, *, safe: bool = True) -> fix.Lint:
    """A linter that finds every ``old`` and would have ``new``."""

    def found(source: str) -> Sequence[Finding]:
        starts = [at for at in range(len(source)) if source.startswith(old, at)]
        return [finding(replace(at, at + len(old), new, safe=safe)) for at in starts]

    return found


def test_a_safe_fix_is_taken() -> None:
    assert fix.fix("截止目前".encode(), "utf-8", replacing("截止", "截至")) == ("截至目前".encode(), 1)


def test_an_unsafe_fix_waits_to_be_asked_for() -> None:
    lint_ = replacing("三点", "四点", safe=False)
    assert fix.fix("讲三点".encode(), "utf-8", lint_).settled == 0
    assert fix.fix("讲三点".encode(), "utf-8", lint_, unsafe=True).data.decode() == "讲四点"


def test_a_finding_with_two_answers_is_left_to_the_writer() -> None:
    both = finding(replace(0, 1, "校", safe=False), replace(0, 1, "海", safe=False))
    assert fix.answers([both], unsafe=True) == []


def test_a_muted_finding_is_not_fixed() -> None:
    assert fix.answers([finding(replace(0, 1, ""), muted_by=Mute("sidecar", "a:1"))], unsafe=True) == []


def test_fixes_that_overlap_take_turns() -> None:
    kept, count = fix.compatible([replace(0, 2, "甲"), replace(1, 3, "乙"), replace(3, 4, "丙")])
    assert [edit.text for edit in kept] == ["甲", "丙"]
    assert count == 2


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(encoding: str, newline: str) -> None:
    before = f"同志们：{newline}截止目前，{newline}一切正常。{newline}"
    after = before.replace("截止", "截至")
    fixed = fix.fix(before.encode(encoding), encoding, replacing("截止", "截至"))
    assert fixed.data == after.encode(encoding)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_line_that_is_new_ends_as_the_others(newline: str) -> None:
    before = f"同志们：{newline}修路。二、架桥{newline}"
    fixed = fix.fix(before.encode(), "utf-8", replacing("。二", "。\n二"))
    assert fixed.data == before.replace("。", f"。{newline}").encode()


def test_the_byte_order_mark_is_kept() -> None:
    data = "\ufeff截止目前".encode()
    assert fix.fix(data, "utf-8", replacing("截止", "截至")).data == "\ufeff截至目前".encode()


def test_a_character_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(WriteError, match="big5 里没有的字“们”"):
        fix.fix("同志們".encode("big5"), "big5", replacing("們", "们"))


def test_gbk_stays_gbk() -> None:
    """GBK is read as GB18030, which has every character there is: what GBK lacks, a reader of GBK would not know."""
    with pytest.raises(WriteError, match="GBK 里没有的字“䶮”"):
        fix.fix("王龑同志".encode("gbk"), "gb18030", replacing("龑", "䶮"))
    fixed = fix.fix("王龑䶮同志".encode("gb18030"), "gb18030", replacing("龑", "䶮"))
    assert fixed.data == "王䶮䶮同志".encode("gb18030")


@pytest.mark.parametrize("data", [b"\xfe\n", b"\xb8\x30"], ids=["before a newline", "before a digit"])
def test_nothing_is_written_beside_a_bad_byte_that_would_take_it_in(data: bytes) -> None:
    """The byte and the first one of the new character would make another character, and so on to the end of the line."""
    whole = ("同志们，" * 30).encode("gb18030") + data + "截止目前。".encode("gb18030")
    with pytest.raises(WriteError, match="读不出的字节"):
        fix.fix(whole, "gb18030", replacing(data[1:].decode(), "改"))
    assert fix.fix(whole, "gb18030", replacing("截止", "截至")).data == whole.replace(
        "截止".encode("gbk"), "截至".encode("gbk")
    )


@given(st.text(alphabet="甲乙丙\r\n", max_size=40))
def test_fixing_twice_changes_nothing_more(text: str) -> None:
    lint_ = replacing("甲", "丁")
    once = fix.fix(text.encode(), "utf-8", lint_).data
    assert fix.fix(once, "utf-8", lint_) == (once, 0)
    assert once.decode() == text.replace("甲", "丁")


def linter(rule: Rule, example: Example) -> fix.Lint:
    """The linter with this one rule, judging as the example wants to be judged."""
    return alone(rule.code, example.entry, example.format, example.as_of or TODAY)


@cache
def alone(code: str, entry: str | None, format: str, as_of: str) -> fix.Lint:
    """The linter with one rule, or one entry of it, which looks at a text once."""
    settings = Settings(AsOf(as_of, "--as-of"), Selection((f"{code}/{entry}" if entry else code,)))
    return cache(lambda source: lint(Document("draft.txt", source, format=format), chosen(code), settings))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_a_rule_fixes_it_finds_no_more(rule: Rule, unsafe: bool) -> None:
    for example in rule.bad:
        found = linter(rule, example)
        text, _ = unmarked(example.text)
        settled = len(fix.answers(found(text), unsafe=unsafe))
        fixed = fix.fix(text.encode(), "utf-8", found, unsafe=unsafe)
        after = found(fixed.data.decode())
        assert not fix.answers(after, unsafe=unsafe), fixed.data.decode()
        assert places(after) <= places(found(text)) - settled, fixed.data.decode()


def test_every_entry_with_a_fix_has_an_example_of_it() -> None:
    made = {
        f.selector
        for rule in RULES
        for example in rule.bad
        for f in linter(rule, example)(unmarked(example.text)[0])
        if f.fixes
    }
    named = {
        f"{rule.code}/{name}"
        for rule in RULES
        for name, entry in rule.options.get("entries", {}).items()
        if isinstance(entry, dict) and (entry.get("fix") is not None or entry.get("remove"))
    }
    assert len(named) > 300
    assert named <= made, named - made


def places(findings: Sequence[Finding]) -> int:
    return sum(len(finding.places) for finding in findings)


@cache
def everything(format: str, as_of: str | None = None) -> fix.Lint:
    """The linter with all rules, which looks at a text once."""
    settings = Settings(AsOf(as_of or TODAY, "--as-of"))
    return cache(lambda source: lint(Document("draft.txt", source, format=format), chosen(), settings))


def grave(findings: Sequence[Finding]) -> Counter[str]:
    """How many places are found wrong, by rule or entry; what is only worth a look does not count."""
    return Counter(f.selector for f in findings if f.severity > Severity.INFO for _ in f.places)


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_fix_creates_no_finding(rule: Rule, unsafe: bool) -> None:
    """With all rules on the examples of each: nothing more is found, and fixing twice changes nothing."""
    for example in (*rule.bad, *rule.good):
        found = everything(example.format, example.as_of)
        text, _ = unmarked(example.text)
        fixed = fix.fix(text.encode(), "utf-8", found, unsafe=unsafe).data
        if fixed.decode() != text:
            assert not grave(found(fixed.decode())) - grave(found(text)), fixed.decode()
            assert fix.fix(fixed, "utf-8", found, unsafe=unsafe).data == fixed


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_drafts_are_fixed_once_and_for_all(draft: Path, unsafe: bool) -> None:
    """What more is found than before does not stand where something was fixed: it only shows now."""
    found = everything("markdown" if draft.suffix == ".md" else "text")
    text, _ = decode(draft.read_bytes())
    fixed = fix.fix(text.encode(), "utf-8", found, unsafe=unsafe).data
    after = found(fixed.decode())
    before, now = set(text.split("\n")), fixed.decode()

    def stood(f: Finding) -> bool:
        line = now.split("\n")[now.count("\n", 0, f.span.start)]
        return line in before or (f.reading.isalpha() and f.reading in text)

    for selector in grave(after) - grave(found(text)):
        shown = [f for f in after if f.selector == selector]
        assert all(map(stood, shown)), [f.reading for f in shown]
    assert fix.fix(fixed, "utf-8", found, unsafe=unsafe).data == fixed


def test_a_fix_that_does_harm_is_left() -> None:
    """甲 → 乙 is fine but where it makes 乙乙, which another rule finds."""

    def found(source: str) -> Sequence[Finding]:
        here = [finding(replace(at, at + 1, "乙")) for at, char in enumerate(source) if char == "甲"]
        there = [at for at in range(len(source)) if source.startswith("乙乙", at)]
        return [*here, *(finding()._replace(code="T002", span=Span(at, at + 2)) for at in there)]

    assert fix.fix("甲乙丙甲".encode(), "utf-8", found).data.decode() == "甲乙丙乙"


def test_writing_is_whole_and_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "稿子.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    writing.write(str(path), b"new", seen=b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["稿子.txt"]


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    for name in (".speechlint-1.tmp", ".speechlint-2.tmp", ".speechlint-x.tmp"):
        (tmp_path / name).write_bytes(b"half")
        if "2" not in name:
            os.utime(tmp_path / name, (0, 0))
    writing.write(str(tmp_path / "a.txt"), b"new", seen=None)
    assert sorted(os.listdir(tmp_path)) == [".speechlint-2.tmp", ".speechlint-x.tmp", "a.txt"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    writing.write(str(tmp_path / "link.txt"), b"new", seen=b"old")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"newer")
    with pytest.raises(WriteError, match="被改动"):
        writing.write(str(path), b"new", seen=b"old")
    assert path.read_bytes() == b"newer"
