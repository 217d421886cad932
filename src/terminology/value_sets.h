// SPDX-License-Identifier: Apache-2.0
// The small coded value sets (WS 364-2011 and national standards) that the documents of WS/T 500
// use. Large code systems, such as editions of ICD, are reference tables and not here.
#ifndef EMRLINT_TERMINOLOGY_VALUE_SETS_H_
#define EMRLINT_TERMINOLOGY_VALUE_SETS_H_

#include <cstddef>
#include <string_view>

namespace emrlint {

class ValueSet {
 public:
  constexpr ValueSet(std::string_view oid, std::string_view title, std::string_view codes)
      : oid_(oid), title_(title), codes_(codes) {}

  std::string_view oid() const { return oid_; }
  std::string_view title() const { return title_; }

  // Exact comparison: "1" is not "01".
  bool contains(std::string_view code) const { return !meaning(code).empty(); }

  // What the code stands for; empty if the set does not have it.
  std::string_view meaning(std::string_view code) const;

  // The code that stands for exactly this meaning; empty if there is none.
  std::string_view code_of(std::string_view meaning) const;

  std::size_t size() const;

 private:
  std::string_view oid_;
  std::string_view title_;
  std::string_view codes_;  // "1=男性;2=女性"
};

// The value set with that OID, nullptr if it is not among the small ones.
const ValueSet* value_set(std::string_view oid);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_VALUE_SETS_H_
