"""What the shell gets: help, the page for man, completion, schemas; and the language of it all."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, Outcome, write
from jsonschema import Draft202012Validator

from speechlint import commands
from speechlint.commands.init import STARTER

Run = Callable[..., Outcome]
DRAFT = "同志们：今天召开县委X届全会。\n"


def test_help_is_what_the_option_shows(run: Run) -> None:
    assert run("help", "restore") == run("restore", "--help")
    assert run("help") == run("--help")
    assert "是不是 speechlint help restore" in run("help", "restor").err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_for_man_tells_every_command_and_option(run: Run, lang: str) -> None:
    page = run("help", "--man", "--lang", lang).out.replace("\\-", "-").replace("\\:", "")
    for name in commands.COMMANDS:
        about = commands.load(name).ABOUT
        assert (about.en if lang == "en" else about.zh) in page or name == "check"
        assert all(f"{option.name}" in page for option in about.options)
    assert not [line for line in page.split("\n") if line.startswith("'")]


@pytest.mark.skipif(not shutil.which("groff"), reason="没有 groff")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_for_man_is_roff(run: Run, lang: str) -> None:
    page = run("help", "--man", "--lang", lang).out.encode()
    done = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-Wbreak", "-z"],
        input=page,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


COMPLETED = [
    (("speechlint", "resto"), ["restore"]),
    (("speechlint", "--format", "json"), ["json", "jsonl"]),
    (("speechlint", "--column-unit", "=", "ut"), ["utf16"]),
    (("speechlint", "rules", "--format", "t"), ["text"]),
    (("speechlint", "review", "--enc"), ["--encoding"]),
    (("speechlint", "explain", "PLH001"), ["PLH001"]),
    (("speechlint", "schema", "co"), ["config"]),
    (("speechlint", "--select", "PLH001"), ["PLH001"]),
    (("speechlint", "restore", "讲话"), ["讲话稿.txt"]),
]


@pytest.mark.skipif(not shutil.which("bash"), reason="没有 bash")
@pytest.mark.parametrize(("words", "expected"), COMPLETED, ids=lambda value: " ".join(value))
def test_bash_completes(run: Run, tmp_path: Path, words: tuple[str, ...], expected: list[str]) -> None:
    write(tmp_path / "讲话稿.txt", DRAFT)
    script = run("completion", "bash").out
    typed = " ".join(f"'{word}'" for word in words)
    asked = f"COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _speechlint\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\n{asked}"], cwd=tmp_path, capture_output=True, check=True
    )
    assert (done.stdout.decode().split(), done.stderr) == (expected, b"")


def test_scripts_for_the_other_shells_name_every_option(run: Run) -> None:
    for shell in ("zsh", "fish"):
        script = run("completion", shell).out
        assert "column-unit" in script
        assert all(name in script for name in commands.COMMANDS)
    assert run("completion", "tcsh").status == 2


@pytest.mark.consumers
@pytest.mark.parametrize(
    ("words", "expected"), [one for one in COMPLETED if "=" not in one[0]], ids=lambda value: " ".join(value)
)
def test_fish_completes(run: Run, tmp_path: Path, words: tuple[str, ...], expected: list[str]) -> None:
    write(tmp_path / "讲话稿.txt", DRAFT)
    script = write(tmp_path / "script.fish", run("completion", "fish").out)
    asked = f"source {script}; complete -C '{' '.join(words)}'"
    done = subprocess.run(["fish", "--no-config", "-c", asked], cwd=tmp_path, capture_output=True, check=True)
    assert [line.split("\t")[0] for line in done.stdout.decode().splitlines()] == expected


@pytest.mark.consumers
@pytest.mark.parametrize(
    ("words", "expected"), [one for one in COMPLETED if "=" not in one[0]], ids=lambda value: " ".join(value)
)
def test_zsh_completes(run: Run, tmp_path: Path, words: tuple[str, ...], expected: list[str]) -> None:
    """What zsh would offer, read from a terminal of its own."""
    write(tmp_path / "讲话稿.txt", DRAFT)
    write(tmp_path / "functions" / "_speechlint", run("completion", "zsh").out)
    script = write(tmp_path / "script.zsh", ZSH)
    asked = ["zsh", "-f", str(script), str(tmp_path / "functions"), " ".join(words)]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    offered = done.stdout.decode().split()
    assert set(expected) <= set(offered), done.stdout.decode()


# An interactive zsh of its own is asked what it would offer, and writes that down.
ZSH = r"""
zmodload zsh/zpty
zpty asked zsh -f -i
read_until() { local line; while zpty -r asked line; do [[ $line == *"$1"* ]] && return; done }
zpty -w asked "PS1= PS2=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D"
zpty -w asked "compadd() { local -a found; builtin compadd -O found \"\$@\"; print -l -- \$found >> offered; builtin compadd \"\$@\" }"
zpty -w asked "bindkey '^I' complete-word; print -r -- rea''dy"
read_until ready
zpty -n -w asked "$2"$'\t'
for ((i = 0; i < 100; i++)); do [[ -s offered ]] && break; sleep 0.1; done
zpty -w asked $'\x15print -r -- do\'\'ne'
read_until done
cat offered
"""


def schema(run: Run, name: str) -> Draft202012Validator:
    made: dict[str, Any] = json.loads(run("schema", name).out)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def test_schemas_of_what_is_written(run: Run) -> None:
    report, facts = schema(run, "report"), schema(run, "facts")
    write(Path("稿.txt"), DRAFT)
    report.validate(json.loads(run("稿.txt", "-f", "json").out))
    facts.validate(json.loads(run("facts", "稿.txt", "-f", "json").out))
    assert "是不是" not in run("schema", "facts").err
    assert "speechlint schema config" in run("schema", "confg").err


def test_the_schema_of_a_config(run: Run) -> None:
    known = schema(run, "config")
    lines = [line.removeprefix("# ") for line in STARTER.splitlines()]
    starter = yaml.safe_load("\n".join(line for line in lines if not line.endswith(("。", "起作用："))))
    known.validate(starter)
    known.validate({"fail-on": "必须改", "allow": ["X射线楼", {"term": "X", "reason": "名"}], "as_of": 2022})
    mistakes: list[Any] = [
        {"ignroe": []},
        {"select": "PLH"},
        {"severity": {"PLH": "bad"}},
        {"overrides": [{}]},
    ]
    assert not any(map(known.is_valid, mistakes))


def test_the_schema_of_a_rule(run: Run) -> None:
    known = schema(run, "rule")
    every = sorted((ROOT / "rules").glob("*/[A-Z]*.yaml"))
    for path in every[::9]:
        known.validate(_rule(path))
    good = _rule(every[0])
    mistakes: list[Any] = [{"grade": "law"}, {"check": {}}, {"check": {"patern": {}}}, {"why": None}]
    assert not any(known.is_valid({**good, **wrong}) for wrong in mistakes)


def _rule(path: Path) -> Any:
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping

    return read_mapping(str(path), RuleError)


@pytest.mark.parametrize(
    ("variables", "english"),
    [
        ({"LC_ALL": "C.UTF-8"}, False),
        ({"LC_ALL": "", "LANG": ""}, False),
        ({"LC_ALL": "", "LANG": "POSIX"}, False),
        ({"LC_ALL": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW"}, False),
        ({"LC_ALL": "en_US.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "de_DE.UTF-8"}, True),
        ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, False),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, False),
    ],
)
def test_the_locale_says_the_language_where_nobody_else_does(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], english: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    write(Path("稿.txt"), DRAFT)
    assert run("稿.txt").out.startswith("1 to correct") is english
    assert run("没有.txt").out.endswith("no such file or folder\n") is english
    assert run("稿.txt", "--lang", "zh").out.startswith("必须改")
    write(Path(".speechlint.yaml"), "lang: zh\n")
    assert run("稿.txt").out.startswith("必须改")


def test_explain_tells_what_is_reported_at_a_place(run: Run) -> None:
    write(Path("稿.txt"), DRAFT)
    done = run("explain", "稿.txt:1:12")  # within the words
    assert done.out.startswith("稿.txt:1:11 “X届”是没有填的届次\n\nPLH001/session ")
    assert done.out == run("explain", "稿.txt:1").out
    assert "那里没有要报的问题" in run("explain", "稿.txt:1:1").err
    assert "没有规则" in run("explain", "没有.txt:1:1").err
