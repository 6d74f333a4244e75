-- none-ls：写进 init.lua
-- none-ls: into init.lua
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
    timeout = 30000,
    -- 不用 helpers.diagnostics.from_pattern：它把列当字数换算，汉字上会错位
    -- Not helpers.diagnostics.from_pattern: it takes the column for characters and is wrong on Han
    on_output = function(line)
      local row, col, code, message = line:match("^.-:(%d+):(%d+): (%S+) (.*)$")
      return row and { row = row, col = col, code = code, message = message }
    end,
  }),
})
