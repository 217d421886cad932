// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/side_statements.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "checks/consistency/pieces.h"
#include "checks/consistency/side_reader.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr std::uint32_t kSections = 1u << 16;  // Behind the numbers of other lists.

bool procedure_section(SectionType type) {
  return type == SectionType::kPlannedProcedure || type == SectionType::kProcedureName ||
         type == SectionType::kSurgicalPlan || type == SectionType::kOperationCourse;
}
bool diagnosis_section(SectionType type) {
  constexpr SectionType kTypes[] = {
      SectionType::kDiagnosis,           SectionType::kPreliminaryDiagnosis,
      SectionType::kRevisedDiagnosis,    SectionType::kConfirmedDiagnosis,
      SectionType::kOutpatientDiagnosis, SectionType::kSupplementaryDiagnosis,
      SectionType::kAdmissionDiagnosis,  SectionType::kCurrentDiagnosis,
      SectionType::kPreopDiagnosis,      SectionType::kIntraopDiagnosis,
      SectionType::kPostopDiagnosis,     SectionType::kDischargeDiagnosis,
      SectionType::kDeathDiagnosis};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}
bool after_surgery(DocType document, SectionType section) {
  if (section == SectionType::kPreopDiagnosis) return false;
  return document == DocType::kOperationRecord || document == DocType::kPostopFirstNote ||
         document == DocType::kAnesthesiaRecord || document == DocType::kDischargeRecord ||
         document == DocType::kDischargeSummary || document == DocType::kFrontPage ||
         document == DocType::kOperatingRoomNursingRecord || document == DocType::kTcmFrontPage ||
         section == SectionType::kPostopDiagnosis || section == SectionType::kIntraopDiagnosis ||
         section == SectionType::kDischargeDiagnosis;
}

class Collector {
 public:
  explicit Collector(const Chart& chart) : chart_(chart) {}

  std::vector<SideStatement> all() {
    add_side_data(found_, chart_);
    imaging();
    for (const Document* document : current_documents(chart_)) {
      if (!of_other_person(chart_, *document)) sections(*document);
    }
    return std::move(found_);
  }

 private:
  void imaging() {
    SideList list{SideSource::kImaging,  0, -1, false, false, {"影像报告", "the imaging report"},
                  {"结论", "conclusion"}};
    for (const TestResult& result : chart_.results) {
      if (result.kind.value != "imaging") continue;
      ++list.number;
      add_sides(found_, list, result.conclusion, false);
    }
    if (std::none_of(found_.begin(), found_.end(), [](const SideStatement& one) {
          return one.list.source == SideSource::kImaging;
        })) {
      return;
    }
    // What notes tell of imaging, that of other hospitals too, may explain another side.
    for (const Document& document : chart_.documents) {
      for (const Section& section : document.sections) {
        if (!tells_of_imaging(section.type)) continue;
        ++list.number;
        for (const Text& text : document.text_of(section)) {
          add_sides(found_, list, text, false, false);
        }
      }
    }
  }
  static bool tells_of_imaging(SectionType type) {
    return type == SectionType::kAuxiliaryExam || type == SectionType::kPresentIllness ||
           type == SectionType::kImaging || type == SectionType::kImpression ||
           type == SectionType::kCaseFeatures || type == SectionType::kDiagnosisBasis;
  }

  void sections(const Document& document) {
    for (const Section& section : document.sections) {
      const bool procedure = procedure_section(section.type);
      if (!procedure && !diagnosis_section(section.type)) continue;
      SideList list{procedure ? SideSource::kProcedure : SideSource::kDiagnosis,
                    number_of(document, section.type, procedure),
                    surgery_of(document),
                    after_surgery(document.type, section.type),
                    section.type == SectionType::kRevisedDiagnosis ||
                        section.type == SectionType::kConfirmedDiagnosis ||
                        section.type == SectionType::kSupplementaryDiagnosis,
                    name_of(document.type),
                    name_of(section.type)};
      if (section.type == SectionType::kOperationCourse) list.what = {"切口", "incision"};
      const bool countable = section.type != SectionType::kOutpatientDiagnosis;
      for (const Text& text : document.text_of(section)) {
        add_sides(found_, list, text, !procedure, countable);
      }
    }
  }
  // Records of one type name plans and operations together, each document its own diagnoses.
  std::uint32_t number_of(const Document& document, SectionType section, bool procedure) const {
    const auto index = static_cast<std::uint32_t>(&document - chart_.documents.data());
    const std::uint32_t first = procedure ? static_cast<std::uint32_t>(document.type) : index;
    return kSections + first * 256 + static_cast<std::uint32_t>(section);
  }
  std::int32_t surgery_of(const Document& document) const {
    if (document.surgeries.size() == 1) return static_cast<std::int32_t>(document.surgeries[0]);
    return document.surgeries.empty() ? only_surgery(chart_) : -1;
  }

  const Chart& chart_;
  std::vector<SideStatement> found_;
};

}  // namespace

std::vector<SideStatement> side_statements(const Chart& chart) { return Collector(chart).all(); }

}  // namespace emrlint::checks
