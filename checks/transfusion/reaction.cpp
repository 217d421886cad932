// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/frontpage/page.h"
#include "checks/transfusion/transfusions.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kUntold{
    "untold", "{0}记载发生输血反应，病程记录中未见输血反应及其处理。",
    "the {0} states a transfusion reaction; no note tells of it and its treatment."};

constexpr Citation kBasis[] = {{"HX", "17-2"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUntold};

constexpr std::string_view kFlag = "DE06.00.264.00";
constexpr std::string_view kKind = "DE06.00.265.00";
constexpr WordList kReaction{"输血反应|发热反应|过敏反应|溶血反应|输血不良反应"};

bool states_reaction(std::string_view text) {
  const Narrative narrative(text);
  return any_word(kReaction, [&](std::string_view word) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + word.size())) {
      const Reading reading = narrative.reading(at, at + word.size());
      const std::string_view clause = text.substr(
          narrative.clause_begin(at), narrative.clause_end(at) - narrative.clause_begin(at));
      // "输血反应：无", "观察有无输血反应", "输血反应（-）" state none.
      const bool said_none =
          holds_any(clause, {"无|未|观察|注意|预防|警惕|（-）|(-)|防止|监测|可能"});
      if (reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual && !said_none &&
          holds_any(clause, {"出现|发生|考虑|有|给予|予"})) {
        return true;
      }
    }
    return false;
  });
}

// By its flag or kind, else by the words of the section for it.
std::optional<Span> reaction_in(const Document& record) {
  for (const Element& element : record.elements) {
    const Text& value = element.display.value.empty() ? element.value : element.display;
    if (element.id.value == kFlag && yes_or_no(value.value) == true) return value.span;
    if (element.id.value == kKind && !value.value.empty() && !holds_any(value.value, {"无|-"})) {
      return value.span;
    }
  }
  for (const Section& section : record.sections) {
    if (section.type != SectionType::kTransfusionReaction) continue;
    for (const Text& text : record.text_of(section)) {
      if (yes_or_no(text.value) == true || states_reaction(text.value)) return text.span;
    }
  }
  return std::nullopt;
}

// A note from the day of the record on; the reaction may go by its signs.
bool told(const Chart& chart, const Document& record) {
  constexpr WordList kSigns{"过敏|皮疹|荨麻疹|瘙痒|寒战|畏寒|发热|高热|溶血|呼吸困难"};
  // Not 未输血.
  constexpr WordList kTransfused{
      "输血后|输血中|输血时|输血过程|输血期间|输血开始|输血约|输血至|停止输血|停输血|输注"};
  const auto day = day_of(written(record));
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& note) {
    const bool may_tell = is_course_note(note.type) || note.type == DocType::kTransfusionEvaluation;
    return may_tell && from_day(note, day) &&
           (tells_any(note, kReaction) ||
            (tells_any(note, kTransfused) && tells_any(note, kSigns)));
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (const Document& record : chart.documents) {
    if (record.type != DocType::kTransfusionRecord) continue;
    const std::optional<Span> where = reaction_in(record);
    if (!where) continue;
    const Subject subject = of(chart, record);
    if (told(chart, record)) {
      report.pass(subject);
    } else if (const auto doubt = untold_doubt(chart)) {
      report.undecided(subject, *doubt, *where);
    } else {
      report.fail(kUntold, subject, *where, record.type);
    }
  }
}

}  // namespace

extern constinit const Check transfusion_reaction{
    {.id = "transfusion-reaction",
     .severity = Severity::kWarning,
     .title = {"输血反应及处理应在病程中记录",
               "Notes tell of a transfusion reaction and its treatment"},
     .judged = {"已出院或归档的住院病历：输血记录写明发生输血反应的（标志、类型或输血反应一栏），自"
                "当日起至"
                "少有一份病程记录或疗效评价提到输血反应或其表现。核心制度要求输血全程记录和不良反应"
                "的处置。",
                "Stays that ended: where a transfusion record states a reaction (its flag, its "
                "kind or the "
                "section for it), a note or the evaluation of the effect from that day on tells of "
                "it or its signs. The core "
                "system asks "
                "for a full record and for the handling of reactions."},
     .exceptions =
         {"没有输血反应或只写观察、预防的不评价；输血后发热、皮疹而未记为输血反应的，病历无法证明其"
          "原因，不在此"
          "判定。单份文书、文书未能完整读取的无法判定。",
          "Not where none is stated, or only watched for. Fever or rash that nobody called a "
          "reaction is not judged: a chart does not prove its cause. Undecided for a lone document "
          "or "
          "a note that could not be read whole."},
     .advice = {"在病程记录中写明输血反应的表现、处理和转归，并按规定上报。",
                "Write signs, treatment and outcome into the notes, and report the reaction."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
