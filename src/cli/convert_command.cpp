// SPDX-License-Identifier: Apache-2.0
#include "cli/convert_command.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/output_options.h"
#include "output/result_reader.h"

namespace emrlint {
namespace {

class ConvertCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "convert", context_.say("把JSON行或SARIF结果转写成其他格式",
                                "write results, JSON lines or SARIF, in other forms"));
    command
        ->add_option("results", path_,
                     context_.say("emrlint check 写的JSON行或SARIF；- 为标准输入",
                                  "JSON lines or a SARIF log of emrlint check; - for stdin"))
        ->option_text(context_.say("文件", "FILE"))
        ->required();
    add_output(*command);
    catalog_.add(*command, context_);
    command->footer(
        context_.say("示例：\n"
                     "  emrlint convert 结果.jsonl -f xlsx=结果.xlsx -f junit=结果.xml\n"
                     "  emrlint convert 结果.sarif -f csv=结果.csv\n",
                     "Examples:\n"
                     "  emrlint convert log.jsonl -f xlsx=findings.xlsx -f junit=findings.xml\n"
                     "  emrlint convert log.sarif -f csv=findings.csv\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    std::ios::sync_with_stdio(false);
    std::ifstream file;
    if (path_ != "-") file.open(path_, std::ios::binary);
    if (!file) return usage_error(context_, {"无法读取" + path_, "cannot read " + path_, {}});
    Outputs outputs(*catalog, output_.options(context_));
    if (const auto error = output_.open(outputs, {})) return usage_error(context_, *error);
    outputs.begin();
    const Result<ReadResults> results =
        read_results(path_ == "-" ? std::cin : file, path_, *catalog,
                     [&](const Batch& batch, const std::vector<ChartReport>& reports) {
                       outputs.add(batch, reports, outputs.render(batch, reports));
                     });
    if (!results) {
      usage_error(context_, results.error());
      return kExitIncomplete;
    }
    say_what_is_lost(results->form);
    const auto error = outputs.end(results->summary);
    if (!error) return kExitOk;
    usage_error(context_, *error);
    return kExitIncomplete;
  }

 private:
  // As check has them, without --write-waivers.
  void add_output(CLI::App& command) {
    output_.add_forms(command, context_, "text|json|sarif|csv|xlsx|junit|fhir");
    const std::string group = context_.say("输出", "Output");
    command
        .add_flag("--show-undecided", output_.show_undecided,
                  context_.say("逐项列出未能判定的", "list what could not be judged"))
        ->group(group);
    command
        .add_flag("--show-waived", output_.show_waived,
                  context_.say("也列出已豁免的", "list waived findings too"))
        ->group(group);
    command
        .add_option("--fail-on", output_.fail_on,
                    context_.say("写入结果的退出码按此级别计算；默认 error",
                                 "the exit code that the results state is by this level; default "
                                 "error"))
        ->check(CLI::IsMember({"error", "warning", "note", "never"}))
        ->option_text("error|warning|note|never")
        ->group(group);
  }

  // A form that looks whole and is not would be worse than none.
  void say_what_is_lost(ResultForm from) const {
    std::vector<std::string> forms = output_.formats;
    if (forms.empty()) forms.emplace_back("text");
    for (const std::string& form : forms) {
      const std::string name = form.substr(0, form.find('='));
      const std::string lost = context_.say(what_is_lost(from, name));
      if (lost.empty()) continue;
      std::fprintf(stderr, "emrlint: %s: %s%s\n", name.c_str(),
                   context_.say("输入中", "the input holds ").c_str(), lost.c_str());
    }
  }

  CatalogOptions catalog_;
  OutputFlags output_;
  std::string path_;
};

}  // namespace

std::unique_ptr<Command> make_convert_command(const Context& context) {
  return std::make_unique<ConvertCommand>(context);
}

}  // namespace emrlint
