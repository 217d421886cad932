// SPDX-License-Identifier: Apache-2.0
#include "output/result_json.h"

namespace emrlint {

const rapidjson::Value* member(const rapidjson::Value& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_at(const rapidjson::Value& object, const char* name) {
  const rapidjson::Value* const value = member(object, name);
  if (value == nullptr || !value->IsString()) return {};
  return {value->GetString(), value->GetStringLength()};
}

std::uint64_t number_at(const rapidjson::Value& object, const char* name) {
  const rapidjson::Value* const value = member(object, name);
  return value != nullptr && value->IsUint64() ? value->GetUint64() : 0;
}

bool flag_at(const rapidjson::Value& object, const char* name) {
  const rapidjson::Value* const value = member(object, name);
  return value != nullptr && value->IsTrue();
}

std::optional<Severity> severity_of(std::string_view text) {
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    if (text == id(severity)) return severity;
  }
  return std::nullopt;
}

std::optional<Time> time_at(const rapidjson::Value& object, const char* name) {
  const std::string text = text_at(object, name);
  std::optional<Time> time = parse_iso_time(text);
  const bool whole_minute = text.size() > 19 && text.substr(16, 3) == ":00" && text[10] == 'T';
  if (time && whole_minute) time->precision = Precision::kMinute;
  return time;
}

void read_counts(const rapidjson::Value& object, const Catalog& catalog, RunSummary& summary) {
  summary.tallies.resize(catalog.entries().size());
  if (const rapidjson::Value* const checks = member(object, "checks");
      checks != nullptr && checks->IsObject()) {
    for (const auto& check : checks->GetObject()) {
      const auto index = catalog.index_of({check.name.GetString(), check.name.GetStringLength()});
      if (!index) continue;
      const auto count = [&](const char* name) {
        return static_cast<std::uint32_t>(number_at(check.value, name));
      };
      summary.tallies[*index] = {count("pass"), count("fail"), count("undecided"), count("due")};
    }
  }
  items_at(object, "unusedWaivers", [&](const rapidjson::Value& waiver) {
    if (waiver.IsString()) summary.unused_waivers.emplace_back(waiver.GetString());
  });
}

}  // namespace emrlint
