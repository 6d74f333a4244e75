"""Plugins of Neovim, set up as ``speechlint setup`` says; their folders lie in ``SPEECHLINT_NVIM_PLUGINS``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import write
from real import COLUMNS, FAULTY, FIXED, needs, ran, settings

pytestmark = pytest.mark.editors
FOLDER = os.environ.get("SPEECHLINT_NVIM_PLUGINS", "")
START = """
for _, name in ipairs({ %s }) do vim.opt.runtimepath:append(vim.env.SPEECHLINT_NVIM_PLUGINS .. "/" .. name) end
%s
vim.cmd("edit 稿.txt")
vim.bo.filetype = "text"
local function wait(done)
  if not vim.wait(60000, done, 20) then print("没有等到") vim.cmd("cquit") end
end
"""
# 取诊断的行列，写进文件
TOLD = """
vim.cmd("doautocmd BufReadPost")
wait(function() return #vim.diagnostic.get(0) >= 5 end)
local told = {}
for _, one in ipairs(vim.diagnostic.get(0)) do
  if (one.code or one.message:match("TYP002")) and (one.code or ""):match("TYP002") then told[#told + 1] = { one.lnum, one.col } end
end
table.sort(told, function(a, b) return a[1] < b[1] end)
local file = io.open("told.json", "w")
file:write(vim.json.encode(told))
file:close()
vim.cmd("qall!")
"""


def run(folder: Path, plugins: tuple[str, ...], name: str, script: str) -> str:
    nvim = needs("nvim")
    for plugin in plugins:
        if not os.path.isdir(os.path.join(FOLDER, plugin)):
            pytest.skip(f"没有 {plugin}（SPEECHLINT_NVIM_PLUGINS 是它所在的文件夹）")
    write(folder / "稿.txt", FAULTY)
    names = ", ".join(f'"{one}"' for one in plugins)
    write(folder / "script.lua", START % (names, settings(name)) + script)
    return ran([nvim, "--headless", "-n", "-i", "NONE", "-S", "script.lua"], folder)


@pytest.mark.parametrize(
    ("name", "plugins"), [("nvim-lint", ("nvim-lint",)), ("none-ls", ("none-ls.nvim", "plenary.nvim"))]
)
def test_diagnostics_stand_on_the_right_bytes(tmp_path: Path, name: str, plugins: tuple[str, ...]) -> None:
    said = run(tmp_path, plugins, name, TOLD)
    assert (tmp_path / "told.json").exists(), said
    lines = FAULTY.splitlines()
    wanted = [[row, len(lines[row][:column].encode())] for row, column in enumerate(COLUMNS)]
    assert json.loads((tmp_path / "told.json").read_text("utf-8")) == wanted


def test_conform_fixes_what_is_safe(tmp_path: Path) -> None:
    script = 'require("conform").format({ async = false, timeout_ms = 60000 })\nvim.cmd("write")\nvim.cmd("qall!")\n'
    said = run(tmp_path, ("conform.nvim",), "conform", script)
    assert (tmp_path / "稿.txt").read_text("utf-8") == FIXED, said
