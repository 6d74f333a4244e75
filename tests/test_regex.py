"""Kept regular expressions are the ones ``re`` would make."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import reload
from pathlib import Path

import pytest
from conftest import ROOT, RULES
from hypothesis import given
from hypothesis import strategies as st

from speechlint.quick import cache, regex

PATTERNS = ["(?P<unit>[届次])$", "(?i)vip|QQ群", "[^\\W\\d_]{1,3}县", "(?<!第)三点"]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of the test's own, and nothing compiled yet."""
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    """As a new process would begin."""
    reload(regex)


def compiles_anew(pattern: str, folder: Path) -> bool:
    """Whether the expression has to be compiled: then the file of what is kept is written again."""
    (before,) = folder.iterdir()
    number = before.stat().st_ino
    regex.compile(pattern)
    regex.keep()
    (after,) = folder.iterdir()
    return after.stat().st_ino != number


def damage(folder: Path) -> None:
    """Change one bit of the last program kept."""
    (kept,) = folder.iterdir()
    data = kept.read_bytes()
    kept.write_bytes(data[:-1] + bytes((data[-1] ^ 1,)))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_read_back_is_the_same(pattern: str, empty: Path) -> None:
    compiled = regex.compile(pattern)
    regex.keep()
    assert list(empty.iterdir())
    forget()
    assert not compiles_anew(pattern, empty)
    assert regex.compile(pattern) == compiled
    assert regex.compile(pattern).pattern == pattern
    assert regex.compile(pattern).flags == re.compile(pattern).flags
    assert regex.compile(pattern).groupindex == re.compile(pattern).groupindex


@pytest.mark.parametrize(
    "damage",
    [b"", b"\0", b"not marshal", b"i\0\0\0\0", b"0" * 32 + (5).to_bytes(8, "little") + b"(\xff\xff\xff\x7f"],
)
def test_a_corrupt_file_is_no_error(damage: bytes, empty: Path) -> None:
    regex.compile("三点意见")
    regex.keep()
    (kept,) = empty.iterdir()
    kept.write_bytes(damage)
    forget()
    assert regex.compile("三点意见") == re.compile("三点意见")


@pytest.mark.skipif(sys.platform == "win32", reason="这个系统不限内存")
@pytest.mark.usefixtures("empty")
def test_bytes_that_promise_billions_of_things_cost_nothing() -> None:
    regex.compile("三点意见")
    regex.keep()
    done = subprocess.run([sys.executable, "-c", PROMISED], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["64"], "")


PROMISED = r"""
import resource
resource.setrlimit(resource.RLIMIT_AS, (2 * 1024**3,) * 2)
from importlib import reload
from pathlib import Path
from speechlint.quick import cache, regex
[kept] = Path(cache.folder()).iterdir()
sound, same = kept.read_bytes(), 0
for at in range(64):  # a tuple of 1.8 billion, at any place of the head
    kept.write_bytes(sound[:at] + b"(\xff\x19\x8b\x6c" + sound[at + 5 :])
    reload(regex)
    same += regex.compile("三点意见").fullmatch("三点意见") is not None
print(same)
"""


def test_a_damaged_program_is_compiled_anew(empty: Path) -> None:
    regex.compile("三点意见")
    regex.keep()
    damage(empty)
    forget()
    assert regex.compile("三点意见") == re.compile("三点意见")
    assert compiles_anew("三点意见", empty)


def test_a_damaged_program_is_not_kept_as_a_sound_one(empty: Path) -> None:
    regex.compile("三点意见")
    regex.keep()
    damage(empty)
    forget()
    regex.compile("四点意见")
    regex.keep()
    forget()
    assert not compiles_anew("四点意见", empty)
    assert compiles_anew("三点意见", empty)


def test_what_was_kept_before_is_kept_on(empty: Path) -> None:
    for pattern in ("三点意见", "四点意见", "五点意见"):
        forget()
        regex.compile(pattern)
        regex.keep()
    forget()
    assert [compiles_anew(pattern, empty) for pattern in ("三点意见", "四点意见", "六点意见")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    "template", ["", "十九", r"\1", r"第\1届", r"\g<n>\g<1>2", r"\1\n", r"\12"[:2] + "年"]
)
@pytest.mark.parametrize("text", ["十九", "十"])
def test_a_template_is_filled_in_as_by_re(template: str, text: str) -> None:
    match = re.match("(十)(?P<n>九)?", text)
    assert match is not None
    assert regex.expand(match, template) == match.expand(template)


@given(words=st.text())
def test_words_are_escaped_as_by_re(words: str) -> None:
    assert regex.escape(words) == re.escape(words)


@pytest.mark.usefixtures("empty")
def test_an_error_is_the_error_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        regex.compile("(三点")


def test_a_folder_that_cannot_be_written_is_no_error(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty / "file").write_text("")
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(empty / "file"))
    regex.compile("四点意见")
    regex.keep()
    assert cache.read(regex.file_name()) is None


@pytest.mark.usefixtures("empty")
def test_a_python_with_another_compiler_compiles_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    from re import _compiler  # type: ignore[attr-defined]

    answers = iter((TypeError("another signature"), None))  # to us; then ``re`` itself asks

    def code(*args: object) -> object:
        if why := next(answers):
            raise why
        return own(*args)

    own = _compiler._code
    monkeypatch.setattr(_compiler, "_code", code)
    assert regex.compile("[四五]点意见").fullmatch("四点意见")
    regex.keep()
    assert cache.read(regex.file_name()) is None


@pytest.mark.usefixtures("empty")
def test_expressions_of_the_rules_match_as_by_re() -> None:
    text = "\n".join(path.read_text("utf-8", "replace") for path in sorted(ROOT.glob("tests/drafts/*.txt")))
    for rule in RULES:
        entries = rule.options["entries"].values() if rule.check in ("pattern", "line") else ()
        for entry in [*entries][::8]:  # all of them take a minute
            assert places(regex.compile(entry["pattern"]), text) == places(re.compile(entry["pattern"]), text)


ATOMS = st.sampled_from(
    ["a", "b", "c", ".", "[ab]", "[^a]", "\\d", "^", "$", "(?<!a)", "(?<=b)", "(?=c)", "(?!b)"]
)
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?>{part})"),
        inner.map(lambda part: f"(?i:{part})"),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["?", "*?", "{0,2}", "{2}", "++", "{0}"])),
    ),
)


@given(
    pattern=EXPRESSIONS, text=st.text("abcA1\n", max_size=12), flags=st.sampled_from([0, re.I, re.M, re.S])
)
def test_every_expression_matches_as_by_re(pattern: str, text: str, flags: int) -> None:
    assert places(regex.compile(pattern, flags), text) == places(re.compile(pattern, flags), text)


def places(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]
