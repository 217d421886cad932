// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_DIAGNOSTICS_H_
#define EMRLINT_LSP_DIAGNOSTICS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "lsp/group_view.h"
#include "output/json_writer.h"
#include "output/sink.h"

namespace emrlint::lsp {

// What diagnostics are written with.
struct DiagnosticStyle {
  const Catalog& catalog;
  OutputOptions output;
  // The URI of a file of a folder, as the client knows it.
  std::function<std::string(const FolderFile& file)> uri;
  // The page of a check; empty where there is none.
  std::function<std::string(std::string_view check)> page;
};

// One finding as a Diagnostic.
void write_diagnostic(JsonWriter& json, const GroupView& view, const DiagnosticStyle& style,
                      const ChartReport& report, const Finding& finding);

// The diagnostics of each file of a group, as a JSON array, in the order of the findings: what
// could not be read, then what the checks found. By index in the folder.
std::map<std::uint32_t, std::string> diagnostics(const GroupView& view,
                                                 const DiagnosticStyle& style);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_DIAGNOSTICS_H_
