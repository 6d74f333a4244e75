"""The wheel: exactly the rules that are tracked, and it works where nothing else is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import pytest
from conftest import ROOT

PARTS = ("speechlint", "rules", "editors", "samples", "pyproject.toml", "README.md", "LICENSE", ".gitignore")
COPYLEFT = re.compile(r"\b(?:A|L)?GPL|General Public|EUPL|CC-BY-SA|Sleepycat", re.IGNORECASE)


def run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONUTF8": "1", "SPEECHLINT_CACHE_DIR": str(cwd / "cache"), **more}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def copied(parts: Sequence[str], of: Path, to: Path) -> Path:
    for part in parts:
        copy = partial(shutil.copytree, copy_function=shutil.copy) if (of / part).is_dir() else shutil.copy
        copy(of / part, to / part)
    return to


def built(tree: Path, seed: str) -> Path:
    """The wheel that ``tree`` gives under a hash seed."""
    build = ("-m", "hatchling", "build", "--target", "wheel", "--directory", tree / "dist")
    done = run(sys.executable, *build, cwd=tree, PYTHONHASHSEED=seed)
    assert done.returncode == 0, done.stderr
    [wheel] = (tree / "dist").glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is packaged, with git-ignored junk lying about in it."""
    tree = copied(PARTS, ROOT, tmp_path_factory.mktemp("tree"))
    (tree / "rules" / "build").mkdir()
    (tree / "rules" / "build" / "JNK001-junk.yaml").write_text("junk", encoding="utf-8")
    (tree / "speechlint" / "build").mkdir()
    (tree / "speechlint" / "build" / "junk.py").write_text("junk", encoding="utf-8")
    return tree


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Path:
    return built(tree, "0")


def packed(wheel: Path, folder: str) -> set[str]:
    names = zipfile.ZipFile(wheel).namelist()
    return {name.removeprefix(folder) for name in names if name.startswith(folder)}


def test_wheel_holds_exactly_the_rules(wheel: Path) -> None:
    files = {
        path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()
    }
    assert packed(wheel, "speechlint/rules/") == files


def test_wheel_holds_schema_and_licence_but_no_junk(wheel: Path) -> None:
    assert {"reporters/report.schema.json", "rules.bin"} <= packed(wheel, "speechlint/")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any("junk" in name or name.startswith(("tests", "samples")) for name in names)


def test_wheel_lints_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "new", with_pip=False)
    scripts = tmp_path / "new" / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python")
    done = run(*pip, "install", "--quiet", "--no-compile", wheel, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (tmp_path / "稿 子.txt").write_text("同志们：\n今天召开县委X届X次全会。\n", encoding="utf-8")
    done = run(scripts / "speechlint", "稿 子.txt", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "稿 子.txt\n  2:7 必须改 PLH" in done.stdout
    shutil.copy(ROOT / "samples" / "讲话稿.txt", tmp_path)
    done = run(scripts / "speechlint", "--statistics", "讲话稿.txt", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert re.match(r"必须改 [1-9]", done.stdout), done.stdout


def test_no_copyleft_at_run_time() -> None:
    seen: set[str] = set()
    waiting = ["speechlint"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        about = metadata.metadata(name).json
        told = " ".join(
            str(about[key]) for key in ("license_expression", "license", "classifier") if key in about
        )
        assert re.search("MIT|BSD|Apache", told), f"{name}: {told[:80]}"
        assert not COPYLEFT.search(told), name
        needed = [need for need in metadata.requires(name) or () if "extra ==" not in need]
        waiting += [re.split(r"[^\w.-]", need)[0] for need in needed if "python_version <" not in need]
    assert {"jieba", "pyyaml", "rich"} <= {name.lower() for name in seen}


def test_the_wheel_is_the_same_byte_by_byte_wherever_it_is_built(
    tree: Path, wheel: Path, tmp_path: Path
) -> None:
    again = built(copied(PARTS, tree, tmp_path / "elsewhere"), "1")
    assert again.name == wheel.name
    assert sha256(again.read_bytes()).hexdigest() == sha256(wheel.read_bytes()).hexdigest()


def test_a_picture_of_an_archive_with_nothing_in_it_is_one_sentence() -> None:
    from io import BytesIO

    from speechlint.errors import UsageError
    from speechlint.reporters.archive_statistics import png

    with pytest.raises(UsageError, match="没有可画的"):
        png([], BytesIO())
