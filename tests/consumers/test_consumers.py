"""What each consumer makes of the formats on a line that trips those who count wrongly: run by ``.ci/more formats``.

``SPEECHLINT_TOOLS`` is the folder where that step has installed them: ``py`` is an environment, ``node_modules`` are packages.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, write

pytestmark = pytest.mark.consumers

TOOLS = Path(os.environ.get("SPEECHLINT_TOOLS", "没有装"))
NODE = TOOLS / "node_modules"
LEAD = "汉𠮷😀e\u0301\t"  # Han, a character beyond the BMP, a picture, a combining mark, a tab
TEXT = f"同志们：\n{LEAD}县委X届全会，\t{LEAD}XX户群众受灾。\n"
NAME = "2026 年/讲话%稿.txt"
# Where X届 begins and ends on line 2, and where XX户 begins, by hand.
CHAR, UTF16, BYTE, SCREEN = (9, 11, 21), (11, 13, 25), (22, 26, 51), (13, 16, 33)


def needs(path: Path | str) -> str:
    found = str(path) if isinstance(path, Path) else shutil.which(path)
    if not found or not Path(found).exists():
        pytest.skip(f"没有 {path}")
    return found


def told(folder: Path, format: str, *options: str) -> Path:
    """The report on the draft, in a file."""
    write(folder / NAME, TEXT)
    command = [sys.executable, "-m", "speechlint", NAME, "--select", "PLH001,PLH002", "-f", format, *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    (folder / "report").write_bytes(done.stdout)
    return folder / "report"


def run(*command: str | Path, cwd: Path, stdin: str = "") -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, input=stdin, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_sarif_is_valid_to_the_multitool(tmp_path: Path) -> None:
    tool = needs(NODE / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool")
    report = told(tmp_path, "sarif").rename(tmp_path / "report.sarif")
    command = [tool, "validate", str(report), "--level", "Error;Warning", "--rule-kind", "Sarif;Gh"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert b"error SARIF" not in done.stdout, done.stdout.decode()
    assert b"error GH" not in done.stdout, done.stdout.decode()
    assert b"Analysis completed successfully" in done.stdout


def test_sarif_tools_read_the_findings(tmp_path: Path) -> None:
    tool = needs(TOOLS / "py" / "bin" / "sarif")
    report = told(tmp_path, "sarif").rename(tmp_path / "report.sarif")
    run(tool, "csv", "--output", "out.csv", report, cwd=tmp_path)
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["Severity"], row["Code"], row["Line"]) for row in rows] == [
        ("error", "PLH001", "2"),
        ("error", "PLH002", "2"),
    ]


def test_rdjson_is_valid_and_its_bytes_are_the_words(tmp_path: Path) -> None:
    tool = needs(NODE / ".bin" / "rdformat-validator")
    report = told(tmp_path, "rdjson")
    run(tool, "--strict", "--no-extra-fields", report, cwd=tmp_path)
    line = TEXT.split("\n")[1].encode()
    for one, words in zip(json.loads(report.read_text("utf-8"))["diagnostics"], ("X届", "XX户"), strict=True):
        where = one["location"]["range"]
        assert line[where["start"]["column"] - 1 : where["end"]["column"] - 1].decode() == words


def test_junit_is_read(tmp_path: Path) -> None:
    python = needs(TOOLS / "py" / "bin" / "python")
    program = (
        "import sys, junitparser\n"
        "read = junitparser.JUnitXml.fromfile(sys.argv[1])\n"
        "print(read.tests, read.failures, *(case.name for suite in read for case in suite), sep='|')"
    )
    said = run(python, "-c", program, told(tmp_path, "junit"), cwd=tmp_path)
    assert said.strip() == f"2|2|PLH001 2:{CHAR[0]}|PLH002 2:{CHAR[2]}"


def test_azure_reads_its_commands(tmp_path: Path) -> None:
    node = needs("node")
    needs(NODE / "azure-pipelines-task-lib")
    program = (
        f"const {{commandFromString}} = require({json.dumps(str(NODE / 'azure-pipelines-task-lib' / 'taskcommand'))});\n"
        "const lines = require('fs').readFileSync(process.argv[1], 'utf8').trim().split('\\n');\n"
        "console.log(JSON.stringify(lines.map(commandFromString)));"
    )
    first, second = json.loads(run(node, "-e", program, told(tmp_path, "azure"), cwd=tmp_path))
    assert (first["command"], first["properties"]["sourcepath"]) == ("task.logissue", NAME)
    assert [one["properties"]["columnnumber"] for one in (first, second)] == [str(CHAR[0]), str(CHAR[2])]
    assert first["message"].startswith("“X届”")


def test_github_commands_are_those_of_its_own_library(tmp_path: Path) -> None:
    node = needs("node")
    needs(NODE / "@actions" / "core")
    [line, _] = told(tmp_path, "github").read_text("utf-8").splitlines()
    head, _, message = line.removeprefix("::").partition("::")
    told_properties = dict(part.split("=", 1) for part in head.partition(" ")[2].split(","))
    program = (
        f"const core = require({json.dumps(str(NODE / '@actions' / 'core'))});\n"
        f"core.error({json.dumps(message)}, {{title: 'PLH001 占位符', file: {json.dumps(NAME)}, "
        f"startLine: 2, endLine: 2, startColumn: {CHAR[0]}, endColumn: {CHAR[1]}}});"
    )
    made = run(node, "-e", program, cwd=tmp_path).strip()
    theirs = dict(part.split("=", 1) for part in made[2:].partition("::")[0].partition(" ")[2].split(","))
    assert told_properties == theirs
    assert made.endswith(f"::{message}")


def test_the_problem_matcher_of_vs_code_reads_concise_lines(tmp_path: Path) -> None:
    node = needs("node")
    needs(NODE / "@rushstack" / "problem-matcher")
    program = (
        f"const {{parseProblemMatchersJson}} = require({json.dumps(str(NODE / '@rushstack' / 'problem-matcher'))});\n"
        "const [matcher] = parseProblemMatchersJson([JSON.parse(process.argv[1])]);\n"
        "const lines = require('fs').readFileSync(process.argv[2], 'utf8').trim().split('\\n');\n"
        "console.log(JSON.stringify(lines.map(line => matcher.exec(line + '\\n'))));"
    )
    printed = (ROOT / "editors" / "problem-matcher.json").read_text("utf-8").splitlines()
    [ours] = json.loads("".join(line for line in printed if not line.startswith("//")))["problemMatcher"]
    matcher = {"name": ours["owner"], "pattern": ours["pattern"]}
    report = told(tmp_path, "concise", "--column-unit", "utf16")
    found = json.loads(run(node, "-e", program, json.dumps(matcher), report, cwd=tmp_path))
    assert [(one["file"], one["line"], one["column"]) for one in found] == [
        (NAME, 2, UTF16[0]),
        (NAME, 2, UTF16[2]),
    ]


@pytest.mark.parametrize(("unit", "form"), [("byte", "%f:%l:%c: %m"), ("screen", "%f:%l:%v: %m")])
def test_vim_goes_to_the_words(tmp_path: Path, unit: str, form: str) -> None:
    vim = needs("vim")
    told(tmp_path, "concise", "--column-unit", unit).rename(tmp_path / "errors")
    script = write(
        tmp_path / "script.vim",
        f"set encoding=utf-8 fileencodings=utf-8 tabstop=8\nset errorformat={form.replace(' ', chr(92) + ' ')}\n"
        "cfile errors\nlet found = []\n"
        "for number in [1, 2]\n  execute 'cc ' . number\n"
        "  call add(found, strcharpart(strpart(getline('.'), col('.') - 1), 0, 2))\nendfor\n"
        "call writefile(found, 'found')\nqall!\n",
    )
    run(vim, "-N", "-u", "NONE", "-i", "NONE", "-es", "-S", script, cwd=tmp_path)
    assert (tmp_path / "found").read_text("utf-8").splitlines() == ["X届", "XX"]


@pytest.mark.parametrize(("unit", "screen"), [("screen", "t"), ("char", "nil")])
def test_emacs_compilation_goes_to_the_words(tmp_path: Path, unit: str, screen: str) -> None:
    emacs = needs("emacs")
    told(tmp_path, "concise", "--column-unit", unit).rename(tmp_path / "errors")
    program = (
        "(progn (require 'compile) (setq compilation-error-screen-columns " + screen + ")"
        ' (find-file "errors") (compilation-mode) (compilation--ensure-parse (point-max))'
        ' (dotimes (line 2) (set-buffer "errors") (goto-char (point-min)) (forward-line line)'
        "  (save-window-excursion (compile-goto-error)"
        '   (princ (format "%s\\n" (buffer-substring (point) (+ 2 (point))))))))'
    )
    said = run(emacs, "--batch", "-Q", "--eval", program, cwd=tmp_path)
    assert said.split() == ["X届", "XX"]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.gitlab-ci", None),
        ("vendor.azure-pipelines", None),
    ],
    ids=["github", "gitlab", "azure"],
)
def test_what_is_written_for_ci_is_as_their_schemas_say(
    tmp_path: Path, schema: str, path: Path | None
) -> None:
    tool = needs(TOOLS / "py" / "bin" / "check-jsonschema")
    if path is None:
        path = write(tmp_path / "ci.yml", snippet(schema.removeprefix("vendor.").partition("-")[0]))
    run(tool, "--builtin-schema", schema, path, cwd=tmp_path)


def snippet(name: str) -> str:
    """The block of docs/ci.md behind the comment that names it."""
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    return text.partition(f"<!-- {name} -->\n```yaml\n")[2].partition("```")[0]


@pytest.mark.parametrize("name", ["config", "rule"])
def test_the_schemas_are_read_by_another_program(tmp_path: Path, name: str) -> None:
    tool = needs(TOOLS / "py" / "bin" / "check-jsonschema")
    command = [sys.executable, "-m", "speechlint", "schema", name]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    (tmp_path / "schema.json").write_bytes(done.stdout)
    good = {"config": "ignore: [SPC]\nseverity: {PUN: info}\n", "rule": ""}[name]
    files = (
        [write(tmp_path / "a.yaml", good)]
        if good
        else sorted((ROOT / "rules" / "placeholder").glob("PLH00*.yaml"))
    )
    run(tool, "--schemafile", "schema.json", *files, cwd=tmp_path)
