"""The report for people: read line by line."""

from __future__ import annotations

import re
from functools import partial

import pytest
from drafts import ERROR, PLAIN, result, run

from speechlint import reporters
from speechlint.document import Span
from speechlint.document.dates import AsOf
from speechlint.finding import Edit, Finding, Fix, Mute, Related, Severity
from speechlint.findings import Findings
from speechlint.result import Checked, Run, Trouble, View

WARNING = ERROR._replace(code="SLG001", severity=Severity.WARNING, message="提法过时", source="党章")
INFO = ERROR._replace(code="PAR009", severity=Severity.INFO, message="长短不一", source="")


report = partial(reporters.report, "text")


def lines(given: Run, view: View = PLAIN) -> list[str]:
    return report(given, view).split("\n")


def mixed() -> Run:
    return run(result("⟦长短⟧不一", INFO), result("⟦过时⟧提法", WARNING), result("在⟦X届⟧⟦X次⟧会上"))


def test_one_finding_in_full() -> None:
    assert lines(run(result("第一行\n在⟦X届⟧全会上的讲话"))) == [
        "必须改 1 处（1 份文稿，13 字）",
        "",
        "稿.txt",
        "  2:2 必须改 PLH001 “X届”没有填",
        "      在⟦X届⟧全会上的讲话",
        "",
        "逐条定夺：speechlint review 稿.txt",
        "为什么要改、怎样改：speechlint explain PLH001",
        "过时与否按 2026-11-20 判断（今天；用 --as-of 可改）",
    ]


def test_verdict_counts_each_severity() -> None:
    assert lines(mixed())[0] == "必须改 2 处，建议改 1 处，可看 1 处（3 份文稿，15 字）"


def test_clean_draft() -> None:
    assert lines(run(result("同志们好。"))) == [
        "没有发现问题（1 份文稿，5 字）",
        "",
        "过时与否按 2026-11-20 判断（今天；用 --as-of 可改）",
    ]


def test_info_is_folded_to_a_count() -> None:
    told = lines(mixed())
    assert not any("PAR009" in line for line in told)
    assert "“可看”的 1 处没有列出，加 --info 列出" in told


def test_info_unfolded() -> None:
    told = lines(mixed(), PLAIN._replace(info=True))
    assert any("可看 PAR009 长短不一" in line for line in told)
    assert not any("--info" in line for line in told)


def test_quiet_leaves_findings_alone() -> None:
    told = lines(mixed(), PLAIN._replace(quiet=True))
    assert told[0].startswith("稿.txt:1:1 建议改 SLG001")
    assert told[-1] == "    在X届⟦X次⟧会上"
    assert not any("PAR009" in line for line in told)
    assert any("PAR009" in line for line in lines(mixed(), PLAIN._replace(quiet=True, info=True)))


def test_quiet_and_clean_is_empty() -> None:
    assert report(run(result("同志们好。")), PLAIN._replace(quiet=True)) == ""


def test_muted_findings_are_left_out() -> None:
    assert lines(run(result("⟦X届⟧", ERROR._replace(muted_by=Mute("sidecar", "x:1")))))[0].startswith(
        "没有发现问题"
    )


STANDARD = ERROR._replace(code="PUN001", source="GB/T 15834", grade="regulation")


def test_authority_stands_where_it_is_news_once_in_a_draft() -> None:
    told = lines(run(result("⟦,⟧好⟦,⟧", STANDARD), result("⟦,⟧", STANDARD), result("⟦X届⟧")))
    assert [line.strip() for line in told if "依据" in line] == ["依据（规定）：GB/T 15834"] * 2


def test_every_authority_on_demand() -> None:
    told = lines(run(result("⟦X届⟧⟦X次⟧")), PLAIN._replace(verbose=True))
    assert [line.strip() for line in told if "依据" in line] == ["依据（本项目约定）：约定"]


def test_gravity_sorts_errors_first() -> None:
    early, late = result("⟦旧⟧话，X届", WARNING), result("旧话，⟦X届⟧")
    both = early._replace(findings=Findings((*early.findings, *late.findings)))
    assert codes(lines(run(both), PLAIN._replace(sort="gravity"))) == ["PLH001", "SLG001"]
    assert codes(lines(run(both))) == ["SLG001", "PLH001"]


def codes(told: list[str]) -> list[str]:
    """The codes in a report, in its order."""
    return re.findall(r"^  \d+:\d+ +(?:(?:必须改|建议改) )?([A-Z]{3}\d{3})", "\n".join(told), re.MULTILINE)


def detailed(**more: object) -> list[str]:
    given = result("共讲⟦三⟧点\n四点\n五点")
    finding: Finding = given.findings[0]._replace(**more)
    return below(given._replace(findings=Findings((finding,))))


def below(given: Checked) -> list[str]:
    """The lines of a report on one draft without their indent, and what shares one apart."""
    return [part for line in lines(run(given)) for part in line.strip().split("  ")]


def test_fixes() -> None:
    at = Span(2, 3)
    assert "改法：“四”" in detailed(fixes=(Fix((Edit(at, "四"),)),))
    assert "改法：删去“三”" in detailed(fixes=(Fix((Edit(at, ""),)),))
    assert "改法：“四” 或 “五”" in detailed(fixes=(Fix((Edit(at, "四"),)), Fix((Edit(at, "五"),))))
    assert "改法：删去重复的一段" in detailed(fixes=(Fix((Edit(at, ""),), title="删去重复的一段"),))


def test_a_fix_says_the_whole_new_wording() -> None:
    given = result("增强⟦幸福感、获得感、安全感⟧")
    edits = Edit(Span(2, 5), "获得感"), Edit(Span(6, 9), "幸福感")
    finding = given.findings[0]._replace(fixes=(Fix(edits),))
    told = below(given._replace(findings=Findings((finding,))))
    assert "改法：“获得感、幸福感、安全感”" in told


def test_quotation_marks_in_a_new_wording_are_not_doubled() -> None:
    at = Span(2, 3)
    assert "改法：“三性”" in detailed(fixes=(Fix((Edit(at, "“三性”"),)),))
    assert "改法：“增强‘三性’”" in detailed(fixes=(Fix((Edit(at, "增强“三性”"),)),))


def test_many_fixes_are_cut_short() -> None:
    fixes = tuple(Fix((Edit(Span(2, 3), char),)) for char in "四五六七八")
    assert "改法：“四” 或 “五” 或 “六” 或 “七”……" in detailed(fixes=fixes)


def test_fixes_with_titles_share_a_line() -> None:
    fixes = tuple(Fix((Edit(Span(2, 3), char),), title=f"读作{char}") for char in "四五")
    assert "改法：读作四 或 读作五" in detailed(fixes=fixes)


def test_related_place() -> None:
    assert "参看 2:1 这里是四点" in detailed(related=(Related(Span(5, 7), "这里是四点"),))


def test_related_places_with_one_message_share_a_line() -> None:
    both = (Related(Span(5, 7), "同组"), Related(Span(8, 10), "同组"))
    assert "参看 2:1、3:1 同组" in detailed(related=both)
    assert "参看 2:1 甲；3:1 乙" in detailed(related=(Related(Span(5, 7), "甲"), Related(Span(8, 10), "乙")))


def test_many_places_are_cut_short() -> None:
    draft = result("⟦三⟧点\n" * 12)
    grouped = draft.findings[0]._replace(occurrences=tuple(found.span for found in draft.findings))
    told = below(draft._replace(findings=Findings((grouped,))))
    assert "共 12 处，在第 1、2、3、4、5、6、7、8…… 行" in told


def test_blank_to_delete_is_said_in_words() -> None:
    draft = result("经受考验⟦ ⟧在路上")
    blank = draft.findings[0]._replace(fixes=(Fix((Edit(draft.findings[0].span, ""),)),))
    assert "改法：删去空白，前后连起来" in below(draft._replace(findings=Findings((blank,))))


def test_occurrences_name_their_lines() -> None:
    assert "共 2 处，在第 1、3 行" in detailed(occurrences=(Span(2, 3), Span(9, 10)))


def test_damaged_words_say_how_they_read() -> None:
    assert "读作：四" in detailed(reading="四")


def test_what_could_not_be_read_stands_first() -> None:
    told = lines(run(result("好"), errors=(Trouble("b.docx", "这是 Word 文档"),)))
    assert told[0] == "没有发现问题（1 份文稿，1 字）；有 1 个文件没能检查"
    assert told[2] == "b.docx 没能检查：这是 Word 文档"


def test_nothing_read_is_no_verdict() -> None:
    assert lines(run(errors=(Trouble("b.docx", "这是 Word 文档"),))) == ["b.docx 没能检查：这是 Word 文档"]


def test_name_in_raw_bytes_is_readable() -> None:
    raw = "稿.txt".encode().decode("ascii", "surrogateescape")
    assert "稿.txt\n  1:1 必须改" in report(run(result("⟦X届⟧", path=raw)), PLAIN)


@pytest.mark.parametrize(
    ("as_of", "line"),
    [
        (AsOf("2022-01-31", "--as-of"), "过时与否按 2022-01-31 判断（由 --as-of 指定）"),
        (AsOf("2022-01-31", "config"), "过时与否按 2022-01-31 判断（由配置的 as_of 指定）"),
        (
            AsOf("2026-11-20", "--as-of", by_draft=True),
            "过时与否按各稿自己的日期判断（由 --as-of 指定），找不到的按今天 2026-11-20",
        ),
    ],
)
def test_last_line_names_the_date_and_its_origin(as_of: AsOf, line: str) -> None:
    assert lines(run(result("好"), as_of=as_of))[-1] == line


def test_last_line_names_the_date_found_in_the_draft() -> None:
    draft = result("好")._replace(as_of=AsOf("2021-03-05", "draft", by_draft=True))
    told = lines(run(draft, as_of=AsOf("2026-11-20", "--as-of", by_draft=True)))
    assert told[-1] == "过时与否按稿子自己的日期 2021-03-05 判断（由 --as-of 指定）"


def test_statistics_count_by_rule() -> None:
    told = lines(mixed(), PLAIN._replace(statistics=True))
    assert told[2] == "     2  必须改  PLH001  占位符  “X届”、“X次”"
    assert not any("依据" in line for line in told)


def test_statistics_count_places() -> None:
    given = result("⟦X届⟧和X届", ERROR._replace(occurrences=(Span(0, 2), Span(3, 5))))
    told = lines(run(given), PLAIN._replace(statistics=True))
    assert told[0].startswith("必须改 1 条 2 处（")
    assert told[2].startswith("     2  必须改  PLH001")


def test_color_paints_the_words_and_needs_no_marks() -> None:
    told = report(run(result("在⟦X届⟧全会上")), PLAIN._replace(color=True))
    assert "在\x1b[31;1;4mX届\x1b[0m全会上" in told
    assert "⟦" not in told


def test_escape_sequences_in_a_draft_do_not_reach_the_terminal() -> None:
    told = report(run(result("\x1b[2J⟦X届⟧\x07全会\u202e上", path="a\x1b.txt")), PLAIN)
    assert "\x1b" not in told
    assert "<U+001B>[2J⟦X届⟧<U+0007>全会<U+202E>上" in told


def test_english() -> None:
    assert lines(run(result("在⟦X届⟧全会上")), PLAIN._replace(lang="en")) == [
        "1 to correct (1 draft(s), 6 characters)",
        "",
        "稿.txt",
        "  1:2 error PLH001 “X届”没有填",
        "      在⟦X届⟧全会上",
        "",
        "one by one: speechlint review 稿.txt",
        "why, and what to do: speechlint explain PLH001",
        "judged as of 2026-11-20 (today; --as-of changes it)",
    ]
