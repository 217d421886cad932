// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_CODES_OUTPUT_H_
#define EMRLINT_CLI_CODES_OUTPUT_H_

#include <string>

#include "base/lang.h"
#include "codes/code_table.h"
#include "output/json_writer.h"

namespace emrlint {

// The code as the edition writes it: "A01.001+K77.0*".
std::string written_code(const CodeEntry& entry);
// "2021-01-01 – 2023-12-31", empty for always.
std::string validity_text(const CodeValidity& validity, Lang lang);

// All that a table says of a code, some lines for people.
std::string code_text(const CodeEntry& entry, Lang lang);
// "E11.900x001  2型糖尿病", with a mark for what may not stand in a record.
std::string code_line(const CodeEntry& entry, Lang lang);
// One line: the name of a table, then what it is.
std::string table_text(const CodeTable& table, Lang lang);

// The members of an object.
void write_code(JsonWriter& json, const CodeEntry& entry);
void write_table(JsonWriter& json, const CodeTable& table);

}  // namespace emrlint

#endif  // EMRLINT_CLI_CODES_OUTPUT_H_
