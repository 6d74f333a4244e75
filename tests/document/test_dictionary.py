"""The dictionary's lines by their first character: looked for in the file, or known from the run before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# 许多字各有哪些行；再记下来，给下一回
ASK = """
from speechlint.document.dictionary import keep, lines_of
from speechlint.quick.cache import digest_of
every = map(chr, (*range(0x4DF0, 0xA010, 290), 0x4E00, 0x4E2D, 0x9FA5, 0x61, 0x41, 0x23, 0x3002, 0x20000, 0xD800))
own = [[line for line in lines_of(one).split(b"\\n") if line[:1] and line.decode()[0] == one] for one in every]
print(digest_of(repr(own).encode()), sum(map(len, own)))
keep()
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What a process of its own is told of all characters, with a cache folder that it shares with the next."""
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    return lambda: (
        subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True).stdout
    )


def test_what_was_kept_is_what_is_found(asked: Callable[[], str], tmp_path: Path) -> None:
    found = asked()
    assert int(found.split()[1]) > 500
    [kept] = tmp_path.glob("words-*.bin")
    assert asked() == found
    assert kept.stat().st_size < 100_000


def test_a_damaged_file_is_written_anew(asked: Callable[[], str], tmp_path: Path) -> None:
    found = asked()
    [kept] = tmp_path.glob("words-*.bin")
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1000] + bytes(1000)):
        kept.write_bytes(damaged)
        assert asked() == found
        assert kept.read_bytes() == whole


# 一个进程里检查两次
TWICE = """
import os
from speechlint.document.dictionary import keep, lines_of
from speechlint.quick import cache
lines_of("一")
keep()
[name] = os.listdir(cache.folder())
before = os.stat(os.path.join(cache.folder(), name)).st_ino
keep()
assert os.stat(os.path.join(cache.folder(), name)).st_ino == before
"""


def test_a_process_writes_it_down_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    subprocess.run([sys.executable, "-c", TWICE], check=True)
