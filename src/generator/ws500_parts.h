// SPDX-License-Identifier: Apache-2.0
// The parts of write_ws500(). Internal to the generator.
#ifndef EMRLINT_GENERATOR_WS500_PARTS_H_
#define EMRLINT_GENERATOR_WS500_PARTS_H_

#include <string>
#include <string_view>

#include "generator/xml_writer.h"
#include "model/chart.h"

namespace emrlint {

void write_ws500_header(XmlWriter& xml, const Chart& chart, const Document& document);
void write_ws500_body(XmlWriter& xml, const Chart& chart, const Document& document);
// author, performer, participant, authenticator: who, in which capacity, and when.
void write_ws500_party(XmlWriter& xml, std::string_view element, std::string_view type_code,
                       std::string_view role, const Person& person, const std::string& time);
// The surgery that a record of it tells of, null if it is not the record of one.
const Surgery* surgery_of_record(const Chart& chart, const Document& document);
// chart.json: everything that has no place in a shared document.
std::string write_supplement(const Chart& chart);

// The front page items that have a data element: its id, empty for all others.
std::string_view front_page_element(std::string_view name);
// Whether a document of the chart has a place for the diagnosis.
bool in_shared_document(const Chart& chart, const Diagnosis& diagnosis);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_WS500_PARTS_H_
