// SPDX-License-Identifier: Apache-2.0
#include "checks/process/critical_limits.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "checks/consistency/analytes.h"

namespace emrlint::checks {
namespace {

constexpr Missing kUnit{"unit", "可与危急值界限比较的单位",
                        "a unit that the critical limits can be compared with"};

bool take(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

// Beyond the limit for sure: "<0.5" is no value below 0.3.
bool exceeds(const ReportedNumber& number, const CriticalLimit& row, bool low) {
  if (low)
    return row.low && !number.above &&
           (number.below ? number.value <= *row.low : number.value < *row.low);
  return row.high && !number.below &&
         (number.above ? number.value >= *row.high : number.value > *row.high);
}

std::string_view before_bracket(std::string_view name) {
  return name.substr(0, std::min(name.find('('), name.find("（")));
}

}  // namespace

std::optional<ReportedNumber> reported_number(std::string_view text) {
  ReportedNumber number;
  while (take(text, {" "})) {
  }
  number.above = take(text, {">", "＞", "≥"});
  number.below = !number.above && take(text, {"<", "＜", "≤"});
  take(text, {"="});
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc()) return std::nullopt;
  std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  while (take(rest, {" ", "↑", "↓", "H", "L", "h", "l", "*"})) {
  }
  if (!rest.empty()) return std::nullopt;
  return number;
}

CriticalLimits::CriticalLimits(const Chart& chart, const Tables& tables)
    : table_(tables.critical_limits()),
      sex_(chart.patient.sex.value),
      age_(age_at_admission(chart)) {
  for (std::uint32_t i = 0; i < table_.rows.size(); ++i) {
    const Analyte analyte = analyte_of(table_.rows[i].analyte);
    if (analyte != kNoAnalyte) by_analyte_[static_cast<std::uint8_t>(analyte)].push_back(i);
  }
}

std::vector<const CriticalLimit*> CriticalLimits::rows_of(std::string_view name,
                                                          std::string_view code) const {
  std::span<const std::uint32_t> found = table_.by_name.find(name);
  if (found.empty()) found = table_.by_name.find(code);
  if (found.empty()) found = table_.by_name.find(before_bracket(name));
  if (found.empty()) {
    const Analyte analyte = analyte_of(name);
    const auto rows = by_analyte_.find(static_cast<std::uint8_t>(analyte));
    if (rows != by_analyte_.end()) found = rows->second;
  }
  std::vector<const CriticalLimit*> result;
  for (const std::uint32_t row : found) result.push_back(&table_.rows[row]);
  return result;
}

std::optional<bool> CriticalLimits::applies(const CriticalLimit& row) const {
  if (row.sex != Sex::kUnknown) {
    if (sex_ != Sex::kMale && sex_ != Sex::kFemale) return std::nullopt;
    if (sex_ != row.sex) return false;
  }
  if (!row.age_from && !row.age_until) return true;
  if (!age_) return std::nullopt;
  if (row.age_from && age_->surely_below_years(*row.age_from)) return false;
  if (row.age_until && age_->surely_above_years(*row.age_until)) return false;
  const bool old_enough = !row.age_from || age_->least_days >= *row.age_from * 366;
  const bool young_enough = !row.age_until || age_->most_days < (*row.age_until + 1) * 365;
  if (old_enough && young_enough) return true;
  return std::nullopt;
}

CriticalLimits::Verdict CriticalLimits::verdict(const ResultItem& item) const {
  Verdict verdict;
  const std::optional<ReportedNumber> number = reported_number(item.value.value);
  if (!number) return verdict;
  const std::string unit = unit_form(item.unit.value);
  bool compared = false;
  for (const CriticalLimit* row : rows_of(item.name.value, item.code.value)) {
    const bool low = exceeds(*number, *row, true);
    if (!row->unit.empty() && unit_form(row->unit) != unit) {
      const bool open = !unit.empty() || low || exceeds(*number, *row, false);
      if (!compared && open) verdict.doubt = kUnit;
      continue;
    }
    if (!compared) verdict.doubt.reset();
    compared = true;
    if (!low && !exceeds(*number, *row, false)) continue;
    const std::optional<bool> applied = applies(*row);
    if (applied == true) return {row, low, std::nullopt};
    if (!applied) verdict.doubt = row->sex != Sex::kUnknown ? missing::kSex : missing::kAge;
  }
  return verdict;
}

}  // namespace emrlint::checks
