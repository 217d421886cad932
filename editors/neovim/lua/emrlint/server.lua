-- SPDX-License-Identifier: Apache-2.0
-- The running server, asked what is no part of the protocol, in Neovim 0.7 and later.
local M = {}

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

-- That of the buffer, else any.
local function find()
  local any
  for _, client in ipairs(clients()) do
    if client.name == "emrlint" then
      if vim.lsp.buf_is_attached(0, client.id) then
        return client
      end
      any = client
    end
  end
  return any
end

-- Calls `use` with the result and the client.
function M.ask(method, params, use)
  local client = find()
  if not client then
    return vim.notify("emrlint: no server is running; open a record first", vim.log.levels.ERROR)
  end
  local function answer(problem, result)
    if problem then
      return vim.notify("emrlint: " .. problem.message, vim.log.levels.ERROR)
    end
    use(result, client)
  end
  if vim.fn.has("nvim-0.11") == 1 then
    client:request(method, params, answer)
  else
    client.request(method, params, answer, 0)
  end
end

return M
