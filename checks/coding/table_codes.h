// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_TABLE_CODES_H_
#define EMRLINT_CHECKS_CODING_TABLE_CODES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/coding_edition.h"
#include "check/report.h"
#include "model/chart.h"

// Codes of a chart beside the code tables of the run.
namespace emrlint::checks {

// A code that is judged by a table: well-formed, of a system of which there are tables.
struct WrittenCode {
  Text code, name;
  CodeSystem system = CodeSystem::kOther;
  Subject subject;
  bool elsewhere = false;  // Told by a document other than the front page, see told_elsewhere().
};
// Those of the diagnoses: ICD-10, ICD-10-CM, morphology.
std::vector<WrittenCode> diagnosis_codes(const Chart& chart);
// Those of procedures and surgeries: ICD-9-CM-3.
std::vector<WrittenCode> procedure_codes(const Chart& chart);

// The systems of either, for cards.
inline constexpr CodeSystem kDiagnosisSystems[] = {CodeSystem::kIcd10, CodeSystem::kIcd10Cm,
                                                   CodeSystem::kMorphology};
inline constexpr CodeSystem kProcedureSystems[] = {CodeSystem::kIcd9Cm3};

// The first loaded edition besides the table that has the code; null for none.
const CodeTable* other_edition(const Report& report, const CodeTable& table, std::string_view code);

// The codes that may stand in a record by themselves and have just this name, in any width and with
// any punctuation; at most three.
std::vector<CodeEntry> codes_named(const CodeTable& table, std::string_view name);
// The code below one that a record writes that may stand in its place: the one with this name,
// else the only one there is.
std::optional<CodeEntry> finer_code(const CodeTable& table, std::string_view code,
                                    std::string_view name);

// Whether two names are one but for width, letter case, punctuation and blanks; an empty one is
// none.
bool same_title(std::string_view a, std::string_view b);
// Whether it is the name of the code or one of its synonyms.
bool has_name(const CodeEntry& entry, std::string_view name);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_TABLE_CODES_H_
