// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/files.h"
#include "cli/output_options.h"
#include "cli/run_into.h"
#include "cli/run_options.h"
#include "output/score_sheets.h"
#include "output/xlsx.h"
#include "score/sheet.h"

namespace emrlint {
namespace {

// `emrlint score`: what each chart loses by a scoring sheet.
class ScoreCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "score", context_.say("按评分表给病历评分", "score charts by a scoring sheet"));
    run_.add_paths(*command, context_);
    command->get_option("paths")->required(false);  // --list-sheets needs none.
    const std::string group = context_.say("评分", "Scoring");
    command
        ->add_option("--sheet", names_,
                     context_.say("评分表：内置的名称或文件，可重复；默认为配置的 [score] "
                                  "sheets，没有则 cn-generic-100",
                                  "the sheet: a built-in name or a file, repeatable; by default "
                                  "[score] sheets of the configuration, else cn-generic-100"))
        ->option_text(context_.say("评分表", "SHEET"))
        ->group(group)
        ->allow_extra_args(false);
    command
        ->add_flag("--list-sheets", list_,
                   context_.say("列出内置的评分表", "list the built-in sheets"))
        ->group(group);
    output_.add_forms(*command, context_, "text|json|xlsx");
    command
        ->add_flag("--show-undecided", output_.show_undecided,
                   context_.say("逐行列出未能判定的", "list the rows that could not be judged"))
        ->group(group);
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    run_.add(*command, context_);
    command->footer(
        context_.say("示例：\n"
                     "  emrlint score 病历/\n"
                     "  emrlint score --sheet cn-zhejiang-2021 --show-undecided 病历/\n"
                     "  emrlint score --sheet 本院评分表.toml -f text -f json=评分.jsonl 病历/\n"
                     "  emrlint score -f xlsx=评分.xlsx 病历/\n"
                     "  emrlint score --list-sheets\n",
                     "Examples:\n"
                     "  emrlint score charts/\n"
                     "  emrlint score --sheet cn-zhejiang-2021 --show-undecided charts/\n"
                     "  emrlint score --sheet ours.toml -f text -f json=scores.jsonl charts/\n"
                     "  emrlint score -f xlsx=scores.xlsx charts/\n"
                     "  emrlint score --list-sheets\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    if (list_) return list(*catalog);
    if (run_.input.paths.empty()) return usage_error(context_, no_paths());
    if (names_.empty()) {
      const Result<Config> named = config_.load(*catalog);
      if (!named) return usage_error(context_, named.error());
      names_ = named->sheets;
    }
    if (names_.empty()) names_.emplace_back(kDefaultSheet);
    const Result<std::vector<ScoreSheet>> sheets = load_sheets(*catalog);
    if (!sheets) return usage_error(context_, sheets.error());
    // Without a configuration the checks are those of the sheet.
    config_.default_profile = sheets->front().profile;
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    std::ios::sync_with_stdio(false);
    Outputs outputs(*catalog, output_.options(context_),
                    forms(std::make_shared<const std::vector<ScoreSheet>>(*sheets)));
    if (const auto error = output_.open(outputs, *config->today)) {
      return usage_error(context_, *error);
    }
    return run_into(outputs, context_, run_, *catalog, *config);
  }

 private:
  static Error no_paths() {
    return {"没有指明病历文件或文件夹", "no chart files or folders were named", {}};
  }

  static std::vector<OutputForm> forms(const SheetList& sheets) {
    return {{"text",
             [sheets](std::ostream& out, const Catalog& catalog, OutputOptions options) {
               return make_score_text_sink(out, catalog, std::move(options), sheets);
             }},
            {"json",
             [sheets](std::ostream& out, const Catalog& catalog, OutputOptions options) {
               return make_score_json_sink(out, catalog, std::move(options), sheets);
             }},
            {"xlsx",
             [sheets](std::ostream& out, const Catalog& catalog, OutputOptions options) {
               return make_score_xlsx_sink(out, catalog, std::move(options), sheets);
             },
             XlsxBook::missing}};
  }

  Result<std::vector<ScoreSheet>> load_sheets(const Catalog& catalog) const {
    std::vector<ScoreSheet> sheets;
    for (const std::string& name : names_) {
      Result<ScoreSheet> sheet = load_sheet(name, catalog, read_small_file);
      if (!sheet) return sheet.error();
      sheets.push_back(*std::move(sheet));
    }
    return sheets;
  }

  int list(const Catalog& catalog) const {
    for (const std::string_view name : built_in_sheets()) {
      const Result<ScoreSheet> sheet = load_sheet(std::string(name), catalog, read_small_file);
      if (!sheet) return usage_error(context_, sheet.error());
      std::cout << name << "  " << sheet->title.in(context_.lang) << "\n    "
                << sheet->description.in(context_.lang) << "\n";
    }
    return kExitOk;
  }

  RunFlags run_;
  ConfigOptions config_;
  CatalogOptions catalog_;
  OutputFlags output_;
  std::vector<std::string> names_;
  bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_score_command(const Context& context) {
  return std::make_unique<ScoreCommand>(context);
}

}  // namespace emrlint
