// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <iostream>
#include <string>

#include "base/embedded.h"
#include "cli/catalog_options.h"
#include "cli/command.h"
#include "output/config_schema.h"

namespace emrlint {
namespace {

class SchemaCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "schema", context_.say("打印病历 JSON 或配置文件的 JSON Schema",
                               "print the JSON Schema of chart JSON or of the configuration"));
    command->add_option("which", which_, context_.say("哪一种", "which one"))
        ->required()
        ->check(CLI::IsMember({"chart", "config"}))
        ->option_text("chart|config");
    catalog_.add(*command, context_);
    command->footer(context_.say("示例：\n  emrlint schema chart > chart.schema.json\n",
                                 "Examples:\n  emrlint schema chart > chart.schema.json\n"));
    return command;
  }

  int run() override {
    if (which_ == "config") {
      const Result<Catalog> catalog = catalog_.load();
      if (!catalog) return usage_error(context_, catalog.error());
      write_config_schema(std::cout, *catalog);
      return kExitOk;
    }
    const std::string ending = "/" + which_ + ".schema.json";
    for (const EmbeddedFile& file : embedded_files()) {
      if (!file.path.ends_with(ending)) continue;
      std::fwrite(file.text.data(), 1, file.text.size(), stdout);
      return kExitOk;
    }
    return usage_error(context_, {"程序中没有这个 Schema：" + which_,
                                  "the program has no such schema: " + which_, {}});
  }

 private:
  CatalogOptions catalog_;
  std::string which_;
};

}  // namespace

std::unique_ptr<Command> make_schema_command(const Context& context) {
  return std::make_unique<SchemaCommand>(context);
}

}  // namespace emrlint
