"""The formats for editors, code hosts and CI: what each says of a line that trips those who count wrongly."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from drafts import ERROR, PLAIN, result, run

from speechlint import reporters
from speechlint.document import Span
from speechlint.document.columns import Columns
from speechlint.document.outcome import FOREIGN
from speechlint.document.span import UNITS
from speechlint.finding import Edit, Fix, Mute, Related, Severity
from speechlint.result import Checked, LeftOut, Run, Trouble, View

LINE = "汉𠮷😀e\u0301\t⟦X届⟧\n"  # Han, a character beyond the BMP, a picture, a combining mark, a tab
WHERE = {"char": (7, 9), "utf16": (9, 11), "byte": (16, 20), "screen": (9, 12)}
TROUBLE = Trouble("坏,的:稿.docx", "读不了：100%\n坏了")
PATH = "2026 年/讲话稿%.txt"


def told(name: str, *checked: Checked, errors: tuple[Trouble, ...] = (), view: View = PLAIN) -> str:
    return reporters.report(name, run(*checked, errors=errors), view)


def twice(checked: Checked) -> Checked:
    """The draft with one finding at two places."""
    first, second = checked.findings
    both = first._replace(occurrences=(first.span, second.span), apart=True, message="“X届”没有填，共 2 处")
    return checked._replace(findings=type(checked.findings)([both]))


@pytest.mark.parametrize("unit", UNITS)
def test_columns_in_every_unit(unit: str) -> None:
    [finding] = (checked := result(f"第一行\n{LINE}")).findings
    columns = Columns(checked.doc, unit)
    start, end = columns.place(finding.span.start), columns.place(finding.span.end)
    assert (start.line, start.column, end.column) == (2, *WHERE[unit])
    assert columns.place(0) == (1, 1)
    assert columns.place(finding.span.start) == start  # asked for again, out of order


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("concise", "稿.txt:1:{}: PLH001 "),
        ("grouped", "  1:{} "),
        ("github", "col={},endColumn="),
        ("azure", "columnnumber={};"),
        ("checkstyle", 'column="{}"'),
        ("junit", "稿.txt:1:{}: PLH001 "),
        ("gitlab", '"column": {}'),
        ("json", '"column": {}'),
    ],
)
def test_each_format_counts_as_it_is_asked(name: str, form: str, unit: str) -> None:
    assert form.format(WHERE[unit][0]) in told(name, result(LINE), view=PLAIN._replace(column_unit=unit))


def test_concise_has_a_line_for_each_place() -> None:
    made = told("concise", twice(result("⟦X届⟧和⟦X届⟧")), errors=(Trouble("坏.txt", "没有权限"),))
    assert made.split("\n") == [
        "坏.txt:1:1: 没能检查：没有权限",
        "稿.txt:1:1: PLH001 “X届”没有填",
        "稿.txt:1:4: PLH001 “X届”没有填",
    ]


def test_what_is_only_worth_a_look_is_told_on_demand() -> None:
    checked = result("⟦X届⟧", ERROR._replace(severity=Severity.INFO))
    for name in ("concise", "grouped", "github", "azure"):
        assert told(name, checked) == ""
        assert "PLH001" in told(name, checked, view=PLAIN._replace(info=True))
    for name in ("gitlab", "rdjson", "checkstyle", "sarif"):
        assert "PLH001" in told(name, checked)


def test_grouped_names_each_draft_once() -> None:
    made = told("grouped", result("⟦X届⟧\n好\n⟦X次⟧"), result("好", path="好.txt"))
    assert made.split("\n")[:3] == [
        "稿.txt",
        "  1:1  必须改  PLH001 “X届”没有填",
        "  3:1  必须改  PLH001 “X届”没有填",
    ]
    assert "好.txt" not in made


def test_github_escapes_what_its_commands_are_made_of() -> None:
    made = told("github", result("⟦X届⟧", ERROR._replace(message="100%：没有填"), PATH), errors=(TROUBLE,))
    assert made.split("\n") == [
        "::error file=坏%2C的%3A稿.docx::读不了：100%25%0A坏了",
        "::error file=2026 年/讲话稿%25.txt,line=1,endLine=1,col=1,endColumn=3,title=PLH001 占位符::100%25：没有填",
    ]


def test_github_tells_how_many_annotations_it_would_not_show() -> None:
    warning = ERROR._replace(severity=Severity.WARNING, code="SPC001")
    made = told("github", result("⟦甲⟧\n" * 12, warning), result("⟦X届⟧", path="乙.txt")).split("\n")
    assert made[0].startswith("::error file=乙.txt")  # the gravest first
    assert [line.startswith("::warning") for line in made] == [False, *[True] * 10, *[False] * 3]
    assert "另有 2 处" in made[11]
    assert made[12] == "  稿.txt:11:1: SPC001 “X届”没有填"


def test_azure_escapes_what_its_commands_are_made_of() -> None:
    made = told("azure", result("⟦X届⟧", path="a;]b.txt"))
    assert made.startswith("##vso[task.logissue type=error;sourcepath=a%3B%5Db.txt;linenumber=1;")


def test_gitlab_issues_have_fingerprints_of_their_own() -> None:
    issues = json.loads(told("gitlab", result("⟦X届⟧\n⟦X届⟧"), result("⟦X届⟧", path="乙.txt")))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    moved = json.loads(told("gitlab", result("好\n⟦X届⟧\n⟦X届⟧")))
    assert [one["fingerprint"] for one in moved] == [one["fingerprint"] for one in issues[:2]]


def test_rdjson_counts_bytes_and_suggests_single_edits() -> None:
    fix = Fix((Edit(Span(6, 8), "十届"),))
    both = Fix((Edit(Span(6, 7), "十"), Edit(Span(7, 8), "届")))
    like = ERROR._replace(fixes=(fix, both), related=(Related(Span(0, 1), "看这里"),))
    [one] = json.loads(told("rdjson", result(LINE, like)))["diagnostics"]
    where = {"start": {"line": 1, "column": 16}, "end": {"line": 1, "column": 20}}
    assert one["location"] == {"path": "稿.txt", "range": where}
    assert one["suggestions"] == [{"range": where, "text": "十届"}]
    assert one["relatedLocations"][0]["location"]["range"]["end"] == {"line": 1, "column": 4}


def test_xml_holds_whatever_a_draft_or_a_name_holds() -> None:
    like = ERROR._replace(message='“<X>&"届"”\x01没有填')
    for name in ("junit", "checkstyle"):
        tree = ElementTree.fromstring(
            told(name, result("⟦X届⟧", like, 'a<&".txt'), errors=(TROUBLE,)).encode()
        )
        assert '“<X>&"届"”<U+0001>没有填' in ElementTree.tostring(tree, encoding="unicode").replace(
            "&lt;", "<"
        ).replace("&gt;", ">").replace("&amp;", "&").replace("&quot;", '"')


def test_junit_counts_tests_failures_errors_and_what_was_skipped() -> None:
    given = run(result("⟦X届⟧\n⟦X次⟧"), result("好", path="好.txt"), errors=(TROUBLE,))
    given = given._replace(left_out=(LeftOut("README.md", FOREIGN),))
    tree = ElementTree.fromstring(reporters.report("junit", given, PLAIN))
    assert tree.attrib == {"name": "speechlint", "tests": "5", "failures": "2", "errors": "1"}
    assert [len(suite.findall("testcase/failure")) for suite in tree] == [0, 2, 0, 0]
    assert tree.find("testsuite[@name='README.md']/testcase/skipped") is not None


def sarif(given: Run, view: View = PLAIN) -> dict[str, Any]:
    [made] = json.loads(reporters.report("sarif", given, view))["runs"]
    return dict(made)


def test_sarif_counts_utf16_units_and_says_so() -> None:
    made = sarif(run(result(LINE)))
    [found] = made["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    assert made["columnKind"] == "utf16CodeUnits"
    assert (region["startColumn"], region["endColumn"]) == WHERE["utf16"]
    assert region["snippet"] == {"text": "X届"}
    points = sarif(run(result(LINE)), PLAIN._replace(column_unit="char"))
    assert points["columnKind"] == "unicodeCodePoints"
    assert points["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 7


def test_sarif_tells_the_rule_and_what_people_have_judged() -> None:
    muted = ERROR._replace(muted_by=Mute("sidecar", "x.yaml:1", "会期定了再填"))
    made = sarif(run(result("⟦X届⟧"), result("⟦X届⟧", muted, "乙.txt")))
    [rule] = made["tool"]["driver"]["rules"]
    assert rule["id"] == "PLH001"
    assert "speechlint explain PLH001" in rule["help"]["text"]
    assert rule["fullDescription"]["text"]
    plain, judged = made["results"]
    assert plain["suppressions"] == []
    assert judged["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "会期定了再填"}
    ]


def test_sarif_fixes_and_related_places() -> None:
    like = ERROR._replace(
        fixes=(Fix((Edit(Span(0, 2), "十届"),), safe=True, title="补上届次"),),
        related=(Related(Span(3, 5), "这里是十届"),),
    )
    [found] = sarif(run(result("⟦X届⟧，十届。", like)))["results"]
    [replacement] = found["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "十届"}
    assert found["relatedLocations"][0]["message"] == {"text": "这里是十届"}


def test_sarif_addresses_are_encoded_and_seen_from_here() -> None:
    [found] = sarif(run(result("⟦X届⟧", path="讲话 稿.txt")))["results"]
    artifact = found["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "%E8%AE%B2%E8%AF%9D%20%E7%A8%BF.txt", "uriBaseId": "%SRCROOT%"}
    [found] = sarif(run(result("⟦X届⟧", path="/稿/a.txt")))["results"]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///%E7%A8%BF/a.txt"}


def test_sarif_tells_drafts_that_were_not_read() -> None:
    [invocation] = sarif(run(errors=(TROUBLE,)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["level"] == "error"


def test_each_place_is_a_result_with_its_own_fix() -> None:
    whole = twice(result("⟦X届⟧和⟦X届⟧"))
    fixes = tuple(Fix((Edit(span, "十届"),)) for span in whole.findings[0].occurrences)
    whole = whole._replace(findings=type(whole.findings)([whole.findings[0]._replace(fixes=fixes)]))
    found = sarif(run(whole))["results"]
    starts = [one["locations"][0]["physicalLocation"]["region"]["startColumn"] for one in found]
    changes = [one["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] for one in found]
    assert starts == [1, 4] == [change["startColumn"] for change in changes]
    assert len({one["partialFingerprints"]["speechlint/v1"] for one in found}) == 2


def test_no_more_places_than_are_wanted() -> None:
    few = PLAIN._replace(max_occurrences=1)
    checked = twice(result("⟦X届⟧和⟦X届⟧"))
    assert told("concise", checked, view=few).count("PLH001") == 1
    [found] = json.loads(told("json", checked, view=few))["findings"]
    assert (len(found["occurrences"]), found["occurrences_left_out"]) == (1, 1)
