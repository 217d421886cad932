-- SPDX-License-Identifier: Apache-2.0
-- How the language server of emrlint is started. Neovim 0.11 and later find this file by
-- themselves: vim.lsp.enable("emrlint").
return {
  cmd = { "emrlint", "lsp" },
  filetypes = { "xml", "json" },
  -- The folder whose emrlint.toml counts; the charts are the folders of the documents anyhow.
  root_markers = { "emrlint.toml", ".git" },
}
