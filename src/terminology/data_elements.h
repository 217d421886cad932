// SPDX-License-Identifier: Apache-2.0
// The data elements of the national dictionary (WS 363-2011) by id. The dictionary name says what
// an element is in general; what it means in a certain document is said by ws500.h.
#ifndef EMRLINT_TERMINOLOGY_DATA_ELEMENTS_H_
#define EMRLINT_TERMINOLOGY_DATA_ELEMENTS_H_

#include <cstddef>
#include <string_view>

#include "model/document.h"

namespace emrlint {

// The name of a data element such as "DE04.01.119.00"; empty if the dictionary does not have it.
std::string_view data_element_name(std::string_view id);

// Whether the text has the form of an id, DEdd.dd.ddd.dd, known or not.
bool is_data_element_id(std::string_view text);

// The dictionary with this OID.
IdSystem id_system(std::string_view oid);

// How the ids of a dictionary look, for messages: "DEnn.nn.nnn.nn". Codes of no dictionary are
// taken for data elements.
std::string_view id_form(IdSystem system);
bool has_id_form(IdSystem system, std::string_view id);

std::size_t data_element_count();

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_DATA_ELEMENTS_H_
