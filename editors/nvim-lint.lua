-- nvim-lint：写进 init.lua
-- nvim-lint: into init.lua
local lint = require("lint")
lint.linters.speechlint = {
  cmd = "speechlint",
  stdin = true,
  args = { "--format", "concise", "--column-unit", "byte", "--stdin-filename", function() return vim.api.nvim_buf_get_name(0) end, "-" },
  ignore_exitcode = true,
  parser = require("lint.parser").from_pattern("^.-:(%d+):(%d+): (%S+) (.*)$", { "lnum", "col", "code", "message" }, nil, { source = "speechlint" }),
}
lint.linters_by_ft = { text = { "speechlint" }, markdown = { "speechlint" } }
vim.api.nvim_create_autocmd({ "BufReadPost", "BufWritePost", "InsertLeave" }, { callback = function() lint.try_lint() end })
