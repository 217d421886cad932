// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_JUDGED_TOGETHER_H_
#define EMRLINT_LSP_JUDGED_TOGETHER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/run.h"
#include "lsp/chart_folder.h"

namespace emrlint::lsp {

// The charts that an editor has, judged together by the checks across charts. What is said of them
// is what a run over these charts says; of one alone nothing is said.
class JudgedTogether {
 public:
  using Group = ChartFolder::Group;
  // What charts are judged by, and numbers that change with it: of the configuration alone, and of
  // it or the clock.
  struct By {
    Rules rules;
    std::uint64_t config = 0, version = 0;
    PositionEncoding encoding = PositionEncoding::kUtf16;
    std::function<std::string(const FolderFile& file)> uri;
  };

  // The charts of a folder; all folders between two calls of update().
  void add(const ChartFolder& folder);
  // Judges what was added, if anything is new since the last time, and sets Group::across. The
  // groups of which something else may be said now, or elsewhere.
  std::vector<const Group*> update(const By& by);
  // Has nothing said of what was added. The groups of which something was.
  std::vector<const Group*> silence();

 private:
  struct Member {
    const ChartFolder* folder;
    Group* group;
    std::uint64_t revision = 0;  // Of its facts.
  };
  class GroupFindings;

  std::size_t charts() const;
  bool take_facts(const By& by);
  void judge(const By& by);

  std::vector<Member> members_;
  std::unordered_map<const Group*, std::uint64_t> judged_;  // Which, with what facts.
  std::uint64_t revision_ = 0, version_ = 0;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_JUDGED_TOGETHER_H_
