// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{
    "missing", "{0}为急诊手术，未见术前准备清单。",
    "{0} was an emergency, and no list of preparations is on file."};

constexpr WordList kTitles{"术前准备清单|术前准备核查|术前核对|术前交接|手术交接|术前准备单"};
constexpr Option<WordList> kEntryWords{
    "entry_words",
    {"术前准备清单|急诊术前准备|术前准备：|术前准备:|完善术前准备|术前准备已完成|做好术前准备"},
    "病程或术前文书中表明记有术前准备的用语",
    "phrases by which a note or preoperative record is taken to hold the preparations"};

constexpr Citation kBasis[] = {{"SA", "5"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kEntryWords};

bool has_entry(const Chart& chart, std::size_t index, WordList words, Report& report) {
  if (!entries_about(chart, index, Phase::kBefore, {kTitles, words}, report).empty()) return true;
  for (const Document* record :
       records_about(chart, index, {DocType::kPreopSummary, DocType::kPreopDiscussion}).all) {
    if (record->has_text(SectionType::kPreopPreparation)) return true;
  }
  return false;
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Forms forms =
      forms_about(chart, index, "emergency-preparation", DocType::kEmergencyPrepList);
  const bool unknown = surgery.urgency.value == Urgency::kUnknown;
  if (!forms.none() || has_entry(chart, index, options[kEntryWords], report)) {
    if (!unknown) report.pass(of_surgery(index));
    return;
  }
  const auto doubt = first_of({doubt_if(unknown, missing::kUrgency), form_doubt(chart, forms)});
  say_absent(chart, index, kMissing, {start_of(surgery), doubt, {}}, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Urgency urgency = chart.surgeries[i].urgency.value;
    if (chart.surgeries[i].cancelled || urgency == Urgency::kElective ||
        urgency == Urgency::kUrgent) {
      continue;
    }
    judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check periop_emergency_prep_list{
    {.id = "periop-emergency-prep-list",
     .severity = Severity::kWarning,
     .title = {"急诊手术应有术前准备清单", "An emergency surgery has its list of preparations"},
     .judged = {"急诊手术（包括抢救生命的手术）有急诊术前准备清单，可为单独的表单，也可记在术前小结"
                "、术前讨"
                "论或病程记录中。",
                "An emergency surgery, one to save a life included, has a list of preparations: a "
                "form of "
                "its own, or an entry in the preoperative summary, the discussion or a note."},
     .exceptions =
         {"择期、限期和取消的手术不判。急诊与否不明、表单未载入、多台手术而清单未注明哪一台、单份文"
          "书"
          "无法判定。清单的项目由医院规定，不作评价。",
          "Not for elective, urgent or cancelled surgery. Undecided where the urgency is unknown, "
          "the forms are not loaded, a list names none of several surgeries, and for a lone "
          "document. What it lists is the hospital's to say, and not judged."},
     .advice = {"使用简便的急诊术前准备清单，逐项核对后归入病历。",
                "Go through a short list before emergencies, and file it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
