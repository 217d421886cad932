// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_OPTION_H_
#define EMRLINT_CHECK_OPTION_H_

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.h"

namespace emrlint {

// A list of words as one text with '|' between them: "内科|外科".
struct WordList {
  std::string_view joined;
  friend bool operator==(const WordList&, const WordList&) = default;
};
// Calls `visit(std::string_view)` for each word of the list until it returns true; whether it did.
template <typename Visit>
bool any_word(WordList list, Visit visit) {
  std::string_view rest = list.joined;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    if (bar > 0 && visit(rest.substr(0, bar))) return true;
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return false;
}

using OptionValue = std::variant<bool, int, double, Duration, std::string_view, WordList>;

struct OptionInfo {
  std::string_view name;
  OptionValue fallback;
  std::string_view zh;
  std::string_view en;
};

// A setting that a check reads. Declared once: the declaration is the default, the documentation
// and the key in emrlint.toml.
template <typename T>
struct Option {
  std::string_view name;
  T fallback;
  std::string_view zh;
  std::string_view en;

  constexpr operator OptionInfo() const { return {name, fallback, zh, en}; }  // NOLINT
};

// The settings of one check in one run: what the configuration sets, else the default. A value has
// the type of its declaration; the configuration refuses others. Texts live as long as the owner
// of the values (the configuration).
class Options {
 public:
  struct Entry {
    std::string_view name;
    OptionValue value;
  };
  Options() = default;
  explicit Options(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  template <typename T>
  T operator[](const Option<T>& option) const {
    const OptionValue* set = find(option.name);
    return set == nullptr ? option.fallback : std::get<T>(*set);
  }
  const OptionValue* find(std::string_view name) const {
    for (const Entry& entry : entries_) {
      if (entry.name == name) return &entry.value;
    }
    return nullptr;
  }
  std::span<const Entry> entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace emrlint

#endif  // EMRLINT_CHECK_OPTION_H_
