"""A Word file on the command line: everything that works on text works on it, and the result goes back into it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import ROOT, Outcome
from wordfiles import abstract, docx, level, num, numbered, p, table
from wordfiles import run as piece

from speechlint.readers import read

Run = Callable[..., Outcome]
LISTS = abstract(1, level(0, "japaneseCounting", "%1、"), level(1, "chineseCounting", "（%2）")) + num(1, 1)
BODY = (
    p("在全县防汛工作会议上的讲话"),
    p("同志们："),
    p("这次会议，主要是贯彻落实县委", piece("X", "<w:b/>"), "届六次全会精神，分析今年汛情。"),
    numbered("认清形势，增强责任感"),
    p("去年汛期，全县转移群众XX户，截", piece("止", "<w:i/>"), "目前没有伤亡。"),
    numbered("抓住重点，补齐短板"),
    numbered("隐患排查要彻底", 1, 1),
    p("要抓好“三个到位”：一是责任到位，二是人员到位。"),
    table(["单位", "户数"], ["县水利局", "XX人"]),
)
DRAFT = docx(*BODY, numbering=LISTS)
GIT = ("-c", "user.name=t", "-c", "user.email=t@t")


@pytest.fixture
def shipped(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """With the rules as they are shipped, and the draft in the folder."""
    from speechlint.rulebook import packs

    monkeypatch.setattr(packs, "shipped", lambda: str(ROOT / "rules"))
    Path("讲话.docx").write_bytes(DRAFT)
    return run


def source(path: str) -> str:
    return str(read(path, Path(path).read_bytes()).source)


def told(done: Outcome) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(done.out)["findings"]
    return found


def test_the_report_says_paragraph_heading_and_cell(shipped: Run) -> None:
    done = shipped("讲话.docx")
    assert done.status == 1
    assert "讲话.docx\n  3:15 必须改 PLH001" in done.out
    assert "第3段  这次会议，主要是贯彻落实县委⟦X届⟧" in done.out
    assert "第5段（一、）  去年汛期" in done.out
    assert "第8段，表1第2行第2列（二、（一））  ⟦XX人⟧" in done.out


def test_json_has_the_position_of_every_finding(shipped: Run) -> None:
    found = told(shipped("讲话.docx", "-f", "json"))
    places = {(one["text"], one["paragraph"], one["place"], one["page"]) for one in found}
    assert ("XX人", 8, "表1第2行第2列", None) in places
    [counted] = [one for one in found if one["code"] == "CNT001"]
    assert counted["headings"] == ["二、抓住重点，补齐短板", "（一）隐患排查要彻底"]


def test_a_text_with_typed_numbers_has_the_same_findings(shipped: Run) -> None:
    Path("双.txt").write_text(source("讲话.docx"), encoding="utf-8")
    known = ("path", "paragraph", "place", "page", "fingerprint")
    word, text = (
        [
            {key: value for key, value in one.items() if key not in known}
            for one in told(shipped(path, "-f", "json"))
        ]
        for path in ("讲话.docx", "双.txt")
    )
    assert word == text


def test_a_wrong_number_of_a_list_is_told_but_never_fixed(shipped: Run) -> None:
    body = [
        p("在会议上的讲话"),
        p("同志们："),
        numbered("甲方面的工作"),
        p("要抓实。"),
        p("三、乙方面的工作"),
        p("要抓细。"),
    ]
    Path("混.docx").write_bytes(docx(*body, numbering=LISTS))
    before = source("混.docx")
    shipped("混.docx", "--fix", "--unsafe-fixes")
    assert source("混.docx").splitlines()[2] == before.splitlines()[2] == "一、甲方面的工作"


def test_fix_changes_the_words_and_keeps_a_copy(shipped: Run) -> None:
    assert shipped("讲话.docx", "--fix-only").status == 0
    assert "截至目前" in source("讲话.docx")
    assert Path("讲话.docx.bak").read_bytes() == DRAFT
    with ZipFile("讲话.docx") as archive:
        assert "<w:i/></w:rPr><w:t>至</w:t>" in archive.read("word/document.xml").decode()


def test_no_copy_where_none_is_wanted(shipped: Run) -> None:
    shipped("讲话.docx", "--fix-only", "--no-backup")
    assert [one.name for one in Path().glob("讲话*")] == ["讲话.docx"]


def test_fix_as_tracked_changes(shipped: Run) -> None:
    assert shipped("讲话.docx", "--fix-only", "--track-changes", "--revision-date", "2026-11-28").status == 0
    with ZipFile("讲话.docx") as archive:
        main = archive.read("word/document.xml").decode()
    assert '<w:del w:id="1" w:author="speechlint" w:date="2026-11-28T00:00:00Z">' in main
    assert "截至目前" in source("讲话.docx")


def test_tracked_changes_are_for_word_files(shipped: Run) -> None:
    Path("a.txt").write_text("同志们，截止目前，各项工作进展顺利，请大家继续努力。\n", encoding="utf-8")
    done = shipped("a.txt", "--fix-only", "--track-changes")
    assert done.status == 2
    assert "只用于 Word 文件" in done.err


def test_annotate_writes_a_copy_with_comments(shipped: Run) -> None:
    assert shipped("annotate", "讲话.docx", "--revision-date", "2026-11-28").status == 0
    assert Path("讲话.docx").read_bytes() == DRAFT
    with ZipFile("讲话.校对.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "必须改 PLH001 “X届”没有填写届次或次数" in comments
    assert "改法：“截至”" in comments
    assert "依据（" in comments
    assert source("讲话.校对.docx") == source("讲话.docx")
    again = shipped("annotate", "讲话.docx", "--revision-date", "2026-11-28")
    assert again.status == 2
    assert "已经有了" in again.err


def test_annotate_with_tracked_changes_comments_on_the_rest(shipped: Run) -> None:
    shipped("annotate", "讲话.docx", "--track-changes", "-o", "送审.docx")
    with ZipFile("送审.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "PLH001" in comments
    assert "TYP002" not in comments
    assert "截至目前" in source("送审.docx")


@pytest.mark.parametrize("argv", [["a.txt"], [], ["讲话.docx", "b.docx"]])
def test_annotate_takes_one_word_file(shipped: Run, argv: list[str]) -> None:
    assert shipped("annotate", *argv).status == 2


def test_restore_writes_a_word_file(shipped: Run) -> None:
    body = [
        p("在会议上的讲话"),
        numbered("抓落实"),
        p("各项工", piece("作，把（bǎ）握", "<w:b/>"), "大局，取 得了成效，请大家继续努力。"),
    ]
    Path("下载.docx").write_bytes(docx(*body, numbering=LISTS, related={"header": p("某县")}))
    assert shipped("restore", "下载.docx", "-o", "还原.docx", "-q").status == 0
    assert source("还原.docx").splitlines()[:3] == [
        "在会议上的讲话",
        "一、抓落实",
        "各项工作，把握大局，取得了成效，请大家继续努力。",
    ]
    assert "某县" in source("还原.docx")
    assert "某县" not in shipped("restore", "下载.docx", "-q").out


def test_only_a_word_file_is_restored_to_one(shipped: Run) -> None:
    Path("a.txt").write_text("同志们，各项工作进展顺利，请大家继续努力。\n", encoding="utf-8")
    assert shipped("restore", "a.txt", "-o", "b.docx").status == 2
    assert not Path("b.docx").exists()


def test_versions_are_compared_across_formats(shipped: Run) -> None:
    Path("旧.txt").write_text(source("讲话.docx"), encoding="utf-8")
    assert "改掉了 0 处\n新出现 0 处" in shipped("compare", "旧.txt", "讲话.docx").out


def test_outline_ignore_and_baseline(shipped: Run) -> None:
    assert "二、 抓住重点，补齐短板" in shipped("outline", "讲话.docx").out
    assert shipped("ignore", "讲话.docx:3:15", "--reason", "届次未定").status == 0
    assert "PLH001" not in shipped("讲话.docx", "-q").out
    assert shipped("baseline", "create", ".").status == 0
    assert shipped("讲话.docx").status == 0


def test_only_changed_paragraphs_are_told(shipped: Run) -> None:
    for argv in (["init", "-q"], ["add", "."], [*GIT, "commit", "-qm", "一"]):
        subprocess.run(["git", *argv], check=True)
    Path("讲话.docx").write_bytes(docx(*BODY, p("今年又要转移XX户群众。"), numbering=LISTS))
    assert [one["paragraph"] for one in told(shipped("讲话.docx", "--changed", "-f", "json"))] == [9]


def test_owner_files_in_a_folder_are_passed_over(shipped: Run) -> None:
    Path("~$讲话.docx").write_bytes(b"\x05owner" + bytes(156))
    assert shipped("--show-files", ".").out == "讲话.docx\n"


def test_hidden_text_is_told_once(shipped: Run) -> None:
    secret = piece("此处待定XX户", "<w:vanish/>")
    Path("藏.docx").write_bytes(docx(*BODY, p("请大家努力。", secret), p("再努力。", secret)))
    found = told(shipped("藏.docx", "-f", "json"))
    [hidden] = [one for one in found if one["code"] == "WRD001"]
    assert "共 14 字" in str(hidden["message"])
    assert [len(one["occurrences"]) for one in found if one["text"] == "XX户"] == [0]  # type: ignore[arg-type]


def test_headers_are_looked_at_for_blanks_alone(shipped: Run) -> None:
    header = p("中共XX县委办公室") + p("截止目前，进展顺利，请大家继续努力。")
    Path("眉.docx").write_bytes(
        docx(p("同志们：今天的会议很重要，请大家认真学习，抓好落实。"), related={"header": header})
    )
    found = told(shipped("眉.docx", "-f", "json"))
    assert [one["text"] for one in found if one["place"] == "页眉"] == ["XX县"]


def test_numbers_and_headers_go_together(shipped: Run) -> None:
    body = [
        p("在会议上的讲话"),
        numbered("甲方面的工作"),
        p("要抓实。"),
        p("三、乙方面的工作"),
        p("要抓细。"),
        numbered("丙"),
    ]
    Path("混.docx").write_bytes(docx(*body, numbering=LISTS, related={"header": p("某县人民政府办公室")}))
    done = shipped("混.docx", "--info")
    assert "NUM" in done.out
    assert "没能检查" not in done.out


def test_no_fix_touches_a_formula_and_the_others_are_made(shipped: Run) -> None:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    body = [
        p("同志们：截止目前，进展顺利，请大家继续努力。"),
        p("县委", formula, formula, "全会，取 得了成效。"),
    ]
    Path("式.docx").write_bytes(docx(*body))
    assert shipped("式.docx", "--fix-only", "--unsafe-fixes").status == 0
    assert source("式.docx").startswith("同志们：截至目前")
    assert source("式.docx").count("\ufffc") == 2


def test_tracked_changes_are_read_as_accepted_or_as_before(shipped: Run) -> None:
    Path("改.docx").write_bytes(
        docx(
            p(
                "同志们：今天，县委",
                '<w:del w:id="1"><w:r><w:delText>X届</w:delText></w:r></w:del>'
                '<w:ins w:id="2"><w:r><w:t>十四届</w:t></w:r></w:ins>',
                "六次全会召开，大家要认真学习，抓好落实。",
            )
        )
    )
    assert "X届" not in shipped("改.docx").out
    assert "⟦X届⟧" in shipped("改.docx", "--revisions", "original").out
    assert shipped("改.docx", "--revisions", "original", "--fix").status == 2
    Path("a.txt").write_text("同志们，今天的会议很重要，请大家认真学习，抓好落实。\n", encoding="utf-8")
    assert shipped("a.txt", "--revisions", "original").status == 0


def test_a_word_file_on_standard_input(shipped: Run) -> None:
    done = shipped("-", "--stdin-filename", "讲话.docx", "-q", stdin=DRAFT)
    assert "讲话.docx:3:15 必须改 PLH001" in done.out
