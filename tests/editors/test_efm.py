"""efm-langserver, set up as ``speechlint setup efm`` says: the command behind a language server of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from client import Client
from conftest import write
from real import COLUMNS, FAULTY, needs, settings

pytestmark = pytest.mark.editors


def test_diagnostics_stand_on_the_right_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    efm = needs("efm-langserver")
    monkeypatch.setenv("PATH", f"{Path(needs('speechlint')).parent}:{Path(efm).parent}:/usr/bin:/bin")
    config, draft = write(tmp_path / "config.yaml", settings("efm")), write(tmp_path / "稿.txt", FAULTY)
    client = Client(efm, "-c", str(config))
    client.start(folder=tmp_path)
    client.open(draft.as_uri(), FAULTY, language="text")
    told = client.next(lambda one: one.get("method") == "textDocument/publishDiagnostics")["params"]
    client.close()
    starts = [one["range"]["start"] for one in told["diagnostics"] if "TYP002" in one["message"]]
    assert [(one["line"], one["character"]) for one in starts] == list(enumerate(COLUMNS))
