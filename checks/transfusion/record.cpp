// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/event_link.h"
#include "check/words.h"
#include "checks/transfusion/transfusions.h"
#include "text/find_word.h"

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

bool is_record(const Document& document) {
  if (document.type == DocType::kTransfusionRecord) return true;
  const bool may_be = document.type == DocType::kOtherDocument || is_course_note(document.type) ||
                      document.type == DocType::kGeneralNursingRecord ||
                      document.type == DocType::kCriticalNursingRecord;
  return may_be && holds(document.title.value, "输血") &&
         holds_any(document.title.value, {"记录|单|表"}) &&
         !holds_any(document.title.value, {"评价|评估|申请|同意"});
}

// One record may tell of several transfusions of a day, as one without a link may of any; what was
// written late falls to the transfusion before it.
bool recorded(const Chart& chart, std::size_t index,
              const std::vector<std::optional<Time>>& starts) {
  const auto day = day_of(chart.transfusions[index].start);
  for (const Document& document : chart.documents) {
    if (!is_record(document)) continue;
    if (names_event(chart, document, of_transfusion(index)) ||
        tells_of(chart, document, chart.transfusions[index].span)) {
      return true;
    }
    const auto& at = written(document);
    const auto on = day_of(at);
    if (!day || !on || (*on >= *day && *on <= *day + std::chrono::days(1))) return true;
    if (*on > *day && follows(at->value, starts, index)) return true;
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
  std::vector<std::optional<Time>> starts;
  for (const Transfusion& it : chart.transfusions) {
    starts.push_back(it.start ? std::optional(it.start->value) : std::nullopt);
  }
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {
    const Transfusion& transfusion = chart.transfusions[i];
    if (!of_donor(transfusion)) continue;
    const Subject subject = of_transfusion(i);
    if (recorded(chart, i, starts)) {
      report.pass(subject);
    } else if (const auto doubt = untold_doubt(chart)) {
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
     .judged = {"已出院或归档的住院病历：每次输血有输血记录单（或题为输血记录的病程、护理记录），写"
                "于输血当日、次日或下一次输血之前"
                "；一份记录可含当日数次输血。核心制度"
                "要求输血全程记录，指标列出输血记录单。",
                "Stays that ended: each transfusion has a transfusion record (or a note headed so) "
                "of its "
                "day, the next or before the transfusion that follows; one may tell of several. "
                "The core system asks for a full record, the indicator names the "
                "form."},
     .exceptions =
         {"病程、护理、手术或麻醉记录已写到输血而没有记录单的，按建议处理；没有时间的输血记录算作任"
          "何一次；自体血回输、白蛋白等血浆制品不评价。单份"
          "文书无法判定。",
          "A warning where the course, a nursing, operation or anaesthesia record tells of it and "
          "the form is absent; a record without a time counts for any. Not for the "
          "patient's own blood and for drugs made of plasma. Undecided for a lone "
          "document."},
     .advice = {"归入输血记录单；记录输血的成分、数量、起止时间和有无不良反应。",
                "File the record: product, amount, begin and end, and any reaction."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
