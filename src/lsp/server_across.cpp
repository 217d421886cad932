// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ctime>
#include <utility>

#include "lsp/server.h"

namespace emrlint::lsp {
namespace {

// So long nobody types, milliseconds: a pause, not the time between two letters. Longer where the
// judging is, which a letter that comes meanwhile has to wait for.
constexpr int kPause = 200, kLongestPause = 10'000;
constexpr std::clock_t kTimesTheWork = 10;

int pause_after(std::clock_t work) {
  const std::clock_t wanted = work * kTimesTheWork * 1000 / CLOCKS_PER_SEC;
  return static_cast<int>(std::clamp<std::clock_t>(wanted, kPause, kLongestPause));
}

}  // namespace

// What was said across charts of an edited document moves along with its text.
void Server::move_across(const OpenDocument& document, const TextEdit& edit) {
  for (const auto& folder : workspace_.folders()) {
    const auto file = folder.second->find(document.path);
    const ChartFolder::Group* const own = file ? folder.second->group_of(*file) : nullptr;
    for (const auto& group : folder.second->groups()) {
      if (group.get() == own) group->facts.edited(*file, edit);
      group->across.edited(document.path, edit, document.buffer, encoding_);
    }
  }
}

void Server::judge_across_later(Across when) { across_ = std::max(across_, when); }

std::optional<int> Server::quiet_time() const {
  return across_ == Across::kSettled ? std::nullopt : std::optional(std::max(pause_, kPause));
}

void Server::idle() {
  publish();
  if (across_ != Across::kSettled) judge_across();
}

// A client that can be told later is not made to wait for each letter.
void Server::judge_across_for_pull() {
  if (across_ == Across::kSettled) return;
  if (across_ == Across::kAtOnce || !client_.refresh_diagnostics) judge_across();
}

// The charts of the workspace are looked at again when something was opened, closed or saved.
void Server::judge_across() {
  using Which = Settings::AcrossCharts;
  const bool at_once = std::exchange(across_, Across::kSettled) == Across::kAtOnce;
  publish();
  if (workspace_.documents().empty() || !workspace_.configured()) return;
  for (const auto& folder : workspace_.folders()) together_.add(*folder.second);
  std::vector<const ChartFolder::Group*> changed;
  if (settings_.across == Which::kOff) {
    changed = together_.silence();
  } else {
    if (settings_.across == Which::kWorkspace) {
      if (at_once) read_workspace();
      for (const auto& folder : others_.folders()) together_.add(*folder.second);
    }
    const std::clock_t start = std::clock();
    changed = together_.update({{workspace_.catalog(), workspace_.config()},
                                workspace_.config_version(),
                                workspace_.rules_version(),
                                encoding_,
                                [this](const FolderFile& file) { return uri_of(file); }});
    pause_ = pause_after(std::clock() - start);
  }
  for (const ChartFolder::Group* const group : changed) sent_.erase(group);
  unpublished_ = unpublished_ || !changed.empty();
  publish();
}

}  // namespace emrlint::lsp
