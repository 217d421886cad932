// SPDX-License-Identifier: Apache-2.0
#include "reader/read_json.h"

#include <utility>

#include "reader/readers.h"
#include "syntax/tolerant_tree.h"

namespace emrlint {

JsonText read_json(SourceFile& file, std::uint32_t index, const Limits& limits,
                   bool (*in_document)(JsonValue root)) {
  JsonText text{JsonTree::parse(file, index, limits.depth, limits.nodes)};
  if (!text.tree.error() || !limits.recover || !in_document(text.tree.root())) return text;
  TolerantTree own;
  TolerantTree& tolerant = limits.tolerant == nullptr ? own : *limits.tolerant;
  tolerant.update(file.text(), Syntax::kJson);
  text.behind = text.tree.read_behind(file, tolerant, limits.depth, limits.nodes);
  return text;
}

void report_json_error(const SyntaxError& error, std::size_t behind, bool useful,
                       const SourceFile& file, std::uint32_t index, ReadOutput& out) {
  Problem problem;
  problem.kind = error.limit ? Problem::Kind::kLimit
                 : useful    ? Problem::Kind::kIncomplete
                             : Problem::Kind::kUnreadable;
  problem.id = error.limit ? "json-limit" : "json-syntax";
  problem.zh = error.zh;
  problem.en = error.en;
  if (behind > 0) {
    const Behind words = found_behind(behind);
    problem.zh += words.zh;
    problem.en += words.en;
  }
  problem.uri = file.uri();
  problem.where = {index, error.offset, error.offset};
  problem.located = true;
  out.problems.push_back(std::move(problem));
}

}  // namespace emrlint
