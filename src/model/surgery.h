// SPDX-License-Identifier: Apache-2.0
// Surgeries with their anaesthesia, and procedures that are none.
#ifndef EMRLINT_MODEL_SURGERY_H_
#define EMRLINT_MODEL_SURGERY_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/fact.h"
#include "model/person.h"

namespace emrlint {

enum class Urgency : std::uint8_t { kUnknown, kElective, kUrgent, kEmergency, kLifeSaving };
enum class Side : std::uint8_t { kUnknown, kLeft, kRight, kBoth, kNone };
enum class AnesthesiaKind : std::uint8_t {
  kUnknown, kGeneral, kNeuraxial, kNerveBlock, kLocal, kSedation, kCombined, kOther,
};

struct Anesthesia {
  bool present = false;  // The chart tells of an anaesthesia.
  AnesthesiaKind kind = AnesthesiaKind::kUnknown;
  Text kind_text;
  std::optional<Located<int>> asa;
  Person by;
  TimeFact start, end;
};

struct Surgery {
  Text id;
  Text code;
  Text name;
  std::optional<Located<int>> level;  // 1-4
  Located<Urgency> urgency;
  std::optional<Located<bool>> planned;  // false: unplanned return to theatre
  bool cancelled = false;
  bool cesarean = false;
  bool malformed_time = false;        // A start or end is written that is no possible time.
  TimeFact start, end, left_room;
  Person surgeon;
  std::vector<Person> assistants;
  Person planned_surgeon;             // From order, discussion or consent.
  Text incision;                      // 0, I, II, III as written.
  Text healing;                       // 甲, 乙, 丙 as written.
  Text site;
  Located<Side> side;
  Text destination;                   // ward, pacu, icu as written
  Anesthesia anesthesia;
  Span span;
};

struct Procedure {
  Text id, code, name, code_system;
  std::optional<Located<Time>> at;
  // As the front page has them of an operation; the level is "3", or as it is written there.
  Text level, incision, healing;
  bool principal = false;
  bool invasive = false;
  Person by;
  std::uint32_t document = kNoDocument;
  Span span;

  static constexpr std::uint32_t kNoDocument = 0xffffffff;
};

std::string_view id(Urgency);
std::string_view id(Side);
std::string_view id(AnesthesiaKind);
std::optional<Urgency> urgency_from_id(std::string_view);
std::optional<Side> side_from_id(std::string_view);
std::optional<AnesthesiaKind> anesthesia_from_id(std::string_view);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_SURGERY_H_
