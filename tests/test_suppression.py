"""What people have judged: comments in Markdown, the sidecar, allowed terms; nothing useless stays unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import Document, Span
from speechlint.finding import Edit, Finding, Fix, Mute, Severity
from speechlint.judgements import orders
from speechlint.judgements.suppression import Allowed, Suppression, suppress
from speechlint.readers import of

Run = Callable[..., Outcome]
BY_HAND = Mute("sidecar", "a:1", "看过了")


def md(text: str) -> Document:
    return of("a.md").document("a.md", text)


def said(text: str) -> list[tuple[str, str | None, str]]:
    """Selector, the words in scope (None: all), and reason of each suppression in a Markdown text."""
    doc = md(text)
    return [
        (one.selector, None if one.scope is None else doc.source[slice(*one.scope)], one.mute.reason)
        for one in orders.read(doc)[0]
    ]


def test_comment_is_for_the_next_paragraph() -> None:
    text = "第一段。\n\n<!-- speechlint: ignore PLH001 原文如此 -->\n\n第二段，\n又一行。\n\n第三段。"
    assert said(text) == [("PLH001", "第二段，\n又一行。", "原文如此")]


def test_comment_right_before_its_paragraph() -> None:
    assert said("<!-- speechlint: ignore PLH001 -->\n第二段。\n\n第三段。") == [("PLH001", "第二段。", "")]
    assert said("<!--speechlint: ignore PLH001-->第二段。\n\n第三段。") == [("PLH001", "第二段。", "")]


def test_comments_one_after_another_are_for_the_same_paragraph() -> None:
    text = "<!-- speechlint: ignore PLH001 甲 -->\n<!-- speechlint: ignore SLG001/xk-1 乙 -->\n正文。"
    assert said(text) == [("PLH001", "正文。", "甲"), ("SLG001/xk-1", "正文。", "乙")]


def test_several_codes_in_one_comment() -> None:
    assert [
        one[0] for one in said("<!-- speechlint: ignore PLH001, SLG001/xk-1、ENC002 理由 -->\n正文。")
    ] == [
        "PLH001",
        "SLG001/xk-1",
        "ENC002",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="这个系统不限处理器时间")
def test_very_many_comments_do_not_hang(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "今天开会。\n" + "<!-- speechlint: ignore PLH001 x -->\n" * 20_000)
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (20, 20))\n"
        "from speechlint.judgements import orders; from speechlint.readers import of\n"
        "print(len(orders.read(of('a.md').document('a.md', open('a.md', encoding='utf-8').read()))[0]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout.split() == [b"20000"]


def test_comment_for_the_whole_draft() -> None:
    assert said("正文。\n\n<!-- speechlint: ignore-file PLH001 旧稿 -->") == [("PLH001", None, "旧稿")]


@pytest.mark.parametrize(
    "comment",
    ["ignore", "ignore PLH", "ignore 理由", "ingore PLH001", "ignore-fil PLH001", "ignore plh001", ""],
)
def test_anything_else_is_malformed(comment: str) -> None:
    own, malformed = orders.read(md(f"<!-- speechlint: {comment} -->\n正文。"))
    assert own == []
    assert [name for name, _ in malformed] == ["malformed-suppression"]


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_an_order_in_the_front_matter_is_named(fence: str) -> None:
    text = f"{fence}\ntitle: 讲话\n# speechlint: ignore-file PLH001 旧稿\n{fence}\n\n正文。"
    own, malformed = orders.read(md(text))
    assert own == []
    assert [(name, hit.words["wrong"].partition("；")[0]) for name, hit in malformed] == [
        ("malformed-suppression", "它不在注释里")
    ]


@pytest.mark.parametrize(
    "text", ["<!-- 请再核 speechlint: ignore PLH001 -->", "`speechlint: ignore PLH001`", "正文"]
)
def test_what_is_no_order_is_left_alone(text: str) -> None:
    assert orders.read(md(text)) == ([], [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("<!-- speechlint：ignore PLH001 -->", "半角冒号"),
        ("<!-- speechlint ignore PLH001 -->", "半角冒号"),
        ("<!-- speechlint-ignore PLH001 -->", "半角冒号"),
        ("<!-- speachlint: ignore PLH001 -->", "“speachlint”改作“speechlint”"),
        ("<!-- SpeechLint: ignore PLH001 -->", "“SpeechLint”改作“speechlint”"),
        ("<!-- speechlint: 忽略 PLH001 -->", "“忽略”改作“ignore”"),
        ("<!-- speechlint: ignore-files PLH001 -->", "“ignore-files”改作“ignore-file”"),
        ("<!-- speechlint: ignore plh001 -->", "代码改作“PLH001”"),
        ("<!-- speechlint: ignore 查过 -->", "没有写规则的代码"),
        ("<!--\nspeechlint: ignore PLH001\n-->", "一行"),
        ("# speechlint: ignore PLH001", "不在注释里"),
    ],
)
def test_what_looks_like_an_order_is_named_with_what_is_wrong(text: str, wrong: str) -> None:
    own, malformed = orders.read(md(f"{text}\n正文。"))
    assert own == []
    assert [wrong in hit.words["wrong"] for _, hit in malformed] == [True]


def test_a_comment_in_plain_text_is_told_where_to_write_it() -> None:
    _, [(_, hit)] = orders.read(of("a.txt").document("a.txt", "<!-- speechlint: ignore PLH001 -->\n正文。"))
    assert "speechlint ignore 记在稿子旁边" in hit.words["wrong"]


def found(path: str, text: str, words: str, *, grouped: bool = False) -> tuple[Document, Finding]:
    """A finding at every place of ``words``: one, grouped."""
    doc = Document(path, text)
    spans = tuple(Span(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at))
    fix = Fix(tuple(Edit(span, "") for span in spans))
    finding = Finding(
        path,
        "SPC001",
        "n",
        Severity.WARNING,
        "m",
        spans[0],
        words,
        fixes=(fix,),
        occurrences=spans if grouped else (),
    )
    return doc, finding


def test_grouped_finding_is_muted_by_occurrence() -> None:
    doc, finding = found("a.txt", "甲 乙 丙 丁", " ", grouped=True)
    scope = Span(0, 3)
    muted, open_ = suppress(doc, [finding], [Suppression("SPC001", BY_HAND, scope)])
    assert (muted.muted_by, muted.occurrences) == (BY_HAND, (Span(1, 2),))
    assert (open_.muted_by, open_.occurrences, open_.span) == (None, (Span(3, 4), Span(5, 6)), Span(3, 4))
    assert [edit.span for edit in open_.fixes[0].edits] == [Span(3, 4), Span(5, 6)]


def test_words_are_compared_with_what_stands_there() -> None:
    doc, finding = found("a.txt", "在X届会上", "X届")
    assert next(suppress(doc, [finding], [Suppression("SPC001", BY_HAND, words="X届")])).muted_by
    assert next(suppress(doc, [finding], [Suppression("SPC001", BY_HAND, words="在X届")])).muted_by
    assert not next(suppress(doc, [finding], [Suppression("SPC001", BY_HAND, words="X")])).muted_by
    assert not next(suppress(doc, [finding], [Suppression("SPC001", BY_HAND, words="到X届")])).muted_by


def test_other_rules_are_not_muted() -> None:
    doc, finding = found("a.txt", "在X届会上", "X届")
    assert not next(suppress(doc, [finding], [Suppression("SPC002", BY_HAND)])).muted_by
    assert not next(suppress(doc, [finding], [Suppression("SPC001/a", BY_HAND)])).muted_by
    entry = finding._replace(entry="a")
    assert next(suppress(doc, [entry], [Suppression("SPC001/a", BY_HAND)])).muted_by
    assert next(suppress(doc, [entry], [Suppression("SPC001", BY_HAND)])).muted_by


@pytest.mark.parametrize(("term", "muted"), [("X届", True), ("在X届会", True), ("X", False), ("届会", False)])
def test_allowed_term_covers_what_lies_within(term: str, muted: bool) -> None:
    doc, finding = found("a.txt", "在X届会上", "X届")
    assert bool(next(suppress(doc, [finding], [], [Allowed(term)])).muted_by) is muted


@given(st.lists(st.booleans(), min_size=1, max_size=9))
def test_no_occurrence_is_lost_or_doubled(judged: list[bool]) -> None:
    doc, finding = found("a.txt", "甲 " * len(judged), " ", grouped=True)
    scopes = [span for span, muted in zip(finding.occurrences, judged, strict=True) if muted]
    parts = list(suppress(doc, [finding], [Suppression("SPC001", BY_HAND, scope) for scope in scopes]))
    assert sorted(span for part in parts for span in part.occurrences) == list(finding.occurrences)
    assert sorted(span for part in parts if part.muted_by for span in part.occurrences) == scopes
    assert sorted(edit.span for part in parts for fix in part.fixes for edit in fix.edits) == list(
        finding.occurrences
    )


BLANK = "在市总工会X届X次委员会议上的讲话\n\n同志们：请大家认真学习会议精神。\n"


def codes(outcome: Outcome) -> list[tuple[str, str, int]]:
    return [(f["path"], f["code"], f["line"]) for f in json.loads(outcome.out)["findings"]]


def sidecar(folder: Path, *entries: str) -> None:
    write(
        folder / ".speechlint-ignore.yaml", "".join(f"- {{{entry}, reason: 看过了}}\n" for entry in entries)
    )


def test_comment_from_end_to_end(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.md", f"<!-- speechlint: ignore PLH001/session 待定 -->\n{BLANK}")
    assert codes(run("a.md", "--format", "json")) == [("a.md", "PLH001", 2)]
    assert [code for _, code, _ in codes(run("a.md", "--format", "json", "--no-suppress"))] == ["PLH001"] * 2


def test_unused_comment_is_a_finding_of_its_own(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.md", f"<!-- speechlint: ignore SLG001 查过 -->\n{BLANK}")
    assert ("a.md", "SYS001", 1) in codes(run("a.md", "--format", "json"))


def test_comment_behind_its_paragraph_is_told_where_to_go(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.md", f"{BLANK}\n<!-- speechlint: ignore PLH001/session 待定 -->\n")
    told = "".join(line.strip() for line in run("a.md").out.splitlines())  # however wide the terminal is
    assert "注释管的是后面紧接的一段，这样的问题在第 1 行；请移到那一段前面" in told


def test_comment_for_a_rule_that_did_not_run_is_not_unused(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.md", f"<!-- speechlint: ignore SLG001 查过 -->\n{BLANK}")
    assert [c for _, c, _ in codes(run("a.md", "--format", "json", "--select", "PLH,SYS"))] == ["PLH001"] * 2


def test_sidecar_mutes_the_words_it_names(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿" / "a.txt", BLANK)
    write(tmp_path / "稿" / "b.txt", BLANK)
    sidecar(tmp_path, "path: 稿/a.txt, code: PLH001, words: X届", "path: 稿/b.txt, code: PLH001/count")
    report = json.loads(run("稿", "--format", "json").out)
    assert [(f["path"], f["text"]) for f in report["findings"]] == [("稿/a.txt", "X次"), ("稿/b.txt", "X届")]
    assert len(json.loads(run("稿", "--format", "json", "--no-suppress").out)["findings"]) == 4


LONG = BLANK + (
    "过去一年，全市各级工会围绕中心、服务大局，做了许多扎实的工作，职工之家建到了乡镇和园区。\n"
    "下一步，要把维权服务做到职工心坎上，把困难职工的底数摸清，一户一册，一季一访。\n"
)


@pytest.fixture(params=["by command", "by hand"])
def judged(run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> Run:
    """A folder with 送审稿.txt, whose two findings are ignored, by hand or by the command."""
    write(tmp_path / "送审稿.txt", LONG)
    if request.param == "by hand":
        sidecar(
            tmp_path, "path: 送审稿.txt, code: PLH001, words: X届", "path: 送审稿.txt, code: PLH001/count"
        )
    else:
        run("ignore", "送审稿.txt:1:6", "送审稿.txt:1:8", "--reason", "等会期")
    assert run("送审稿.txt").status == 0
    return run


@pytest.mark.parametrize("to", ["定稿.txt", "送审稿2.txt", "存档/送审稿.txt"])
def test_ignores_follow_a_draft_to_another_name_and_folder(judged: Run, tmp_path: Path, to: str) -> None:
    (tmp_path / "存档").mkdir()
    (tmp_path / "送审稿.txt").rename(tmp_path / to)
    assert codes(judged(".", "--format", "json")) == []


def test_ignores_follow_a_copy_with_edits(judged: Run, tmp_path: Path) -> None:
    new = "我们共圆温饱梦。\n"
    write(tmp_path / "报局长.txt", LONG.replace("一季一访", "每月走访") + new)
    assert codes(judged("报局长.txt", "--format", "json")) == [("报局长.txt", "SLG001", 6)]
    assert codes(judged("送审稿.txt", "--format", "json")) == []


def test_ignores_do_not_follow_into_another_draft(judged: Run, tmp_path: Path) -> None:
    write(
        tmp_path / "开幕词.txt",
        BLANK + "会场在二楼，各代表团按座次就座，手机调到静音，茶歇安排在上午十点。\n" * 3,
    )
    (tmp_path / "送审稿.txt").unlink()
    assert len(codes(judged("开幕词.txt", "--format", "json"))) == 2


def test_sidecar_with_a_pattern(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿" / "a.txt", BLANK)
    sidecar(tmp_path, "path: 稿/**, code: PLH001")
    assert codes(run("稿/a.txt", "--format", "json")) == []


def test_sidecar_entry_without_use_is_told_at_its_line(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK)
    write(tmp_path / "b.txt", BLANK)
    sidecar(
        tmp_path,
        "path: a.txt, code: PLH001",
        "path: a.txt, code: SLG001",
        "path: b.txt, code: SLG001",
        "path: 删了.txt, code: PLH001",
        "path: '*.md', code: PLH001",
    )
    outcome = run("a.txt", "--format", "json")
    ours = ".speechlint-ignore.yaml"
    assert codes(outcome) == [(ours, "SYS001", 2)]
    assert [line for path, _, line in codes(run(".", "--format", "json")) if path == ours] == [2, 3, 4]
    assert run("a.txt", "--select", "PLH").out.count("SYS001") == 0


def test_sidecar_by_config(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "稿" / "a.txt", BLANK)
    write(tmp_path / "判断.yaml", "- {path: 稿/a.txt, code: PLH001, reason: 看过了}\n")
    write(tmp_path / ".speechlint.yaml", "ignore_file: 判断.yaml")
    assert codes(run("稿/a.txt", "--format", "json")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {path: a.txt, code: PLH001}", ".speechlint-ignore.yaml:1: 缺少“reason”"),
        (
            "- {path: a.txt, code: PHL001, reason: 甲}",
            ".speechlint-ignore.yaml:1: 没有规则“PHL001”，是不是“PLH001”？",
        ),
        ("- {path: a.txt, code: PLH, reason: 甲}", ".speechlint-ignore.yaml:1: “code”要写明一条规则"),
        (
            "\n- {path: a.txt, cod: PLH001, reason: 甲}",
            ".speechlint-ignore.yaml:2: 不认识的键“cod”，是不是“code”？",
        ),
        ("path: a.txt", ".speechlint-ignore.yaml:1: 应是一个列表"),
        ("- a.txt", ".speechlint-ignore.yaml:1: 每一条都应是"),
    ],
)
def test_mistake_in_the_sidecar_is_told_with_its_line(run: Run, tmp_path: Path, text: str, told: str) -> None:
    write(tmp_path / "a.txt", BLANK)
    write(tmp_path / ".speechlint-ignore.yaml", text)
    outcome = run("a.txt")
    assert outcome.status == 2
    assert told in outcome.err
