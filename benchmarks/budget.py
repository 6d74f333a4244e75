"""How many instructions the check of one draft takes, cold, against the figure kept here; and its dearest rules.

    python benchmarks/budget.py [--write]

It is counted under callgrind, in an environment of its own with the package installed as a user has it, its caches
warm. A figure belongs to one version of Python; for another, or with ``--write``, it is written down. Exit status 1
if the check has become dearer by more than 3 %.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = Path(__file__).with_suffix(".json")
DRAFT = ROOT / "samples" / "讲话稿.txt"
MORE = 1.03


def counted(folder: Path) -> int:
    """The instructions of one run; prints where its time goes."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", ROOT], check=True)
    command: list[str | Path] = [
        python,
        python.with_name("speechlint"),
        "check",
        "--isolated",
        "--no-cache",
        "--exit-zero",
        DRAFT,
    ]
    env = {**os.environ, "SPEECHLINT_CACHE_DIR": str(folder / "cache"), "PYTHONHASHSEED": "0"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)

    def said(*words: str | Path) -> str:
        done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
        return done.stderr

    said(*command)
    print(said(*command, "--timing"), end="")
    told = said("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command)
    found = re.search(r"Collected\s*:\s*(\d+)", told)
    assert found, told
    return int(found[1])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write the figure down")
    asked = parser.parse_args()
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    kept = json.loads(KEPT.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        now = counted(Path(folder))
    before = kept.get(version)
    if asked.write or not before:
        KEPT.write_text(json.dumps({**kept, version: now}, indent=2) + "\n", "utf-8")
    print(
        f"{DRAFT.name}，Python {version}：{now:,} 条指令，记下的 {before or now:,}，{now / (before or now):.3f} 倍"
    )
    return int(not asked.write and now > MORE * (before or now))


if __name__ == "__main__":
    raise SystemExit(main())
