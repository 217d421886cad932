// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/stated_diagnoses.h"

#include <algorithm>
#include <iterator>

#include "check/derived_documents.h"
#include "checks/coding/chart_narrative.h"
#include "checks/coding/name_trace.h"
#include "checks/consistency/diagnosis_items.h"
#include "text/disease_name.h"
#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

bool closing(SectionType section) {
  switch (section) {
    case SectionType::kDischargeDiagnosis:
    case SectionType::kDeathDiagnosis:
    case SectionType::kPathologyDiagnosis:
    case SectionType::kRevisedDiagnosis:
    case SectionType::kConfirmedDiagnosis:
    case SectionType::kSupplementaryDiagnosis:
      return true;
    default:
      return false;
  }
}

bool closing(DiagnosisRole role) {
  switch (role) {
    case DiagnosisRole::kDischargePrincipal:
    case DiagnosisRole::kDischargeOther:
    case DiagnosisRole::kDischarge:
    case DiagnosisRole::kDeath:
    case DiagnosisRole::kRevised:
    case DiagnosisRole::kPathology:
      return true;
    default:
      return false;
  }
}

// What need not be a diagnosis of the stay, or is coded by other rules.
bool set_aside(std::string_view text) {
  constexpr std::string_view kWords[] = {
      "史",   "术后", "状态",   "手术", "治疗", "化疗",   "放疗",   "评分",   "分期",
      "孕",   "妊娠", "产",     "胎",   "活检", "检查",   "等待",   "诊断",   "病理",
      "待",   "？",   "?",      "可能", "考虑", "疑",     "切缘",   "淋巴结", "免疫",
      "送检", "标本", "组织学", "附：", "可见", "心功能", "Killip", "NYHA"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(text, word); });
}

// Moves `at` to the next 补充诊断： or the like and answers how long that is, 0 for none.
std::size_t next_statement(std::string_view text, std::size_t& at) {
  static constexpr std::string_view kSays[] = {"补充诊断", "修正诊断", "更正诊断", "诊断补充",
                                               "诊断修正"};
  constexpr std::string_view kColons[] = {"：", ":", "为"};
  static const WordIndex says(kSays);
  for (at = says.skip(text, at); at < text.size(); at = says.skip(text, at)) {
    if (says.match(text, at) < 0) {
      at += char_length(text, at);
      continue;
    }
    const std::string_view behind = text.substr(at + kSays[0].size());
    for (const std::string_view colon : kColons) {
      if (behind.starts_with(colon)) return kSays[0].size() + colon.size();
    }
    at += kSays[0].size();
  }
  return 0;
}

// Where such a list ends: behind a comma the note goes on.
std::size_t list_end(std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  constexpr std::string_view kEnds[] = {"。", "，", ",", "\n"};
  for (const std::string_view mark : kEnds) {
    end = std::min(end, find_word(text.substr(0, end), mark, from));
  }
  return end;
}

// A name and where it stands, as StatedDiagnosis has them.
struct Named {
  std::string_view name;
  Part place;
};

class Reader {
 public:
  // 补充诊断：2型糖尿病。 in the text of a note, to the end of the sentence.
  void add_said(const Text& note) {
    const std::string_view text = note.value;
    const Narrative narrative(text);
    std::size_t at = 0;
    while (const std::size_t length = next_statement(text, at)) {
      const std::size_t end = list_end(text, at + length);
      for (const std::string_view part :
           diagnosis_parts(text.substr(at + length, end - at - length))) {
        add(note, part, narrative);
      }
      at = end;
    }
  }

  void add_list(const Text& list) {
    const Narrative narrative(list.value);
    for (const DiagnosisItem& item : items_of(list)) {
      const std::string_view text =
          list.value.substr(item.place.from, item.place.to - item.place.from);
      for (const std::string_view part : diagnosis_parts(text)) add(list, part, narrative);
    }
  }

  std::vector<Named> take() { return std::move(named_); }

 private:
  void add(const Text& list, std::string_view item, const Narrative& narrative) {
    const std::string_view part = without_item_number(item);
    const auto from = static_cast<std::uint32_t>(part.data() - list.value.data());
    const auto to = static_cast<std::uint32_t>(from + part.size());
    const std::string_view behind = list.value.substr(to);
    // 胆囊：慢性胆囊炎 says first what was examined.
    if (set_aside(part) || only_grades(part) || behind.starts_with("：") || behind.starts_with(':'))
      return;
    const std::string_view name = core_name(part);
    // Less names a part of the body or a grade.
    if (name.size() < 6 || telling_letters(name).empty()) return;
    const Reading reading = narrative.reading(from, to);
    if (!(reading == Reading{})) return;
    named_.push_back({name, {list, from, to}});
  }

  std::vector<Named> named_;
};

struct InDocument {
  std::vector<Named> named;
};
InDocument named_in(const Document& document) {
  Reader reader;
  for (const Piece& piece : pieces_of(document)) {
    if (closing(piece.section)) {
      reader.add_list(piece.text);
    } else if (is_course_note(document.type)) {
      reader.add_said(piece.text);
    }
  }
  return {reader.take()};
}

void add_new(const std::vector<Named>& named, const Document& document,
             std::vector<StatedDiagnosis>& stated) {
  for (const auto& [name, place] : named) {
    const bool known = std::any_of(stated.begin(), stated.end(), [&name = name](const auto& one) {
      return one.name == name;
    });
    if (!known) stated.push_back({name, place, &document});
  }
}

}  // namespace

std::vector<StatedDiagnosis> stated_diagnoses(const Chart& chart, Report& report) {
  std::vector<StatedDiagnosis> stated;
  for (const Document& document : chart.documents) {
    const auto index = static_cast<std::uint32_t>(&document - chart.documents.data());
    if (is_front_page(chart, index) || of_other_person(chart, document)) continue;
    const auto& found =
        of_document<InDocument>(chart, document, report, [&] { return named_in(document); });
    add_new(found.named, document, stated);
  }
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    const bool elsewhere = diagnosis.document < chart.documents.size() &&
                           !is_front_page(chart, diagnosis.document);
    if (!elsewhere || diagnosis.tcm || !closing(diagnosis.role)) continue;
    const Document& document = chart.documents[diagnosis.document];
    if (of_other_person(chart, document)) continue;
    Reader reader;
    reader.add_list(diagnosis.name);
    add_new(reader.take(), document, stated);
  }
  return stated;
}

}  // namespace emrlint::checks
