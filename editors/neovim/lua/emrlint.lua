-- SPDX-License-Identifier: Apache-2.0
-- The language server of emrlint in Neovim 0.7 to 0.10, which have no vim.lsp.enable():
--   require("emrlint").setup({ init_options = { lang = "en" } })
-- Options are those of vim.lsp.start_client(); lsp/emrlint.lua holds what they are by default.
local M = {}

local running = {} -- The client of each root folder.

-- The nearest folder from that of the file up that holds one of the markers, else its own.
local function root_of(file, markers)
  local own = vim.fn.fnamemodify(file, ":p:h")
  local folder = own
  while true do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(folder .. "/" .. marker) then
        return folder
      end
    end
    local parent = vim.fn.fnamemodify(folder, ":h")
    if parent == folder then
      return own
    end
    folder = parent
  end
end

local function attach(buffer, config)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == "" or vim.bo[buffer].buftype ~= "" then
    return
  end
  local root = root_of(file, config.root_markers)
  local id = running[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(vim.tbl_extend("force", config, { root_dir = root }))
    running[root] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

function M.setup(options)
  local defaults = vim.api.nvim_get_runtime_file("lsp/emrlint.lua", false)[1]
  local config = vim.tbl_extend("force", { name = "emrlint" }, dofile(defaults), options or {})
  vim.api.nvim_create_autocmd("FileType", {
    group = vim.api.nvim_create_augroup("emrlint", { clear = true }),
    pattern = config.filetypes,
    callback = function(event)
      attach(event.buf, config)
    end,
  })
end

return M
