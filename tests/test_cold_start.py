"""What is not imported to check a clean draft: each of these costs as much as the check itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, write

from speechlint.rulebook import catalogue, compiling

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


# Rules that come compiled are not read: neither their YAML nor the options of their checks.
READERS = [
    "speechlint.checks.names.proofs",
    "speechlint.files.yamlfile",
    "speechlint.gates.literals",
    "speechlint.gates.patterns",
    "speechlint.rulebook.kinds",
    "speechlint.rulebook.options",
    "speechlint.rulebook.rule",
    "speechlint.rulebook.values",
]


@pytest.mark.parametrize("draft", [CLEAN, FAULTY], ids=["clean", "faulty"])
def test_a_draft_loads_nothing_heavy(draft: str, tmp_path: Path) -> None:
    assert [name for name in loaded(draft, tmp_path) if name in HEAVY] == []


def test_compiled_rules_load_no_reader_of_rules(small_pack: Path, tmp_path: Path) -> None:
    shutil.copytree(small_pack / "rules", tmp_path / "package" / "rules")
    pack = str(tmp_path / "package" / "rules")
    compiling.write_shipped(pack, str(tmp_path / "package" / catalogue.COMPILED))
    modules = loaded(
        FAULTY, tmp_path, f"from speechlint.rulebook import packs; packs.shipped = lambda: {pack!r}"
    )
    assert "speechlint.checks.wording.pattern" in modules
    assert [name for name in modules if name in READERS] == []


def loaded(draft: str, folder: Path, before: str = "") -> list[str]:
    """What checking a draft imports, where an earlier run on another has left its cache; ``before`` is run first."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name, text in (("earlier.txt", f"{draft}以上。\n"), ("a.txt", draft)):
        write(folder / name, text)
        program = (
            "import sys\n"
            "before = set(sys.modules)\n"
            f"{before}\n"
            "from speechlint.cli import main\n"
            f"status = main(['{name}', '--exit-zero'])\n"
            "print(*sorted(set(sys.modules) - before), file=sys.stderr)\n"
            "sys.exit(status)\n"
        )
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return done.stderr.decode().split()
