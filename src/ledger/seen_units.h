// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_SEEN_UNITS_H_
#define EMRLINT_LEDGER_SEEN_UNITS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reader/input.h"

namespace emrlint::ledger {

// What the last plan of a store found, so that files are not opened again that are as they were by
// number, size, time of writing and time of change, which no program can set back. It lies beside
// the runs, and nothing rests on it: where it is missing, damaged or made under other rules, and
// for files that changed within two seconds before they were looked at, bytes are read.
class SeenUnits {
 public:
  using Clock = std::int64_t (*)();  // Nanoseconds since 1970.
  static std::int64_t system_clock();

  // `rules`: as Terms has them; what was found under others is not known.
  SeenUnits(const std::string& store, std::string rules, Clock clock = system_clock);

  // Reads what the last plan found.
  void load();

  // Looks at files before they are opened: the ones of a folder, or one by itself. Their units
  // without texts if all are as they were, else none. What it saw holds until the next call.
  std::optional<std::vector<WorkUnit>> look_at(const std::vector<std::string>& files);
  // The hash of the bytes of a unit of these files, if it is as it was.
  std::optional<std::string> content(std::uint64_t id, const WorkUnit& unit) const;
  // A unit of these files and the hash of its bytes, to be known by the next plan.
  void note(std::uint64_t id, const WorkUnit& unit, const std::string& content);

  // Writes what was noted. Why it could not be, if so.
  std::optional<Error> save() const;

 private:
  struct Look {
    std::uint64_t hash = 0, size = 0;
    bool reliable = false;
  };
  // As it lies in the file.
  struct Record {
    std::uint64_t id, look, flags;
    char content[32];
  };

  std::optional<std::uint64_t> look_of(const WorkUnit& unit) const;
  std::optional<WorkUnit> known_unit(const std::string* begin, const std::string* end) const;

  std::string path_, rules_;
  Clock clock_;
  std::unordered_map<std::uint64_t, Record> known_;
  std::unordered_map<std::string_view, Look> looks_;
  std::vector<std::string> looked_at_;  // The files of looks_.
  std::vector<Record> noted_;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_SEEN_UNITS_H_
