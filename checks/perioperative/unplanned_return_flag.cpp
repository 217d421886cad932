// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/mention.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/sessions.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, std::string_view, Surgery> kSuspected{
    "suspected", "{0}写有“{1}”，疑为{2}之后的非计划重返手术室，病历未注明是否计划内。",
    "{0} is said to be for “{1}”: perhaps an unplanned return after {2}; the chart does not tell "
    "whether it was planned."};

constexpr Option<WordList> kSigns{"signs",
                                  {"止血术|探查止血|血肿清除|术后出血|活动性出血|腹腔出血|胆漏|"
                                   "胰漏|肠漏|胆瘘|胰瘘|肠瘘|吻合口漏|吻合口"
                                   "瘘|残端漏|残端瘘|脑脊液漏|尿漏|切口裂开|伤口裂开|切口感染|"
                                   "术后感染|再次手术|二次手术|再次探查|再探查|"
                                   "重返手术"},
                                  "提示非计划再次手术的用语",
                                  "words that make an unplanned return likely"};
constexpr Option<WordList> kStaged{
    "staged_words",
    {"二期|Ⅱ期手术|分期|择期再|再次植皮|拔除内固定|取出内固定|计划再次|计划二次|第二次手术|按计划"},
    "表明再次手术在计划内的用语",
    "words that tell that a second surgery was planned"};

constexpr Citation kBasis[] = {{"XD", "指标31"}};
constexpr int kCore[] = {6, 12};
constexpr MessageInfo kMessages[] = {kSuspected};
constexpr OptionInfo kOptions[] = {kSigns, kStaged};

// The sign that a text states as a fact.
std::optional<Part> sign_in(const Text& text, WordList signs) {
  return mention_of(text, signs, [](const Reading& reading) {
    return reading.polarity != Polarity::kNegated && reading.mode != Mode::kHypothetical &&
           reading.who == Who::kPatient;
  });
}

// What the surgery is for: its name, its diagnoses, its indication.
std::optional<Part> sign_of(const Chart& chart, std::size_t index, WordList signs) {
  constexpr SectionType kReasons[] = {
      SectionType::kPreopDiagnosis,  SectionType::kIntraopDiagnosis,
      SectionType::kPostopDiagnosis, SectionType::kSurgicalIndication,
      SectionType::kProcedureName,   SectionType::kPlannedProcedure};
  if (auto sign = sign_in(chart.surgeries[index].name, signs)) return sign;
  for (const Document& document : chart.documents) {
    const auto& linked = document.surgeries;
    if (std::find(linked.begin(), linked.end(), index) == linked.end()) continue;
    for (const Section& section : document.sections) {
      if (std::find(std::begin(kReasons), std::end(kReasons), section.type) == std::end(kReasons)) {
        continue;
      }
      for (const Text& text : document.text_of(section)) {
        if (auto sign = sign_in(text, signs)) return sign;
      }
    }
  }
  return std::nullopt;
}

// A record from before this surgery that plans it as a stage.
bool staged(const Chart& chart, std::size_t index, WordList words) {
  if (holds_any(chart.surgeries[index].name.value, words)) return true;
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    return !begun_before(chart.surgeries[index], took_place(document)) &&
           tells_any(document, words);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || surgery.planned) continue;
    const Surgery* earlier = session_before(chart, i);
    if (earlier == nullptr) continue;
    const Subject subject = of_surgery(i);
    const std::optional<Part> sign = sign_of(chart, i, options[kSigns]);
    if (!sign || staged(chart, i, options[kStaged])) {
      report.pass(subject);
    } else if (const auto doubt = unread_doubt(chart)) {
      report.undecided(subject, *doubt, called_for_at(surgery));
    } else {
      const std::string_view word = sign->value.value.substr(sign->from, sign->to - sign->from);
      report.fail(kSuspected, subject, sign->value.span, surgery, word, *earlier).at(*sign);
    }
  }
}

}  // namespace

extern constinit const Check periop_unplanned_return_flag{
    {.id = "periop-unplanned-return-flag",
     .severity = Severity::kNote,
     .title = {"再次手术应注明是否计划内", "The chart tells whether a second surgery was planned"},
     .judged =
         {"同一次住院中第二次进入手术室的手术，资料未注明是否计划内的：手术名称、术前术中术后诊断、"
          "手术指征"
          "写有术后出血、吻合口漏、切口裂开等（用语可调），此前的文书没有分期、二期等计划，提示疑为"
          "非计划"
          "重返手术室。由文字推断，须人工核实。",
          "A surgery that is the second visit to theatre in one stay, where the data do not tell "
          "whether it was planned: its name, diagnoses or indication speak of bleeding, a leak, a "
          "burst wound and the like (an option), and no record before it plans stages. Inferred "
          "from words, to be verified."},
     .exceptions =
         {"已注明计划内或非计划的、同一台手术的几个术式、取消的手术不判；单份文书、文书未能读全的无"
          "法判"
          "定。",
          "Not where it is told, nor for the procedures of one session and cancelled surgery. "
          "Undecided for a lone document or where one was not read whole."},
     .advice = {"核实并注明是否非计划再次手术；属非计划的按规定讨论和上报。",
                "Verify and state whether the return was unplanned; if so, discuss and report it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
