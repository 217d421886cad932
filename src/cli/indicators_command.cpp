// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/files.h"
#include "cli/output_options.h"
#include "cli/run_into.h"
#include "cli/run_options.h"
#include "output/indicator_sinks.h"
#include "output/xlsx.h"

namespace emrlint {
namespace {

constexpr const char* kDefaultSet = "cn-records-2021";

// `emrlint indicators`: numerators and denominators over many charts.
class IndicatorsCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "indicators", context_.say("计算质量指标", "compute quality indicators"));
    run_.add_paths(*command, context_);
    command->get_option("paths")->required(false);  // --list needs none.
    const std::string group = context_.say("指标", "Indicators");
    command
        ->add_option("--set", names_,
                     context_.say("指标集：内置的名称或文件，可重复；默认 cn-records-2021",
                                  "the set: a built-in name or a file, repeatable; by default "
                                  "cn-records-2021"))
        ->option_text(context_.say("指标集", "SET"))
        ->group(group)
        ->allow_extra_args(false);
    command->add_flag("--list", list_, context_.say("列出指标集和指标", "list sets and indicators"))
        ->group(group);
    command
        ->add_option("--by", by_,
                     context_.say("按 hospital（医院）、department（科室）、doctor（主管医师）、"
                                  "disease（主要诊断类目）或 month（出院月份）分列",
                                  "break down by hospital, department, doctor (attending), disease "
                                  "(category of the principal diagnosis) or month (of discharge)"))
        ->option_text(context_.say("方面", "FACET"))
        ->group(group);
    command
        ->add_option("--charts", charts_,
                     context_.say("列出这一指标（编号，如 zb-4）背后的病历和出处",
                                  "list the charts behind this indicator (its id, such as zb-4)"))
        ->option_text(context_.say("指标", "INDICATOR"))
        ->group(group);
    output_.add_forms(*command, context_, "text|json|csv|xlsx");
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    run_.add(*command, context_);
    command->footer(
        context_.say("示例：\n"
                     "  emrlint indicators 病历/\n"
                     "  emrlint indicators --by department --set cn-core-systems-2025 病历/\n"
                     "  emrlint indicators --charts zb-4 病历/\n"
                     "  emrlint indicators -f text -f xlsx=指标.xlsx 病历/\n"
                     "  emrlint indicators --list\n",
                     "Examples:\n"
                     "  emrlint indicators charts/\n"
                     "  emrlint indicators --by department --set cn-core-systems-2025 charts/\n"
                     "  emrlint indicators --charts zb-4 charts/\n"
                     "  emrlint indicators -f text -f xlsx=indicators.xlsx charts/\n"
                     "  emrlint indicators --list\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    Result<IndicatorBook> book = load_indicators(wanted(), *catalog, read_small_file);
    if (!book) return usage_error(context_, book.error());
    if (list_) return list(*book);
    if (run_.input.paths.empty()) return usage_error(context_, no_paths());
    // Without a configuration the checks are those of the set.
    config_.default_profile = book->sets[set_of(*book)].profile;
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    if (auto error = grade(*book, *catalog, *config)) return usage_error(context_, *error);
    IndicatorView view;
    if (auto error = read_view(*book, view)) return usage_error(context_, *error);
    view.book = std::make_shared<const IndicatorBook>(*std::move(book));
    std::ios::sync_with_stdio(false);
    Outputs outputs(*catalog, output_.options(context_), forms(view));
    if (const auto error = output_.open(outputs, *config->today)) {
      return usage_error(context_, *error);
    }
    return run_into(outputs, context_, run_, *catalog, *config);
  }

 private:
  // All sets where one indicator is looked for, or all are listed.
  std::vector<std::string> wanted() const {
    if (!names_.empty()) return names_;
    if (!list_ && charts_.empty()) return {kDefaultSet};
    const std::vector<std::string_view> all = built_in_indicator_sets();
    return {all.begin(), all.end()};
  }

  static Error no_paths() {
    return {"没有指明病历文件或文件夹", "no chart files or folders were named", {}};
  }

  // The first set, or that of the indicator that --charts names.
  std::uint32_t set_of(const IndicatorBook& book) const {
    const auto found = std::find_if(book.indicators.begin(), book.indicators.end(),
                                    [&](const Indicator& one) { return one.id == charts_; });
    return found == book.indicators.end() ? 0 : found->set;
  }

  // The first sheet of [score] sheets that can gives the grades.
  static std::optional<Error> grade(IndicatorBook& book, const Catalog& catalog,
                                    const Config& config) {
    for (const std::string& name : config.sheets) {
      const Result<ScoreSheet> sheet = load_sheet(name, catalog, read_small_file);
      if (!sheet) return sheet.error();
      if (grade_by(book, *sheet)) break;
    }
    return std::nullopt;
  }

  // What --by and --charts ask for; of the book stays the one indicator that --charts names.
  std::optional<Error> read_view(IndicatorBook& book, IndicatorView& view) const {
    if (!by_.empty()) {
      view.by = facet_from_id(by_);
      if (!view.by) {
        const std::vector<std::string_view> known = facet_ids();
        return Error{"--by：没有" + by_ + did_you_mean_zh(by_, known),
                     "--by: there is no " + by_ + did_you_mean_en(by_, known),
                     {}};
      }
    }
    if (charts_.empty()) return std::nullopt;
    const auto found = std::find_if(book.indicators.begin(), book.indicators.end(),
                                    [&](const Indicator& one) { return one.id == charts_; });
    if (found == book.indicators.end()) {
      std::vector<std::string_view> known;
      for (const Indicator& one : book.indicators) known.push_back(one.id);
      return Error{"--charts：没有指标" + charts_ + did_you_mean_zh(charts_, known),
                   "--charts: there is no indicator " + charts_ + did_you_mean_en(charts_, known),
                   {}};
    }
    if (!found->computed()) {
      return Error{"--charts：" + charts_ + "不统计：" + found->uncounted.zh,
                   "--charts: " + charts_ + " is not counted: " + found->uncounted.en,
                   {}};
    }
    Indicator one = *found;
    book.sets = {book.sets[one.set]};
    one.set = 0;
    book.indicators = {std::move(one)};
    view.charts = 0;
    return std::nullopt;
  }

  static std::vector<OutputForm> forms(const IndicatorView& view) {
    using Make =
        std::unique_ptr<Sink> (*)(std::ostream&, const Catalog&, OutputOptions, IndicatorView);
    const auto form = [&](const char* name, Make make) {
      return OutputForm{
          name, [view, make](std::ostream& out, const Catalog& catalog, OutputOptions options) {
            return make(out, catalog, std::move(options), view);
          }};
    };
    std::vector<OutputForm> forms{
        form("text", make_indicator_text_sink), form("json", make_indicator_json_sink),
        form("csv", make_indicator_csv_sink), form("xlsx", make_indicator_xlsx_sink)};
    forms.back().missing = XlsxBook::missing;
    return forms;
  }

  int list(const IndicatorBook& book) const {
    std::uint32_t set = 0;
    bool first = true;
    for (const Indicator& one : book.indicators) {
      if (first || one.set != set) {
        set = one.set;
        std::cout << (first ? "" : "\n") << book.sets[set].id << "  "
                  << book.sets[set].title.in(context_.lang) << "\n    "
                  << book.sets[set].description.in(context_.lang) << "\n";
        first = false;
      }
      std::cout << "  " << one.id << "  " << one.title.in(context_.lang);
      if (!one.computed()) {
        std::cout << context_.say("  （不统计：", "  (not counted: ")
                  << one.uncounted.in(context_.lang) << context_.say("）", ")");
      }
      std::cout << "\n";
    }
    return kExitOk;
  }

  RunFlags run_;
  ConfigOptions config_;
  CatalogOptions catalog_;
  OutputFlags output_;
  std::vector<std::string> names_;
  std::string by_, charts_;
  bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_indicators_command(const Context& context) {
  return std::make_unique<IndicatorsCommand>(context);
}

}  // namespace emrlint
