// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "base/version.h"
#include "cli/command.h"

namespace emrlint {
namespace {

class VersionCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    return program.add_subcommand("version", context_.say("打印版本", "print the version"));
  }

  int run() override {
    std::printf("emrlint %.*s\n", static_cast<int>(kVersion.size()), kVersion.data());
    return kExitOk;
  }
};

}  // namespace

std::unique_ptr<Command> make_version_command(const Context& context) {
  return std::make_unique<VersionCommand>(context);
}

}  // namespace emrlint
