// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/table_codes.h"

#include "checks/coding/coded.h"
#include "codes/code_search.h"
#include "tables/tables.h"
#include "text/fold.h"

namespace emrlint::checks {
namespace {

constexpr std::size_t kMostNamed = 3;
constexpr std::size_t kMostHits = 64;  // Of a search, among which exact names come first.

CodeSystem system_of(const Diagnosis& d) {
  return well_formed_morphology(d.code.value) ? CodeSystem::kMorphology
                                              : diagnosis_system(d.code_system.value);
}

// A code to put into a record as it is: one that is written beside another takes more than that.
bool usable(const CodeEntry& entry) { return entry.billable() && entry.links().empty(); }

std::u32string folded(std::string_view name) {
  std::u32string out;
  fold(name, [&](char32_t point, std::size_t) { out += point; });
  return out;
}

}  // namespace

std::vector<WrittenCode> diagnosis_codes(const Chart& chart) {
  std::vector<WrittenCode> codes;
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d)) continue;
    const CodeSystem system = system_of(d);
    if (system != CodeSystem::kMorphology && !well_formed(d)) continue;  // Of coding-dx-format.
    codes.push_back(
        {d.code, d.name, system, of_diagnosis(i), told_elsewhere(chart, d.document, d.code.span)});
  }
  return codes;
}

std::vector<WrittenCode> procedure_codes(const Chart& chart) {
  std::vector<WrittenCode> codes;
  const auto add = [&](const Text& code, const Text& name, std::uint32_t document,
                       Subject subject) {
    if (!well_formed_icd9(code.value)) return;  // Of coding-proc-format.
    codes.push_back(
        {code, name, CodeSystem::kIcd9Cm3, subject, told_elsewhere(chart, document, code.span)});
  };
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& p = chart.procedures[i];
    if (p.code_system.value.empty() && chart.realm == Realm::kOther) continue;
    if (procedure_system(p.code_system.value) != CodeSystem::kIcd9Cm3) continue;
    add(p.code, p.name, p.document, {SubjectKind::kProcedure, static_cast<std::uint32_t>(i), {}});
  }
  if (chart.realm != Realm::kChina) return codes;  // A surgery elsewhere has another system.
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& s = chart.surgeries[i];
    add(s.code, s.name, Procedure::kNoDocument, of_surgery(i));
  }
  return codes;
}

const CodeTable* other_edition(const Report& report, const CodeTable& table,
                               std::string_view code) {
  for (const CodeTable& other : report.tables().codes().all()) {
    if (&other != &table && other.system() == table.system() && other.find(code)) return &other;
  }
  return nullptr;
}

bool same_title(std::string_view a, std::string_view b) {
  if (a == b) return !a.empty();
  const std::u32string name = folded(a);
  return !name.empty() && name == folded(b);
}

bool has_name(const CodeEntry& entry, std::string_view name) {
  if (same_title(entry.name_zh(), name) || same_title(entry.name_en(), name)) return true;
  for (const std::string_view synonym : entry.synonyms()) {
    if (same_title(synonym, name)) return true;
  }
  return false;
}

std::vector<CodeEntry> codes_named(const CodeTable& table, std::string_view name) {
  std::vector<CodeEntry> found;
  if (name.empty()) return found;
  for (const CodeEntry& entry : search_codes(table, name, kMostHits)) {
    if (found.size() == kMostNamed) break;
    if (usable(entry) && has_name(entry, name)) found.push_back(entry);
  }
  return found;
}

std::optional<CodeEntry> finer_code(const CodeTable& table, std::string_view code,
                                    std::string_view name) {
  const CanonicalCode canonical(coding_system(table.system()), code);
  if (!canonical.companion().empty()) return std::nullopt;
  const auto [first, end] = table.beginning_with(canonical.code());
  std::optional<CodeEntry> only;
  std::size_t count = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    const CodeEntry entry = table[i];
    if (!usable(entry) || entry.code() == canonical.code()) continue;
    if (!name.empty() && has_name(entry, name)) return entry;
    only = entry;
    ++count;
  }
  return count == 1 ? only : std::nullopt;
}

}  // namespace emrlint::checks
