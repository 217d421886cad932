-- SPDX-License-Identifier: Apache-2.0
vim.api.nvim_create_user_command("EmrlintDue", function()
  require("emrlint.due").open()
end, { desc = "What is due next in the charts of the folder" })
vim.api.nvim_create_user_command("EmrlintNew", function(command)
  require("emrlint.new").open(command.args)
end, { nargs = "?", desc = "A new document from a template" })
