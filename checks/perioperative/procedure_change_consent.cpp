// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/planned_procedure.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kUntold{"untold", "{0}术中改变了预定术式，未见术中谈话或告知的记录。",
                                   "the operation was changed during {0}; no record tells of a "
                                   "talk with the patient's side."};
constexpr Message<> kPlanned{"planned", "计划的手术", "what was planned"};

constexpr Option<WordList> kTalk{"talk_words",
                                 {"术中谈话|术中告知|术中沟通|术中与家属|术中向家属|告知家属|"
                                  "家属同意|家属表示|与家属|向家属|征得|知情同意|"
                                  "患者同意|告知患者|委托人"},
                                 "表明术中已告知的用语",
                                 "words that tell of a talk during surgery"};

constexpr Citation kBasis[] = {{"ZJ", "围手术期相关记录4"}, {"BL", "10"}, {"BL", "23"}};
constexpr int kCore[] = {8, 15};
constexpr MessageInfo kMessages[] = {kUntold, kPlanned};
constexpr OptionInfo kOptions[] = {kTalk};

// A form of its own that was signed once the surgery had begun, or any record of then that tells
// of the talk.
bool talked(const Chart& chart, std::size_t index, WordList words) {
  const Surgery& surgery = chart.surgeries[index];
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    const auto& linked = document.surgeries;
    const bool about =
        linked.empty() || std::find(linked.begin(), linked.end(), index) != linked.end();
    const bool form = document.type == DocType::kOperationConsent ||
                      document.type == DocType::kOtherConsent ||
                      document.type == DocType::kCommunicationRecord;
    const auto at = took_place(document);
    if (!about || (at && surgery.start && certainly_before(at->value, surgery.start.value()))) {
      return false;
    }
    const bool record =
        document.type == DocType::kOperationRecord || document.type == DocType::kCesareanRecord ||
        document.type == DocType::kAnesthesiaRecord || is_course_note(document.type);
    return (form && at) || (record && tells_any(document, words));
  });
}

struct Change {
  std::optional<Part> place;  // Where the record tells of it;
  Span performed;             // else the name of what was done,
  Span planned;               // and of what was planned.
};
std::optional<Change> change_of(const Chart& chart, std::size_t index) {
  if (const auto told = told_change(chart, index)) return Change{told, {}, {}};
  const auto planned = planned_procedures(
      chart, index,
      {DocType::kPreopSummary, DocType::kPreopDiscussion, DocType::kOperationConsent});
  const auto performed = performed_procedures(chart, index);
  const PlanChange change = compare_plan(planned, performed, &by_code_or_name);
  if (change.same != Answer::kNo) return std::nullopt;
  return Change{std::nullopt, change.performed->span(), change.planned->span()};
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const std::optional<Change> change = change_of(chart, i);
    if (!change) continue;
    const Subject subject = of_surgery(i);
    if (talked(chart, i, options[kTalk])) {
      report.pass(subject);
    } else if (const auto doubt = unread_doubt(chart)) {
      report.undecided(subject, *doubt, called_for_at(surgery));
    } else if (change->place) {
      report.fail(kUntold, subject, change->place->value.span, surgery).at(*change->place);
    } else {
      report.fail(kUntold, subject, change->performed, surgery).note(kPlanned, change->planned);
    }
  }
}

}  // namespace

extern constinit const Check periop_procedure_change_consent{
    {.id = "periop-procedure-change-consent",
     .severity = Severity::kWarning,
     .title = {"术中改变术式应有告知和同意（地方标准）",
               "A change of the operation is talked over (local)"},
     .judged =
         {"手术记录或术后首次病程写明中转开腹、改行等改变，或实施的手术与计划的器官、操作、范围不同"
          "：手术开始"
          "后有沟通记录、同意书，或手术记录、麻醉记录、病程写到告知家属、家属同意。浙江省评分表的要"
          "求，改变"
          "由名称、编码或记载推断。",
          "Where the operation record or the first note tells of a conversion or another "
          "operation, "
          "or what was done differs from the plan in organ, kind or extent: a communication record "
          "or consent of after the start, or a record that tells of the talk. The Zhejiang sheet "
          "asks for it; the change is inferred."},
     .exceptions =
         {"没有改变的、取消的手术不判；单份文书、文书未能读全的无法判定。术前同意书预先写明“必要时"
          "中转”的，"
          "评分表仍要求术中告知。",
          "Not without a change nor for cancelled surgery. Undecided for a lone document or where "
          "one was not read whole. Where the consent foresees a conversion the sheet still asks "
          "for a talk during surgery."},
     .advice = {"术中改变术式前告知患方并签署同意书；已告知的记录告知的时间、对象和意见。",
                "Tell the patient's side before the change and have it signed; if that was done, "
                "record when, whom and what they said."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
