// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "checks/process/told.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{
    "missing", "{0}术后进入麻醉复苏室，病历中未见复苏室记录。",
    "the patient went to the recovery room after {0}; no record of it "
    "is in the chart."};
constexpr Message<ItemNames> kLacking{"lacking", "麻醉复苏室记录缺少{0}。",
                                      "the recovery room record lacks: {0}."};

constexpr Option<WordList> kScores{
    "scores",
    {"Steward|STEWARD|Aldrete|ALDRETE|改良Aldrete|苏醒评分|复苏评分|评分"},
    "转出评分的名称",
    "names of the score by which patients leave"};

constexpr Citation kBasis[] = {{"SA", "10"}};
constexpr int kCore[] = {11};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kLacking};
constexpr OptionInfo kOptions[] = {kScores};

constexpr WordList kRoom{"复苏室|恢复室|PACU|苏醒室"};

bool to_pacu(const Surgery& surgery) {
  return surgery.destination.value == "pacu" || holds_any(surgery.destination.value, kRoom);
}

constexpr WordList kCame{"入室|转入|送至|送入|护送|进入|到达|入PACU|入复苏|入恢复|入苏醒|接收"};
constexpr WordList kLeft{"出室|转出|离室|返病房|回病房|送回|送返|离开|出PACU|出复苏|出恢复|出苏醒"};

// In its text, the headings of what is filled in, or the names of its data.
bool shows(const Document& record, WordList words) {
  if (tells_any(record, words) || headed(record, words)) return true;
  return std::any_of(record.elements.begin(), record.elements.end(), [&](const Element& one) {
    return holds_any(one.name.value, words) &&
           !(one.value.value.empty() && one.display.value.empty());
  });
}

// A record of the stay there, or another that tells of it.
const Document* told_in(const Chart& chart, std::size_t index, WordList scores) {
  const Records own = records_about(chart, index, {DocType::kPacuRecord});
  if (!own.all.empty()) return own.all.front();
  for (const Document* other :
       records_about(chart, index,
                     {DocType::kTransferHandover, DocType::kAnesthesiaRecord,
                      DocType::kAnesthesiaPostopVisit})
           .all) {
    // "术毕送PACU" alone is no record of the stay there.
    if (tells_any(*other, kRoom) && (shows(*other, kLeft) || shows(*other, scores))) return other;
  }
  return nullptr;
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const Document* record = told_in(chart, index, options[kScores]);
  if (record == nullptr) {
    const bool unlinked = records_about(chart, index, {DocType::kPacuRecord}).unlinked;
    return say_absent(chart, index, kMissing,
                      {end_of(surgery), doubt_if(unlinked, missing::kDocumentLink), {}}, report);
  }
  ItemNames lacking;
  // Who died there did not leave.
  const bool left = !(chart.dead() && tells_any(*record, {"抢救|死亡"}));
  if (!shows(*record, kCame)) lacking.names.push_back({"转入", "when the patient came"});
  if (left && !shows(*record, kLeft)) lacking.names.push_back({"转出", "when the patient left"});
  if (left && !shows(*record, options[kScores])) {
    lacking.names.push_back({"转出评分", "the score on leaving"});
  }
  if (lacking.empty()) {
    report.pass(subject);
  } else if (record->broken) {
    report.undecided(subject, missing::kRestOfDocument, record->span);
  } else {
    report.fail(kLacking, subject, record->span, lacking);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (!surgery.cancelled && to_pacu(surgery)) judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check periop_pacu_record{
    {.id = "periop-pacu-record",
     .severity = Severity::kWarning,
     .title = {"麻醉复苏室应有转入、转出记录",
               "A stay in the recovery room is on record, from coming to leaving"},
     .judged =
         {"已出院或归档、术后去向为麻醉复苏室的手术：有复苏室记录，或交接单、麻醉记录写到复苏室；记"
          "录写明转入、转出和转出评"
          "分（Steward、Aldrete等，可调）。方案要求建立并落实转入、转出标准，没有规定格式。",
          "Stays that ended, each surgery after which the patient went to the recovery room: there "
          "is a "
          "record of it, or the hand-over or anaesthesia record tells of it, with coming, leaving "
          "and "
          "the score on leaving (Steward, Aldrete and the like, an option). The plan asks that "
          "standards for both be kept and prescribes no form."},
     .exceptions =
         {"去向不是复苏室或未写明的、取消的手术不评价。有几次手术而记录未注明哪一次、单份文书、文书"
          "未能完整读取的无法判定。",
          "Not where the patient went elsewhere or that is not told, nor for cancelled surgeries. "
          "Undecided where a record names none of several surgeries, for a lone document or one "
          "that "
          "could not be read whole."},
     .advice = {"归入复苏室记录，写明转入、转出时间和评分。",
                "File the record with the times of coming and leaving and the score."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
