// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_OTHER_CHARTS_H_
#define EMRLINT_LSP_OTHER_CHARTS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lsp/chart_folder.h"
#include "lsp/workspace.h"

namespace emrlint::lsp {

// The charts in the folders of a workspace of which no document is open. They are read when
// somebody asks for all charts, and then again as far as they changed on the disk; nothing of them
// is shown by itself.
class OtherCharts {
 public:
  // The folders of the workspace; those below count too.
  void set_roots(std::vector<std::string> roots) { roots_ = std::move(roots); }
  const std::vector<std::string>& roots() const { return roots_; }

  // Brings them up to date, judged by the configuration of `open`, whose charts are left out.
  void update(const Workspace& open, const Limits& limits, const ChartFolder::Progress& progress);

  const std::map<std::string, std::unique_ptr<ChartFolder>>& folders() const { return folders_; }
  // Whether the workspace holds more than is looked through: it may be a home folder.
  bool cut_off() const { return cut_off_; }

 private:
  void walk();
  void tell_what_is_open(const Workspace& open);

  std::vector<std::string> roots_;
  std::map<std::string, std::unique_ptr<ChartFolder>> folders_;  // By path.
  std::uint64_t version_ = 0, rules_ = 0;
  bool cut_off_ = false;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_OTHER_CHARTS_H_
