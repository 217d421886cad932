// SPDX-License-Identifier: Apache-2.0
// Entries of the WS/T 500 bodies. Internal to the generator.
#ifndef EMRLINT_GENERATOR_WS500_ENTRIES_H_
#define EMRLINT_GENERATOR_WS500_ENTRIES_H_

#include <string>
#include <string_view>

#include "generator/xml_writer.h"
#include "model/chart.h"
#include "terminology/ws500.h"

namespace emrlint {

// <code> with a data element.
void write_ws500_element_code(XmlWriter& xml, std::string_view id, std::string_view name);
// <effectiveTime> from `low` to `high`, each may be empty.
void write_ws500_period(XmlWriter& xml, const std::string& low, const std::string& high);
// An observation of a data element with text, and who made it.
void write_ws500_observation(XmlWriter& xml, std::string_view id, std::string_view name,
                             std::string_view text, const Person* by = nullptr);
// The same below another entry; nothing for an empty text.
void write_ws500_nested(XmlWriter& xml, std::string_view id, std::string_view name,
                        std::string_view text);
// An observation of a data element whose value is a code.
void write_ws500_coded(XmlWriter& xml, const Ws500Element& element, std::string_view code,
                       std::string_view system, std::string_view display);

// The diagnoses of a role, each as name and code; `prefix` stands before the names of both.
void write_ws500_diagnoses(XmlWriter& xml, const Chart& chart, DiagnosisRole role,
                           const std::string& prefix);
void write_ws500_order(XmlWriter& xml, const Order& order);
// What an operation record tells of its surgery, `name` as it stands in the record.
void write_ws500_operation(XmlWriter& xml, const Surgery& surgery, std::string_view name);
// What the front page tells of it.
// A row of the front page, which may be one of the chart's; its level is then that of the row.
void write_ws500_surgery(XmlWriter& xml, const Surgery& surgery, const Procedure* row);
void write_ws500_procedure(XmlWriter& xml, const Procedure& procedure);
// When an anaesthesia or the surgery under it began and ended.
void write_ws500_span(XmlWriter& xml, std::string_view display, const TimeFact& from,
                      const TimeFact& to);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_WS500_ENTRIES_H_
