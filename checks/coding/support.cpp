// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/support.h"

#include <algorithm>
#include <iterator>

#include "checks/coding/name_trace.h"
#include "codes/disease_names.h"
#include "text/disease_name.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

bool has_ideograph(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string_view category(std::string_view code) { return code.substr(0, 3); }

// The names by which a diagnosis is looked for: as written, its parts, what the table calls its
// code and the one above.
std::vector<std::string> names_of(const Diagnosis& diagnosis, const CodeTable* table) {
  std::vector<std::string> names;
  const std::string_view written = diagnosis.name.value;
  names.emplace_back(written);
  for (const std::string_view part : diagnosis_parts(written)) {
    if (!only_grades(part) && !telling_letters(part).empty()) names.emplace_back(core_name(part));
  }
  names.emplace_back(core_name(written));
  const auto add_entry = [&](const CodeEntry& entry) {
    const auto add = [&](std::string_view name) {
      for (const std::string& form : name_forms(name)) {
        names.push_back(form);
        names.emplace_back(core_name(form));
      }
    };
    add(entry.name_zh());
    for (const std::string_view synonym : entry.synonyms()) add(synonym);
  };
  if (table == nullptr) return names;
  auto entry = table->find(diagnosis.code.value);
  if (!entry) return names;
  add_entry(*entry);
  if (const auto parent = entry->parent()) add_entry(*parent);
  return names;
}

}  // namespace

bool traceable(const Diagnosis& diagnosis) {
  constexpr std::string_view kOthers = "VWXYZM";
  constexpr std::string_view kWords[] = {"史",   "术后", "状态", "治疗", "化疗", "放疗",
                                         "随访", "检查", "装置", "分娩", "胎",   "孕"};
  const std::string_view code = diagnosis.code.value, name = diagnosis.name.value;
  if (diagnosis.tcm || name.empty()) return false;
  // M80000/3: morphology; M81.900: a disease.
  const bool morphology = code.starts_with('M') && holds(code, "/");
  if (!code.empty() && holds(kOthers, code.substr(0, 1)) && (code[0] != 'M' || morphology)) {
    return false;
  }
  return std::none_of(std::begin(kWords), std::end(kWords),
                      [&](std::string_view word) { return holds(name, word); });
}

SupportSearch::SupportSearch(const Chart& chart, const ChartNarrative& narrative,
                             std::span<const std::uint32_t> diagnoses, const CodeTable* table)
    : chart_(chart),
      narrative_(narrative),
      diagnoses_(diagnoses),
      table_(table),
      support_(diagnoses.size()) {}

const Diagnosis& SupportSearch::diagnosis(std::size_t index) const {
  return chart_.diagnoses[diagnoses_[index]];
}

bool SupportSearch::open() const {
  return std::any_of(support_.begin(), support_.end(),
                     [](const Support& one) { return one.kind != Support::Kind::kTold; });
}

// One of its names stands there.
void SupportSearch::found(std::size_t index, const ChartPiece& piece, std::size_t from,
                          std::size_t to) {
  Support& one = support_[index];
  if (one.kind == Support::Kind::kTold) return;
  const Reading reading = piece.narrative.reading(from, to);
  if (reading.polarity != Polarity::kNegated && reading.who == Who::kPatient) {
    one.kind = Support::Kind::kTold;
    return;
  }
  // Abbreviations are too short to be sure of.
  if (one.place || !has_ideograph(piece.piece.text.value.substr(from, to - from))) return;
  one.kind = Support::Kind::kDenied;
  one.place = part_of_piece(piece.piece, from, to);
}

// `meant(match, found)` calls `found(index)` for each diagnosis that a match may mean.
template <typename Meant>
void SupportSearch::scan(const NameAutomaton& names, Meant meant) {
  for (const ChartPiece& piece : narrative_.pieces()) {
    if (!open()) return;
    names.scan(piece.piece.text.value, [&](const NameMatch& match) {
      meant(match, [&](std::size_t index) { found(index, piece, match.from, match.to); });
    });
  }
}

void SupportSearch::by_name() {
  NameAutomatonBuilder builder;
  std::vector<std::vector<std::size_t>> owners;  // By number of the name.
  for (std::size_t i = 0; i < support_.size(); ++i) {
    for (const std::string& name : names_of(diagnosis(i), table_)) {
      const std::uint32_t number = builder.add(name);
      if (number == kNoName) continue;
      if (number >= owners.size()) owners.resize(number + 1);
      owners[number].push_back(i);
    }
  }
  scan(NameAutomaton(builder.build()), [&](const NameMatch& match, auto is) {
    for (const std::size_t index : owners[match.name]) is(index);
  });
}

void SupportSearch::by_disease() {
  const DiseaseNames& diseases = DiseaseNames::get();
  std::vector<std::vector<DiseaseNames::Row>> rows(support_.size());
  for (std::size_t i = 0; i < support_.size(); ++i) {
    rows[i] = diseases.rows_of_code(diagnosis(i).code.value);
    const auto named = diseases.rows_in(diagnosis(i).name.value);
    rows[i].insert(rows[i].end(), named.begin(), named.end());
  }
  scan(diseases.automaton(), [&](const NameMatch& match, auto is) {
    for (const DiseaseNames::Row row : diseases.rows_of(match.name)) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::find(rows[i].begin(), rows[i].end(), row) != rows[i].end()) is(i);
      }
    }
  });
}

// Any name of the category.
void SupportSearch::by_table() {
  scan(table_->names(), [&](const NameMatch& match, auto is) {
    for (const std::uint32_t entry : table_->codes_named(match.name)) {
      const std::string_view of_name = category((*table_)[entry].code());
      for (std::size_t i = 0; i < support_.size(); ++i) {
        if (category(diagnosis(i).code.value) == of_name) is(i);
      }
    }
  });
}

void SupportSearch::by_trace() {
  for (std::size_t i = 0; i < support_.size(); ++i) {
    if (support_[i].kind == Support::Kind::kTold) continue;
    const NameTrace trace(diagnosis(i).name.value);
    if (!trace) {
      if (support_[i].kind == Support::Kind::kNone) support_[i].kind = Support::Kind::kUnknown;
      continue;
    }
    const auto& pieces = narrative_.pieces();
    if (std::any_of(pieces.begin(), pieces.end(),
                    [&](const ChartPiece& piece) { return trace.in(piece); })) {
      support_[i].kind = Support::Kind::kTold;
    }
  }
}

const std::vector<Support>& SupportSearch::run() {
  by_name();
  if (open()) by_disease();
  if (open() && table_ != nullptr) by_table();
  if (open()) by_trace();
  return support_;
}

}  // namespace emrlint::checks
