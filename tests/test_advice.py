"""The wording advised, put in place of the one reported, on the day judged at: nothing is reported there, no word doubled."""

from __future__ import annotations

import re
from functools import cache

import pytest
from conftest import RULES, TODAY, chosen, unmarked

from speechlint.document.dates import AsOf, later
from speechlint.finding import Finding
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook.examples import Example
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

DATED = [rule for rule in RULES if rule.check == "formulation"]
READ = "SLG", "DUP005", "DUP006", "TYP"
QUOTED = re.compile("“(.+?)”(?:不合|与|已过时)")
ADVISED = re.compile("，(?:现用|应为|通行写作|改为)(.+?)(?=；|$)")


def days(rule: Rule, entry: str, shown: str | None) -> list[str]:
    """The day of the example, and the first days after which another wording was the one in use."""
    window = rule.options["windows"][entry]
    until = window["bound"] or ""
    steps = [f"{later(step, 2)}" for _, step in window["succession"] if step]
    return sorted(
        {shown or TODAY, *(day for day in (*steps, later(until, 7) if until else "") if until < day <= TODAY)}
    )


@cache  # the two tests look at the same
def found(text: str, day: str, selected: tuple[str, ...]) -> list[Finding]:
    settings = Settings(AsOf(day, "--as-of"), Selection(selected))
    return lint(read("draft.txt", text.encode(), "utf-8"), chosen(*READ), settings)


def quoted(text: str, finding: Finding) -> tuple[int, int]:
    """Where the wording stands that the message quotes: the reported one, or the longer one that it is a part of."""
    start, end = finding.span
    said = (match := QUOTED.match(finding.message)) and match[1].replace("‘", "“").replace("’", "”")
    begin = text.find(said, max(0, end - len(said))) if said else -1
    return (
        (begin, begin + len(said))
        if said and 0 <= begin <= start <= end <= begin + len(said)
        else (start, end)
    )


CASES = [
    pytest.param(rule, example, day, id=f"{rule.code}-{example.entry}-{number}-{day}")
    for rule in DATED
    for number, example in enumerate(rule.bad, 1)
    if example.entry and not example.gap
    for day in days(rule, example.entry, example.as_of)
]


@pytest.mark.parametrize(("rule", "example", "day"), CASES)
def test_advice_can_be_followed(rule: Rule, example: Example, day: str) -> None:
    text, _ = unmarked(example.text)
    for finding in found(text, day, (f"{rule.code}/{example.entry}",)):
        advised = ADVISED.search(finding.message)
        if not advised:
            continue
        said = advised[1]
        if said.startswith("“") and said.endswith("”") and said.count("“") == 1:
            said = said[1:-1]
        said = said.replace("‘", "“").replace("’", "”")
        start, end = quoted(text, finding)
        changed = text[:start] + said + text[end:]
        left = [
            (hit.code, hit.entry, hit.message)
            for hit in found(changed, day, ())
            if hit.severity > 0
            and hit.span.overlaps(
                (start - 2 * hit.code.startswith("DUP"), start + len(said) + 2 * hit.code.startswith("DUP"))
            )
        ]
        assert not left, (changed, day)


# What is said today, and the day before which nobody could say it.
FIRST = {
    "高质量发展": "2017-10-18",
    "乡村振兴": "2017-10-18",
    "全面建成小康社会": "2012-11-08",
    "全面建设社会主义现代化国家": "2017-10-18",
    "新时代": "2017-10-18",
    "二十届": "2022-10-23",
    "常态化精准帮扶": "2025-10-23",
    "卫生健康": "2018-03-13",
    "生态环境部": "2018-03-13",
    "自然资源": "2018-03-13",
    "市场监管": "2018-03-13",
    "金融监管": "2023-03-10",
    "社会治理": "2013-11-12",
    "法典": "2020-05-28",
    "劳全面发展": "2018-09-10",
    "习近平": "2012-11-15",
}


@pytest.mark.parametrize(("rule", "example", "day"), CASES)
def test_advice_is_of_its_day(rule: Rule, example: Example, day: str) -> None:
    text, _ = unmarked(example.text)
    for finding in found(text, day, (f"{rule.code}/{example.entry}",)):
        advised = ADVISED.search(finding.message)
        ahead = [word for word, first in FIRST.items() if advised and word in advised[1] and day < first]
        assert not ahead, (finding.message, day)
