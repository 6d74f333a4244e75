"""The rules as data, and the cache they are kept in."""

from __future__ import annotations

import marshal
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, RULES

from speechlint.finding import Severity
from speechlint.rulebook import catalogue, compiling, packs


@pytest.fixture
def home(tmp_path: Path, checked_out_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, and the small pack for the shipped one."""
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "speechlint"))
    monkeypatch.setattr(packs, "shipped", lambda: str(checked_out_pack / "rules"))
    return tmp_path


def compiled(home: Path) -> Path:
    (path,) = (home / "speechlint").iterdir()
    return path


def test_each_rule_lies_in_one_family_folder() -> None:
    folders = {rule.code[:3]: set[str]() for rule in RULES}
    for rule in RULES:
        folders[rule.code[:3]].add(os.path.relpath(os.path.dirname(rule.path), ROOT))
    assert all(len(folder) == 1 for folder in folders.values()), folders


def test_no_more_than_info_without_good_examples() -> None:
    loud = [rule.code for rule in RULES if rule.severity > Severity.INFO and not rule.good]
    assert not loud, "这些规则没有“good”示例（相近而不该报的）"


def test_all_rules_come_out_of_the_cache_as_they_went_in() -> None:
    compiling.load()
    kept, made = compiling.load(), compiling.compile_rules(RULES)
    assert (kept.gates, kept.literals) == (made.gates, made.literals)
    for at, rule in enumerate(made.rules):
        assert kept.rules[at]._replace(packed=b"") == rule._replace(packed=b"")
        assert kept.options(at) == made.options(at)


def test_the_cache_gives_the_same_catalogue(home: Path) -> None:
    first = compiling.load()
    assert compiled(home).is_file()
    assert compiling.load() == first


def test_code_that_python_keeps_makes_no_other_rules(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = home / "speechlint-code"
    (package / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr(packs, "PACKAGE", str(package))
    name = catalogue.name_of(())
    (package / "__pycache__" / "once.pyc").touch()
    assert catalogue.name_of(()) == name
    (package / "once.py").touch()
    assert catalogue.name_of(()) != name


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0", b"garbage"])
def test_a_corrupt_cache_is_rebuilt(home: Path, damage: bytes) -> None:
    first = compiling.load()
    compiled(home).write_bytes(damage)
    assert compiling.load() == first


def test_a_cache_folder_that_cannot_be_made_is_no_error(home: Path) -> None:
    (home / "speechlint").write_text("a file where the folder should be")
    assert compiling.load().rules


def test_a_changed_rule_is_seen(home: Path) -> None:
    pack = home / "pack"
    pack.mkdir()
    text = (ROOT / "tests/pack/placeholder/PLH001-unfilled-session.yaml").read_text(encoding="utf-8")
    own = pack / "OWN001-own-rule.yaml"
    own.write_text(text, encoding="utf-8")
    severity = {rule.code: rule.severity for rule in compiling.load([str(pack)]).rules}["OWN001"]
    assert severity == Severity.ERROR
    own.write_text(text.replace("severity: error", "severity: info"), encoding="utf-8")
    assert {rule.code: rule.severity for rule in compiling.load([str(pack)]).rules}["OWN001"] == Severity.INFO


@pytest.fixture
def installed(home: Path, small_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small pack with its compiled form beside it, as an installed package has them."""
    shutil.copytree(small_pack / "rules", home / "package" / "rules")
    monkeypatch.setattr(packs, "shipped", lambda: str(home / "package" / "rules"))
    compiling.write_shipped(packs.shipped(), str(home / "package" / catalogue.COMPILED))
    return home / "package"


def is_read_as_compiled(home: Path) -> bool:
    made = compiling.compile_rules(packs.load([packs.shipped()]))
    assert compiling.load().literals == made.literals
    return not (home / "speechlint").exists()


def test_compiled_rules_are_read_without_a_cache(home: Path, installed: Path) -> None:
    assert (installed / catalogue.COMPILED).is_file()
    assert is_read_as_compiled(home)


@pytest.mark.parametrize("damage", [b"", b"garbage", marshal.dumps((("0", "pdp", 0), [], b""))])
def test_compiled_rules_that_do_not_fit_are_rebuilt(home: Path, installed: Path, damage: bytes) -> None:
    (installed / catalogue.COMPILED).write_bytes(damage)
    assert not is_read_as_compiled(home)


def test_compiled_rules_that_were_cut_off_are_rebuilt(home: Path, installed: Path) -> None:
    whole = (installed / catalogue.COMPILED).read_bytes()
    (installed / catalogue.COMPILED).unlink()  # who has read it goes on reading the old one
    (installed / catalogue.COMPILED).write_bytes(whole[:-1])
    assert not is_read_as_compiled(home)


def test_a_rule_changed_after_the_installation_is_seen(home: Path, installed: Path) -> None:
    rule = installed / "rules" / "placeholder" / "PLH001-unfilled-session.yaml"
    written = (installed / catalogue.COMPILED).stat().st_mtime
    os.utime(rule, (written + 3600, written + 3600))
    assert not is_read_as_compiled(home)


@pytest.mark.usefixtures("home")
def test_another_process_gets_the_same_catalogue() -> None:
    made = compiling.load()
    position = next(at for at, rule in enumerate(made.rules) if rule.check == "pattern")
    sent = pickle.dumps(made)
    assert pickle.loads(sent) == made
    program = (
        "import pickle, sys\n"
        "made = pickle.load(sys.stdin.buffer)\n"
        "words = {name: entry['words'] for name, entry in made.options(int(sys.argv[1]))['entries'].items()}\n"
        "print([rule.code for rule in made.rules], words)\n"
    )
    command = [sys.executable, "-X", "utf8", "-c", program, str(position)]
    told = subprocess.run(command, input=sent, capture_output=True, check=True, cwd=ROOT).stdout.decode()
    words = {name: entry["words"] for name, entry in made.options(position)["entries"].items()}
    assert told == f"{[rule.code for rule in made.rules]} {words}\n"


@pytest.mark.usefixtures("home")
def test_entries_are_opened_as_asked_for_and_seen_as_a_mapping() -> None:
    made = compiling.load()
    position = next(at for at, rule in enumerate(made.rules) if rule.check == "pattern")
    entries = made.options(position)["entries"]
    assert entries == dict(entries)
    assert entries.get("没有这一条") is None
    assert list(entries) == list(made.rules[position].words.entries)
