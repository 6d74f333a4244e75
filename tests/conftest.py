"""What the tests share: linting a text with one rule, and reading marked examples."""

from __future__ import annotations

import gc
import io
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from offline import forbid

from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.document.facts import tagged
from speechlint.finding import Finding
from speechlint.project.layers import Settings
from speechlint.quick import cache as kept
from speechlint.rulebook import packs
from speechlint.rulebook.catalogue import COMPILED, Catalogue, name_of, packed
from speechlint.rulebook.compiling import compile_rules, write_shipped
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint
from speechlint.run.proving import unmarked as unmarked

gc.set_threshold(50_000, 20, 50)  # as the program does: what is kept is looked through less often
ROOT = Path(__file__).parents[1]
TODAY = "2026-11-20"
RULES: list[Rule] = packs.load([packs.shipped()])
settings.register_profile("speechlint", deadline=None)  # 测试不看钟
settings.register_profile("few", deadline=None, max_examples=10)
settings.load_profile("speechlint")
forbid()
# 起许多进程、装包，或对全部规则、许多改坏的稿子、源码本身查性质的：别的 Python 上不跑
SLOW = frozenset(
    [
        "test_action.py",
        "test_advice.py",
        "test_baseline.py",
        "test_below.py",
        "test_catalogue.py",
        "test_cli.py",
        "test_cold_start.py",
        "test_consoles.py",
        "test_english.py",
        "test_fix.py",
        "test_fragments.py",
        "test_hooks.py",
        "test_hostile.py",
        "test_imports.py",
        "test_kills.py",
        "test_literals.py",
        "test_markdown_fixes.py",
        "test_markdown_judged.py",
        "test_messages.py",
        "test_misspelt.py",
        "test_modules.py",
        "test_nonsense.py",
        "test_package.py",
        "test_page_file.py",
        "test_planted.py",
        "test_regex.py",
        "test_restore.py",
        "test_restoring.py",
        "test_review.py",
        "test_roster.py",
        "test_safe_fixes.py",
        "test_server.py",
        "test_shell.py",
        "test_sizes.py",
        "test_speed.py",
        "test_suppression.py",
        "test_terminal.py",
        "test_untrusted.py",
        "test_word_office.py",
    ]
)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What is left out anyway is not even read."""
    return (collection_path.name in SLOW and config.getoption("-m") == "not slow") or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.name in SLOW:
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """What was read to find the tests stays to the end: nothing in it is looked at again."""
    gc.freeze()


@cache
def chosen(*codes: str) -> Catalogue:
    """The named rules (all, without names), compiled once a run of the tests."""
    return compile_rules([rule for rule in RULES if not codes or rule.code.startswith(codes)])


def findings(
    text: str, *codes: str, as_of: str = TODAY, format: str = "text", by_draft: bool = False
) -> list[Finding]:
    """What the named rules (all, without names) find in ``text``."""
    doc = Document("draft.txt", text, format=format)
    settings = Settings(AsOf(as_of, "--as-of", by_draft), Selection(codes))
    return list(lint(doc, chosen(*codes), settings))


def marked(text: str, *codes: str, as_of: str = TODAY, format: str = "text") -> str:
    """``text`` with everything the named rules find in it marked ``⟦…⟧``."""
    found = findings(text, *codes, as_of=as_of, format=format)
    spans = sorted({span for f in found for span in (f.occurrences or (f.span,))}, reverse=True)
    for span in spans:
        text = f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}"
    return text


class Outcome(NamedTuple):
    """What a command line came to."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def tests_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache folder for all tests and the processes they start: rules are compiled once, and the user's is left alone."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPEECHLINT_CACHE_DIR", str(folder))
        patch.setenv("LC_ALL", "C.UTF-8")  # messages are Chinese, whoever runs the tests
        kept.write_sealed(name_of(()), packed(chosen()))
        yield folder


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rule pack that stays as it is, for tests that are not about the shipped rules: PLH001, SLG001, SYS."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "tests" / "pack", folder / "rules")
    shutil.copytree(ROOT / "rules" / "system", folder / "rules" / "system")
    shutil.copytree(ROOT / "rules" / "names", folder / "rules" / "names")
    for name in (packs.PHASES, "authorities.yaml"):
        shutil.copy(ROOT / "rules" / name, folder / "rules")
    write_shipped(str(folder / "rules"), str(folder / COMPILED))  # as a wheel has them
    return folder


@pytest.fixture(scope="session")
def checked_out_pack(tmp_path_factory: pytest.TempPathFactory, small_pack: Path) -> Path:
    """The same without its compiled form, as in a checkout: the cache keeps that."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(small_pack / "rules", folder / "rules")
    return folder


@pytest.fixture
def run(
    tmp_path: Path,
    small_pack: Path,
    tests_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Callable[..., Outcome]:
    """Runs ``speechlint`` with these arguments in an empty folder, with the small pack for the shipped one."""
    from speechlint.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tests_cache))  # given back, wherever --cache-dir moves it
    monkeypatch.setattr(packs, "shipped", lambda: str(small_pack / "rules"))

    def run(*argv: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = main(argv)
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run


@pytest.fixture
def shipped(run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """The same with the rules as they are shipped."""
    monkeypatch.setattr(packs, "shipped", lambda: str(ROOT / "rules"))
    return run


@pytest.fixture
def facts_by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules of the facts are tried by themselves; what is weighed once more is in test_facts_tagged."""
    monkeypatch.setattr(tagged, "is_there", lambda: False)


def write(path: Path, text: str) -> Path:
    """The file at ``path`` with this text, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
