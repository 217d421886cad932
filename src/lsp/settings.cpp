// SPDX-License-Identifier: Apache-2.0
#include "lsp/settings.h"

#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

std::optional<Settings::AcrossCharts> across_charts_of(const rapidjson::Value& value) {
  using Across = Settings::AcrossCharts;
  if (!value.IsString()) return std::nullopt;
  const std::string_view name = value.GetString();
  if (name == "open") return Across::kOpen;
  if (name == "workspace") return Across::kWorkspace;
  if (name == "off") return Across::kOff;
  return std::nullopt;
}

}  // namespace

std::optional<Lang> lang_of(std::string_view name) {
  if (name.starts_with("zh")) return Lang::kZh;
  if (name.starts_with("en")) return Lang::kEn;
  return std::nullopt;
}

Result<Settings> read_settings(const rapidjson::Value& value, Settings base) {
  const auto set = [&](const char* name, std::string& field) {
    const rapidjson::Value* const text = member(value, name);
    if (text != nullptr && text->IsString()) field = text->GetString();
  };
  set("config", base.config);
  set("sheet", base.sheet);
  base.lang = lang_of(text_at(value, "lang")).value_or(base.lang);
  const rapidjson::Value* const across = member(value, "acrossCharts");
  if (across != nullptr && !across->IsNull()) {
    const auto charts = across_charts_of(*across);
    if (!charts) {
      return Error{"acrossCharts 应为 open、workspace 或 off",
                   "acrossCharts is one of open, workspace and off",
                   {}};
    }
    base.across = *charts;
  }
  const rapidjson::Value* const now = member(value, "now");
  if (now == nullptr) return base;
  base.clock = now->IsNull() ? Settings::Clock::kNone : Settings::Clock::kFixed;
  base.now = now->IsString() ? parse_iso_time(now->GetString()) : std::nullopt;
  if (base.clock == Settings::Clock::kFixed && !base.now) {
    return Error{"now 不是时间，应写作 2024-03-01T08:00:00+08:00",
                 "now is no time: write 2024-03-01T08:00:00+08:00",
                 {}};
  }
  return base;
}

}  // namespace emrlint::lsp
