// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_DISCUSSIONS_H_
#define EMRLINT_CHECKS_PROCESS_DISCUSSIONS_H_

#include <cstdint>

#include "checks/completeness/record_items.h"

// What the records of discussions of difficult cases (BL 22(4)) and of deaths (BL 22(22)) have in
// common: the date, a host, those who took part, opinions, and the host's conclusion.
namespace emrlint::checks {

// Whether the case was discussed: in a record of its own or a discussion of another kind, by
// several departments, or as a note tells.
bool case_discussed(const Chart& chart);

// Who led the discussion, as far as the record tells.
struct Host {
  bool named = false;  // By part, signature or words.
  bool head = false;   // The record says that it is the head of the department.
  Title title = Title::kUnknown;
  Span span;
};
Host host_of(const Chart& chart, const Document& discussion);

// Whether the head of a department or at least an associate chief physician led it; kUnknown where
// the title is not known.
enum class Qualified : std::uint8_t { kNo, kUnknown, kYes };
Qualified qualified(const Host& host);

// What the articles list and the record lacks. The signature of the recorder is judged by
// signature-missing; that of the host is asked for where `signed_by_host` is set.
ItemNames lacking_in_discussion(const Chart& chart, const Document& discussion,
                                bool signed_by_host);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_DISCUSSIONS_H_
