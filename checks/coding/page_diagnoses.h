// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_PAGE_DIAGNOSES_H_
#define EMRLINT_CHECKS_CODING_PAGE_DIAGNOSES_H_

#include <string>
#include <string_view>
#include <vector>

#include "codes/code_table.h"
#include "codes/disease_names.h"
#include "model/chart.h"

namespace emrlint::checks {

// What diseases a name may mean, by a code table and by the everyday names.
struct NamedDisease {
  // `table`: null for none. Reads the name as a whole.
  NamedDisease(std::string_view name, const CodeTable* table);

  // Whether it is known as a disease, and not only as a symptom or a reason to come.
  bool known() const;

  std::string_view name;
  std::vector<std::string_view> codes;  // Of the table, that have just this name.
  std::vector<DiseaseNames::Row> rows;
  bool everyday = false;  // An everyday name, or one with a course or kind before it.
};

// The diagnoses of the front page, all of them, whatever their place on it.
class PageDiagnoses {
 public:
  PageDiagnoses(const Chart& chart, const CodeTable* table);

  bool empty() const { return entries_.empty(); }
  // One of them has no name, neither of its own nor in the table.
  bool nameless() const { return nameless_; }
  // Whether one of them may be the disease, or a combination with it: the same rows of everyday
  // names, codes with the same first two characters, or a telling character in common. Answers yes
  // rather than no.
  bool may_have(const NamedDisease& disease) const;

 private:
  struct Entry {
    std::string_view code;
    std::u32string letters;  // Of the name and the title.
    std::vector<DiseaseNames::Row> rows;
  };
  std::vector<Entry> entries_;
  std::u32string text_letters_;  // Of the page's text, which may have more than its data.
  bool nameless_ = false;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_PAGE_DIAGNOSES_H_
