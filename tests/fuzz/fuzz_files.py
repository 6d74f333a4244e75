"""Harnesses of the files people write beside drafts: configs, rules, judgements, spoilt in any way."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unittest.mock import patch

from fuzz_inputs import OPENING, ROOT
from fuzz_parts import AS_OF, choice, names
from fuzz_sane import is_sane, project

from speechlint.document import Document
from speechlint.errors import ConfigError, RuleError
from speechlint.judgements import sidecar
from speechlint.judgements.suppression import suppress
from speechlint.project import configfile
from speechlint.project.layers import Settings, merged
from speechlint.rulebook import catalogue, compiling, packs
from speechlint.rulebook.naming import check_names
from speechlint.run.engine import lint
from speechlint.run.one import check_document


def config(data: bytes) -> None:
    """A config is read, or refused with its place."""
    name = choice(data).choice((".speechlint.yaml", "pyproject.toml"))
    Path(name).write_bytes(
        b"[tool.speechlint]\n" + data.replace(b": ", b" = ") if name.endswith("toml") else data
    )
    try:
        own = configfile.read(name)
        merged([*own.layers("稿.txt"), *own.layers("旧稿/稿.txt")])
        check_names(own.names, shipped().rules, ConfigError)
        if own.roster:
            compiling.with_roster(shipped(), own.roster)
    except (ConfigError, RuleError) as told:
        names(told, name, "rosters")
    finally:
        Path(name).unlink()


@cache
def shipped() -> catalogue.Catalogue:
    return compiling.load()


def rules(data: bytes) -> None:
    """A rule file is read and runs, or is refused with its place."""
    folder = Path("规则/placeholder")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "PLH901-some-rule.yaml").write_bytes(data)
    try:
        with patch.object(
            packs, "shipped", return_value=str(ROOT / "tests" / "fuzz")
        ):  # where there are no rules
            made = compiling.load([str(folder.parent)], keep=False)
    except RuleError as told:
        names(told, "PLH901", "规则")
        return
    doc = Document("稿.txt", OPENING + "在市总工会X届三次委员会议上，共圆小康梦，截止目前。\n")
    is_sane(doc, lint(doc, made, Settings(AS_OF)))


def ignore(data: bytes) -> None:
    """A file of judgements is read and holds, or is refused with its place."""
    name = ".speechlint-ignore.yaml"
    Path(name).write_bytes(data)
    try:
        said = sidecar.read(name)
    except ConfigError as told:
        names(told, name)
        return
    finally:
        Path(name).unlink()
    doc = Document("稿.txt", OPENING + "在市总工会X届三次委员会议上，截止目前。\n")
    findings = tuple(check_document(doc, project()).findings)
    marked = tuple(suppress(doc, findings, said.said("稿.txt")))
    assert sum(len(one.places) for one in marked) == sum(len(one.places) for one in findings)
    said.unused(lambda _: True, ["PLH001", "SLG001"], [one.muted_by for one in marked if one.muted_by])
