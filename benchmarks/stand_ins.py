"""What each stand-in for the standard library buys a cold start: the program with and without it, in turn, processor time.

    python benchmarks/stand_ins.py [--turns 20]

The package is copied from where it is installed; in each copy one stand-in is the plain thing it stands in for.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

import speechlint

PLAIN = {
    "quick/typing.py": (
        "from enum import IntEnum as IntEnum\n"
        "from typing import TYPE_CHECKING as TYPE_CHECKING\n"
        "from typing import Any as Any\n"
        "from typing import NamedTuple as NamedTuple\n"
        "from typing import Protocol as Protocol\n"
        "from typing import cast as cast\n"
    ),
    "quick/functools.py": (
        "from functools import cache as cache\n"
        "from functools import cached_property as cached_property\n"
        "from functools import lru_cache as lru_cache\n"
    ),
    "quick/digests.py": "from hashlib import blake2b as blake2b\n",
}
# A line of a file, and what stands there without the device.
EDITED = {
    "regex.py: kept programs": (
        "quick/regex.py",
        "_from_cache(key) or _compiled(key)",
        "__import__('re').compile(*key)",
    ),
    "modules.py: kept modules": ("__main__.py", "modules.begin()", "pass"),
    "mapped.py: memory map": (
        "quick/mapped.py",
        "return mmap(file, 0, access=ACCESS_READ)",
        "return os.read(file, 1 << 26)",
    ),
    "__main__.py: gc": ("__main__.py", "gc.set_threshold(50_000, 20, 50)", "pass"),
    "__main__.py: exit": ("__main__.py", "os._exit(status)", "sys.exit(status)"),
}


def variants(folder: Path) -> dict[str, Path]:
    """By name, a folder to put on the path."""
    source = Path(speechlint.__file__).parent
    made: dict[str, Path] = {}

    def copy(name: str) -> Path:
        made[name] = folder / str(len(made))
        shutil.copytree(source, made[name] / "speechlint", ignore=shutil.ignore_patterns("__pycache__"))
        if not (source / "rules").is_dir():
            shutil.copytree(source.parent / "rules", made[name] / "rules")
        return made[name] / "speechlint"

    copy("as it is")
    for path, text in PLAIN.items():
        (copy(path) / path).write_text(text, encoding="utf-8")
    for name, (path, old, new) in EDITED.items():
        file = copy(name) / path
        text = file.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{path}: no '{old}'")
        file.write_text(text.replace(old, new), encoding="utf-8")
    return made


def seconds(command: list[str], env: dict[str, str], cwd: Path) -> float:
    with open(os.devnull, "wb") as void:
        process = subprocess.Popen(command, env=env, cwd=cwd, stdout=void, stderr=void)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.file(folder / "one.txt", 12_000)
        spent: dict[str, list[float]] = {"pass": []}
        made = variants(folder)
        for turn in range(asked.turns + 2):
            for variant, path in (("pass", None), *made.items()):
                env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
                env |= {
                    "SPEECHLINT_CACHE_DIR": str(folder / f"cache{variant}".replace("/", "-")),
                    "PYTHONPATH": str(path or ""),
                }
                program = "from speechlint.__main__ import run; run()" if path else "pass"
                command = [
                    sys.executable,
                    "-c",
                    program,
                    "--exit-zero",
                    "-q",
                    "--no-cache",
                    "--jobs",
                    "1",
                    "one.txt",
                ]
                one = seconds(command, env, folder)
                if turn > 1:
                    spent.setdefault(variant, []).append(one)
    unit = statistics.median(spent["pass"])
    base = statistics.median(spent["as it is"])
    print(f"as it is: {base / unit:.2f} × pass")
    for variant in list(made)[1:]:
        print(f"without {variant}: +{(statistics.median(spent[variant]) - base) / unit:.2f} × pass")


if __name__ == "__main__":
    main()
