"""Do two versions of speechlint say the same? Rules as compiled, what they are told to be, and reports.

    python benchmarks/same.py OLD/bin/python NEW/bin/python [drafts …] [--mutated 300]

OLD and NEW are the Pythons of two environments, each with its version installed. Compared are the options of all
rules, byte by byte; ``explain`` of all rules and families and of every entry; ``rules``; ``--help`` of all commands; and for the
drafts (``tests/drafts`` and ``samples``, without any), and as many damaged copies of them, the reports as
json, jsonl and text, ``outline``, ``restore`` and ``check --diff``. What differs is named; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
AS_OF = ("--as-of", "2026-11-20")
REPORTS = (
    ("check", "--format", "json", "--no-cache", *AS_OF),
    ("check", "--format", "jsonl", "--no-cache", *AS_OF),
    ("check", "--info", "--no-cache", *AS_OF),
    ("check", "--diff", "--no-cache", *AS_OF),
    ("outline",),
    ("restore",),
)
RULES = """
import json
try:
    from speechlint.rulebook import packs
except ImportError:
    from speechlint import packs

def plain(value):
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value

for rule in packs.load([packs.shipped()]):
    print(json.dumps([rule.code, rule.entries, plain(rule.options)], ensure_ascii=False))
"""


def said(python: str, *arguments: str, where: Path = ROOT) -> str:
    """What a version prints, and how it ends. ``-P``: not the version that stands in the folder."""
    command = [python, "-P", "-X", "utf8", *arguments]
    environment = {
        **os.environ,
        "SPEECHLINT_JOBS": "1",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run(command, capture_output=True, text=True, cwd=where, env=environment, check=False)
    return f"{done.stdout}\n{done.stderr}\nstatus {done.returncode}"


def rules(python: str) -> dict[str, str]:
    """The compiled options of each rule."""
    lines = [line for line in said(python, "-c", RULES).splitlines() if line.startswith("[")]
    return {f"rule {json.loads(line)[0]}": line for line in lines}


def questions(python: str) -> Iterator[tuple[str, ...]]:
    """Command lines about the rules and the commands themselves."""
    found = [json.loads(line) for line in rules(python).values()]
    yield ("explain", *(code for code, _, _ in found))
    yield ("explain", *sorted({code.rstrip("0123456789") for code, _, _ in found}))
    yield ("explain", *(f"{code}/{entry}" for code, entries, _ in found for entry in entries if entry))
    yield ("rules",)
    yield ("rules", "--lang", "en")
    yield ("rules", "--format", "json")
    yield ("rules", "--due", "--as-of", "2030-01-01")
    for command in ("", "check", "outline", "restore", "rules", "explain", "compare", "baseline", "init"):
        yield (*filter(None, (command,)), "--help")


def damaged(texts: Sequence[str], number: int) -> Iterator[str]:
    """Copies with runs of characters dropped, doubled, moved or masked: the same ones every time."""
    chance = random.Random(11)
    for _ in range(number):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 8)):
            at, size = chance.randrange(len(text) + 1), chance.randint(1, 30)
            words = text[at : at + size]
            other = chance.choice(("", words * 2, "X" * len(words), "\n", f"“{words}", words[::-1], "，，"))
            text = text[:at] + other + text[at + size :]
        yield text


def copied(drafts: Sequence[Path], number: int, folder: Path) -> list[Path]:
    """The drafts and their damaged copies, in ``folder``."""
    files = [folder / f"{at}-{draft.name}" for at, draft in enumerate(drafts)]
    for file, draft in zip(files, drafts, strict=True):
        file.write_bytes(draft.read_bytes())
    texts = [draft.read_bytes().decode("utf-8", "replace") for draft in drafts]
    for at, text in enumerate(damaged(texts, number)):
        files.append(folder / f"damaged-{at}.txt")
        files[-1].write_text(text, encoding="utf-8")
    return files


def compare(name: str, old: str, new: str) -> bool:
    """Say whether they are the same, and where they part."""
    if old == new:
        print(f"same  {name}  {hashlib.sha256(new.encode()).hexdigest()[:12]}")
        return True
    at = len(os.path.commonprefix((old, new)))
    print(
        f"OTHER {name}\n  old …{old[max(0, at - 40) : at + 80]!r}\n  new …{new[max(0, at - 40) : at + 80]!r}"
    )
    return False


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("drafts", nargs="*", type=Path)
    parser.add_argument("--mutated", type=int, default=0)
    given = parser.parse_args()
    given.old, given.new = map(os.path.abspath, (given.old, given.new))
    old_rules, new_rules = rules(given.old), rules(given.new)
    same = [
        compare(name, old_rules.get(name, ""), new_rules.get(name, "")) for name in {**old_rules, **new_rules}
    ]
    same = [all(same) and bool(same)]
    for question in questions(given.new):
        answers = [said(python, "-m", "speechlint", *question) for python in (given.old, given.new)]
        same.append(compare(" ".join(question)[:60], *answers))
    drafts = given.drafts or [*sorted(ROOT.glob("tests/drafts/*.[tm]*")), *sorted(ROOT.glob("samples/*"))]
    with tempfile.TemporaryDirectory() as folder:
        files = copied([draft for draft in drafts if draft.is_file()], given.mutated, Path(folder))
        for report in REPORTS:
            command = ("-m", "speechlint", *report, *(file.name for file in files))
            answers = [said(python, *command, where=Path(folder)) for python in (given.old, given.new)]
            same.append(compare(f"{' '.join(report)} ({len(files)} drafts)", *answers))
    return 0 if all(same) else 1


if __name__ == "__main__":
    sys.exit(main())
