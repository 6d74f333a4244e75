-- conform.nvim：写进 init.lua；存盘时改掉稳妥的
-- conform.nvim: into init.lua; what is safe is fixed on saving
require("conform").setup({
  formatters = {
    speechlint = { command = "speechlint", args = { "--fix", "-", "-q", "--exit-zero", "--stdin-filename", "$FILENAME" }, stdin = true },
  },
  formatters_by_ft = { text = { "speechlint" }, markdown = { "speechlint" } },
})
