// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"

namespace emrlint {
namespace {

class ConfigCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "config", context_.say("打印实际生效的配置，以及每个值来自哪里",
                               "print the settings in force and where each came from"));
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    command->footer(context_.say("示例：\n  emrlint config --config 本院.toml\n",
                                 "Examples:\n  emrlint config --config hospital.toml\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    for (const ConfigValue& value : config->values()) {
      std::printf("%s = %s  # %s\n", value.key.c_str(), value.value.c_str(),
                  value.origin.c_str());
    }
    return kExitOk;
  }

 private:
  ConfigOptions config_;
  CatalogOptions catalog_;
};

}  // namespace

std::unique_ptr<Command> make_config_command(const Context& context) {
  return std::make_unique<ConfigCommand>(context);
}

}  // namespace emrlint
