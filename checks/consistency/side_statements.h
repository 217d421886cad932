// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SIDE_STATEMENTS_H_
#define EMRLINT_CHECKS_CONSISTENCY_SIDE_STATEMENTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/lang.h"
#include "base/span.h"
#include "checks/consistency/sided_parts.h"
#include "model/chart.h"

// What a chart says of the side of a part of the body, as names of operations, as diagnoses and as
// conclusions of imaging.
namespace emrlint::checks {

enum class SideSource : std::uint8_t { kProcedure, kDiagnosis, kImaging };

// Which statements stand in one list, such as one section: a list that names both sides speaks of
// two places.
struct SideList {
  SideSource source = SideSource::kProcedure;
  std::uint32_t number = 0;    // Lists of one source have different numbers.
  std::int32_t surgery = -1;   // The one that it speaks of, by index.
  bool after_surgery = false;  // Written when it was done.
  bool revised = false;        // A later, corrected diagnosis.
  Bilingual where, what;       // 手术记录, 手术名称
};

struct SideStatement {
  SideList list;
  SidedPart said;
  bool counts = true;  // Else only named: doubted, denied, of the past.
  bool first = false;  // The item that comes first in its list.
  Part place;
  std::string quote;
};

std::vector<SideStatement> side_statements(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SIDE_STATEMENTS_H_
