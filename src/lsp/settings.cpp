// SPDX-License-Identifier: Apache-2.0
#include "lsp/settings.h"

#include "output/result_json.h"

namespace emrlint::lsp {

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
