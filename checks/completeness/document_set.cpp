// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual> kMissing{"missing", "病历中有{1}，未见{0}。",
                                               "the chart shows {1} and holds no {0}."};

constexpr Citation kBasis[] = {{"BL", "16"}, {"BL", "22"}, {"BL", "23"}, {"BL", "24"},
                               {"BL", "25"}, {"BL", "27"}, {"ZB", "20"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr std::string_view kSupersedes[] = {
    "timeliness-postop-first-note-immediate@postop-first-note",
    "timeliness-critical-notice@critical-condition-notice",
};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr Bilingual kSurgery{"手术", "a surgery"};
constexpr Bilingual kAnesthesia{"麻醉", "an anaesthesia"};
constexpr Bilingual kTransfusion{"输血", "a transfusion"};
constexpr Bilingual kCritical{"病危（病重）医嘱或记录", "a critical or serious condition"};
constexpr Bilingual kConsultation{"会诊", "a consultation"};
constexpr Bilingual kStay{"超过3天的住院", "a stay of more than 3 days"};

// Judges that the chart holds a document of the type for an event; each pair is a subject.
class Matrix {
 public:
  Matrix(const Chart& chart, Report& report) : chart_(chart), report_(report) {}

  void require(SubjectKind kind, std::size_t index, DocType type, Bilingual event, bool there) {
    const Subject subject{kind, static_cast<std::uint32_t>(index), id(type)};
    if (there) {
      report_.pass(subject);
    } else if (!chart_.complete) {
      report_.undecided(subject, missing::kRestOfChart);
    } else {
      report_.fail(kMissing, subject, subject_span(chart_, subject), type, event);
    }
  }
  void surgery(std::size_t index) {
    const Surgery& s = chart_.surgeries[index];
    const auto i = static_cast<std::uint32_t>(index);
    const auto need = [&](DocType type, Bilingual event) {
      require(SubjectKind::kSurgery, index, type, event,
              chart_.first_about_surgery(type, i) != nullptr);
    };
    need(DocType::kOperationConsent, kSurgery);                     // BL 23
    if (!chart_.dead()) need(DocType::kPostopFirstNote, kSurgery);  // BL 22(18)
    const bool by_anesthetist = s.anesthesia.present &&
                                s.anesthesia.kind != AnesthesiaKind::kLocal &&
                                s.anesthesia.kind != AnesthesiaKind::kUnknown;
    if (by_anesthetist) need(DocType::kAnesthesiaConsent, kAnesthesia);  // BL 24
  }

 private:
  const Chart& chart_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  Matrix matrix(chart, report);
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) matrix.surgery(i);
  }
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {  // BL 25
    matrix.require(SubjectKind::kTransfusion, i, DocType::kTransfusionConsent, kTransfusion,
                   chart.has(DocType::kTransfusionConsent));
  }
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) {  // BL 27
    matrix.require(SubjectKind::kCondition, i, DocType::kCriticalConditionNotice, kCritical,
                   chart.has(DocType::kCriticalConditionNotice));
  }
  const auto& consults = chart.consultations;
  for (std::size_t i = 0; i < consults.size(); ++i) {  // BL 22(10)
    if (consults[i].cancelled) continue;
    matrix.require(SubjectKind::kConsultation, i, DocType::kConsultationRecord, kConsultation,
                   chart.has(DocType::kConsultationRecord));
  }
  const Encounter& e = chart.encounter;
  const bool stayed =
      e.admitted && e.discharged &&  // BL 22(2): at least every third day
      within(e.admitted.value(), e.discharged.value(), Duration{72 * 60}) == Within::kNo;
  if (!stayed) return;
  const auto& documents = chart.documents;
  const bool noted = std::any_of(documents.begin(), documents.end(), [](const Document& document) {
    return is_course_note(document.type) && document.type != DocType::kFirstProgressNote;
  });
  matrix.require(SubjectKind::kChart, 0, DocType::kProgressNote, kStay, noted);
}

}  // namespace

extern constinit const Check document_set{
    {.id = "completeness-document-set",
     .severity = Severity::kError,
     .title = {"病历应含事件所要求的文书", "A chart holds the documents that its events call for"},
     .judged =
         {"已出院或归档的住院病历：手术→手术同意书、术后首次病程记录；麻醉→麻醉同意书；输血→输血治"
          "疗同意书；"
          "病危（病重）→病危（重）通知书；会诊→会诊记录；住院超过 3 "
          "天→病程记录。每种缺失的文书一条。",
          "A stay that ended: surgery calls for consent and a postoperative first note; "
          "anaesthesia, "
          "transfusion for their consents; a critical condition for its notice; a consultation for "
          "its record; more than 3 days for progress notes. One finding for each absent document."},
     .exceptions =
         {"有单独检查的文书（入院记录、首次病程、手术记录、术前讨论、麻醉记录、安全核查表等）不在此"
          "列；"
          "局部麻醉或麻醉方式不详时不要求麻醉同意书；单份文书无法判定。",
          "Documents with a check of their own (admission record, first note, operation record, "
          "discussion, anaesthesia record, checklist) are left to it; no anaesthesia consent for "
          "local or unknown anaesthesia; undecided for a lone document."},
     .advice =
         {"补归已书写的文书；确未书写的按规定补记并注明。",
          "File the document if it was written; else write it as the rules for late entries ask."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
