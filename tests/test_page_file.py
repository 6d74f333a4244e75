"""The page as one file, as far as it goes without npm: its policy, its parts, and what is said where it was not built."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Outcome
from hypothesis import given
from hypothesis import strategies as st

from speechlint.commands import page_file, page_library, page_text
from speechlint.errors import UsageError
from speechlint.rulebook import packs

Run = Callable[..., Outcome]
SCRIPT = 'document.body.append("中文")'


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that came with a front end, of which only the script is made up."""
    front = (ROOT / "page" / "index.html").read_text(encoding="utf-8")
    folder = tmp_path / "front"
    (folder / "engine").mkdir(parents=True)
    (folder / "front.html").write_text(front.replace("/*SCRIPT*/", SCRIPT), encoding="utf-8")
    monkeypatch.setattr(packs, "PACKAGE", str(tmp_path))
    return folder


def policy(page: str) -> str:
    [found] = re.findall(r'(?s)http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    return str(found)


def test_the_policy_lets_nothing_out_and_only_this_script_run(built: Path) -> None:
    del built
    said = policy(page_file.front())
    assert "default-src 'none'" in said
    assert "connect-src 'none'" in said
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert f"script-src 'wasm-unsafe-eval' 'sha256-{digest}';" in said


def test_what_is_served_differs_in_one_line(built: Path) -> None:
    del built
    file, served = page_file.front().split("\n"), page_file.front(connect=page_file.SAME).split("\n")
    assert len(file) == len(served)
    differing = [pair for pair in zip(file, served, strict=True) if pair[0] != pair[1]]
    assert differing == [("connect-src 'none'", "connect-src 'self'")]


def read(text: str) -> bytes:
    """The bytes that a text of seven bits to a character stands for, and up to six zeros."""
    pairs = re.sub(
        "[\u0100-\u027f]", lambda one: "\0\r<"[(ord(one[0]) - 256) // 128] + chr(ord(one[0]) % 128), text
    )
    bits = "".join(f"{ord(one):07b}" for one in pairs)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))


@pytest.mark.parametrize("data", [b"", b"x", bytes(range(256)) * 9])
def test_a_part_can_be_had_again_and_holds_no_tag(data: bytes) -> None:
    made = page_file.part("some", data)
    [(size, text)] = re.findall(
        r'(?s)^<script type="text/plain" data-part="some">(\d+):([^<]*)</script>$', made
    )
    assert gzip.decompress(read(text)[: int(size)]) == data


@given(st.binary(max_size=99))
def test_text_of_bytes_has_nothing_that_html_changes(data: bytes) -> None:
    made = page_text.text(data)
    assert read(made).rstrip(b"\0") == data.rstrip(b"\0")
    assert not set("\0\r<") & set(made)


def test_text_of_bytes_is_what_the_page_reads() -> None:
    """The page's own test has the same."""
    assert page_text.text(b"<" * 7) == "\x1e\x0f\x07Capx\u0200"
    assert page_text.text(bytes(7)) == "\u0100" * 4


@pytest.mark.parametrize("path", tuple(packs.rule_files(packs.shipped())), ids=os.path.basename)
def test_rules_are_read_without_libyaml_as_with_it(path: str) -> None:
    """The page has none; it takes ``[⟦?⟧]`` for the sign of a key."""
    text = Path(path).read_text("utf-8")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def test_a_dictionary_is_parted_into_columns() -> None:
    """The page's own test puts these together again."""
    made = page_library.columns("B超 3 n\nB机 5 n\nB机场 7 ns\n𠮷 9 nr\n")
    assert made == "0120\0B超\n机\n场\n𠮷\x003\n5\n7\n9\0n\nn\nns\nnr"


def test_code_made_beforehand_stands_for_the_source_it_was_made_of_alone() -> None:
    sources = {"a.py": b"a = 1", "b.py": b"b = 2", "rules/a.yaml": b"title: a"}
    code = {
        page_library.named("a.py", b"a = 1"): b"code",
        page_library.named("b.py", b"b = 1"): b"stale",
        "kept/regex.bin": b"programs",
    }
    made = page_library.unpacked(page_library.packed(code))
    assert dict(page_library.with_made(sources.items(), made)) == {
        "a.pyc": b"code",
        "b.py": b"b = 2",
        "rules/a.yaml": b"title: a",
        "kept/regex.bin": b"programs",
    }


def test_without_a_front_end_it_says_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "PACKAGE", str(tmp_path / "speechlint"))
    said = run("page", "-o", str(tmp_path / "检查讲话稿.html"))
    assert said.status == 2
    assert "npm ci" in said.err
    assert not (tmp_path / "检查讲话稿.html").exists()
    with pytest.raises(UsageError):
        page_file.front()


def test_it_is_not_written_over_a_file_of_somebody_else(run: Run, tmp_path: Path, built: Path) -> None:
    del built
    other = tmp_path / "总结.html"
    other.write_text("<p>总结</p>", encoding="utf-8")
    assert run("page", "-o", str(other)).status == 2
    assert run("page").status == 2
    assert other.read_text(encoding="utf-8") == "<p>总结</p>"
    assert page_file.is_ours((ROOT / "page" / "index.html").read_bytes())


def test_a_build_of_the_package_takes_the_front_end_along_where_there_is_one(tmp_path: Path) -> None:
    from speechlint.commands.build_hook import front_files

    (tmp_path / "page" / "dist" / "engine").mkdir(parents=True)
    assert front_files(str(tmp_path)) == {}
    for name in ("front.html", "engine/wasm"):
        (tmp_path / "page" / "dist" / name).write_text(name)
    assert sorted(front_files(str(tmp_path)).values()) == [
        "speechlint/front/engine/wasm",
        "speechlint/front/front.html",
    ]
