"""Modules from the kept file: the same program, whatever became of the file or of the sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest
from conftest import ROOT, write

DRAFT = "同志们：今天我们召开第X届会议，请大家认真学习，抓好落实。\n"
# Where the command's module came from in this run, and what the run told.
TELLING = (
    "import os, sys; from speechlint import __main__ as program; os._exit = sys.exit\n"
    "try: program.run()\n"
    "finally: print(type(sys.modules['speechlint.cli'].__loader__).__name__, sys.modules['speechlint.cli'].__file__)"
)


@pytest.fixture
def house(tmp_path: Path, small_pack: Path) -> Path:
    """A copy of the program, to be changed."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "speechlint", tmp_path / "house" / "speechlint", ignore=ignored)
    shutil.copytree(small_pack / "rules", tmp_path / "house" / "rules")
    return tmp_path / "house"


def told(house: Path, telling: str = TELLING, cache: str = "cache") -> list[str]:
    """The lines of a run over a draft; the last tells the loader and the file of a module."""
    draft = write(house / "稿.txt", DRAFT)
    ran = subprocess.run(
        [sys.executable, "-c", telling, "--no-cache", "--quiet", str(draft)],
        env={**os.environ, "PYTHONPATH": str(house), "SPEECHLINT_CACHE_DIR": str(house / cache)},
        cwd=house,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "PLH001" in ran.stdout, ran.stderr
    return ran.stdout.splitlines()


def kept(house: Path) -> Path:
    (file,) = (house / "cache").glob("modules-*.bin")
    return file


def test_a_module_comes_from_the_kept_file_in_the_next_run(house: Path) -> None:
    first, second = told(house), told(house)
    file = str(house / "speechlint" / "cli.py")
    assert first[-1] == f"SourceFileLoader {file}"
    assert second == [*first[:-1], f"_Finder {file}"]


def test_a_module_whose_source_changed_is_read_anew(house: Path) -> None:
    told(house)
    with open(house / "speechlint" / "cli.py", "a", encoding="utf-8") as source:
        source.write("print('改过了')\n")
    assert told(house)[0] == "改过了"
    assert told(house)[-1].startswith("_Finder"), "and kept again"


CHANGING = """
def changed(event, args):
    if event == 'open' and str(args[0]).endswith('稿.txt'):
        with open(sys.modules['speechlint.cli'].__file__, 'a', encoding='utf-8') as source:
            source.write("print('改过了')\\n")
sys.addaudithook(changed)
"""


def test_a_module_whose_source_changes_during_a_run_is_read_anew_by_the_next(house: Path) -> None:
    told(house)
    os.utime(house / "speechlint" / "errors.py", ns=(1, 1))  # so that the run has something to keep
    told(house, TELLING.replace("\n", CHANGING, 1))
    assert told(house)[0] == "改过了"


@pytest.mark.parametrize(
    "spoilt", [b"", b"\0" * 100, None], ids=["empty", "nothing of it", "one bit in the code"]
)
def test_a_spoilt_file_is_not_used(house: Path, spoilt: bytes | None) -> None:
    first = told(house)
    whole = kept(house).read_bytes()
    kept(house).write_bytes(
        bytes([*whole[:-2000], whole[-2000] ^ 1, *whole[-1999:]]) if spoilt is None else spoilt
    )
    assert told(house)[:-1] == first[:-1]


def test_a_file_that_others_may_write_is_not_used(house: Path) -> None:
    told(house)
    kept(house).chmod(0o666)
    assert told(house)[-1].startswith("SourceFileLoader")


def test_what_is_stale_is_not_kept_for_ever(house: Path) -> None:
    told(house)
    size = kept(house).stat().st_size
    for number in range(3):
        os.utime(house / "speechlint" / "cli.py", ns=(number, number))
        told(house)
    assert kept(house).stat().st_size < 1.1 * size


# Of each module of the program: what importlib sets, and whether its parent has it.
ALIKE = """
every = {name: one for name, one in sys.modules.items() if name.startswith('speechlint.')}
print(sorted((name, one.__package__, one.__file__, str(getattr(one, '__path__', None)), one.__spec__.origin)
             for name, one in every.items()))
print(all(getattr(sys.modules[name.rpartition('.')[0]], name.rpartition('.')[2]) is one
          for name, one in every.items()))
"""


def test_a_module_run_from_the_file_is_as_importlib_makes_it(house: Path) -> None:
    told(house)
    telling = TELLING.replace("finally: ", "except SystemExit: pass\n") + ALIKE
    ours, usual = told(house, telling), told(house, telling, "none")
    assert ours[-3].startswith("_Finder")
    assert usual[-3].startswith("SourceFileLoader")
    assert {*literal_eval(ours[-2])} <= {*literal_eval(usual[-2])}, "the first run compiles the rules, too"
    assert ours[-1] == usual[-1] == "True"
