// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/nursing/consciousness.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, std::string_view, Time, std::string_view> kDiffer{
    "differ", "护理记录（{0}）写“{1}”，病程记录（{2}）写“{3}”，意识状态不一致。",
    "the nursing record ({0}) says “{1}”, the physician's note ({2}) “{3}”: they disagree on "
    "consciousness."};
constexpr Message<std::string_view> kNote{"note", "病程记录：“{0}”", "physician's note: “{0}”"};

constexpr Option<Duration> kApart{"apart", Duration{15}, "两份记录的时间最多相差多久才比对",
                                  "how far apart two records are compared at most"};
constexpr Option<WordList> kClear{"clear",
                                  {"神志清楚|神志清晰|神清|意识清楚|意识清晰|清醒|苏醒|转清"},
                                  "表示意识清楚的词语",
                                  "words for a clear consciousness"};
constexpr Option<WordList> kComa{
    "coma", {"昏迷"}, "表示意识丧失的词语", "words for a loss of consciousness"};

constexpr Citation kBasis[] = {{"ZJ", "日常病程记录2"}, {"BL", "3"}};
constexpr int kCore[] = {4, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kDiffer, kNote};
constexpr OptionInfo kOptions[] = {kApart, kClear, kComa};

// `notes` by time.
void judge(const Chart& chart, const Consciousness& nurse, const std::vector<Consciousness>& notes,
           Duration apart, Report& report) {
  const Subject subject = of(chart, *nurse.document);
  bool compared = false;
  const auto before = [](const Consciousness& a, Instant b) { return a.at().earliest < b; };
  const Instant from = nurse.at().earliest - apart, to = nurse.at().earliest + apart;
  for (auto i = std::lower_bound(notes.begin(), notes.end(), from, before); i != notes.end(); ++i) {
    const Consciousness& note = *i;
    if (note.at().earliest > to) break;
    compared = true;
    if (note.coma == nurse.coma) continue;
    report.fail(kDiffer, subject, {}, nurse.at(), nurse.word(), note.at(), note.word())
        .at(nurse.part)
        .note(kNote, note.part, note.word());
    return;
  }
  if (compared) report.pass(subject);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  std::vector<Consciousness> nurses, notes;
  for (const Document& document : chart.documents) {
    const bool nursing = document.type == DocType::kGeneralNursingRecord ||
                         document.type == DocType::kCriticalNursingRecord;
    if (!nursing && !is_course_note(document.type)) continue;
    if (const auto state = state_of(document, options[kClear], options[kComa])) {
      (nursing ? nurses : notes).push_back(*state);
    }
  }
  std::stable_sort(notes.begin(), notes.end(), [](const Consciousness& a, const Consciousness& b) {
    return a.at().earliest < b.at().earliest;
  });
  for (const Consciousness& nurse : nurses) judge(chart, nurse, notes, options[kApart], report);
}

}  // namespace

extern constinit const Check nursing_doctor_agreement{
    {.id = "nursing-doctor-agreement",
     .severity = Severity::kWarning,
     .title = {"同一时间的医护记录对意识状态的记载应一致",
               "Physician and nurse agree on the patient's consciousness"},
     .judged =
         {"记录时间相差不超过15分钟的护理记录与病程记录：一方写神志清楚，另一方写昏迷。评分表要"
          "求医护记录一致；只比对意识状态。",
          "A nursing record and a physician's note within 15 minutes: one says clear "
          "consciousness, the other coma. A scoring sheet asks for agreement; consciousness "
          "alone is compared."},
     .exceptions =
         {"否定、既往、计划、假设的说法和他人的情况不算；一份记录两种说法都有的、没有具体到"
          "分钟时间的不比对；伤口、跌倒、抢救时间不比对。",
          "What is denied, past, planned, supposed or of others does not count. Not "
          "compared: records that say both, or have no time to the minute; wounds, "
          "falls, times of rescue."},
     .advice = {"核对当时的意识状态，按规定更正写错的一方。",
                "Check the state at that time and correct the record that is wrong."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
