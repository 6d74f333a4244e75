"""Whether two revisions say the same: reports, outlines, restored texts, fixes and the program's own pages, byte by byte.

    python benchmarks/same.py f47bfc4 .                  # a revision against the working tree
    python benchmarks/same.py OLD/bin/speechlint .venv/bin/speechlint --drafts FOLDER --mutated 300

Each side is an executable, or a revision (``.``: the working tree), which is installed in an environment of its own.
Prints every output that differs with its first differing lines; exit status 1 if there is one.
"""

from __future__ import annotations

import argparse
import difflib
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
OWN = (ROOT / "samples", ROOT / "tests" / "drafts", ROOT / "benchmarks")
COMMANDS = [
    "check",
    "baseline",
    "ignore",
    "review",
    "restore",
    "compare",
    "outline",
    "explain",
    "rules",
    "init",
    "clean",
]
FAMILIES = [
    "PLH",
    "ELI",
    "NUM",
    "CNT",
    "SLG",
    "WMK",
    "PAR",
    "ENC",
    "SPC",
    "PUN",
    "FIG",
    "LEK",
    "DUP",
    "TYP",
    "SYS",
]
JUDGED = ["--isolated", "--no-cache", "--jobs", "1", "--as-of", "2026-11-20"]
SEED, SHOWN = 20261128, 12
PIECES = (
    "X",
    "××",
    "（二）",
    "3.",
    "，",
    ",",
    " ",
    "  ",
    "\u3000",
    "\n",
    "“",
    "”",
    "。。",
    "(",
    "?",
    "XX年",
    "喜迎二十大",
    "一是",
    "**",
    "\u200b",
)


# The options of every rule as its check gets them; sets in order.
COMPILED = """
import json
try:
    from speechlint.rulebook import packs
except ImportError:
    from speechlint import packs

def plain(value):
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(plain, value))
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else repr(value)

for rule in packs.load([packs.shipped()]):
    for name, value in rule.options.items():
        whole = not isinstance(value, dict)
        for key, one in [("", value)] if whole else value.items():
            print(rule.code, name, key, json.dumps(plain(one), ensure_ascii=False))
"""


def drafts(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each draft in ``folders``; equal names are told apart by a number."""
    for number, folder in enumerate(folders):
        for path in sorted(folder.glob("*.txt")) + sorted(folder.glob("*.md")):
            if ".expected" not in path.name and path.name != "README.md":
                yield f"{number}-{path.name}", path.read_bytes()


def mutated(data: bytes, rng: random.Random) -> bytes:
    """``data`` cut out of a draft with a dozen places damaged: words deleted, doubled, moved, pieces put in."""
    text = data.decode("utf-8", "replace")
    start = rng.randrange(max(1, len(text) - 1500))
    text = text[start : start + rng.randrange(300, 1500)]
    for _ in range(rng.randrange(3, 15)):
        at, length = rng.randrange(len(text) + 1), rng.randrange(1, 9)
        words = text[at : at + length]
        put = rng.choice(("", words * 2, rng.choice(PIECES), rng.choice(PIECES) + words))
        text = text[:at] + put + text[at + length :]
    return text.encode("utf-8", "replace")


def corpus(folder: Path, folders: Sequence[Path], number: int) -> None:
    """The drafts to compare on, as files in ``folder``."""
    own = dict(drafts(folders))
    rng = random.Random(SEED)
    for name, data in own.items():
        (folder / name).write_bytes(data)
    for at in range(number):
        name = rng.choice(sorted(own))
        (folder / f"m{at:03}{Path(name).suffix}").write_bytes(mutated(own[name], rng))


def outputs(command: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    """What is compared, by a name that says what it is."""

    def said(*args: str) -> bytes:
        env = {**os.environ, "COLUMNS": "80", "SPEECHLINT_CACHE_DIR": str(folder.parent / "cache")}
        done = subprocess.run([command, *args], cwd=folder, env=env, capture_output=True, check=False)
        return done.stdout + b"\n-- stderr\n" + done.stderr + b"\n-- status %d" % done.returncode

    files = sorted(path.name for path in folder.iterdir())
    for form in ("json", "jsonl", "text"):
        yield f"check --format {form}", said("check", *JUDGED, "--info", "--format", form, ".")
    yield "check --lang en", said("check", *JUDGED, "--lang", "en", ".")
    yield "outline", said("outline", "--isolated", *files)
    yield "check --diff", said("check", *JUDGED, "--unsafe-fixes", "--diff", ".")
    for name in files:
        yield f"restore {name}", said("restore", name)
    python = Path(command).with_name("python")
    env = {**os.environ, "PYTHONHASHSEED": "0"}
    made = subprocess.run(
        [python, "-P", "-X", "utf8", "-c", COMPILED], cwd=folder, env=env, capture_output=True, check=False
    )
    yield "rules as compiled", made.stdout + made.stderr
    yield "rules", said("rules", "--isolated", "--format", "json")
    yield "explain", said("explain", "--isolated", *FAMILIES)
    for name in COMMANDS:
        for lang in ("zh", "en"):
            yield f"{name} --help --lang {lang}", said(name, "--help", "--lang", lang)
    for name in ("--fix-only", "--unsafe-fixes"):
        yield f"check --fix {name}", said("check", *JUDGED, "--fix", name, "-q", ".")
        for path in sorted(folder.iterdir()):
            yield f"{path.name} after --fix {name}", path.read_bytes()


def installed(side: str, folder: Path) -> str:
    """The executable of a side: itself, or one installed in ``folder`` from a revision."""
    if os.access(side, os.X_OK) and Path(side).is_file():
        return str(Path(side).absolute())
    source = ROOT
    if side != ".":
        source = folder / "source"
        subprocess.run(
            ["git", "-C", str(ROOT), "worktree", "add", "-q", "--detach", str(source), side], check=True
        )
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run(
        [str(python), "-m", "pip", "install", "-q", str(source)], check=True, stderr=subprocess.DEVNULL
    )
    if side != ".":
        subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(source)], check=True)
    return str(folder / "venv" / "bin" / "speechlint")


def differing(old: bytes, new: bytes) -> list[str]:
    """The first lines that differ."""
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    told = difflib.unified_diff(before, after, "old", "new", lineterm="", n=0)
    return [line[:300] for _, line in zip(range(SHOWN), told, strict=False)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--drafts", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--mutated", type=int, default=300, metavar="N")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sides = []
        for name, side in (("old", asked.old), ("new", asked.new)):
            (Path(folder) / name / "drafts").mkdir(parents=True)
            command = installed(side, Path(folder) / name)
            corpus(Path(folder) / name / "drafts", [*OWN, *asked.drafts], asked.mutated)
            sides.append((command, Path(folder) / name / "drafts"))
        with ThreadPoolExecutor(2) as pool:
            old, new = pool.map(lambda side: dict(outputs(*side)), sides)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    for name in names:
        print(f"== {name}", *differing(old.get(name, b""), new.get(name, b"")), sep="\n")
    print(f"{len(old)} outputs, {len(names)} differ")
    return bool(names)


if __name__ == "__main__":
    sys.exit(main())
