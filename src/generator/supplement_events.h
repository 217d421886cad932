// SPDX-License-Identifier: Apache-2.0
// The events of a chart in its chart.json. Internal to the generator.
#ifndef EMRLINT_GENERATOR_SUPPLEMENT_EVENTS_H_
#define EMRLINT_GENERATOR_SUPPLEMENT_EVENTS_H_

#include <string_view>
#include <vector>

#include "generator/json_text.h"
#include "model/chart.h"

namespace emrlint {

class SupplementEvents : protected JsonText {
 protected:
  // Somebody of the staff by his id, anybody else by name.
  void person(std::string_view name, const Person& value);
  void write_events(const Chart& chart);

 private:
  void write(const Condition& condition);
  void write(const Consultation& consultation);
  void write(const Transfer& transfer);
  void write(const Handover& handover);
  void write(const Rescue& rescue);
  void write(const Round& round);
  void write(const Transfusion& transfusion);
  void write(const CriticalValue& value);
  template <typename T>
  void events(std::string_view name, const std::vector<T>& values) {
    list(name, values, [&](const T& value) { object([&] { write(value); }); });
  }
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_SUPPLEMENT_EVENTS_H_
