// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_TEMPLATE_TEXTS_H_
#define EMRLINT_OUTPUT_TEMPLATE_TEXTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "copies/learner.h"
#include "output/mask.h"

namespace emrlint {

// The wording of what was learnt, as rows for a table of boilerplate. Each text is that of the
// first chart that has it, without what may not be shown of that chart; every number is 0, for it
// is a patient's own.
class TemplateTexts {
 public:
  // What is boilerplate by `known` is left out. Both must outlive it.
  TemplateTexts(const BoilerplateLearner& learner, const Boilerplate& known);

  // Whether all that was learnt has its wording.
  bool complete() const { return missing_ == 0; }
  // Takes the wording that a chart has of what is still missing.
  void add(const Chart& chart);

  std::size_t size() const { return rows_.size(); }
  // The table as CSV, the most frequent texts of each section first.
  std::string csv(Lang lang) const;

 private:
  struct Row {
    SectionType section;
    std::uint32_t charts;  // That have it, as far as counted.
    std::string text;
  };

  void take(const Tokens& tokens, TokenRange run, SectionType section,
            const std::vector<Gram>& grams, const Masker& masker);

  const BoilerplateLearner& learner_;
  const Boilerplate& known_;
  Boilerplate learnt_;
  std::size_t missing_ = 0;  // Frequent grams that no chart gave a wording for.
  HashTable<bool> taken_;    // Frequent grams that have one.
  std::vector<Row> rows_;
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_TEMPLATE_TEXTS_H_
