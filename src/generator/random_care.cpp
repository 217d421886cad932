// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "generator/random_parts.h"
#include "generator/random_tests.h"

namespace emrlint {

// Two on each day, working or not.
void write_random_rounds(RandomStay& stay) {
  int number = 0;
  for (int day = 1; day < stay.days; ++day) {
    for (const int hour : {8, 16}) {
      stay.json.object([&] {
        stay.json.text("id", "w" + std::to_string(++number));
        stay.time("at", stay.at(day, hour));
        stay.json.text("by", hour == 8 ? kAttending : stay.first_resident());
      });
    }
  }
}

void write_random_observations(RandomStay& stay) {
  JsonText& json = stay.json;
  Dice& dice = stay.dice;
  const auto one = [&](std::string_view name, std::string_view unit, int low, int high,
                       const Time& when) {
    json.object([&] {
      json.text("name", name);
      json.text("value", tenths(dice.between(low, high)));
      json.text("unit", unit);
      stay.time("at", when);
    });
  };
  if (stay.wrong("periop-reassessment")) {  // In the morning before the surgery.
    one("体温", "℃", 389, 391, stay.at(stay.surgery_day, 6));
  }
  const bool newborn = stay.of == StayOf::kNewborn;
  for (int day = newborn ? 1 : 0; day < stay.days; ++day) {
    for (const int minute : {45, 300, 600}) {
      const Time when = stay.after(day, minute);
      one("体温", "℃", 364, 366, when);  // So that the notes agree with them.
      one("脉搏", "次/分", newborn ? 1200 : 700, newborn ? 1400 : 840, when);
      one("呼吸", "次/分", newborn ? 400 : 160, newborn ? 500 : 200, when);
    }
  }
}

}  // namespace emrlint
