// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/report.h"
#include "check/visit.h"
#include "checks/tcm/kinds.h"
#include "checks/tcm/pulse.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual> kMissing{"missing", "本次就诊有中医治疗，{0}未记录{1}。",
                                               "the visit shows treatment of traditional "
                                               "medicine; the {0} does not record {1}."};

constexpr Option<WordList> kTreatment{"treatment_words",
                                      {"中药|中草药|饮片|针灸|针刺|艾灸|推拿|拔罐|耳穴|穴位"},
                                      "医嘱中表明中医治疗的用语",
                                      "words in an order for treatment of traditional medicine"};

constexpr Citation kBasis[] = {{"ZJM", "体格检查1"}, {"XD", "28"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kTreatment};

constexpr Bilingual kTongue{"舌象", "the tongue"};
constexpr Bilingual kPulse{"脉象", "the pulse"};
constexpr Bilingual kBoth{"舌象和脉象", "tongue and pulse"};

bool record_of_visit(DocType type) {
  return type == DocType::kOutpatientRecord || type == DocType::kEmergencyObservationRecord;
}

void judge(const Chart& chart, const Document& document, Report& report) {
  bool tongue = false, pulse = false;
  for (const Text& text : document.texts) {
    tongue = tongue || tells_of_tongue(text.value);
    pulse = pulse || tells_of_pulse(text.value);
  }
  const Subject subject = of(chart, document);
  if (tongue && pulse) return report.pass(subject);
  if (document.broken) {
    return report.undecided(subject, missing::kRestOfDocument, document.damage);
  }
  const Bilingual what = tongue ? kPulse : pulse ? kTongue : kBoth;
  const Section* exam = document.section(SectionType::kTcmExam);
  if (exam == nullptr) exam = document.section(SectionType::kPhysicalExam);
  report.fail(kMissing, subject, exam != nullptr ? exam->span : document.span, document.type, what);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!is_visit(chart)) return;
  const bool treated = treated_by_tcm(chart, options[kTreatment]);
  for (const Document& document : chart.documents) {
    if (!record_of_visit(document.type)) continue;
    if (treated || document.has_text(SectionType::kTreatmentPrinciple)) {
      judge(chart, document, report);
    }
  }
}

}  // namespace

extern constinit const Check tcm_four_examinations{
    {.id = "tcm-four-examinations",
     .severity = Severity::kWarning,
     .title = {"有中医治疗的门急诊病历应记录舌象和脉象",
               "An outpatient record with treatment of traditional medicine records tongue and "
               "pulse"},
     .judged =
         {"有中药处方、中医治疗医嘱或治则治法的门诊、急诊和留观就诊：病历正文写有舌象和脉象。表明中"
          "医治疗的用语可调。",
          "Outpatient, emergency and observation visits with a prescription or order of "
          "traditional "
          "medicine or a principle of treatment: the record tells of tongue and pulse. The words "
          "for such orders are an option."},
     .exceptions =
         {"没有中医治疗的、住院病历不评价；舌脉写在“舌脉如前”一类话中的视为已记录；舌脉是否支持诊断"
          "由评价者判断；文书未能读全的无法判定。出自地方评分标准，由相应方案启用。",
          "Not without such treatment, nor for stays; a phrase such as “tongue and pulse as "
          "before” "
          "will do; whether they support the diagnosis is for the reviewer; undecided where the "
          "record was not read whole. From a local sheet: a profile switches it on."},
     .advice = {"在体格检查中记录舌质、舌苔和脉象。",
                "Record tongue, coating and pulse with the examination."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
