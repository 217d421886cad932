// SPDX-License-Identifier: Apache-2.0
#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual, Bilingual, Bilingual> kDiffer{
    "differ", "{0}写明术后送{1}，{2}为{3}，两者不一致。",
    "the {0} says that the patient went to the {1}; by the {2} it was the {3}."};
constexpr Message<> kOther{"other", "另一处记载", "the other statement"};

constexpr Citation kBasis[] = {{"SA", "10"}, {"SA", "9"}, {"BL", "3"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kDiffer, kOther};

enum class Place : std::uint8_t { kUnknown, kWard, kIcu };

constexpr Bilingual kWardName{"病房", "ward"};
constexpr Bilingual kIcuName{"重症监护室", "intensive care unit"};
constexpr Bilingual kSurgeryData{"手术去向", "surgery's destination"};

Bilingual name(Place place) { return place == Place::kIcu ? kIcuName : kWardName; }
Bilingual name(DocType type) { return {name(type, Lang::kZh), name(type, Lang::kEn)}; }

// The recovery room is on the way to both; 转ICU alone may be later.
constexpr WordList kIcu{
    "送ICU|送入ICU|送至ICU|送回ICU|送返ICU|返ICU|返回ICU|回ICU|送监护室|送重症|送至重症|送SICU|"
    "返SICU|"
    "送EICU|送NICU|送CCU|术毕转ICU|术后转ICU|术毕转重症|术后转重症|术毕入ICU|术后入ICU"};
constexpr WordList kWard{"安返病房|返回病房|返病房|送回病房|送返病房|送入病房|送至病房|回病房"};

struct Statement {
  Place place = Place::kUnknown;
  const Document* document = nullptr;  // Null: the data of the surgery.
  Span span;
};

bool states(std::string_view text, WordList words, std::size_t& at, std::size_t& to) {
  const Narrative narrative(text);
  return any_word(words, [&](std::string_view word) {
    at = find_word(text, word);
    if (at == text.npos) return false;
    to = at + word.size();
    const Reading reading = narrative.reading(at, to);
    return reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual;
  });
}

// A record that names both tells of a way, not of one place.
Statement stated(const Document& record) {
  Statement found;
  for (const Text& text : record.texts) {
    for (const auto& [words, place] : {std::pair{kIcu, Place::kIcu}, {kWard, Place::kWard}}) {
      std::size_t at = 0, to = 0;
      if (!states(text.value, words, at, to)) continue;
      if (found.place != Place::kUnknown && found.place != place) return {};
      found = {place, &record, text.span};
    }
  }
  return found;
}

Statement of_data(const Surgery& surgery) {
  const std::string_view text = surgery.destination.value;
  if (text == "icu" || holds_any(text, {"ICU|监护|重症"})) {
    return {Place::kIcu, nullptr, surgery.destination.span};
  }
  if (text == "ward" || holds_any(text, {"病房|病区"})) {
    return {Place::kWard, nullptr, surgery.destination.span};
  }
  return {};
}

void judge(const Chart& chart, std::size_t index, Report& report) {
  const Subject subject = of_surgery(index);
  Statement first = of_data(chart.surgeries[index]);
  int count = first.place == Place::kUnknown ? 0 : 1;
  const Records records = records_about(
      chart, index,
      {DocType::kAnesthesiaRecord, DocType::kOperationRecord, DocType::kCesareanRecord,
       DocType::kPostopFirstNote, DocType::kTransferHandover, DocType::kPacuRecord});
  for (const Document* record : records.all) {
    const Statement one = stated(*record);
    if (one.place == Place::kUnknown) continue;
    ++count;
    if (first.place == Place::kUnknown) {
      first = one;
    } else if (first.place != one.place) {
      const Bilingual other = first.document == nullptr ? kSurgeryData : name(first.document->type);
      report
          .fail(kDiffer, subject, one.span, record->type, name(one.place), other, name(first.place))
          .note(kOther, first.span);
      return;
    }
  }
  if (count > 1) report.pass(subject);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) judge(chart, i, report);
  }
}

}  // namespace

extern constinit const Check periop_postop_destination{
    {.id = "periop-postop-destination",
     .severity = Severity::kWarning,
     .title = {"术后去向的记载应一致", "Where the patient went after surgery is told alike"},
     .judged =
         {"每台手术：手术数据、麻醉记录、手术记录、术后首次病程记录、交接单、复苏室记录中写明的术后"
          "去向（病房或重症监护室）两"
          "处以上的，应一致。",
          "Each surgery: its data, the anaesthesia, operation and first postoperative record, the "
          "hand-over and the recovery room record agree on where the patient went, ward or "
          "intensive "
          "care, where two or more say so."},
     .exceptions =
         {"复苏室是去病房或监护室的中间站，不作比较；一份记录两处都提到的、假设和否认的说法不取；只"
          "有一处写明的、取消的手术不"
          "评价。",
          "The recovery room is on the way to both and not compared; a record that names both, and "
          "what is supposed or denied, does not count. Not where one place alone tells, nor for "
          "cancelled surgeries."},
     .advice = {"核对并改正错误的记载。", "Check both and correct the wrong one."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
