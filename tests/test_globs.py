"""Path patterns as .gitignore has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.files.globs import is_plain, matches


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
        ("讲话[初稿.txt", "讲话[初稿.txt", True),
    ],
)
def test_pattern(tmp_path: Path, pattern: str, path: str, fits: bool) -> None:
    assert matches(str(tmp_path / path), str(tmp_path), (pattern,)) is fits


def test_path_of_one_file() -> None:
    assert is_plain("2026/a.txt")
    assert not is_plain("2026/*.txt")
