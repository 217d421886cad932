// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing", "入院记录未写明过敏史（有或否认）。",
                             "the admission record neither states nor denies allergies."};

constexpr Citation kBasis[] = {{"BL", "18(4)"}, {"BL", "8"}};
constexpr int kCore[] = {10, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

// WS/T 500 may answer with a flag and no text: 过敏史标志.
constexpr std::string_view kAllergyFlag = "DE02.10.023.00";

// The histories may tell of allergies anywhere: “否认食物、药物过敏史”.
bool stated(const Document& document) {
  if (document.has_text(SectionType::kAllergy)) return true;
  const Element* flag = document.element(kAllergyFlag);
  if (flag != nullptr && !flag->value.value.empty()) return true;
  return std::any_of(document.texts.begin(), document.texts.end(), [](const Text& text) {
    return text.value.find("过敏") != std::string_view::npos ||
           text.value.find("allerg") != std::string_view::npos;
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kAdmissionRecord) continue;
    if (stated(document)) {
      report.pass(of(chart, document));
    } else if (document.broken) {
      report.undecided(of(chart, document), missing::kRestOfDocument, document.span);
    } else {
      const Section* past = document.section(SectionType::kPastHistory);
      report.fail(kMissing, of(chart, document), past == nullptr ? document.span : past->span);
    }
  }
}

}  // namespace

extern constinit const Check allergy_history{
    {.id = "completeness-allergy-history",
     .severity = Severity::kError,
     .title = {"入院记录应写明过敏史", "An admission record states allergies or denies them"},
     .judged =
         {"入院记录有过敏史章节，或既往史等文字中写到“过敏”（包括否认），或过敏史标志已填写。",
          "The admission record has an allergy section, or its text speaks of allergies, denied or "
          "not, or the allergy flag is set."},
     .exceptions =
         {"文书未能完整读取时无法判定；门（急）诊病历、24小时内入出院（死亡）记录不判（条文未列过敏"
          "史，门诊的写在首页或手册封面）。",
          "Undecided where the record could not be read whole; not for outpatient records and "
          "records of stays under 24 hours, whose articles list no allergies."},
     .advice = {"写明食物或药物过敏史；没有的写“否认食物、药物过敏史”。",
                "State allergies to food and drugs; where there are none, that they are denied."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
