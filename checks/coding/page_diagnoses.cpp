// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/page_diagnoses.h"

#include <algorithm>

#include "checks/coding/chart_narrative.h"
#include "checks/coding/name_trace.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

bool share(const std::u32string& a, const std::u32string& b) {
  return a.find_first_of(b) != a.npos;
}

bool share(const std::vector<DiseaseNames::Row>& a, const std::vector<DiseaseNames::Row>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool diagnosis_section(SectionType section) {
  switch (section) {
    case SectionType::kDiagnosis:
    case SectionType::kDischargeDiagnosis:
    case SectionType::kPathologyDiagnosis:
    case SectionType::kDeathDiagnosis:
    case SectionType::kExternalCause:
    case SectionType::kUnknown:
      return true;
    default:
      return false;
  }
}

// Chapters of symptoms, external causes and reasons to come; birth and the newborn are coded by
// other rules.
constexpr std::string_view kOtherChapters = "RVWXYZOPU";

}  // namespace

NamedDisease::NamedDisease(std::string_view said, const CodeTable* table)
    : name(said), rows(DiseaseNames::get().rows_in(said)) {
  // 急性脑梗死 is one; 注意肺炎 is not.
  DiseaseNames::get().automaton().scan(name, [&](const NameMatch& match) {
    everyday |= match.to == name.size() && telling_letters(name.substr(0, match.from)).empty();
  });
  if (table == nullptr) return;
  table->names().scan(name, [&](const NameMatch& match) {
    if (match.from != 0 || match.to != name.size()) return;
    for (const std::uint32_t entry : table->codes_named(match.name)) {
      codes.push_back((*table)[entry].code());
    }
  });
}

bool NamedDisease::known() const {
  if (codes.empty()) return everyday;
  return std::any_of(codes.begin(), codes.end(), [](std::string_view code) {
    return !holds(kOtherChapters, code.substr(0, 1));
  });
}

PageDiagnoses::PageDiagnoses(const Chart& chart, const CodeTable* table) {
  const DiseaseNames& diseases = DiseaseNames::get();
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    const bool on_page =
        diagnosis.document >= chart.documents.size() || is_front_page(chart, diagnosis.document);
    if (!on_page) continue;
    Entry entry{diagnosis.code.value, telling_letters(diagnosis.name.value),
                diseases.rows_in(diagnosis.name.value)};
    const auto of_code = diseases.rows_of_code(diagnosis.code.value);
    entry.rows.insert(entry.rows.end(), of_code.begin(), of_code.end());
    const auto title = table == nullptr ? std::nullopt : table->find(diagnosis.code.value);
    if (title) entry.letters += telling_letters(title->name_zh());
    nameless_ |= diagnosis.name.value.empty() && !title;
    entries_.push_back(std::move(entry));
  }
  for (std::uint32_t i = 0; i < chart.documents.size(); ++i) {
    if (!is_front_page(chart, i)) continue;
    for (const Piece& piece : pieces_of(chart.documents[i])) {
      if (diagnosis_section(piece.section)) text_letters_ += telling_letters(piece.text.value);
    }
  }
}

bool PageDiagnoses::may_have(const NamedDisease& disease) const {
  const std::u32string letters = telling_letters(disease.name);
  if (share(letters, text_letters_)) return true;
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    if (share(letters, entry.letters) || share(disease.rows, entry.rows)) return true;
    const std::string_view block = entry.code.substr(0, 2);
    return block.size() == 2 &&
           std::any_of(disease.codes.begin(), disease.codes.end(),
                       [&](std::string_view code) { return code.starts_with(block); });
  });
}

}  // namespace emrlint::checks
