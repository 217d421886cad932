// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_SETTINGS_H_
#define EMRLINT_LSP_SETTINGS_H_

#include <rapidjson/document.h>

#include <optional>
#include <string>

#include "base/lang.h"
#include "base/result.h"
#include "base/time.h"

namespace emrlint::lsp {

// What a client can set: as initializationOptions, as the section "emrlint" of its configuration.
struct Settings {
  Lang lang = Lang::kZh;
  std::string config;  // A file; empty: emrlint.toml of the workspace.
  std::string sheet;   // A built-in scoring sheet or a file; empty: that of [score] sheets.
  enum class Clock { kSystem, kFixed, kNone } clock = Clock::kSystem;
  std::optional<Time> now;  // Of a fixed clock.
  // Which charts are judged together by checks across charts: those of which a document is open,
  // all of the workspace as well, or none.
  enum class AcrossCharts { kOpen, kWorkspace, kOff } across = AcrossCharts::kOpen;

  friend bool operator==(const Settings&, const Settings&) = default;
};

std::optional<Lang> lang_of(std::string_view name);  // "zh-cn", "en"

// `base` with what the value sets: "lang", "config", "sheet", "now" (a time of RFC 3339, or null
// for no clock), "acrossCharts" ("open", "workspace", "off"). A time that is none, and charts that
// are none of these, are errors.
Result<Settings> read_settings(const rapidjson::Value& value, Settings base);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_SETTINGS_H_
