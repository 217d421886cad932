// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_TABLES_H_
#define EMRLINT_TABLES_TABLES_H_

#include <bitset>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/work_calendar.h"
#include "copies/boilerplate.h"
#include "model/person.h"
#include "tables/key_index.h"
#include "tables/name_index.h"
#include "tables/table_kind.h"

namespace emrlint {

class CodeTables;  // codes/code_tables.h

// The days on which a row holds, both ends included.
struct Validity {
  std::optional<std::chrono::sys_days> from, until;

  // Unknown where the time is not known well enough for a row with an end.
  Within covers(const std::optional<Time>& at) const;
};

struct SurgeryLevel {
  std::string_view code, name;
  int level = 0;  // 1-4
  Validity valid;
};

// One authorisation: of a procedure, or of all up to a level.
struct Authorisation {
  std::string_view staff_id, name;
  std::string_view code, procedure;
  std::optional<int> level;
  Validity valid;
};

struct Technology {
  std::string_view code, name;
  Validity valid;
};

enum class AntibioticClass : std::uint8_t { kUnrestricted, kRestricted, kSpecial };

struct Antibiotic {
  std::string_view name;
  std::optional<AntibioticClass> level;
  Validity valid;
};

struct DrugClasses {
  std::string_view name;
  std::vector<std::string_view> classes;
};

struct CriticalLimit {
  std::string_view analyte, unit;
  std::optional<double> low, high;
  Sex sex = Sex::kUnknown;  // Unknown: both.
  std::optional<int> age_from, age_until;
};

struct StaffEntry {
  std::string_view id, name, department;
  Title title = Title::kUnknown;
  std::optional<AntibioticClass> antibiotic;
  Validity valid;
};

// Rows that are found by a code (of people: their id) or a name.
template <typename Row>
struct Listed {
  std::vector<Row> rows;
  KeyIndex by_code, by_name;
  KeyIndex uncoded;  // By name, of the rows that have no code.

  // The rows of a code. Only rows without one, or a question without one, are found by the name.
  std::vector<const Row*> find(std::string_view code, std::string_view name) const {
    std::span<const std::uint32_t> found = code.empty() ? by_name.find(name) : by_code.find(code);
    if (found.empty() && !code.empty()) found = uncoded.find(name);
    std::vector<const Row*> result;
    for (const std::uint32_t row : found) result.push_back(&rows[row]);
    return result;
  }
};
// Rows whose names are found inside texts.
template <typename Row>
struct Named {
  std::vector<Row> rows;
  NameIndex names;
};

// The tables of a run. What was not read is empty. Immutable once read; for any number of threads.
class Tables {
 public:
  Tables();
  Tables(Tables&&) noexcept;
  Tables& operator=(Tables&&) noexcept;
  ~Tables();
  static const Tables& none();

  // Reads a table from the bytes of a CSV file in UTF-8 or GB18030. Errors name path, line, column
  // and what was expected, a line for each. One that is read again replaces the first.
  std::optional<Error> read(TableKind kind, const std::string& path, std::string bytes);
  // A table that has a heading only is not there yet.
  bool has(TableKind kind) const { return loaded_[static_cast<std::size_t>(kind)]; }

  // The table's, else China's.
  const WorkCalendar& calendar() const { return calendar_ ? *calendar_ : WorkCalendar::china(); }
  const Listed<SurgeryLevel>& surgery_levels() const { return surgery_levels_; }
  const Listed<Authorisation>& authorisations() const { return authorisations_; }
  const Listed<Technology>& restricted() const { return restricted_; }
  const Listed<Technology>& new_technologies() const { return new_technologies_; }
  const Named<Antibiotic>& antibiotics() const { return antibiotics_; }
  const Named<DrugClasses>& drug_classes() const { return drug_classes_; }
  const Listed<CriticalLimit>& critical_limits() const { return critical_limits_; }
  const Listed<StaffEntry>& staff() const { return staff_; }
  // The code tables of [codes].
  const CodeTables& codes() const;
  void set_codes(CodeTables codes);
  // The built-in boilerplate (checks/duplication/boilerplate.csv) and the table's.
  const Boilerplate& boilerplate() const;

 private:
  friend class TableBuilder;

  std::bitset<kTableCount> loaded_;
  std::deque<std::string> texts_;  // What the rows are views of.
  std::optional<WorkCalendar> calendar_;
  Listed<SurgeryLevel> surgery_levels_;
  Listed<Authorisation> authorisations_;
  Listed<Technology> restricted_, new_technologies_;
  Named<Antibiotic> antibiotics_;
  Named<DrugClasses> drug_classes_;
  Listed<CriticalLimit> critical_limits_;
  Listed<StaffEntry> staff_;
  std::unique_ptr<CodeTables> codes_;
  std::optional<Boilerplate> boilerplate_;
};

}  // namespace emrlint

#endif  // EMRLINT_TABLES_TABLES_H_
