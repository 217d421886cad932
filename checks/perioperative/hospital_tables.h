// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_HOSPITAL_TABLES_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_HOSPITAL_TABLES_H_

#include <optional>
#include <string>
#include <string_view>

#include "checks/perioperative/surgery.h"
#include "tables/tables.h"

// What the hospital's own tables say of a surgery: its level, who may do it, whether it is a
// technology under special rules.
namespace emrlint::checks {

inline constexpr Missing kSurgeryCode{"surgery-code", "可与本院表格核对的手术编码",
                                      "a code of the surgery to compare with the hospital's table"};

// The level in the catalogue on the day of the surgery, or why it cannot be told.
struct CatalogueLevel {
  std::optional<int> level;
  std::optional<Missing> doubt;
};
CatalogueLevel catalogue_level(const Tables& tables, const Surgery& surgery);

// Whether the surgeon may do the surgery.
struct Authority {
  Answer answer = Answer::kNo;
  Missing doubt{};                        // kUnknown: what is missing.
  std::optional<int> level;               // Of the surgery: the catalogue's, else the chart's.
  const Authorisation* lapsed = nullptr;  // kNo: one that does not hold on that day.
  bool named = false;                     // The table holds rows of the surgeon.
};
Authority authority_of(const Chart& chart, const Tables& tables, const Surgery& surgery);

// Whether a list of technologies holds a procedure on that day; a category holds what is below it.
struct Listing {
  Answer answer = Answer::kNo;
  Missing doubt{};  // kUnknown: what is missing.
};
Listing listing_of(const Listed<Technology>& list, std::string_view code, std::string_view name,
                   const std::optional<Time>& at);

// 一级 / level 1.
Bilingual level_name(int level);
// "2023-01-01–2023-12-31"
std::string to_text(const Validity& valid);
// An emergency that SF 21 may speak of.
bool emergency(const Surgery& surgery);
// As the chart or its table of staff names somebody.
Personal name_of(const Chart& chart, const Person& person);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_HOSPITAL_TABLES_H_
