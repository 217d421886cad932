// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/mention.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/sessions.h"
#include "checks/perioperative/surgery.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{
    "missing", "{0}为非计划再次手术，病历中未见疑难病例讨论的记录或其结论。",
    "{0} was an unplanned return to theatre; the chart holds neither the discussion of a difficult "
    "case nor its conclusion."};
constexpr Message<> kOnlyPreop{"preop-only", "仅有该次手术的术前讨论",
                               "only the preoperative discussion of that surgery"};

constexpr Option<WordList> kDiscussed{"discussion_words",
                                      {"疑难病例讨论|疑难讨论|疑难危重|全科讨论|科内讨论|科室讨论|"
                                       "多学科讨论|MDT讨论|全院讨论|病例讨论"},
                                      "病程中表明讨论及其结论的用语",
                                      "words of a note that passes a discussion on"};

constexpr Citation kBasis[] = {{"HX", "6-1"}, {"HX", "6-2"}, {"HX", "6-3"}};
constexpr int kCore[] = {6};
constexpr MessageInfo kMessages[] = {kMissing, kOnlyPreop};
constexpr OptionInfo kOptions[] = {kDiscussed};

// Not that one is planned.
bool tells(const Text& text, WordList words) {
  return mention_of(text, words,
                    [](const Reading& reading) {
                      return reading.polarity != Polarity::kNegated &&
                             reading.mode != Mode::kPlanned;
                    })
      .has_value();
}

bool passes_on(const Document& document, WordList words) {
  if (document.type == DocType::kDifficultCaseDiscussion) return true;
  const bool note = is_course_note(document.type) || document.type == DocType::kPreopDiscussion ||
                    document.type == DocType::kPreopSummary || document.type == DocType::kLevel4Mdt;
  if (!note) return false;
  if (holds_any(document.title.value, words)) return true;
  return std::any_of(document.texts.begin(), document.texts.end(),
                     [&](const Text& text) { return tells(text, words); });
}

// A discussion about the return, or of after the surgery before.
bool discussed(const Chart& chart, std::size_t index, WordList words) {
  const Surgery* earlier = session_before(chart, index);
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    const auto& linked = document.surgeries;
    const bool named = std::find(linked.begin(), linked.end(), index) != linked.end();
    const auto at = took_place(document);
    const bool too_early =
        !named && at && earlier != nullptr && certainly_before(at->value, earlier->start.value());
    return !too_early && passes_on(document, words);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || !surgery.planned || surgery.planned->value) continue;
    const Subject subject = of_surgery(i);
    if (session_before(chart, i) == nullptr) {
      // Of a stay with one surgery it is a slip: nothing is returned to.
      if (!only_surgery(chart, i) && !surgery.start) {
        report.undecided(subject, missing::kSurgeryStart, surgery.span);
      }
      continue;
    }
    if (discussed(chart, i, options[kDiscussed])) {
      report.pass(subject);
      continue;
    }
    // The text names no time, so it may come while the patient is here.
    if (report.clock().stage < Stage::kDischarged) continue;
    const auto doubt = first_of({kind_doubt(chart), unread_doubt(chart)});
    if (doubt) {
      report.undecided(subject, *doubt, called_for_at(surgery));
      continue;
    }
    Outcome& outcome = report.fail(kMissing, subject, called_for_at(surgery), surgery);
    const Records preop = discussions_about(chart, i);
    if (preop.all.empty()) continue;
    outcome.weaker(Severity::kWarning);
    outcome.note(kOnlyPreop, preop.all.front()->span);
  }
}

}  // namespace

extern constinit const Check periop_unplanned_return_discussion{
    {.id = "periop-unplanned-return-discussion",
     .severity = Severity::kError,
     .title = {"非计划再次手术应进行疑难病例讨论",
               "An unplanned return to theatre is discussed as a difficult case"},
     .judged =
         {"记为非计划的再次手术（手术资料）：有疑难病例讨论记录，或前次手术之后的病程、术前讨论写到"
          "疑难、全"
          "科、多学科等讨论。仅有该次手术术前讨论的按建议处理。",
          "A surgery that its data call an unplanned return: there is a discussion of a difficult "
          "case, or a note or preoperative discussion of after the surgery before that passes one "
          "on. With the preoperative discussion of that surgery alone it is a warning."},
     .exceptions =
         {"未记为非计划的、此前没有手术的不判（疑似的由 periop-unplanned-return-flag "
          "提示），取消的和门诊手术不判；患者未"
          "出院时不判，条文未规定讨论时限。单份文书、文书未能读全的无法判定。",
          "Not where nothing calls it unplanned or no surgery went before (suspected ones: "
          "periop-unplanned-return-flag), "
          "nor for cancelled surgery and outpatients, nor before discharge, since the text names "
          "no "
          "time. Undecided for a lone document or where one was not read whole."},
     .advice = {"由科室组织疑难病例讨论，讨论结论记入病历。",
                "Discuss the case in the department, and put the conclusion into the chart."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
