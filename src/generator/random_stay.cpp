// SPDX-License-Identifier: Apache-2.0
#include "generator/random_stay.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace emrlint {
namespace {

using Minutes = std::chrono::minutes;
using Hours = std::chrono::hours;

// What a stay must have for a defect.
enum class When {
  kAlways,
  kMale,
  kFemale,
  kSurgery,
  kNoSurgery,
  kPlannedSurgery,
  kEmergencySurgery,
  kPlainSurgery,
  kLevel3Surgery,
  kLevel4Surgery,
  kLevel4Unrescued,
  kRecovery,
  kImplant,
  kCondition,
  kRescue,
  kTransfer,
  kNoTransfer,
  kHandover,
  kTransfusion,
  kCriticalValue,
  kConsultation,
  kConsultationInside,
  kDeath,
  kSurvival,
  kConsultationOutside,
  kInfection,
  kInfectionToldOnce,
  kNoInfection,
  kNoMdt,
  kDiscussion,
  kEndoscopy,
  kSurgeryEndoscopy,
  kSurgeryUnrescued,
  kMother,
  kNewborn
};

struct Defect {
  std::string_view check;
  When when;
  std::string_view places;  // Blanks between them.
  std::string_view text;
};

constexpr Defect kDefects[] = {
#define EMRLINT_DEFECT(check, when, places) {check, When::when, places, {}},
#define EMRLINT_TEXT_DEFECT(check, when, place, text) {check, When::when, place, text},
#include "generator/defects.def"
#undef EMRLINT_DEFECT
#undef EMRLINT_TEXT_DEFECT
};

bool has(const RandomStay& stay, When when) {
  const bool of_birth = when == When::kMother || when == When::kNewborn;
  if (of_birth != (stay.of != StayOf::kGallstones)) return false;
  switch (when) {
    case When::kMother:
      return stay.of == StayOf::kMother;
    case When::kNewborn:
      return stay.of == StayOf::kNewborn;
    case When::kAlways:
      return true;
    case When::kMale:
      return !stay.female;
    case When::kFemale:
      return stay.female;
    case When::kSurgery:
      return stay.surgery_day > 0;
    case When::kNoSurgery:
      return stay.surgery_day == 0 && !stay.endoscopy;
    case When::kPlannedSurgery:
      return stay.surgery_day > 0 && !stay.emergency;
    case When::kEmergencySurgery:
      return stay.emergency;
    case When::kPlainSurgery:  // Of level 3, planned.
      return stay.surgery_day > 0 && !stay.level4 && !stay.emergency;
    case When::kLevel3Surgery:
      return stay.surgery_day > 0 && !stay.level4;
    case When::kLevel4Surgery:
      return stay.level4;
    case When::kLevel4Unrescued:
      return stay.level4 && !stay.rescued;
    case When::kRecovery:
      return stay.recovered;
    case When::kImplant:
      return stay.implanted;
    case When::kCondition:
      return stay.condition_day > 0;
    case When::kRescue:
      return stay.rescued;
    case When::kTransfer:
      return stay.transferred;
    case When::kNoTransfer:
      return !stay.transferred;
    case When::kHandover:
      return stay.handed_over;
    case When::kCriticalValue:
      return stay.critical_value;
    case When::kTransfusion:
      return stay.transfused;
    case When::kDeath:
      return stay.died;
    case When::kSurvival:
      return !stay.died;
    case When::kConsultationInside:
      return stay.consulted && !stay.outside;
    case When::kConsultationOutside:
      return stay.outside;
    case When::kInfection:
      return stay.infected;
    case When::kInfectionToldOnce:  // No summary tells of the treatment again.
      return stay.infected && !stay.handed_over;
    case When::kNoInfection:
      return !stay.infected;
    case When::kNoMdt:
      return !stay.level4 && !stay.discussed && !stay.died;
    case When::kDiscussion:
      return stay.discussed;
    case When::kEndoscopy:
      return stay.endoscopy;
    case When::kSurgeryEndoscopy:
      return stay.surgery_day > 0 && stay.endoscopy;
    case When::kSurgeryUnrescued:
      return stay.surgery_day > 0 && !stay.rescued;
    case When::kConsultation:
      return stay.consulted;
  }
  return false;
}

// The record that a place is in: "d2" of "d2/allergy" and of "d2".
std::string_view record_of(std::string_view place) {
  return place.substr(0, place.find_first_of("/#"));
}

template <typename Visit>
void each_place(std::string_view places, Visit visit) {
  while (!places.empty()) {
    const std::size_t end = std::min(places.find(' '), places.size());
    visit(places.substr(0, end));
    places.remove_prefix(std::min(end + 1, places.size()));
  }
}

}  // namespace

RandomStay::RandomStay(Dice& dice_of_chart, std::string key_of_chart, double rate, Dice* words)
    : dice(dice_of_chart), key(std::move(key_of_chart)), words_(words) {
  using std::chrono::sys_days;
  // 09:00 hospital time of some day of 2024.
  admitted = sys_days{std::chrono::year{2024} / 1 / 1} + Hours{24 * dice.between(0, 300) + 1};
  days = dice.between(4, 20);
  if (dice.chance(0.5)) surgery_day = 2;
  female = dice.chance(0.5);
  patient = person_name(dice);
  history = told(history_text);
  features = told(features_text);
  // After the day of a surgery has begun, and over before the stay ends.
  rescued = dice.chance(0.15);
  if (rescued || dice.chance(0.15)) condition_day = surgery_day > 0 ? surgery_day : 1;
  transferred = dice.chance(0.15);
  handed_over = dice.chance(0.15) && days > 5;
  transfused = dice.chance(0.15);
  critical_value = dice.chance(0.2);
  consulted = dice.chance(0.2);
  emergency = dice.chance(0.2) && surgery_day > 0;
  level4 = dice.chance(0.3) && surgery_day > 0;
  recovered = dice.chance(0.3) && surgery_day > 0;
  implanted = dice.chance(0.2) && surgery_day > 0;
  infected = dice.chance(0.3);
  outside = dice.chance(0.3) && consulted;
  discussed = dice.chance(0.15);
  endoscopy = dice.chance(0.2);
  died = dice.chance(0.1) && !level4 && !discussed;
  make_wrong(rate);
}

RandomStay::RandomStay(Dice& dice_of_chart, std::string key_of_chart, double rate, StayOf what,
                       const RandomBirthFacts& facts)
    : dice(dice_of_chart), of(what), birth(facts), key(std::move(key_of_chart)), words_(nullptr) {
  days = dice.between(4, 6);
  female = what == StayOf::kMother || facts.girl;
  patient = person_name(dice);
  make_wrong(rate);
}

std::string_view RandomStay::department() const {
  constexpr std::string_view kDepartments[] = {"普通外科", "产科", "新生儿科"};
  return kDepartments[static_cast<std::size_t>(of)];
}

void RandomStay::make_wrong(double rate) {
  for (const Defect& defect : kDefects) {
    bool possible = dice.chance(rate) && has(*this, defect.when);
    each_place(defect.places, [&](std::string_view place) { possible &= untouched(place); });
    if (!possible) continue;
    defects.insert(defect.check);
    each_place(defect.places, [&](std::string_view place) { instead_[place] = defect.text; });
  }
}

bool RandomStay::untouched(std::string_view place) const {
  const std::string_view record = record_of(place);
  return std::none_of(instead_.begin(), instead_.end(), [&](const auto& entry) {
    const std::string_view other = entry.first;
    return other == place || other == record || (place == record && record_of(other) == record);
  });
}

std::optional<std::string> RandomStay::written(std::string_view place,
                                               std::string_view text) const {
  const auto found = instead_.find(place);
  if (found == instead_.end() || found->second.data() == nullptr) return std::string(text);
  if (found->second.empty()) return std::nullopt;
  if (found->second.front() != '+') return std::string(found->second);
  return std::string(text) + std::string(found->second.substr(1));
}

Time RandomStay::at(int day, int hour, int minute) const {
  return at_minute(admitted + Hours{24 * day} - Hours{9} + Hours{hour} + Minutes{minute});
}

Time RandomStay::after(int day, int minutes) const {
  return at_minute(admitted + Hours{24 * day} + Minutes{minutes});
}

void RandomStay::signature(std::string_view role, std::string_view by, const Time& when) {
  json.object([&] {
    json.text("role", role);
    if (role == "patient" || role == "agent") {
      json.object("by", [&] { json.text("name", role == "agent" ? "林家属" : patient); });
    } else {
      json.text("by", by);
    }
    time("at", when);
  });
}

void RandomStay::section(std::string_view type, std::string_view text) {
  const auto said = written(std::string(record_) + "/" + std::string(type), text);
  if (!said) return;
  json.object([&] {
    json.text("type", type);
    json.text("text", *said);
  });
}

void RandomStay::front_page_item(std::string_view name, std::string_view text) {
  const auto said = written("front-page/" + std::string(name), text);
  if (said) json.text(name, *said);
}

void RandomStay::write_head(const RandomRecord& record) {
  const std::string_view type = record.type;
  json.text("id", record.id);
  json.text("type", type);
  time("recorded", record.recorded);
  const bool by_another = type == "operation-record" && wrong("periop-operation-record-author");
  json.text("author", by_another ? kSecondResident : record.by);
  if (!record.about.empty()) json.array("about", [&] { json.string(record.about); });
  if (type == "difficult-case-discussion" || type == "death-case-discussion" ||
      type == "preop-discussion" || type == "level4-mdt")
    time("held", record.recorded);
  const auto participant = [&](std::string_view role, std::string_view by) {
    json.object([&] {
      json.text("role", role);
      json.text("by", by);
    });
  };
  const bool without_surgeon =
      type == "preop-discussion" && wrong("periop-preop-discussion-surgeon");
  json.array("participants", [&] {
    participant(record.role, record.by);
    if (type == "difficult-case-discussion" || type == "death-case-discussion") {
      const bool below = wrong("process-death-discussion-chair");
      participant("host", below ? kAttending : kChief);
      participant("member", kAttending);
    }
    if (record.about != kSurgery) return;
    if (type == "level4-mdt") {
      if (!wrong("periop-level4-mdt-departments")) participant("member", kCardiologist);
    }
    participant("host", without_surgeon ? kAttending : kChief);
    participant("surgeon", without_surgeon ? kAttending : surgeon());
  });
  if (!written(std::string(record.id) + "#signatures", record.id)) return;
  const Time& when = record.signed_at;
  json.array("signatures", [&] {
    signature(record.role, record.by, when);
    if (type == "difficult-case-discussion") signature("host", kChief, when);
    if (type == "death-case-discussion") {
      signature("host", wrong("process-death-discussion-chair") ? kAttending : kChief, when);
    }
    if (type == "death-record") signature("chief", kChief, when);
    if (type == "consultation-record") signature("requester", kResident, when);
    if (type == "preop-discussion") signature("host", without_surgeon ? kAttending : kChief, when);
    if (type == "preop-summary" || type == "operation-consent")
      signature("surgeon", surgeon(), when);
    if (type == "surgical-count") signature("scrub-nurse", kScrubNurse, when);
    if (type == "rescue-record") signature("chief", kChief, when);
    const bool told = type.ends_with("consent") || type == "critical-condition-notice";
    const bool by_other = type == "operation-consent" && wrong("consent-signatory");
    if (told) signature(by_other ? "agent" : "patient", "", when);
  });
}

}  // namespace emrlint
