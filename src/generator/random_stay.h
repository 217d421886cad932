// SPDX-License-Identifier: Apache-2.0
// An invented stay and how its records are written as chart JSON. Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_STAY_H_
#define EMRLINT_GENERATOR_RANDOM_STAY_H_

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/time.h"
#include "generator/json_text.h"
#include "generator/random_text.h"

namespace emrlint {

// Ids of the staff.
inline constexpr std::string_view kResident = "D1", kAttending = "D2", kChief = "D3",
                                  kAnesthetist = "D4", kSecondResident = "D5", kInternist = "D6",
                                  kCardiologist = "D7", kCirculatingNurse = "N1",
                                  kScrubNurse = "N2";

// How records name the surgery.
inline constexpr std::string_view kSurgery = "surgeries/s1";

// A record: recorded and signed by one of the staff.
struct RandomRecord {
  std::string_view id, type;
  Time recorded;
  std::string_view role, by;
  Time signed_at;
  std::string_view about = {};  // "surgeries/s1"; the surgeon has a part in such records.
};

// What the stay is of.
enum class StayOf : std::uint8_t { kGallstones, kMother, kNewborn };

// A birth: the mother's stay and that of the child tell of the same one.
struct RandomBirthFacts {
  bool girl = false;
  bool ruptured = false;  // The membranes, before labour: a complication.
  int grams = 3300;
  int weeks = 39, days = 0;
};

// What a copied passage of the stay says wrongly.
enum class Miscopied : std::uint8_t { kNothing, kDay, kAge, kSide };

// What the dice said of a stay, and the JSON that is written of it.
struct RandomStay {
  // `words`, if any, are what the narratives are drawn from.
  RandomStay(Dice& dice, std::string key, double rate, Dice* words = nullptr);
  // Of a birth: the mother's, or the child's.
  RandomStay(Dice& dice, std::string key, double rate, StayOf of, const RandomBirthFacts& birth);

  bool wrong(std::string_view check) const { return defects.contains(check); }
  Miscopied miscopied() const {
    constexpr Miscopied kTurns[] = {Miscopied::kDay, Miscopied::kAge, Miscopied::kSide};
    return wrong("duplication-copy-error") ? kTurns[days % 3] : Miscopied::kNothing;
  }
  // What is written at a place that would else hold `text`; nothing where it is left out.
  std::optional<std::string> written(std::string_view place, std::string_view text) const;
  // Who writes what a resident writes at the beginning and at the end of the stay.
  std::string_view first_resident() const { return transferred ? kInternist : kResident; }
  std::string_view last_resident() const { return handed_over ? kSecondResident : kResident; }
  // Who operates, and who assists.
  std::string_view surgeon() const { return unauthorised() ? kAttending : kChief; }
  std::string_view assistant() const { return unauthorised() ? kChief : kAttending; }
  std::string_view department() const;
  // When the patient came; a child is born on the first afternoon.
  Time admission() const { return of == StayOf::kNewborn ? born() : at(0, 9); }
  Time born() const { return at(0, 15, 20); }
  std::string_view procedure() const {
    return level4 ? "腹腔镜下胆囊切除伴胆总管探查术" : "腹腔镜下胆囊切除术";
  }
  int transfusion_day() const { return surgery_day > 0 ? surgery_day : 1; }
  // Hospital time of a day of the stay; the first is 0.
  Time at(int day, int hour, int minute = 0) const;
  // So many minutes after the hour of the admission on that day.
  Time after(int day, int minutes) const;

  void time(std::string_view name, const Time& value) { json.text(name, to_iso(value)); }
  // One member of "signatures".
  void signature(std::string_view role, std::string_view by, const Time& when);
  // One member of a record's "sections"; a member of "front_page".
  void section(std::string_view type, std::string_view text);
  void front_page_item(std::string_view name, std::string_view text);
  // One member of "documents"; `sections` writes what its sections hold.
  template <typename Sections>
  void document(const RandomRecord& record, Sections sections) {
    if (!written(record.id, record.id)) return;
    record_ = record.id;
    json.object([&] {
      write_head(record);
      json.array("sections", sections);
    });
  }

  // A narrative as `draw(Dice&)` writes it. With words of its own a stay is else the same.
  template <typename Draw>
  std::string told(Draw draw) {
    const std::string text = draw(dice);
    return words_ == nullptr ? text : draw(*words_);
  }

  Dice& dice;
  StayOf of = StayOf::kGallstones;
  RandomBirthFacts birth;
  JsonText json;
  std::string key;
  std::set<std::string_view> defects;  // Ids of the checks that are to find one.
  Instant admitted;                    // 09:00 of the first day, when most patients come.
  int days;
  int surgery_day = 0;  // 0: none
  int condition_day =
      0;  // The patient is 病重 from then on, 病危 where there is a rescue; 0: never
  bool rescued = false;
  bool transferred = false;  // From another department, on the second day.
  bool handed_over = false;  // To another resident, on the fourth day.
  bool transfused = false;
  bool emergency = false;  // The surgery, planned otherwise.
  bool level4 = false;     // The surgery, level 3 otherwise.
  bool recovered = false;  // In the recovery room.
  bool implanted = false;
  bool died = false;       // At the end of the stay.
  bool infected = false;   // Antibiotics from the fourth day on.
  bool outside = false;    // The consultant is of another hospital.
  bool discussed = false;  // As a difficult case.
  bool endoscopy = false;  // On the second day.
  bool critical_value = false;
  bool consulted = false;  // By the cardiologists, on the second day.
  bool female;
  std::string patient, history, features, exam;

 private:
  Dice* words_;  // Null: as the rest.

  bool unauthorised() const {
    return wrong("periop-surgeon-authorised") || wrong("periop-emergency-over-authority");
  }
  void make_wrong(double rate);
  // Whether no defect is at that place, at its record or within it.
  bool untouched(std::string_view place) const;
  void write_head(const RandomRecord& record);

  std::map<std::string_view, std::string_view> instead_;  // By place; without text where code asks.
  std::string_view record_;                               // The one that is being written.
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_STAY_H_
