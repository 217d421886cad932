-- SPDX-License-Identifier: Apache-2.0
-- :EmrlintNew begins a document from a template, of a type that is chosen or named, beside the record
-- on the screen or in its file where that holds all documents of the chart. Its writer saves it.
local server = require("emrlint.server")
local M = {}

-- The URI of what is on the screen, else of the folder.
local function place()
  local name = vim.api.nvim_buf_get_name(0)
  if name == "" or vim.bo.buftype ~= "" then
    name = vim.fn.getcwd()
  end
  return vim.uri_from_fname(name)
end

local function show(made, client)
  vim.cmd("hide edit " .. vim.fn.fnameescape(vim.uri_to_fname(made.uri)))
  if not made.range then
    local lines = vim.split(made.text, "\n", { plain = true, trimempty = true })
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    return vim.fn.cursor(1, 1)
  end
  local edit = { range = made.range, newText = made.text }
  vim.lsp.util.apply_text_edits({ edit }, vim.api.nvim_get_current_buf(), client.offset_encoding)
  local added = select(2, made.text:gsub("\n", "\n"))
  vim.fn.cursor(made.range.start.line + 1 + math.min(added, 1), 1)
end

local function begin(uri, type)
  server.ask("emrlint/newDocument", { uri = uri, type = type }, show)
end

-- `type` is an id such as "discharge-record"; without one it is chosen by its name.
function M.open(type)
  local uri = place()
  if type and type ~= "" then
    return begin(uri, type)
  end
  server.ask("emrlint/documentTemplates", { uri = uri }, function(templates)
    if #templates == 0 then
      return vim.notify("emrlint: nothing can be added to this file as it is")
    end
    local function name_of(template)
      return template.name
    end
    local options = { prompt = "What is to be written?", format_item = name_of }
    vim.ui.select(templates, options, function(template)
      if template then
        begin(uri, template.type)
      end
    end)
  end)
end

return M
