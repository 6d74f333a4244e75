-- 照着打一分钟字：隔多久打一个写在稿里；每个字从打上到它那一版的诊断到了，记毫秒。nvim --headless -S typing.lua
local told = vim.json.decode(vim.env.TYPING) -- { server, file, out, pauses, typed }
local now = function() return vim.uv.hrtime() / 1e6 end
local pressed, took = {}, {}
-- 打字后马上就说，不等：Neovim 自己的等待不算在里面
vim.lsp.config("typing", { cmd = told.server, filetypes = { "text" }, flags = { debounce_text_changes = 0 } })

-- 一版的诊断到了：这一版和它以前的字都算到了
local function arrived(version)
  for tick, at in pairs(pressed) do
    if tick <= version then
      took[#took + 1] = now() - at
      pressed[tick] = nil
    end
  end
end
local pulled, pushed = vim.lsp.handlers["textDocument/diagnostic"], vim.lsp.handlers["textDocument/publishDiagnostics"]
vim.lsp.handlers["textDocument/diagnostic"] = function(err, result, ctx, ...)
  local made = pulled(err, result, ctx, ...)
  if result then arrived(ctx.version) end
  return made
end
vim.lsp.handlers["textDocument/publishDiagnostics"] = function(err, result, ctx, ...)
  local made = pushed(err, result, ctx, ...)
  arrived(result.version)
  return made
end

local function wait(what, done)
  if not vim.wait(120000, done, 1) then print("没有等到" .. what) vim.cmd("cquit") end
end
local asked = false
vim.lsp.enable("typing")
vim.cmd("edit " .. told.file)
vim.bo.filetype = "text"
pressed[0] = now()
wait("第一次的诊断", function() return #took > 0 end)
vim.wait(3000, function() return asked end, 50) -- 整篇查完
took = {}
local middle, column = math.floor(vim.api.nvim_buf_line_count(0) / 2), 0
for at, pause in ipairs(told.pauses) do
  local char = told.typed[(at - 1) % #told.typed + 1]
  vim.api.nvim_buf_set_text(0, middle, column, middle, column, { char })
  pressed[vim.api.nvim_buf_get_changedtick(0)] = now()
  column = column + #char
  local till = now() + 1000 * pause
  vim.wait(10000, function() return now() >= till end, 1)
end
wait("最后的诊断", function() return next(pressed) == nil end)
local file = io.open(told.out, "w")
file:write(vim.json.encode(took))
file:close()
vim.cmd("qall!")
