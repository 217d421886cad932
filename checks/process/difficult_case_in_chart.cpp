// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/process/notes_after.h"
#include "checks/process/told.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kTold{
    "told", "{0}提到进行了疑难病例讨论，病历中未见讨论记录，也未写讨论结论。",
    "{0} tells of a discussion of the difficult case; the chart holds neither its record nor its "
    "conclusion."};
constexpr Message<std::string_view> kOrdered{
    "ordered", "医嘱有“{0}”，病历中未见疑难病例讨论记录或结论。",
    "“{0}” was ordered; the chart holds neither the record nor the conclusion of a discussion."};

constexpr Option<WordList> kNames{"names",
                                  {"疑难病例讨论|疑难危重病例讨论|疑难病例的讨论|疑难讨论"},
                                  "表明进行了疑难病例讨论的用语",
                                  "words that tell of such a discussion"};
constexpr Option<WordList> kResult{
    "result_words",
    {"讨论认为|讨论意见|讨论结论|讨论结果|讨论后|讨论决定|讨论考虑|讨论建议|讨论，认为|讨论，考虑|"
     "讨论，建议|一致认为|讨论：|讨论:"},
    "表明写有讨论结论的用语",
    "words that tell of its conclusion"};

constexpr Citation kBasis[] = {{"HX", "6-3"}, {"KC25", "12"}};
constexpr int kCore[] = {6};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kTold, kOrdered};
constexpr OptionInfo kOptions[] = {kNames, kResult};

// What proves that there was a discussion.
struct Proof {
  const Document* note = nullptr;
  const Order* order = nullptr;
  std::optional<Part> place;

  explicit operator bool() const { return note != nullptr || order != nullptr; }
};

// Done by its words: 已行, 经, 组织了 before it, or what came of it behind; neither asked for nor a
// matter of rules.
bool took_place(const Part& place) {
  const std::string_view text = place.value.value;
  const Narrative narrative(text);
  const std::size_t begin = narrative.clause_begin(place.from);
  const std::string_view before = text.substr(begin, place.from - begin);
  const std::string_view behind = text.substr(place.to, narrative.clause_end(place.to) - place.to);
  if (holds_any(before, {"要求|制度|申请|需|应|待|未|无|是否|准备"}) ||
      holds_any(behind, {"制度|要求"})) {
    return false;
  }
  return holds_any(before, {"已|经|进行了|组织|召开|参加|昨|今|日行|上午|下午"}) ||
         holds_any(behind, {"后|认为|意见|结论|考虑|建议"});
}

Proof proof_in(const Chart& chart, WordList names) {
  for (const Document& note : chart.documents) {
    if (!is_course_note(note.type)) continue;
    for (const Text& text : note.texts) {
      const std::optional<Part> place = told_in(text, names);
      if (place && took_place(*place)) return {&note, nullptr, place};
    }
  }
  for (const Order& order : chart.orders) {
    if (!order.cancelled && holds_any(order.content.value, names)) {
      return {nullptr, &order, std::nullopt};
    }
  }
  return {};
}

bool concluded(const Chart& chart, WordList names, WordList result) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
    if (!is_course_note(note.type)) return false;
    if (note.type == DocType::kDifficultCaseDiscussion || headed(note, names)) return true;
    return tells_any(note, names) && tells_any(note, result);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const Proof proof = proof_in(chart, options[kNames]);
  if (!proof) return;
  if (concluded(chart, options[kNames], options[kResult])) return report.pass(of_chart());
  const Span where = proof.order != nullptr ? proof.order->content.span : proof.note->span;
  if (const auto doubt = untold_doubt(chart)) return report.undecided(of_chart(), *doubt, where);
  if (proof.order != nullptr) {
    report.fail(kOrdered, of_chart(), where, proof.order->content.value);
  } else {
    report.fail(kTold, of_chart(), where, proof.note->type).at(*proof.place);
  }
}

}  // namespace

extern constinit const Check process_difficult_case_in_chart{
    {.id = "process-difficult-case-in-chart",
     .severity = Severity::kWarning,
     .title = {"疑难病例讨论的结论应记入病历",
               "The conclusion of a difficult case discussion is in the chart"},
     .judged =
         {"已出院或归档的住院病历：病程记录写明进行了疑难病例讨论，或有此医嘱的，病历中有疑难病例讨"
          "论记录，或病程记录写有讨论结论。",
          "Stays that ended: where a note tells that the case was discussed as a difficult one, or "
          "an order asks for it, the chart holds the record of the discussion, or a note states "
          "its conclusion."},
     .exceptions =
         {"拟行、要求、建议、否认的讨论不作为依据；单份文书、文书未能完整读取的无法判定。",
          "A discussion that is planned, asked for, advised or denied proves nothing. Undecided "
          "for "
          "a lone document or a note that could not be read whole."},
     .advice = {"将疑难病例讨论的结论记入病历。", "Write the conclusion into the chart."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
