-- SPDX-License-Identifier: Apache-2.0
-- :EmrlintDue lists what is due next; <CR> goes to what its time is counted from, r asks again.
local server = require("emrlint.server")
local M = {}

local function go(location, client)
  if vim.lsp.util.show_document then
    vim.lsp.util.show_document(location, client.offset_encoding, { focus = true })
  else
    vim.lsp.util.jump_to_location(location, client.offset_encoding)
  end
end

local function line_of(item)
  local who = vim.trim(item.chart .. " " .. item.patient)
  return table.concat({ item.timeLeft, item["until"], who, item.message }, "  ")
end

local function show(due, client)
  local name = "emrlint://due"
  local buffer = vim.fn.bufnr("^" .. name .. "$")
  if buffer == -1 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, name)
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.tbl_map(line_of, due.items))
  vim.bo[buffer].modifiable = false
  local window = vim.fn.bufwinid(buffer)
  if window == -1 then
    vim.cmd("botright sbuffer " .. buffer)
  else
    vim.api.nvim_set_current_win(window)
  end
  local function map(key, run)
    vim.keymap.set("n", key, run, { buffer = buffer })
  end
  map("r", M.open)
  map("<CR>", function()
    local item = due.items[vim.fn.line(".")]
    if item then
      vim.cmd("wincmd p")
      go(item.location, client)
    end
  end)
  if #due.items == 0 then
    vim.notify("emrlint: nothing is due")
  end
end

function M.open()
  server.ask("emrlint/dueNext", vim.empty_dict(), show)
end

return M
