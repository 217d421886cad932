// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_TAKE_HOME_DRUGS_H_
#define EMRLINT_CHECKS_COMPLETENESS_TAKE_HOME_DRUGS_H_

#include <cstddef>
#include <string_view>
#include <vector>

// Drugs that a patient takes home, as a text lists them.
namespace emrlint::checks {

// What a text says of the use of a drug.
struct DrugUse {
  bool dose = false;       // 0.5g, 2片, 6单位; for what is applied to the skin: how.
  bool frequency = false;  // tid, 每日三次, 睡前
  bool route = false;      // 口服, 皮下
};
DrugUse drug_use(std::string_view text);

// Bytes [from, to) of the text: one entry of the list.
struct TakeHomeDrug : DrugUse {
  std::size_t from = 0, to = 0;
};

// `listed`: the text is a list of drugs. Otherwise an entry is one only in the sentence that begins
// with 出院带药 or with a form of drugs in its name (片, 胶囊); what is advice is none.
std::vector<TakeHomeDrug> take_home_drugs(std::string_view text, bool listed);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_TAKE_HOME_DRUGS_H_
