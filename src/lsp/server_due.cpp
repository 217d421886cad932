// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "lsp/due_next.h"
#include "lsp/file_uri.h"
#include "lsp/params.h"
#include "lsp/server.h"
#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

constexpr int kInfoMessage = 3;

bool within(const std::string& path, const std::string& folder) {
  return folder.empty() || path == folder || path.starts_with(folder + "/");
}

}  // namespace

// All charts of the workspace, also those of which nothing is open. False without a configuration.
bool Server::read_workspace() {
  publish();
  if (!workspace_.configured()) configure();
  if (!workspace_.configured()) return false;
  others_.update(workspace_, options_.limits,
                 [this](std::size_t done, std::size_t all) { progress(done, all); });
  return true;
}

// Over the charts of the workspace and of what else is open; with "folder" over those below it.
DueNext Server::due_next(const Value& params) {
  const bool read = read_workspace();
  DueNext due(style(), encoding_);
  if (!read) return due;
  const std::string only = path_of_uri(text_at(params, "folder")).value_or("");
  for (const auto* const folders : {&workspace_.folders(), &others_.folders()}) {
    for (const auto& folder : *folders) {
      if (within(folder.first, only)) due.add(*folder.second);
    }
  }
  return due;
}

void Server::register_due() {
  dispatcher_.on("emrlint/dueNext", [this](const Value& params) {
    return Reply{due_next(params).json(others_.cut_off())};
  });
}

// Says it to the user as well, for clients that know nothing but commands.
Reply Server::show_due() {
  DueNext due = due_next(Value());
  show_message(kInfoMessage, due.lines());
  return {due.json(others_.cut_off())};
}

}  // namespace emrlint::lsp
