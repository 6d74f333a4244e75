"""Neovim with its own client, set up as ``speechlint setup nvim`` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from real import COLUMNS, FAULTY, FIXED, needs, ran, settings

pytestmark = pytest.mark.editors
# 取诊断，改光标处的一处，再改其余的，存盘
SCRIPT = """
local function wait(what, done)
  if not vim.wait(60000, done, 20) then print("没有等到" .. what) vim.cmd("cquit") end
end
vim.lsp.enable("speechlint")
vim.cmd("edit 稿.txt")
vim.bo.filetype = "text"
local function found() return vim.diagnostic.get(0) end
wait("诊断", function() return #found() >= 5 end)
local told = {}
for _, one in ipairs(found()) do
  if one.code == "TYP002" then told[#told + 1] = { one.lnum, one.col, one.end_col } end
end
table.sort(told, function(a, b) return a[1] < b[1] end)
local encoding = vim.lsp.get_clients()[1].offset_encoding
local function act(kind, row, col)
  vim.api.nvim_win_set_cursor(0, { row, col })
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action({ apply = true, context = { only = { kind }, diagnostics = {} }, filter = function(one)
    return kind ~= "quickfix" or one.isPreferred
  end })
  wait(kind, function() return vim.api.nvim_buf_get_changedtick(0) ~= before end)
end
act("quickfix", 2, 16)
local one = vim.api.nvim_buf_get_lines(0, 0, -1, true)
wait("改后的诊断", function() return #vim.tbl_filter(function(d) return d.code == "TYP002" end, found()) == 4 end)
act("source.fixAll.speechlint", 1, 0)
wait("没有诊断", function() return #vim.tbl_filter(function(d) return d.code == "TYP002" end, found()) == 0 end)
vim.cmd("write")
local file = io.open("told.json", "w")
file:write(vim.json.encode({ told = told, encoding = encoding, one = one }))
file:close()
vim.cmd("qall!")
"""


def test_diagnostics_quick_fix_and_fix_all(tmp_path: Path) -> None:
    nvim = needs("nvim")
    if "v0.7" in ran([nvim, "--version"], tmp_path):
        pytest.skip("没有 nvim 0.11 以上的")
    write(tmp_path / "稿.txt", FAULTY)
    write(tmp_path / "home" / ".config" / "nvim" / "lsp" / "speechlint.lua", settings("nvim"))
    write(tmp_path / "script.lua", SCRIPT)
    said = ran([nvim, "--headless", "-n", "-i", "NONE", "-S", "script.lua"], tmp_path)
    assert (tmp_path / "told.json").exists(), said
    told: dict[str, Any] = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    lines = FAULTY.split("\n")
    # Neovim counts bytes
    at = [len(lines[row][:column].encode()) for row, column in enumerate(COLUMNS)]
    assert told["told"] == [[row, start, start + 6] for row, start in enumerate(at)]
    assert told["one"][1] == FIXED.split("\n")[1]
    assert told["one"][2] == lines[2]
    assert (tmp_path / "稿.txt").read_text(encoding="utf-8") == FIXED
