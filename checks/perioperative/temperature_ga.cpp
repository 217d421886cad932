// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "checks/process/told.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kNoTemperature{
    "no-temperature", "全身麻醉手术{0}的麻醉和手术护理记录中未见术中体温。",
    "neither the anaesthesia nor the nursing record of {0} under general anaesthesia states a "
    "temperature."};
constexpr Message<Surgery, Duration> kNoWarming{
    "no-warming", "全身麻醉手术{0}的麻醉超过{1}，未见主动保温措施的记录。",
    "the general anaesthesia of {0} lasted more than {1}; no active warming is on record."};

constexpr Option<Duration> kLong{"longer_than", Duration{120}, "麻醉超过多久要求保温记录",
                                 "from what duration warming is asked for"};

constexpr Citation kBasis[] = {{"SA", "8"}};
constexpr int kCore[] = {11};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoTemperature, kNoWarming};
constexpr OptionInfo kOptions[] = {kLong};

constexpr WordList kTemperature{"体温|鼻咽温|鼻温|食管温|肛温|膀胱温|血温|Temp|TEMP"};
constexpr WordList kWarming{
    "保温|加温|升温|复温|恒温|控温|温盐水|温生理盐水|暖风|温毯|变温毯|电热毯|温水毯|加热|输液加温|"
    "温液|保暖|warm"};

bool told(const Text& text, WordList words) { return told_in(text, words).has_value(); }

// "T 36.5", "T：36.2": of a body. No T3 of a tumour or of the thyroid.
bool states_degrees(std::string_view text) {
  for (std::size_t at = text.find('T'); at != text.npos; at = text.find('T', at + 1)) {
    std::size_t next = at + 1;
    for (const std::string_view mark : {" ", ":", "：", "=", " "}) {
      if (text.substr(next).starts_with(mark)) next += mark.size();
    }
    const int tens = digit_at(text, next), ones = digit_at(text, next + 1);
    if (tens == 3 && ones >= 3) return true;
  }
  return false;
}

template <typename Tells>
bool any_tells(const std::vector<const Document*>& records, Tells tells) {
  return std::any_of(records.begin(), records.end(), [&](const Document* record) {
    return std::any_of(record->texts.begin(), record->texts.end(), tells);
  });
}

// Temperatures that were taken between the start and the end; a single one is the ward's.
bool measured(const Chart& chart, const Anesthesia& anesthesia) {
  if (!anesthesia.start || !anesthesia.end) return false;
  const auto taken = std::count_if(
      chart.observations.begin(), chart.observations.end(), [&](const Observation& o) {
        return o.at && holds_any(o.name.value, {"体温|emperature"}) &&
               !certainly_before(o.at->value, anesthesia.start.value()) &&
               !certainly_after(o.at->value, anesthesia.end.value());
      });
  return taken > 1;
}

void judge(const Chart& chart, std::size_t index, Duration limit, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Records records = records_about(
      chart, index, {DocType::kAnesthesiaRecord, DocType::kOperatingRoomNursingRecord});
  if (records.all.empty() && !records.unlinked) return;  // Their absence is another check's.
  std::optional<Missing> doubt = doubt_if(records.unlinked, missing::kDocumentLink);
  for (const Document* record : records.all) {
    if (record->broken) doubt = missing::kRestOfDocument;
  }
  const Span where = records.all.empty() ? surgery.span : records.all.front()->span;
  const auto say = [&](const Subject& subject, bool there, auto fail) {
    if (there) {
      report.pass(subject);
    } else if (doubt) {
      report.undecided(subject, *doubt, where);
    } else {
      fail();
    }
  };
  const Subject taken = of_surgery(index, "temperature"), warmed = of_surgery(index, "warming");
  say(taken,
      any_tells(records.all,
                [](const Text& text) {
                  return told(text, kTemperature) || states_degrees(text.value);
                }) ||
          measured(chart, surgery.anesthesia),
      [&] { report.fail(kNoTemperature, taken, where, surgery); });
  const Anesthesia& anesthesia = surgery.anesthesia;
  if (!anesthesia.start || !anesthesia.end) return;
  if (within(anesthesia.start.value(), anesthesia.end.value(), limit) != Within::kNo) return;
  say(warmed, any_tells(records.all, [](const Text& text) { return told(text, kWarming); }),
      [&] { report.fail(kNoWarming, warmed, where, surgery, limit); });
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const AnesthesiaKind kind = surgery.anesthesia.kind;
    if (surgery.cancelled || !surgery.anesthesia.present) continue;
    if (kind != AnesthesiaKind::kGeneral && kind != AnesthesiaKind::kCombined) continue;
    judge(chart, i, options[kLong], report);
  }
}

}  // namespace

extern constinit const Check periop_temperature_ga{
    {.id = "periop-temperature-ga",
     .severity = Severity::kWarning,
     .title = {"全麻手术应监测体温并主动保温",
               "Under general anaesthesia the temperature is taken and the patient kept warm"},
     .judged =
         {"每台全身麻醉（含复合麻醉）手术两项：麻醉记录、手术护理记录或监测数据（不止一次）中有术中"
          "体温；麻醉超"
          "过2小时（可调）的，记录"
          "中有主动保温措施。方案要求监测体温并主动保温，时长是本检查设定的。",
          "Each surgery under general (or combined) anaesthesia, two judgements: the anaesthesia "
          "or "
          "nursing record or the readings (more than one) have a temperature; where the "
          "anaesthesia lasted more "
          "than 2 "
          "hours (an option), active warming is on record. The plan asks for both; the duration is "
          "this check's."},
     .exceptions = {"其他麻醉方式、取消的手术不评价；两种记录都没有的由其他检查判定。起止时间不明的"
                    "不评价保温。有几次手术而记录未注明"
                    "哪一次、文书未能完整读取的无法判定。",
                    "Not for other kinds of anaesthesia and cancelled surgeries; where neither "
                    "record exists, "
                    "other checks say so. Warming is not judged where the times are not known. "
                    "Undecided where a "
                    "record names none of several surgeries, or could not be read whole."},
     .advice = {"术中监测体温并记录保温措施。",
                "Take the temperature during surgery and record how the patient is kept warm."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
