// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_SIGNATURE_PEOPLE_H_
#define EMRLINT_CHECKS_SIGNATURE_PEOPLE_H_

#include <cstdint>
#include <vector>

#include "check/message.h"
#include "model/chart.h"

// Who signed, as far as a finding may rest on it.
namespace emrlint::checks {

// As same_person(), but certain only where number and name agree: one number under two names, or
// one name under two numbers, tells nothing, nor does a name hidden by stars or one within another.
SamePerson same_signer(const Person& a, const Person& b);

// Signs for the hospital: neither patient, agent, witness nor informant.
bool is_staff(Role role);

bool is_nurse(Role role);
// A professional title of a physician, in training or not.
bool is_physician(Title title);

// Whether the table of staff lists two people of that name, whom no number tells apart.
bool namesakes(const Chart& chart, const Person& person);

// Whether somebody is registered with the hospital and so may write records alone (BL 8): neither
// in training (实习, 试用期) nor without a licence. kUnknown where neither title nor licence is
// told.
enum class Registered : std::uint8_t { kNo, kUnknown, kYes };
Registered registered(const Chart& chart, const Person& person);

// The documents of the chart without the versions that a later document replaces.
std::vector<const Document*> current_documents(const Chart& chart);

// The surgeries that a document speaks of; the only one of the stay where it names none.
std::vector<const Surgery*> surgeries_of(const Chart& chart, const Document& document);

// The name, else the number, for a message.
Personal name_of(const Person& person);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_SIGNATURE_PEOPLE_H_
