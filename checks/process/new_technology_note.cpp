// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/process/new_technology.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNone{
    "none", "“{0}”在本院新技术目录中，病程和讨论记录未写明其为新技术及风险、预案。",
    "“{0}” is a new technology of the hospital; no note or discussion says so with its risks or "
    "plans."};

constexpr Option<WordList> kNew{"new",
                                {"新技术|新项目|首次开展|首例|准入期|新术式"},
                                "表明记录写到新技术的用语",
                                "words by which a record tells of a new technology"};
constexpr Option<WordList> kRisk{"risk",
                                 {"风险|预案|并发症|安全隐患|应急|不良事件|追踪|评估"},
                                 "表明记录写到其风险或预案的用语",
                                 "words by which it tells of risks or plans"};

constexpr Citation kBasis[] = {{"HX", "13-4"}, {"HX", "13-6"}};
constexpr int kCore[] = {13};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr TableKind kTables[] = {TableKind::kNewTechnologies};
constexpr MessageInfo kMessages[] = {kNone};
constexpr OptionInfo kOptions[] = {kNew, kRisk};

bool may_tell(DocType type) {
  return is_course_note(type) || type == DocType::kPreopDiscussion ||
         type == DocType::kPreopSummary || type == DocType::kOperationRecord ||
         type == DocType::kLevel4Mdt || type == DocType::kOtherDocument ||
         type == DocType::kTreatmentRecord;
}

bool told(const Chart& chart, const TechnologyUse& use, const Options& options) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
    if (!may_tell(note.type) || !may_be_about(note, use)) return false;
    const bool names = holds_any(note.title.value, options[kNew]) || tells_any(note, options[kNew]);
    return names && tells_any(note, options[kRisk]);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const TechnologyUse& use : technology_uses(chart, report.tables(), false)) {
    if (use.doubt) {
      report.undecided(use.subject, *use.doubt, use.where);
    } else if (told(chart, use, options)) {
      report.pass(use.subject);
    } else if (report.clock().stage < Stage::kDischarged) {
      continue;  // It may still be written.
    } else if (const auto doubt = untold_doubt(chart)) {
      report.undecided(use.subject, *doubt, use.where);
    } else {
      report.fail(kNone, use.subject, use.where, use.name);
    }
  }
}

}  // namespace

extern constinit const Check process_new_technology_note{
    {.id = "process-new-technology-note",
     .severity = Severity::kNote,
     .title = {"新技术的使用应在病历中专门记录",
               "The use of a new technology is told of in the notes"},
     .judged = {"每项在本院新技术和新项目目录中的手术或操作：病程、讨论、术前或手术记录写明其为新技"
                "术及风险"
                "、预案或追踪评估。要点要求机构论证风险、制定预案并追踪，没有规定病历的写法，本项系"
                "推断。",
                "Each surgery or procedure in the hospital's list of new technologies: a note, a "
                "discussion or a record of the surgery calls it new and tells of its risks, the "
                "plans or the follow-up. The core systems ask the institution for them and say "
                "nothing of the chart: inferred."},
     .exceptions =
         {"取消的手术、目录以外的不评价；在院病历未写的暂不评价。目录未载入、没有编码且名称不在目"
          "录中的手术，单份文书、文书未能完整读取的无法判定。",
          "Not for cancelled surgeries and what is not in the list, nor yet for a patient "
          "who is still in. Undecided where the list is not loaded, for a surgery without "
          "a code whose name is not in it, a lone document or one that could not be read "
          "whole."},
     .advice = {"在术前讨论或病程中写明系新技术、风险及处置预案，术后写明追踪评估。",
                "Say in the discussion or the notes that it is new, its risks and the plans, and "
                "later how it went."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
