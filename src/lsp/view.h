// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_VIEW_H_
#define EMRLINT_LSP_VIEW_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "lsp/diagnostics.h"
#include "lsp/group_view.h"
#include "score/score.h"

namespace emrlint::lsp {

// One document on the screen, its chart, and how to speak of it: what features work on.
struct View {
  GroupView group;
  std::uint32_t file = 0;  // Index in the folder.
  const DiagnosticStyle& style;
  const ScoreSheet* sheet = nullptr;  // Null: no points are told.

  std::string_view text() const { return group.text(file); }
  Lang lang() const { return style.output.lang; }
  std::string_view say(std::string_view zh, std::string_view en) const {
    return lang() == Lang::kZh ? zh : en;
  }
  const CatalogEntry& entry(const Finding& finding) const {
    return style.catalog.entries()[finding.check];
  }
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_VIEW_H_
