// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kNoOutcome{
    "no-outcome", "抢救记录写明心肺复苏，未写明自主循环是否恢复。",
    "the rescue record tells of resuscitation and not whether the circulation returned."};

constexpr Citation kBasis[] = {{"XD", "指标10"}, {"YB", "指标5"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoOutcome};

constexpr WordList kResuscitation{"心肺复苏|胸外按压|胸外心脏按压|心脏按压|CPR"};
constexpr WordList kOutcome{
    "自主循环|ROSC|自主心律|自主心跳|恢复窦性|窦性心律|心跳恢复|恢复心跳|复苏成功|复苏无效|"
    "抢救成功|抢救无效|抢救有效|"
    "宣布死亡|宣告死亡|临床死亡|心电图呈直线|心电图直线|呈一直线|放弃抢救|家属要求停止|心率恢复|"
    "大动脉搏动恢复|触及大动脉"};

bool resuscitated(const Document& record) {
  return std::any_of(record.texts.begin(), record.texts.end(), [](const Text& text) {
    const Narrative narrative(text.value);
    return any_word(kResuscitation, [&](std::string_view word) {
      const std::size_t at = find_word(text.value, word);
      if (at == text.value.npos) return false;
      const Reading reading = narrative.reading(at, at + word.size());
      return reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual;
    });
  });
}

// The outcome may stand in a note on what followed.
bool told_elsewhere(const Chart& chart) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
    const bool may = document.type == DocType::kDeathRecord ||
                     document.type == DocType::kAdmissionDeath24h || is_course_note(document.type);
    return may && tells_any(document, kOutcome);
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& record : chart.documents) {
    if (record.type != DocType::kRescueRecord || !resuscitated(record)) continue;
    const Subject subject = of(chart, record);
    if (tells_any(record, kOutcome) || told_elsewhere(chart)) {
      report.pass(subject);
    } else if (record.broken) {
      report.undecided(subject, missing::kRestOfDocument, record.span);
    } else if (!chart.complete || chart.cut_off) {
      report.undecided(subject, missing::kRestOfChart, record.span);
    } else {
      report.fail(kNoOutcome, subject, record.span);
    }
  }
}

}  // namespace

extern constinit const Check pathway_cardiac_arrest_outcome{
    {.id = "pathway-cardiac-arrest-outcome",
     .severity = Severity::kNote,
     .title = {"心肺复苏应写明结局（监测指标）",
               "The outcome of a resuscitation is recorded (indicator)"},
     .judged = {"每份写明实施心肺复苏的抢救记录：该记录、病程或死亡记录写明自主循环恢复、复苏无效或"
                "宣布死亡。指标统计复苏成功率，需要"
                "每次的结局。",
                "Each rescue record that tells of resuscitation: it, a note or the death record "
                "says that the "
                "circulation returned, that it did not, or that the patient was declared dead. The "
                "indicator "
                "counts the share of successes and needs the outcome of each."},
     .exceptions = {"没有抢救记录的由 process-rescue-record "
                    "判定；假设和否认的说法不算。单份文书、文书未能完整读取的无法判定。",
                    "Where there is no record, process-rescue-record says so; what is supposed or "
                    "denied does not "
                    "count. Undecided for a lone document or one that could not be read whole."},
     .advice = {"在抢救记录中写明自主循环是否恢复及时间。",
                "Write down whether and when the circulation returned."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
