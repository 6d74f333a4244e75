-- Neovim 0.11 以上：存为 ~/.config/nvim/lsp/speechlint.lua，再在 init.lua 里写 vim.lsp.enable("speechlint")
-- Neovim 0.11 and later: save as ~/.config/nvim/lsp/speechlint.lua, then in init.lua: vim.lsp.enable("speechlint")
-- 只查一些文件夹里的 .txt：把 filetypes 里的 "text" 去掉，或在 root_dir 里挑。
-- To check the .txt of some folders only: take "text" out of filetypes, or choose in root_dir.
return {
  cmd = { "speechlint-lsp" },
  filetypes = { "text", "markdown" },
  root_markers = { ".speechlint.yaml", "pyproject.toml", ".git" },
}
