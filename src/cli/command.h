// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_COMMAND_H_
#define EMRLINT_CLI_COMMAND_H_

#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/lang.h"
#include "base/result.h"

namespace emrlint {

// What every command returns to the shell (design.md 7).
inline constexpr int kExitOk = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitIncomplete = 3;

// What all commands of one call share.
struct Context {
  Lang lang = Lang::kZh;

  // CLI11 wants strings, and so does printing.
  std::string say(const char* zh, const char* en) const { return lang == Lang::kZh ? zh : en; }
  const std::string& say(const Error& error) const {
    return lang == Lang::kZh ? error.zh : error.en;
  }
};

// One command of the program: declares its arguments, later runs with what they were set to.
class Command {
 public:
  explicit Command(const Context& context) : context_(context) {}
  virtual ~Command() = default;

  // Adds the command to the program and gives it back.
  virtual CLI::App* add(CLI::App& program) = 0;
  // Does the work and returns the exit code.
  virtual int run() = 0;

 protected:
  const Context& context_;
};

std::unique_ptr<Command> make_check_command(const Context& context);
std::unique_ptr<Command> make_score_command(const Context& context);
std::unique_ptr<Command> make_indicators_command(const Context& context);
std::unique_ptr<Command> make_copies_command(const Context& context);
std::unique_ptr<Command> make_reduce_command(const Context& context);
std::unique_ptr<Command> make_nightly_command(const Context& context);
std::unique_ptr<Command> make_plan_command(const Context& context);
std::unique_ptr<Command> make_shard_command(const Context& context);
std::unique_ptr<Command> make_merge_command(const Context& context);
std::unique_ptr<Command> make_pipe_command(const Context& context);
std::unique_ptr<Command> make_explain_command(const Context& context);
std::unique_ptr<Command> make_rules_command(const Context& context);
std::unique_ptr<Command> make_coverage_command(const Context& context);
std::unique_ptr<Command> make_codes_command(const Context& context);
std::unique_ptr<Command> make_schema_command(const Context& context);
std::unique_ptr<Command> make_config_command(const Context& context);
std::unique_ptr<Command> make_new_command(const Context& context);
std::unique_ptr<Command> make_init_command(const Context& context);
std::unique_ptr<Command> make_test_command(const Context& context);
std::unique_ptr<Command> make_lsp_command(const Context& context);
std::unique_ptr<Command> make_completions_command(const Context& context);
std::unique_ptr<Command> make_version_command(const Context& context);

// All commands in the order of the help.
std::vector<std::unique_ptr<Command>> make_commands(const Context& context);

// "emrlint: error: ..." on stderr; returns kExitUsage.
int usage_error(const Context& context, const Error& error);

}  // namespace emrlint

#endif  // EMRLINT_CLI_COMMAND_H_
