-- none-ls：写进 init.lua
local null_ls = require("null-ls")
local helpers = require("null-ls.helpers")
null_ls.register({
  name = "speechlint",
  method = null_ls.methods.DIAGNOSTICS,
  filetypes = { "text", "markdown" },
  generator = helpers.generator_factory({
    command = "speechlint",
    args = { "--format", "concise", "--column-unit", "byte", "--stdin-filename", "$FILENAME", "-" },
    to_stdin = true,
    format = "line",
    check_exit_code = function(code) return code <= 1 end,
    on_output = helpers.diagnostics.from_pattern("^.-:(%d+):(%d+): (%S+) (.*)$", { "row", "col", "code", "message" }),
  }),
})
