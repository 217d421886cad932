// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_OPTION_GROUP_H_
#define EMRLINT_CLI_OPTION_GROUP_H_

#include <string>
#include <utility>

#include "cli/command.h"

namespace emrlint {

// Options of a command that stand under one title in its help.
class OptionGroup {
 public:
  OptionGroup(CLI::App& command, const Context& context, std::string title)
      : command_(command), context_(context), title_(std::move(title)) {}

  // An option with a value, and the word that stands for the value in the help.
  template <typename Value>
  CLI::Option* add(const char* name, Value& value, const char* help_zh, const char* help_en,
                   const char* word_zh, const char* word_en) const {
    return command_.add_option(name, value, context_.say(help_zh, help_en))
        ->option_text(context_.say(word_zh, word_en))
        ->group(title_);
  }
  // One whose word is the same in both languages: N, a|b.
  template <typename Value>
  CLI::Option* add(const char* name, Value& value, const char* help_zh, const char* help_en,
                   const char* word) const {
    return add(name, value, help_zh, help_en, word, word);
  }

 private:
  CLI::App& command_;
  const Context& context_;
  std::string title_;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_OPTION_GROUP_H_
