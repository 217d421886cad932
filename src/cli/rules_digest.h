// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_RULES_DIGEST_H_
#define EMRLINT_CLI_RULES_DIGEST_H_

#include <memory>
#include <string>
#include <string_view>

namespace emrlint {

// A hash of everything that outcomes depend on beside the charts and the time: the program itself,
// files of rules, configuration, tables.
class RulesDigest {
 public:
  RulesDigest();  // Begins with the bytes of this program.
  ~RulesDigest();

  void add(std::string_view text);
  void add_file(const std::string& path);  // Its bytes; the name does not matter.
  std::string hex() const;                 // 32 digits

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_RULES_DIGEST_H_
