// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <vector>

#include "check/report.h"
#include "checks/coding/coded.h"
#include "checks/consistency/complication_words.h"
#include "checks/consistency/told_pieces.h"
#include "checks/frontpage/page.h"
#include "terminology/diagnosis_role.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, std::string_view, Bilingual> kOmitted{
    "omitted", "{0}写“{1}”，各诊断列表中没有与{2}相当的诊断。",
    "the {0} says “{1}”; none of the lists of diagnoses has one that may be {2}."};
constexpr Message<> kList{"list", "出院诊断", "the discharge diagnoses"};

constexpr Citation kBasis[] = {{"SY", "20"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kOmitted, kList};

struct Stated {
  const Document* document = nullptr;
  Part place;
};

bool tells_of_course(DocType type) {
  return type == DocType::kDischargeRecord || type == DocType::kProgressNote ||
         type == DocType::kSeniorRoundNote || type == DocType::kStageSummary;
}

bool tells_of_course(const Document& document, SectionType section) {
  switch (document.type) {
    case DocType::kDischargeRecord:
      return section == SectionType::kTreatmentCourse;
    case DocType::kProgressNote:
    case DocType::kSeniorRoundNote:
    case DocType::kStageSummary:
      return section != SectionType::kTreatmentPlan && section != SectionType::kPrecautions &&
             section != SectionType::kDifferentialDiagnosis;
    default:
      return false;
  }
}

std::vector<ComplicationMention> told_complications(const Piece& piece) {
  return complications_in(piece.text.value, owner_of(piece.section));
}

// By complication: the first statement that no later text of the course denies or leaves open.
std::vector<std::optional<Stated>> stated_in(const Chart& chart, Report& report) {
  std::vector<std::optional<Stated>> stated(complication_count());
  for (const Document& document : chart.documents) {
    if (!tells_of_course(document.type) || of_other_person(chart, document)) continue;
    for (const auto& [piece, words] : told_pieces<&told_complications>(chart, document, report)) {
      if (!tells_of_course(document, piece.section)) continue;
      for (const ComplicationMention& m : words) {
        std::optional<Stated>& one = stated[m.complication];
        if (m.doubted) one.reset();
        if (m.stated && !one) one = Stated{&document, part_of_piece(piece, m.from, m.to)};
      }
    }
  }
  return stated;
}

// Whether a heading or a document speaks of diagnoses.
bool diagnostic(const Document& document, const Section& section) {
  return document.type == DocType::kFrontPage || document.type == DocType::kTcmFrontPage ||
         diagnosis_role_in(section.type) != DiagnosisRole::kUnknown ||
         section.type == SectionType::kProblemList || section.type == SectionType::kDeathCause ||
         holds(section.title.value, "诊断") || holds(id(section.type), "diagnosis");
}

bool listed(const Chart& chart, std::size_t complication) {
  const bool coded = std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(),
                                 [&](const Diagnosis& d) { return may_be(complication, d); });
  if (coded) return true;
  for (const FrontPageField& field : chart.front_page) {
    if (may_name(complication, field.value.value)) return true;
  }
  for (const Document& document : chart.documents) {
    for (const Section& section : document.sections) {
      if (!diagnostic(document, section)) continue;
      for (const Text& text : document.text_of(section)) {
        if (may_name(complication, text.value)) return true;
      }
    }
  }
  return false;
}

Span place_of(const Diagnosis& diagnosis) {
  return diagnosis.name.span.empty() ? diagnosis.span : diagnosis.name.span;
}

bool read_whole(const Chart& chart) {
  return chart.complete && !chart.cut_off &&
         std::none_of(chart.documents.begin(), chart.documents.end(),
                      [](const Document& document) { return document.broken; });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther || still_there(report)) return;
  const DischargeList list = discharge_list(chart);
  if (list.all.empty()) return;
  const auto stated = stated_in(chart, report);
  for (std::size_t i = 0; i < stated.size(); ++i) {
    if (!stated[i]) continue;
    const Subject subject = of_chart(complication_id(i));
    const Part& place = stated[i]->place;
    if (listed(chart, i)) {
      report.pass(subject);
    } else if (!read_whole(chart)) {
      report.undecided(subject, missing::kRestOfChart, span_of(place));
    } else {
      const std::string_view words = place.value.value.substr(place.from, place.to - place.from);
      report
          .fail(kOmitted, subject, span_of(place), stated[i]->document->type, words,
                complication_name(i))
          .at(place)
          .note(kList, place_of(chart.diagnoses[list.all.front()]));
    }
  }
}

}  // namespace

extern constinit const Check complication_omitted{
    {.id = "consistency-complication-omitted",
     .severity = Severity::kWarning,
     .title = {"住院期间发生的并发症应列入诊断",
               "A complication of the stay is among the diagnoses"},
     .judged =
         {"出院后的住院病历：日常病程、上级查房、阶段小结和出院记录的诊疗经过以“出现”“发生”“并发”“"
          "确"
          "诊”等"
          "写明的切口感染、切口裂开、深静脉血栓、肺栓塞、肺炎、吻合口漏、术后出血，在病历任一诊断列"
          "表中"
          "有相当的诊断。",
          "An inpatient chart after discharge: wound infection, wound dehiscence, deep vein "
          "thrombosis, pulmonary embolism, pneumonia, anastomotic leak or postoperative bleeding "
          "that progress notes, senior rounds, stage summaries or the course in the discharge "
          "record state with a verb (出现, 发生, 并发, 确诊) stand in some list of diagnoses."},
     .exceptions =
         {"否定、存疑、计划、假设、既往和他人的情况，风险、告知、预防和观察的内容不判；其后的病程又"
          "否"
          "定或存疑的不判；名称可能相当的诊断（如含“感染”“血栓”）即视为已列入；检查报告的文字不判；"
          "没"
          "有出院诊断的不评价；病历不全时无法判定。",
          "Not judged: what is denied, doubted, planned, supposed, past or said of others, risks, "
          "information, prevention and observation; what a later note denies or doubts. A "
          "diagnosis whose name may mean the same (感染, 血栓) counts. Reports are not read. Not "
          "without discharge diagnoses; undecided where the chart is not whole."},
     .advice = {"核实并发症是否成立；成立的补入出院诊断和病案首页，不成立的改正病程。",
                "Check whether the complication holds; add it to the discharge diagnoses and the "
                "front page, or correct the note."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
