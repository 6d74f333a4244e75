"""Path patterns as .gitignore has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from speechlint.files.globs import at, fits, is_plain, matches


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("存档", "存档/2019/a.txt", True),
        ("存档/", "2026/存档/a.txt", True),
        ("/存档", "2026/存档/a.txt", False),
        ("存档/**", "存档/2019/a.txt", True),
        ("存档/*.txt", "存档/2019/a.txt", False),
        ("存档/**/*.txt", "存档/a.txt", True),
        ("存档/**/*.txt", "存档/2019/一季度/a.txt", True),
        ("*.md", "2026/a.md", True),
        ("*.md", "2026/a.mdx", False),
        ("模板-*.txt", "2026/模板-慰问.txt", True),
        ("./a.txt", "a.txt", True),
        ("a?.txt", "a1.txt", True),
        ("[0-9]*.txt", "2026.txt", True),
        ("[!0-9]*.txt", "2026.txt", False),
        ("a.txt", "aXtxt", False),
        ("存档/***/a.txt", "存档/a.txt", True),
        ("讲话[初稿.txt", "讲话[初稿.txt", True),
        ("讲话[[初&&终|~~]稿.txt", "讲话[稿.txt", True),
        ("讲话[[初&&终|~~]稿.txt", "讲话终稿.txt", True),
        ("讲话[![初]稿.txt", "讲话[稿.txt", False),
    ],
)
def test_pattern(tmp_path: Path, pattern: str, path: str, fits: bool) -> None:
    assert matches(str(tmp_path / path), str(tmp_path), (pattern,)) is fits


@given(st.text("ab/*?", max_size=8), st.text("ab/", max_size=8))
def test_what_fits_is_what_the_expression_fits(pattern: str, path: str) -> None:
    """The plain translation into a regular expression, which is slow for many stars."""
    seen = at(f"/{path}", "/")
    pieces = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    body = re.sub(r"(?<=\*\*)\*+", "", pattern.strip("/"))
    anywhere = "" if "/" in pattern.rstrip("/") else "**/"
    parts = [pieces.get(piece, piece) for piece in re.findall(r"\*\*/|\*\*|.", anywhere + body)]
    assume("*" in pattern or "?" in pattern)
    assert fits(seen, pattern) == bool(re.fullmatch("".join(parts) + "(?:/.*)?", seen.relative))


@pytest.mark.parametrize("star", ["*", "**", "**/"])
def test_many_stars_come_to_an_end(tmp_path: Path, star: str) -> None:
    pattern = f"{star}稿" * 40 + "x"
    assert not matches(str(tmp_path / "/".join(["稿" * 80, "稿", "稿"])), str(tmp_path), (pattern,))


def test_path_of_one_file() -> None:
    assert is_plain("2026/a.txt")
    assert not is_plain("2026/*.txt")
