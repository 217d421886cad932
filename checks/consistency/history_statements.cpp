// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/history_statements.h"

#include <algorithm>

#include "checks/consistency/history_words.h"
#include "checks/consistency/pieces.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

bool holds_past(SectionType section) {
  return section == SectionType::kPastHistory || section == SectionType::kDiseaseHistory ||
         section == SectionType::kSurgeryHistory || section == SectionType::kAllergy ||
         section == SectionType::kMaritalHistory;
}

bool holds_illness(SectionType section) {
  return section == SectionType::kChiefComplaint || section == SectionType::kPresentIllness;
}

bool holds_examination(SectionType section) {
  return section == SectionType::kPhysicalExam || section == SectionType::kSpecialtyExam;
}

// The first of the pieces that `sections` admits in which `find` finds something. A piece without
// the key word is not read.
template <typename Find>
FoundStatement find_in(const Document& document, bool (*sections)(SectionType),
                       std::string_view key, Find find) {
  for (const Piece& piece : pieces_of(document)) {
    if (!sections(piece.section) || !holds(piece.text.value, key)) continue;
    const Narrative narrative(piece.text.value, owner_of(piece.section));
    if (const FoundWords found = find(narrative)) {
      return Statement{part_of_piece(piece, found->from, found->to), document.type,
                       narrative.sentence_begin(found->from)};
    }
  }
  return std::nullopt;
}

bool not_of_family(SectionType section) {
  return section != SectionType::kFamilyHistory && section != SectionType::kNewborn;
}

// Every operation of the stay certainly began after the record was written: its scars are older.
bool before_surgery(const Chart& chart, const Document& record) {
  const auto& written = record.recorded ? record.recorded : record.completed;
  return std::all_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& surgery) {
    return written && surgery.start && certainly_before(written->value, surgery.start.value());
  });
}

}  // namespace

FoundStatement denial_of_operations(const Document& record) {
  return find_in(record, &holds_past, "手术", &denied_operations);
}

FoundStatement denial_of_drug_allergies(const Document& record) {
  return find_in(record, &holds_past, "过敏", &denied_drug_allergies);
}

bool illness_without_operation(const Document& record) {
  const Section* illness = record.section(SectionType::kPresentIllness);
  if (illness == nullptr || record.blank(*illness)) return false;
  for (const Piece& piece : pieces_of(record)) {
    if (holds_illness(piece.section) && tells_of_operation(Narrative(piece.text.value))) {
      return false;
    }
  }
  return true;
}

FoundStatement earlier_operation(const Chart& chart, const Document& record, bool mother) {
  const auto past = [&](const Narrative& n) { return past_operation(n, mother); };
  const auto history = [&](const Narrative& n) { return operation_history(n, mother); };
  for (const std::string_view key : {"术", "产", "切除史"}) {
    if (const auto found = find_in(record, &holds_past, key, past)) return found;
  }
  if (before_surgery(chart, record)) {
    if (const auto found = find_in(record, &holds_examination, "术", &operation_scar)) return found;
  }
  for (const Document& other : chart.documents) {
    const bool first =
        other.type == DocType::kFirstProgressNote || other.type == DocType::kAdmissionAssessment;
    const bool preop =
        other.type == DocType::kPreopSummary || other.type == DocType::kAnesthesiaPreopVisit;
    if (!first && !(preop && chart.surgeries.size() == 1)) continue;
    if (of_other_person(chart, other)) continue;
    if (const auto found = find_in(other, &not_of_family, "史", history)) return found;
  }
  return std::nullopt;
}

FoundStatement drug_allergy(const Chart& chart, const Document& record) {
  if (const auto found = find_in(record, &holds_past, "过敏", &drug_allergy_stated)) return found;
  for (const Document& other : chart.documents) {
    if (other.type != DocType::kFirstProgressNote && other.type != DocType::kAdmissionAssessment) {
      continue;
    }
    if (of_other_person(chart, other)) continue;
    const auto found = find_in(other, &not_of_family, "过敏", &drug_allergy_stated);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
