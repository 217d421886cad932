// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/event_link.h"
#include "check/words.h"
#include "checks/transfusion/transfusions.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kMissing{
    "missing", "有{0}，病历中未见输血记录，病程、护理、麻醉等记录也未提及输血。",
    "{0} is on record; there is no transfusion record, and no other record tells of it."};
constexpr Message<Bilingual, DocType> kNoForm{
    "no-form", "有{0}，{1}提到输血，而病历中未见输血记录单。",
    "{0} is on record and told of in the {1}; there is no transfusion record."};

constexpr Citation kBasis[] = {{"ZB", "16"}, {"HX", "17-2"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kNoForm};

// One record may tell of several transfusions of a day, as one without a link may of any.
bool recorded(const Chart& chart, std::size_t index) {
  const auto day = day_of(chart.transfusions[index]);
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kTransfusionRecord) continue;
    if (names_event(chart, document, of_transfusion(index)) ||
        tells_of(chart, document, chart.transfusions[index].span)) {
      return true;
    }
    const auto& at = document.recorded ? document.recorded : document.completed;
    if (!day || !at || at->value.precision < Precision::kDay) return true;
    const auto written = at->value.local_day();
    if (written >= *day && written <= *day + std::chrono::days(1)) return true;
  }
  return false;
}

const Document* told_in(const Chart& chart) {
  constexpr WordList kWords{"输血|输注|输红细胞|输悬浮|输血浆|输血小板|红细胞悬液|悬浮红细胞"};
  const auto& documents = chart.documents;
  const auto found = std::find_if(documents.begin(), documents.end(), [&](const Document& it) {
    switch (it.type) {
      case DocType::kAnesthesiaRecord:
      case DocType::kOperationRecord:
      case DocType::kCesareanRecord:
      case DocType::kGeneralNursingRecord:
      case DocType::kCriticalNursingRecord:
      case DocType::kOperatingRoomNursingRecord:
      case DocType::kTransfusionEvaluation:
      case DocType::kOtherDocument:
        return tells_any(it, kWords);
      default:
        return is_course_note(it.type) && tells_any(it, kWords);
    }
  });
  return found == documents.end() ? nullptr : &*found;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {
    const Transfusion& transfusion = chart.transfusions[i];
    const Subject subject = of_transfusion(i);
    if (recorded(chart, i)) {
      report.pass(subject);
    } else if (const auto doubt = unread(chart)) {
      report.undecided(subject, *doubt, transfusion.span);
    } else if (const Document* other = told_in(chart)) {
      report.fail(kNoForm, subject, transfusion.span, name_of(transfusion), other->type)
          .weaker(Severity::kWarning);
    } else {
      report.fail(kMissing, subject, transfusion.span, name_of(transfusion));
    }
  }
}

}  // namespace

extern constinit const Check transfusion_record{
    {.id = "transfusion-record",
     .severity = Severity::kError,
     .title = {"输血应有输血记录", "A transfusion has its record"},
     .judged =
         {"已出院或归档的住院病历：每次输血有输血记录单，写于输血当日或次日；一份记录可含当日数次输"
          "血。核心制度"
          "要求输血全程记录，指标列出输血记录单。",
          "Stays that ended: each transfusion has a transfusion record of its day or the next; one "
          "may tell of several. The core system asks for a full record, the indicator names the "
          "form."},
     .exceptions =
         {"病程、护理、手术或麻醉记录已写到输血而没有记录单的，按建议处理；没有时间的输血记录算作任"
          "何一次。单份"
          "文书无法判定。",
          "A warning where the course, a nursing, operation or anaesthesia record tells of it and "
          "the form is absent; a record without a time counts for any. Undecided for a lone "
          "document."},
     .advice = {"归入输血记录单；记录输血的成分、数量、起止时间和有无不良反应。",
                "File the record: product, amount, begin and end, and any reaction."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
