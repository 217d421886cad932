-- SPDX-License-Identifier: Apache-2.0
-- What somebody sees who opens the record in Neovim with editors/neovim; run by editor_test.sh.
-- One line for each thing seen; tabs separate what it is, its name, and the text in the buffer.
local patience = 60000 -- Milliseconds; nothing takes that long unless it never comes.
local seen = {}

local function note(...)
  table.insert(seen, table.concat({ ... }, "\t"))
end

-- Waits until the server has answered a version of the text; `after` is the count before.
local published = 0
local show = vim.lsp.handlers["textDocument/publishDiagnostics"]
vim.lsp.handlers["textDocument/publishDiagnostics"] = function(...)
  show(...)
  published = published + 1
end
local function wait(what, condition)
  if not vim.wait(patience, condition, 10) then
    error("waited in vain for " .. what)
  end
end
local function wait_for_findings(after)
  wait("findings", function()
    return published > after
  end)
end

local function text_of(finding)
  return vim.api.nvim_buf_get_text(0, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})[1]
end

local function note_findings(step)
  local findings = vim.diagnostic.get(0)
  table.sort(findings, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.code < b.code)
  end)
  for _, finding in ipairs(findings) do
    note(step, finding.code, text_of(finding))
  end
end

-- Puts the cursor on a text.
local function go(text)
  vim.fn.cursor(1, 1)
  vim.fn.search("\\V" .. text)
end

local function note_hover()
  go("[未填写]")
  vim.lsp.buf.hover()
  local shown
  wait("a hover", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        local buffer = vim.api.nvim_win_get_buf(window)
        shown = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)
  note("hover", shown:match("completeness%-placeholder%-text") or shown)
end

local function fix()
  go("J15900")
  local title
  vim.ui.select = function(actions, options, choose)
    for _, action in ipairs(actions) do
      title = options.format_item(action)
      if title:match("^write") then
        return choose(action)
      end
    end
    error("no fix among the actions")
  end
  local before = published
  vim.lsp.buf.code_action()
  wait_for_findings(before)
  note("fixed", title, vim.trim(vim.api.nvim_get_current_line()))
end

-- The line behind the cursor's search for a text.
local function line_with(text)
  go(text)
  return vim.trim(vim.api.nvim_get_current_line())
end

local function whole_text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

-- A discharge record of the patient whose record is on the screen, of a type that is chosen.
local function note_new()
  vim.cmd("runtime plugin/emrlint.lua")
  local offered
  vim.ui.select = function(templates, options, choose)
    offered = #templates
    for _, template in ipairs(templates) do
      if options.format_item(template) == "discharge record" then
        return choose(template)
      end
    end
    error("no discharge record among the types")
  end
  local record = vim.api.nvim_get_current_buf()
  vim.cmd("EmrlintNew")
  wait("a new document", function()
    return vim.fn.expand("%:t") == "出院记录.xml"
  end)
  wait("its findings", function()
    return #vim.diagnostic.get(0) > 0
  end)
  note("new", tostring(offered), vim.fn.expand("%:t"), line_with("<name>"))
  note("new", "sections", tostring(select(2, whole_text():gsub("<section>", ""))))
  note("new", "on disk", tostring(vim.fn.filereadable(vim.fn.expand("%:p")) == 1))
  vim.api.nvim_set_current_buf(record)
  vim.cmd("bwipeout! 出院记录.xml")
end

-- One more in the file of the chart on the screen, of a type that is named.
local function note_new_in_chart()
  local text = '"type": "progress-note"'
  vim.cmd("EmrlintNew progress-note")
  wait("a document in the chart", function()
    return whole_text():find(text, 1, true) ~= nil
  end)
  note("new", vim.fn.expand("%:t"), line_with(text))
  local parsed = vim.json.decode(whole_text())
  note("new", "documents", tostring(#parsed.documents), parsed.documents[#parsed.documents].title)
end

-- A stay in a folder below, at a time when it is still going on.
local function note_due()
  for _, client in ipairs(vim.lsp.get_active_clients()) do
    local settings = { emrlint = { lang = "en", now = "2024-05-01T10:00:00+08:00" } }
    client.notify("workspace/didChangeConfiguration", { settings = settings })
  end
  vim.cmd("runtime plugin/emrlint.lua")
  vim.cmd("EmrlintDue")
  wait("what is due", function()
    return vim.api.nvim_buf_get_name(0):match("emrlint://due$")
  end)
  note("due", "first", vim.api.nvim_get_current_line())
  local before = published
  vim.cmd([[execute "normal \<CR>"]])
  wait_for_findings(before) -- Of the stay, by a server of its own.
  local rest = vim.api.nvim_get_current_line():sub(vim.fn.col("."))
  note("due", vim.fn.expand("%:t"), rest)
end

local function session()
  vim.opt.runtimepath:prepend(vim.env.EMRLINT_EDITORS .. "/neovim")
  require("emrlint").setup({ init_options = { lang = "en", now = vim.NIL } })
  vim.cmd("filetype plugin on")
  vim.cmd("edit " .. vim.env.EMRLINT_RECORD .. "/admission.xml")
  wait_for_findings(0)
  note_findings("open")

  -- A change before a finding on its line.
  go("[未填写]")
  local line = vim.fn.line(".") - 1
  local before = published
  vim.api.nvim_buf_set_text(0, line, 10, line, 10, { "<!-- 𠮷𠮷 -->" })
  wait_for_findings(before)
  note_findings("edited")

  note_hover()
  fix()
  note_new()
  note_due()
  if not vim.env.EMRLINT_WRONG then
    note_new_in_chart()
  end
  for _, client in ipairs(vim.lsp.get_active_clients()) do
    client.stop()
  end
  wait("the end of the server", function()
    return #vim.lsp.get_active_clients() == 0
  end)
end

local ok, problem = xpcall(session, debug.traceback)
if not ok then
  note("failed", problem)
end
vim.fn.writefile(seen, vim.env.EMRLINT_SEEN)
vim.cmd(ok and "qall!" or "cquit!")
