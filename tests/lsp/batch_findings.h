// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_LSP_BATCH_FINDINGS_H_
#define EMRLINT_TESTS_LSP_BATCH_FINDINGS_H_

#include <rapidjson/document.h>

#include <filesystem>
#include <string>
#include <vector>

#include "config/config.h"

namespace emrlint::lsp_test {

// The defects that a run over a folder reports, also across its charts, each as a text: URI, place
// in code points, check, message, the other places; likewise what could not be read. Made without
// anything of the language server.
std::vector<std::string> batch_findings(const std::filesystem::path& folder, const Config& config);
// The edits that the fixes of these defects suggest, each once, as a line: URI, place, new text.
std::vector<std::string> batch_fixes(const std::filesystem::path& folder, const Config& config);
// The same of a diagnostic in UTF-32, and of an edit.
std::string line_of(const std::string& uri, const rapidjson::Value& diagnostic);
std::string line_of_edit(const std::string& uri, const rapidjson::Value& edit);

std::vector<std::string> sorted(std::vector<std::string> lines);
const Config& built_in_config();

}  // namespace emrlint::lsp_test

#endif  // EMRLINT_TESTS_LSP_BATCH_FINDINGS_H_
