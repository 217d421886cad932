// SPDX-License-Identifier: Apache-2.0
#include <cctype>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "check/core_systems.h"
#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "output/coverage_forms.h"

namespace emrlint {
namespace {

// "BL|HX|SA", as the help and the completions show it.
std::string joined(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : "|") + key;
  return text;
}

std::string upper_case(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

class CoverageCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "coverage", context_.say("逐条列出法规条款有哪些检查，或病历为何不能反映",
                                 "for each clause of the law texts: its checks, or why a chart "
                                 "cannot show it"));
    const std::vector<std::string> keys = covered_laws();
    command
        ->add_option("--law", choice_.laws,
                     context_.say("只列这些文件，可重复", "only these texts; repeatable"))
        ->check(CLI::IsMember(keys, CLI::ignore_case))
        ->option_text(joined(keys))
        ->allow_extra_args(false);
    command
        ->add_option("--system", choice_.systems,
                     context_.say("只列这些核心制度（1至18），可重复",
                                  "only these core systems (1 to 18); repeatable"))
        ->check(CLI::Range(1, kCoreSystems))
        ->option_text("N")
        ->allow_extra_args(false);
    command
        ->add_option("--format", format_,
                     context_.say("给人看、JSON，或两种语言的网页说明",
                                  "for people, JSON, or a page in both languages"))
        ->check(CLI::IsMember({"text", "json", "markdown"}))
        ->option_text("text|json|markdown");
    command->add_option("--output", path_, context_.say("写入文件", "write to a file"))
        ->option_text(context_.say("文件", "FILE"));
    command
        ->add_option("--color", colour_,
                     context_.say("颜色；默认仅在终端", "colours; by default on a terminal"))
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->option_text("auto|always|never");
    catalog_.add(*command, context_);
    command->footer(
        context_.say("示例：\n"
                     "  emrlint coverage                    全部文件和核心制度，末尾为汇总\n"
                     "  emrlint coverage --law SA           一个文件\n"
                     "  emrlint coverage --system 8         一项核心制度的检查和盲区\n"
                     "  emrlint coverage --format json --output 覆盖.json\n",
                     "Examples:\n"
                     "  emrlint coverage                    all texts and core systems, sums last\n"
                     "  emrlint coverage --law SA           one text\n"
                     "  emrlint coverage --system 8         checks and blind spots of a system\n"
                     "  emrlint coverage --format json --output coverage.json\n"));
    return command;
  }

  int run() override {
    for (std::string& law : choice_.laws) law = upper_case(law);
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const Result<Coverage> coverage = built_in_coverage(*catalog);
    if (!coverage) return usage_error(context_, coverage.error());
    if (path_.empty()) {
      write(std::cout, *coverage, wants_colour(colour_));
      return kExitOk;
    }
    std::ostringstream text;
    write(text, *coverage, colour_ == "always");
    const auto failed = write_small_file(path_, text.str());
    return failed ? usage_error(context_, *failed) : kExitOk;
  }

 private:
  void write(std::ostream& out, const Coverage& coverage, bool colour) const {
    if (format_ == "json") return write_coverage_json(out, coverage, choice_);
    if (format_ == "markdown") return write_coverage_markdown(out, coverage, choice_);
    CoverageTextOptions options;
    options.lang = context_.lang;
    options.colour = colour;
    if (path_.empty()) options.columns = terminal_columns(options.columns);
    write_coverage_text(out, coverage, choice_, options);
  }

  CatalogOptions catalog_;
  CoverageChoice choice_;
  std::string format_ = "text", path_, colour_ = "auto";
};

}  // namespace

std::unique_ptr<Command> make_coverage_command(const Context& context) {
  return std::make_unique<CoverageCommand>(context);
}

}  // namespace emrlint
