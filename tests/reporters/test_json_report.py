"""The JSON reports: as the schema says, and telling what was found, muted findings left out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import ROOT, chosen
from drafts import ERROR, PLAIN, TODAY, result, run
from jsonschema import Draft202012Validator

from speechlint import __version__, reporters
from speechlint.document import Span
from speechlint.finding import Edit, Fix, Mute, Related, Severity
from speechlint.findings import Findings
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.result import Checked, Run, Trouble
from speechlint.run.engine import lint

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "speechlint/reporters/report.schema.json").read_text(encoding="utf-8")
)
RICH = ERROR._replace(
    fixes=(Fix((Edit(Span(1, 3), "十届"),), safe=True, title="补上届次"),),
    occurrences=(Span(1, 3), Span(4, 6)),
    related=(Related(Span(8, 9), "这里写的是十届"),),
    entry="session",
)


def report(given: Run) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(reporters.report("json", given, PLAIN))
    return made


def keys(value: Any, schema: dict[str, Any]) -> None:
    """Every key of ``value`` is described."""
    if "$ref" in schema:
        keys(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    elif isinstance(value, list):
        for item in value:
            keys(item, schema["items"])
    elif isinstance(value, dict):
        described = dict(schema.get("properties", {}))
        for part in schema.get("allOf", ()):
            described |= SCHEMA["$defs"][part["$ref"].rsplit("/", 1)[1]]["properties"]
        assert set(value) == set(described)
        for key, item in value.items():
            keys(item, described[key])


@pytest.mark.parametrize(
    "given",
    [
        run(),
        run(result("同志们好。")),
        run(result("在⟦X届⟧和X届\n一点\n", RICH), errors=(Trouble("b.docx", "这是 Word 文档"),)),
    ],
)
def test_as_the_schema_says(given: Run) -> None:
    made = report(given)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(made)
    keys(made, SCHEMA)


def test_real_findings_are_as_the_schema_says() -> None:
    rules = chosen()
    docs = [read(path.name, path.read_bytes()) for path in sorted((ROOT / "samples").iterdir())]
    given = run(*(Checked(doc, Findings(lint(doc, rules, Settings(TODAY))), TODAY) for doc in docs))
    made = report(given)
    Draft202012Validator(SCHEMA).validate(made)
    keys(made, SCHEMA)
    assert len({finding["code"] for finding in made["findings"]}) > 3


def test_whole_report() -> None:
    made = report(run(result("同志们：\n在⟦X届⟧全会上\n"), errors=(Trouble("b.docx", "这是 Word 文档"),)))
    fingerprint = made["findings"][0].pop("fingerprint")
    assert len(fingerprint) == 16
    assert made == {
        "schema_version": 1,
        "speechlint_version": __version__,
        "column_unit": "char",
        "files": [
            {
                "path": "稿.txt",
                "encoding": "utf-8",
                "characters": 12,
                "as_of": "2026-11-20",
                "as_of_source": "today",
                "stage": None,
            }
        ],
        "skipped": [],
        "errors": [{"path": "b.docx", "message": "这是 Word 文档"}],
        "findings": [
            {
                "path": "稿.txt",
                "code": "PLH001",
                "name": "unfilled-session",
                "title": "unfilled-session",
                "family": "占位符",
                "severity": "error",
                "message": "“X届”没有填",
                "line": 2,
                "column": 2,
                "end_line": 2,
                "end_column": 4,
                "offset": 6,
                "end_offset": 8,
                "paragraph": 2,
                "place": "正文",
                "headings": [],
                "page": None,
                "text": "X届",
                "reading": "X届",
                "entry": None,
                "fixes": [],
                "occurrences": [],
                "occurrences_left_out": 0,
                "related": [],
                "source": "约定",
                "grade": "convention",
                "also": [],
            }
        ],
        "summary": {
            "errors": 1,
            "warnings": 0,
            "info": 0,
            "places": {"errors": 1, "warnings": 0, "info": 0},
            "unlisted": 0,
            "files": 1,
        },
    }


def test_columns_count_code_points() -> None:
    [found] = report(run(result("𠮷😀同志⟦X届⟧")))["findings"]
    assert (found["column"], found["end_column"], found["offset"]) == (5, 7, 4)


def test_muted_findings_are_left_out() -> None:
    made = report(run(result("⟦X届⟧", ERROR._replace(muted_by=Mute("sidecar", "x:1")))))
    assert made["findings"] == []
    assert made["summary"]["errors"] == 0


def test_summary_counts_by_severity() -> None:
    warning, info = ERROR._replace(severity=Severity.WARNING), ERROR._replace(severity=Severity.INFO)
    made = report(run(result("⟦甲⟧", warning), result("⟦甲⟧⟦乙⟧", info), result("好")))
    assert made["summary"] == {
        "errors": 0,
        "warnings": 1,
        "info": 2,
        "places": made["summary"]["places"],
        "unlisted": 0,
        "files": 3,
    }
    assert made["summary"]["places"] == {"errors": 0, "warnings": 1, "info": 2}


def test_path_that_is_no_utf8() -> None:
    made = report(run(result("⟦X届⟧", path="\udcb8\udce5.txt"), errors=(Trouble("\udcb8", "？"),)))
    assert made["files"][0]["path"] == "\\xb8\\xe5.txt"
    reporters.report("json", run(result("⟦X届⟧", path="\udcb8.txt")), PLAIN).encode()


def test_chinese_stays_readable() -> None:
    assert "X届" in reporters.report("json", run(result("⟦X届⟧")), PLAIN)


def test_json_lines_hold_the_same() -> None:
    given = run(result("⟦X届⟧", RICH), result("⟦X次⟧", path="乙.txt"), errors=(Trouble("b.docx", "Word"),))
    lines = [json.loads(line) for line in reporters.report("jsonl", given, PLAIN).split("\n")]
    whole = report(given)
    assert [line.pop("type") for line in lines] == ["file", "finding", "file", "finding", "error", "summary"]
    assert [lines[0], lines[2]] == whole["files"]
    assert [lines[1], lines[3]] == whole["findings"]
    assert lines[4:5] == whole["errors"]
    assert lines[5] == {
        "schema_version": 1,
        "speechlint_version": __version__,
        "column_unit": "char",
        **whole["summary"],
    }
