"""The language server, by a client that speaks the protocol to it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client import Client, Message, put
from conftest import write

FAULTY = "同志们：\n去年转移群众XX户。\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server that is started once, for tests that do not ask how it starts."""
    made = Client()
    can: dict[str, Any] = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}}
    made.start(folder=tmp_path_factory.mktemp("folder"), capabilities=can)
    yield made
    made.close()


@pytest.fixture
def fresh() -> Iterator[Client]:
    """A server that nobody has spoken to."""
    made = Client()
    yield made
    made.close()


def at(line: int, start: int, end: int) -> Message:
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def actions(client: Client, uri: str, range: Message, *only: str) -> list[Message]:
    context: Message = {"diagnostics": [], **({"only": list(only)} if only else {})}
    asked = {"textDocument": {"uri": uri}, "range": range, "context": context}
    return list(client.request("textDocument/codeAction", asked))


def test_diagnostics_come_and_go_as_one_types(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话稿.txt").as_uri()
    client.open(uri, FAULTY)
    [found] = client.published(uri, 1)
    assert (found["code"], found["severity"], found["source"]) == ("PLH002", 1, "speechlint")
    assert found["range"] == at(1, 6, 9)
    client.change(uri, 2, put(1, 6, 8, "三百"))
    assert client.published(uri, 2) == []
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.published(uri, None) == []


@pytest.mark.parametrize(("units", "column"), [("utf-8", 4 + 9 + 4 + 1), ("", 2 + 3 + 2 + 1)])
def test_columns_are_counted_as_agreed_on(fresh: Client, tmp_path: Path, units: str, column: int) -> None:
    """A client that names none counts UTF-16, as clients have always done."""
    client = fresh
    assert client.start(units=units)["positionEncoding"] == (units or "utf-16")
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, "𠮷林市的😀\t截止目前，已经约谈了三个单位。\n大家都要认真学习，抓好落实。\n")
    starts = [
        one["range"]["start"]["character"] for one in client.published(uri, 1) if one["code"] == "TYP002"
    ]
    assert starts == [column]
    client.change(uri, 2, put(0, column, column, "，"))
    starts = [
        one["range"]["start"]["character"] for one in client.published(uri, 2) if one["code"] == "TYP002"
    ]
    assert starts == [column + (3 if units == "utf-8" else 1)]


def test_a_fix_is_offered_where_the_fault_is(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, "同志们：\n截止目前，已经约谈了三个单位。\n")
    client.published(uri, 1)
    fix, ignore = actions(client, uri, at(1, 1, 1))
    assert (fix["title"], fix["kind"], fix["isPreferred"]) == ("改为“截至”", "quickfix", True)
    [edit] = fix["edit"]["documentChanges"]
    assert edit["textDocument"] == {"uri": uri, "version": 1}
    assert edit["edits"] == [{"range": at(1, 0, 2), "newText": "截至"}]
    assert ignore["command"]["command"] == "speechlint.ignore"
    assert not actions(client, uri, at(0, 1, 1))


def test_all_that_is_safe_is_fixed_at_once(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, "截止目前，已约谈三个单位。\n截止昨天，已约谈四个单位。\n")
    [action] = actions(client, uri, at(0, 0, 0), "source.fixAll")
    edits = action["edit"]["documentChanges"][0]["edits"]
    assert [edit["range"]["start"]["line"] for edit in edits] == [0, 1]
    client.change(uri, 2, *({"range": edit["range"], "text": edit["newText"]} for edit in edits))
    assert client.published(uri, 2) == []


def test_the_rule_is_told_under_the_pointer(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, FAULTY)
    client.published(uri, 1)
    asked = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 7}}
    told = client.request("textDocument/hover", asked)
    assert told["range"] == at(1, 6, 9)
    assert "PLH002" in told["contents"]["value"]
    assert "依据" in told["contents"]["value"]
    assert client.request("textDocument/hover", {**asked, "position": {"line": 0, "character": 0}}) is None


def test_the_outline_says_what_is_wrong_in_it(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.txt").as_uri()
    body = "这项工作很重要，各级各部门都要认真抓好，务必见到实效。\n"
    client.open(uri, f"在全市工作会议上的讲话\n\n一、抓学习\n{body}三、抓落实\n{body}")
    client.published(uri, 1)
    [speech] = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [one["name"] for one in speech["children"]] == ["一、抓学习", "三、抓落实"]
    assert "缺" in speech["children"][1]["detail"]
    assert speech["children"][1]["selectionRange"] == at(4, 0, 5)


def test_ignoring_asks_why_and_notes_it_beside_the_draft(client: Client, tmp_path: Path) -> None:
    draft = write(tmp_path / "稿.txt", FAULTY)
    client.open(draft.as_uri(), FAULTY)
    client.published(draft.as_uri(), 1)
    [*_, ignore] = actions(client, draft.as_uri(), at(1, 7, 7))
    asked = client.ask("workspace/executeCommand", ignore["command"])
    question = client.next(lambda one: one.get("method") == "window/showMessageRequest")
    [first, *_] = question["params"]["actions"]
    client.send({"jsonrpc": "2.0", "id": question["id"], "result": first})
    client.answer(asked)
    assert first["title"] in (tmp_path / ".speechlint-ignore.yaml").read_text(encoding="utf-8")
    assert client.published(draft.as_uri(), 1) == []


def test_a_client_may_say_why_itself(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, FAULTY)
    client.published(uri, 1)
    [said] = actions(client, uri, at(1, 7, 7))[-1]["command"]["arguments"]
    command = {"command": "speechlint.ignore", "arguments": [{**said, "reason": "数字还在核"}]}
    client.request("workspace/executeCommand", command)
    assert "数字还在核" in (tmp_path / ".speechlint-ignore.yaml").read_text(encoding="utf-8")


def test_a_comment_is_offered_in_markdown(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.md").as_uri()
    client.open(uri, FAULTY, "markdown")
    client.published(uri, 1)
    [comment] = [one for one in actions(client, uri, at(1, 7, 7)) if one["title"].endswith("<!-- -->")]
    [edit] = comment["edit"]["documentChanges"][0]["edits"]
    client.change(uri, 2, {"range": edit["range"], "text": edit["newText"]})
    assert client.published(uri, 2) == []


def test_a_config_that_changes_is_read_anew(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, FAULTY)
    assert client.published(uri, 1)
    config = write(tmp_path / ".speechlint.yaml", "ignore: [PLH]\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config.as_uri(), "type": 1}]})
    assert client.published(uri, 1) == []
    time.sleep(1.6)
    write(config, "ignore: [PLX]\n")
    client.next(lambda one: one.get("method") == "window/showMessage" and "PLX" in one["params"]["message"])


def test_a_client_that_asks_is_told_nothing_unasked(fresh: Client, tmp_path: Path) -> None:
    client = fresh
    can: dict[str, Any] = {"textDocument": {"diagnostic": {"relatedDocumentSupport": False}}}
    assert client.start(capabilities=can)["diagnosticProvider"]
    uri = (tmp_path / "稿.txt").as_uri()
    client.open(uri, FAULTY)
    asked = {"textDocument": {"uri": uri}}
    first = client.request("textDocument/diagnostic", asked)
    assert [found["code"] for found in first["items"]] == ["PLH002"]
    client.change(uri, 2, put(1, 9, 9, "了"))  # behind it: what is told of it is as it was
    again = client.request("textDocument/diagnostic", {**asked, "previousResultId": first["resultId"]})
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    assert client.request("textDocument/diagnostic", asked) == first
    client.change(uri, 3, put(1, 6, 8, "三百"))
    known = {**asked, "previousResultId": first["resultId"]}
    assert client.request("textDocument/diagnostic", known)["items"] == []
    numbers = []
    for version in range(4, 40):  # nobody asks again after the last answer: it must not be of a text before
        client.change(uri, version, put(0, 0, 0, "好"), put(1, 6, 6, "XX" if version == 39 else ""))
        numbers.append(client.ask("textDocument/diagnostic", asked))
        time.sleep(0.01)
    assert [one["code"][:3] for one in client.answer(numbers[-1])["result"]["items"]] == ["PLH"]
    assert client.stop() == 0
    assert not [one for one in client.kept if "publish" in one.get("method", "")]


@pytest.mark.parametrize("program", ["speechlint.lsp.entry", "speechlint.cli"])
def test_without_its_extra_it_says_what_to_install(program: str) -> None:
    told = f"import sys; sys.modules['pygls'] = None; sys.argv[1:] = ['lsp'] * ('cli' in '{program}')\n"
    told += f"from {program} import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 2
    assert "pip install 'speechlint[lsp]'" in done.stderr.decode()
