// SPDX-License-Identifier: Apache-2.0
// The lists of codes of checks/coding: each code is well-formed, and each is in every ICD-10 table
// of the folder that EMRLINT_CODE_TABLES names (as its publisher has it: text, CSV, ClaML). Without
// that variable what needs a table is skipped.
#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/coding/asterisk.h"
#include "checks/coding/code_list.h"
#include "checks/coding/code_pairs.h"
#include "checks/coding/surgical_complications.h"
#include "checks/coding/terminal_states.h"
#include "checks/imported_tables.h"

namespace emrlint::checks {
namespace {

struct NamedList {
  std::string_view name, codes;
};

constexpr NamedList kLists[] = {
#define EMRLINT_UNACCEPTABLE(codes, with, zh, en) {"unacceptable", codes}, {"unacceptable", with},
#include "checks/coding/unacceptable.def"
#undef EMRLINT_UNACCEPTABLE
#define EMRLINT_CIRCUMSTANCE(list, codes) {#list, codes},
#include "checks/coding/circumstances.def"
#undef EMRLINT_CIRCUMSTANCE
#define EMRLINT_TERMINAL(codes, of_the_dead) {"terminal", codes},
#include "checks/coding/terminal_states.def"
#undef EMRLINT_TERMINAL
#define EMRLINT_COMPLICATION(codes) {"complication", codes},
#include "checks/coding/surgical_complications.def"
#undef EMRLINT_COMPLICATION
#define EMRLINT_SYMPTOM(symptom, causes) {"symptom", symptom}, {"cause", causes},
#include "checks/coding/symptom_causes.def"
#undef EMRLINT_SYMPTOM
#define EMRLINT_LASTING(codes) {"lasting", codes},
#include "checks/coding/lasting_diseases.def"
#undef EMRLINT_LASTING
#define EMRLINT_ASTERISK(code, daggers) {"dagger", daggers},
#include "checks/coding/asterisk.def"
#undef EMRLINT_ASTERISK
};

// Both ends of every range of every list.
void each_code(const std::function<void(std::string_view list, std::string_view code)>& visit) {
  const auto ends = [&](std::string_view name, const CodeRange& range) {
    visit(name, range.first);
    visit(name, range.last);
  };
  for (const NamedList& list : kLists) {
    any_range(list.codes, [&](CodeRange range) {
      ends(list.name, range);
      return false;
    });
  }
  for (const auto* const pairs : {&excluding_pairs(), &combining_pairs()}) {
    for (const CodePair& pair : *pairs) {
      for (const CodeRange& range : pair.codes) ends(pair.basis, range);
      for (const CodeRange& range : pair.others) ends(pair.basis, range);
      if (!pair.instead.empty()) visit(pair.basis, pair.instead);
    }
  }
}

const char* tables_folder() { return std::getenv("EMRLINT_CODE_TABLES"); }

TEST_CASE("coding lists: every code is well-formed and every range goes up") {
  std::size_t codes = 0;
  each_code([&](std::string_view list, std::string_view code) {
    CAPTURE(list);
    CAPTURE(code);
    CHECK(well_formed_icd10(code));
    ++codes;
  });
  CHECK(codes > 500);
  for (const NamedList& list : kLists) {
    any_range(list.codes, [&](CodeRange range) {
      CAPTURE(range.first);
      CHECK(range.first.size() == range.last.size());
      CHECK(range.first <= range.last);
      return false;
    });
  }
}

TEST_CASE("coding lists: a category of asterisk codes is read from the first row that fits") {
  std::string_view category;
  for (const AsteriskCode& row : asterisk_codes()) {
    CAPTURE(row.code);
    CHECK(well_formed_icd10(row.code));
    CHECK(asterisk_code(row.code) == &row);  // No row stands behind one that holds it.
    category = row.code.substr(0, 3);
    CHECK(asterisk_code(category) != nullptr);
  }
  CHECK(asterisk_code("E11.400") == nullptr);
  CHECK(asterisk_code("g63.200*")->code == "G63.2");
  CHECK(asterisk_code("G63.800*")->daggers.empty());
}

TEST_CASE("coding lists: lists of other checks do not overlap") {
  for (const std::string_view codes : kSurgicalComplications) {
    any_range(codes, [](CodeRange range) {
      CHECK(terminal_state(range.first) == nullptr);
      return false;
    });
  }
  CHECK(terminal_state("I46.000") == nullptr);
  CHECK(terminal_state("J96.000")->of_the_dead);
}

TEST_CASE("coding lists of a table: every code is there" *
          doctest::skip(tables_folder() == nullptr)) {
  const std::vector<CodeTable> tables = imported_tables(CodeSystem::kIcd10);
  REQUIRE(!tables.empty());
  for (const CodeTable& table : tables) {
    each_code([&](std::string_view list, std::string_view code) {
      const auto range = table.beginning_with(code);
      CHECK_MESSAGE(range.first < range.second, table.source()
                                                    << " has no " << code << " of " << list);
    });
  }
}

TEST_CASE("coding lists of a table: its dagger and asterisk codes are those that may go together" *
          doctest::skip(tables_folder() == nullptr)) {
  std::size_t links = 0;
  for (const CodeTable& table : imported_tables(CodeSystem::kIcd10)) {
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      const CodeEntry entry = table[i];
      for (const std::string_view link : entry.links()) {
        // H47 is no asterisk category of ICD-10; the insurance edition writes H47.5* all the same.
        if (link.starts_with("H47")) continue;
        ++links;
        const AsteriskCode* const row = asterisk_code(link);
        CHECK_MESSAGE(row != nullptr, table.source()
                                          << ": " << link << " is in no asterisk category");
        if (row == nullptr || row->daggers.empty()) continue;
        const bool allowed = in_code_list(row->daggers, entry.code());
        CHECK_MESSAGE(allowed, table.source() << ": " << entry.code() << " with " << link);
      }
    }
  }
  MESSAGE(links << " dagger and asterisk codes of tables agree with the list");
}

}  // namespace
}  // namespace emrlint::checks
