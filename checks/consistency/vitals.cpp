// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "check/report.h"
#include "checks/consistency/measured.h"
#include "checks/consistency/told_pieces.h"
#include "checks/consistency/vital_words.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, std::string_view, Time, Bilingual, std::string_view> kDiffers{
    "differs", "{0}（{1}）写“{2}”，而{3}测得的{4}为{5}，此前24小时的各次测量也都与之不符。",
    "{0} ({1}) has “{2}”; the {4} measured at {3} was {5}, and none of the measurements of the "
    "24 hours before comes near it."};
constexpr Message<> kMeasured{"measured", "测得的值", "the measured value"};

constexpr Option<Duration> kApart{"apart", Duration{60},
                                  "与记录时间最多相差多久的测量才用于比对（条文没有数值）",
                                  "how far from the note a measurement may be (not in the law)"};
constexpr Option<double> kTemperature{"temperature", 0.5, "体温允许的差（℃）",
                                      "tolerance of the temperature in ℃"};
constexpr Option<int> kPulse{"pulse", 20, "脉率允许的差（次/min）",
                             "tolerance of the pulse, a minute"};
constexpr Option<int> kBreathing{"breathing", 6, "呼吸允许的差（次/min）",
                                 "tolerance of the breathing, a minute"};
constexpr Option<int> kPressure{"pressure", 20, "血压允许的差（mmHg）",
                                "tolerance of the blood pressure in mmHg"};

constexpr Citation kBasis[] = {{"ZJ", "日常病程记录2"}, {"BL", "3"}};
constexpr int kCore[] = {4, 15};
constexpr MessageInfo kMessages[] = {kDiffers, kMeasured};
constexpr OptionInfo kOptions[] = {kApart, kTemperature, kPulse, kBreathing, kPressure};

double tolerance(Vital vital, const Options& options) {
  switch (vital) {
    case Vital::kTemperature:
      return options[kTemperature];
    case Vital::kPulse:
      return options[kPulse];
    case Vital::kBreathing:
      return options[kBreathing];
    default:
      return options[kPressure];
  }
}

bool tells_of_now(DocType document, SectionType section) {
  if (document == DocType::kAdmissionRecord) return section == SectionType::kVitalSigns;
  if (section == SectionType::kPastHistory || section == SectionType::kPresentIllness ||
      section == SectionType::kDiagnosisBasis || section == SectionType::kTreatmentPlan) {
    return false;
  }
  return document == DocType::kFirstProgressNote || document == DocType::kProgressNote ||
         document == DocType::kSeniorRoundNote || document == DocType::kPostopFirstNote;
}

class NoteJudge {
 public:
  NoteJudge(const Chart& chart, const Document& note, const std::vector<Measured>& all,
            const Options& options, Report& report)
      : chart_(chart), note_(note), all_(all), options_(options), report_(report) {}

  void take(const Piece& piece, const VitalWords& said) {
    const Time& at = note_.recorded->value;
    const Nearby nearby(all_, said.vital, at, options_[kApart]);
    const Measured* const nearest = nearby.nearest();
    if (nearest == nullptr || failed_) return;
    compared_ = true;
    if (nearby.allow(said.value, tolerance(said.vital, options_))) return;
    failed_ = true;
    const Part part = part_of_piece(piece, said.from, said.to);
    const Observation& o = *nearest->from;
    report_
        .fail(kDiffers, of(chart_, note_), span_of(part), note_.type, at,
              piece.text.value.substr(said.from, said.to - said.from), o.at->value,
              nearest->kind->name, std::string(o.value.value) + std::string(o.unit.value))
        .at(part)
        .note(kMeasured, o.value.span);
  }
  void finish() {
    if (compared_ && !failed_) report_.pass(of(chart_, note_));
  }

 private:
  const Chart& chart_;
  const Document& note_;
  const std::vector<Measured>& all_;
  const Options& options_;
  Report& report_;
  bool compared_ = false, failed_ = false;
};

void judge(const Chart& chart, const Document& note, const std::vector<Measured>& all,
           const Options& options, Report& report) {
  NoteJudge judged(chart, note, all, options, report);
  for (const auto& told : told_pieces<&vital_words>(chart, note, report)) {
    if (!tells_of_now(note.type, told.piece.section)) continue;
    for (const VitalWords& said : told.words) judged.take(told.piece, said);
  }
  judged.finish();
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.observations.empty() || chart.cut_off) return;
  const std::vector<Measured> all = measurements(chart);
  if (all.empty()) return;
  for (const Document& note : chart.documents) {
    if (!tells_of_now(note.type, SectionType::kVitalSigns)) continue;
    if (!note.recorded || !note.recorded->value.exact()) continue;
    if (!of_other_person(chart, note)) judge(chart, note, all, options, report);
  }
}

}  // namespace

extern constinit const Check vitals{
    {.id = "consistency-vitals",
     .severity = Severity::kWarning,
     .title = {"病程所写的生命体征应与测量记录相符",
               "Vital signs in notes agree with those measured"},
     .judged =
         {"首次病程、日常病程、查房记录、术后首次病程和入院记录生命体征中带单位的体温、脉搏、呼"
          "吸、血压：记录时间前后1小时内有测量值的，与此前24小时至其后1小时各次测量的最低、最高"
          "值之间相差不超过体温0.5℃、脉率20次、呼吸6次、血压20mmHg；均可调。评分表要求医护记录一"
          "致。",
          "Temperature, pulse, breathing and blood pressure with their unit in first, daily, "
          "round and first postoperative notes and in the vital signs of the admission record: "
          "where a measurement lies within an hour of the note, the value is not further than "
          "0.5 ℃, 20, 6 a minute or 20 mmHg outside those measured from 24 hours before the "
          "note to an hour after. All are options. A scoring sheet asks for agreement of the "
          "records."},
     .exceptions =
         {"最高、最低、波动范围、昨日、今晨、院外、术中、活动后、某时某分等其他情形的数值，写明"
          "肢体或体位的血压，心率，同一段内有多个数值的体征，否定、既往、计划的叙述不比较；记录时间"
          "前后1小时内没有测量值的、没有具体到分"
          "钟时间的、病历未能读全的不判；每份文书只指出第一处。容许之差和时间不是条文规定。",
          "Not for values of another time (highest, range, yesterday, this morning, before "
          "admission, during surgery, after exercise, at a stated hour), of a limb or a posture, "
          "for the heart rate (心率), a sign with several values in one text, nor for what is "
          "denied, past or planned; not without a measurement "
          "within an hour, without times to the minute, or where the chart could not be read "
          "whole. Of a document the first is said. Tolerances and hours are not law."},
     .advice =
         {"核对原始测量值，按规定改正抄错的一处；病程不应沿用前日的数值。",
          "Compare with the measurement and correct the wrong value; a note does not carry on "
          "the values of another day."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
