"""What is not imported to check a clean draft: each of these costs as much as the check itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, write

CLEAN = "在市总工会十届三次委员会议上的讲话\n\n同志们：今天的会议很重要，请大家认真学习会议精神，抓好落实。\n"
FAULTY = CLEAN + "XX市第X届委员会在20xx年提出：喜迎二十大。一是抓学习。三是抓落实。\n（仅供学习 禁止外传）\n"
HEAVY = [
    "argparse",
    "base64",
    "charset_normalizer",
    "collections",
    "concurrent",
    "csv",
    "dataclasses",
    "datetime",
    "difflib",
    "email",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "http",
    "inspect",
    "jieba",
    "json",
    "locale",
    "logging",
    "multiprocessing",
    "opencc",
    "pathlib",
    "random",
    "re",
    "rich",
    "rjieba",
    "shutil",
    "socket",
    "statistics",
    "subprocess",
    "tempfile",
    "textwrap",
    "tomllib",
    "typing",
    "unicodedata",
    "urllib",
    "yaml",
]


@pytest.mark.parametrize("draft", [CLEAN, FAULTY], ids=["clean", "faulty"])
def test_a_draft_loads_nothing_heavy(draft: str, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", draft)
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from speechlint.cli import main\n"
        "main(['a.txt', '--exit-zero'])\n"
        "status = main(['a.txt', '--exit-zero'])\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)\n"
        "sys.exit(status)\n"
    )
    environment = {**os.environ, "SPEECHLINT_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    command = [
        sys.executable,
        "-c",
        "import sys; from speechlint.cli import main; sys.exit(main(['a.txt', '--exit-zero']))",
    ]
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    command[-1] = program
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert [name for name in done.stderr.decode().split() if name in HEAVY] == []
