"""A draft on a desk: what the page, and ``speechlint serve``, ask of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from wordfiles import docx, p

from speechlint.api.desk import Desk

DAY = "2026-11-28"
DAMAGED = "在全县防汛会议上的讲话\n\n同志们：去年转移群众XX户，截止目前约谈了三个单位。\n来源：文秘小站   本文由会员上传，版权归原作者所有\n"


class Page:
    """A desk, asked as the page does."""

    def __init__(self, data: bytes, name: str = "讲话稿.txt") -> None:
        self.desk = Desk()
        self.text = self.ask("open", data, name=name)[0].get("text", "")

    def ask(self, op: str, data: bytes = b"", **asked: Any) -> tuple[dict[str, Any], bytes]:
        request = {"op": op, "text": getattr(self, "text", ""), "as_of": DAY, **asked}
        head, _, made = self.desk.answer(json.dumps(request).encode() + b"\n" + data).partition(b"\n")
        return json.loads(head), made

    def codes(self, **asked: Any) -> list[str]:
        told = self.ask("check", **asked)[0]
        return [one["code"] for one in json.loads(told["report"])["findings"]]


def test_the_report_is_that_of_the_command(run: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "讲话稿.txt").write_text(DAMAGED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    command = run("讲话稿.txt", "--format", "json", "--isolated")
    made = Page(DAMAGED.encode()).ask("json", as_of="")[1]
    assert made.decode() == command.out


def test_a_row_stands_beside_each_finding() -> None:
    told, _ = Page(DAMAGED.encode()).ask("check")
    rows, findings = told["rows"], json.loads(told["report"])["findings"]
    assert len(rows) == len(findings) > 2
    assert {"family": "PLH", "family_title": "占位符", "level": "必须改"}.items() <= rows[1].items()


def test_encoding_and_line_ends_are_kept() -> None:
    page = Page(DAMAGED.replace("\n", "\r\n").encode("gbk"))
    page.text = page.text.replace("XX户", "320户")
    told, made = page.ask("draft")
    assert told == {"name": "讲话稿.txt"}
    assert made == DAMAGED.replace("XX户", "320户").replace("\n", "\r\n").encode("gbk")


def test_what_the_encoding_lacks_is_not_written() -> None:
    page = Page(DAMAGED.encode("gbk"))
    page.text += "🙂"
    told, made = page.ask("draft")
    assert "GBK" in told["error"]
    assert not made
    assert page.ask("plain")[1].decode() == page.text


def test_safe_fixes_come_as_edits() -> None:
    page = Page(DAMAGED.encode())
    told, _ = page.ask("fix")
    at = page.text.index("截止")
    assert {"offset": at, "end_offset": at + 2, "text": "截至"} in told["edits"]
    assert page.ask("fix", code="PLH002")[0] == {"edits": [], "settled": 0}


def test_restoring_is_offered_where_there_is_damage() -> None:
    page = Page(DAMAGED.encode())
    assert page.ask("check")[0]["damage"] > 0
    page.text = page.ask("restore")[0]["text"]
    assert "文秘小站" not in page.text
    assert page.ask("check")[0]["damage"] == 0


def test_a_word_file_is_restored_as_such() -> None:
    page = Page(docx(*map(p, DAMAGED.splitlines())), "讲话稿.docx")
    page.text = page.ask("restore")[0]["text"]
    told, made = page.ask("draft")
    assert told == {"name": "讲话稿.docx"}
    assert Page(made, "讲话稿.docx").text == page.text
    assert "文秘小站" not in page.text


def test_what_is_ignored_is_muted_with_its_reason() -> None:
    page = Page(DAMAGED.encode())
    first = json.loads(page.ask("check")[0]["report"])["findings"][1]
    assert page.ask("ignore", fingerprint=first["fingerprint"], reason=" ")[0] == {"error": "要写明理由"}
    told, _ = page.ask("ignore", fingerprint=first["fingerprint"], reason="户数等会再填")
    after, _ = page.ask("check", ignores=told["ignores"])
    assert first["fingerprint"] not in after["report"]
    [muted] = after["muted"]
    assert muted == {"code": "PLH002", "words": "XX户", "kind": "sidecar", "reason": "户数等会再填"}


def test_nothing_beside_the_program_has_a_say(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".speechlint.yaml").write_text("ignore: [PLH]\n", encoding="utf-8")
    ignored = "- {path: '*', code: PLH002, reason: 不看}\n"
    (tmp_path / ".speechlint-ignore.yaml").write_text(ignored, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "PLH002" in Page(DAMAGED.encode()).codes()


def test_a_rule_is_explained() -> None:
    told, _ = Page(b"").ask("explain", code="PLH002")
    assert told["told"].startswith("PLH002")
    assert "没有规则" in Page(b"").ask("explain", code="XYZ999")[0]["error"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("讲话稿.txt", b"\x7fELF\x02\x01\x00\xff" * 100, "不是"),
        ("讲话稿.docx", b"PK\x03\x04nothing", "不完整"),
        ("讲话稿.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ""),
    ],
)
def test_what_is_no_draft_is_refused_and_the_old_one_stays(name: str, data: bytes, why: str) -> None:
    page = Page(DAMAGED.encode())
    told, _ = page.ask("open", data, name=name)
    assert why in told["error"]
    assert page.ask("draft")[1] == DAMAGED.encode()


def test_stage_and_day_are_those_asked_for() -> None:
    page = Page(DAMAGED.encode())
    report = json.loads(page.ask("check", as_of="2022", stage="初稿")[0]["report"])
    assert report["files"][0]["as_of"] == "2022-12-31"
    assert report["files"][0]["stage"] == "初稿"
    assert "不是日期" in page.ask("check", as_of="明天")[0]["error"]
