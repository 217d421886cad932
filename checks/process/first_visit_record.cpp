// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/visit.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing", "本次就诊已有诊断或处置，未见接诊医师的病历记录。",
                             "the visit has a diagnosis or treatment; the chart holds no record by "
                             "the physician who saw the patient."};

constexpr Option<bool> kKept{"kept_by_patient", false, "门（急）诊病历由患者保管（是则不评价）",
                             "patients keep their outpatient records (then nothing is judged)"};

constexpr Missing kWhere{"record-kept", "门（急）诊病历（可能由患者保管）",
                         "the record of the visit (the patient may keep it)"};

constexpr Citation kBasis[] = {{"HX", "1-3"}, {"BL", "14"}, {"ZZ", "5"}};
constexpr int kCore[] = {1};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kKept};

// What a physician writes of a visit.
bool is_record(const Document& document) {
  switch (document.type) {
    case DocType::kOutpatientRecord:
    case DocType::kEmergencyObservationRecord:
    case DocType::kRescueRecord:
    case DocType::kConsultationRecord:
    case DocType::kHistoryAndPhysical:
    case DocType::kRecordSummary:
    case DocType::kTreatmentRecord:
    case DocType::kOperationRecord:
    case DocType::kInvasiveProcedureNote:
      return true;
    case DocType::kOtherDocument:
    case DocType::kUnknown:
      return holds_any(document.title.value, {"病历|门诊|急诊|就诊"});
    default:
      return is_course_note(document.type);
  }
}

// Where it tells of care: what was diagnosed, ordered or prescribed.
std::optional<Span> care_in(const Chart& chart) {
  if (!chart.diagnoses.empty()) return chart.diagnoses.front().span;
  for (const Order& order : chart.orders) {
    if (!order.cancelled) return order.content.span;
  }
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kWesternPrescription ||
        document.type == DocType::kTcmPrescription) {
      return document.span;
    }
  }
  return std::nullopt;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!is_visit(chart) || chart.realm == Realm::kOther || options[kKept]) return;
  const std::optional<Span> care = care_in(chart);
  if (!care) return;
  const auto& documents = chart.documents;
  if (std::any_of(documents.begin(), documents.end(), is_record)) return report.pass(of_chart());
  if (!chart.complete || chart.cut_off) {
    return report.undecided(of_chart(), missing::kRestOfChart, *care);
  }
  // GL 10: with no document at all, the patient may have the record.
  if (documents.empty()) return report.undecided(of_chart(), kWhere, *care);
  if (report.clock().stage >= Stage::kDischarged) report.fail(kMissing, of_chart(), *care);
}

}  // namespace

extern constinit const Check process_first_visit_record{
    {.id = "process-first-visit-record",
     .severity = Severity::kWarning,
     .title = {"首诊医师应作好医疗记录",
               "The physician who sees the patient first writes a record"},
     .judged =
         {"已结束的门诊、急诊、留观就诊：有诊断、医嘱或处方的，病历中有门（急）诊病历、留观、抢"
          "救、会诊、手术或治疗记录。",
          "Outpatient and emergency visits and observations that ended: where there is a "
          "diagnosis, an order or a prescription, the chart holds a record of the visit, the "
          "observation, a rescue, a consultation, a surgery or a treatment."},
     .exceptions =
         {"门（急）诊病历原则上由患者保管：本机构如此的把 kept_by_patient "
          "设为是，不再评价；没有任何"
          "文书、单份文书无法判定。记录的内容和签名由其他检查评价。",
          "Patients as a rule keep these records: where that is so, kept_by_patient switches the "
          "check off. Undecided for a chart without any document and for a lone document. What the "
          "record says and who signed it is judged elsewhere."},
     .advice = {"由接诊医师在就诊时及时书写病历。",
                "The physician writes the record while seeing the patient."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
