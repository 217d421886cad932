// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/facts_options.h"
#include "cli/output_options.h"
#include "cli/results.h"
#include "engine/facts_file.h"
#include "engine/facts_parts.h"
#include "engine/judge_across.h"

namespace emrlint {
namespace {

class ReduceCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "reduce", context_.say("合并各分片的事实文件，判定跨病历的检查",
                               "judge the checks across charts over the facts of all parts"));
    command
        ->add_option("facts", paths_,
                     context_.say("emrlint check --facts 写的文件，顺序不限",
                                  "files of emrlint check --facts, in any order"))
        ->option_text(context_.say("文件 ...", "FILE ..."));
    output_.add(*command, context_);
    command
        ->add_option("--config", config_.path,
                     context_.say("配置文件（豁免）；默认当前文件夹的 emrlint.toml",
                                  "configuration (waivers); by default emrlint.toml of this "
                                  "folder"))
        ->option_text(context_.say("文件", "FILE"));
    command
        ->add_option("--as-of", config_.as_of,
                     context_.say("把此刻当作这个时间（豁免是否过期）",
                                  "take this as the present time, by which waivers end"))
        ->option_text(context_.say("时间", "TIME"));
    catalog_.add(*command, context_);
    facts_.add_reading(*command, context_);
    command
        ->add_option("--against", against_,
                     context_.say("存储中先前的运行，可重复，* 为其余各次：其中的文字只作为被复制的"
                                  "来源，不再判定",
                                  "an earlier run of the store; repeatable, * for all others: its "
                                  "texts are what may have been copied, and not judged again"))
        ->option_text(context_.say("名称", "NAME"))
        ->group(context_.say("跨病历的检查", "Checks across charts"))
        ->allow_extra_args(false);
    command->footer(context_.say(
        "示例：\n"
        "  emrlint check --facts 1.facts --facts-key 密钥 分片1/\n"
        "  emrlint check --facts 2.facts --facts-key 密钥 分片2/\n"
        "  emrlint reduce --facts-key 密钥 1.facts 2.facts -f text -f sarif=跨病历.sarif\n"
        "  emrlint check --store 存储 --run 2024-03 --shard 0/2 --facts-key 密钥 分片1/\n"
        "  emrlint check --store 存储 --run 2024-03 --shard 1/2 --facts-key 密钥 分片2/\n"
        "  emrlint reduce --store 存储 --run 2024-03 --facts-key 密钥 -f text\n"
        "  emrlint reduce --store 存储 --run 2024-04 --against '*' --facts-key 密钥 -f text\n",
        "Examples:\n"
        "  emrlint check --facts 1.facts --facts-key key shard1/\n"
        "  emrlint check --facts 2.facts --facts-key key shard2/\n"
        "  emrlint reduce --facts-key key 1.facts 2.facts -f text -f sarif=across.sarif\n"
        "  emrlint check --store store --run 2024-03 --shard 0/2 --facts-key key a/\n"
        "  emrlint check --store store --run 2024-03 --shard 1/2 --facts-key key b/\n"
        "  emrlint reduce --store store --run 2024-03 --facts-key key -f text\n"
        "  emrlint reduce --store store --run 2024-04 --against '*' --facts-key key -f text\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    std::ios::sync_with_stdio(false);
    if (const auto error = facts_problem()) return usage_error(context_, *error);
    AcrossCharts across(*catalog, facts_.reading_options());
    const Result<RunSummary> read =
        facts_.store.folder.empty() ? read_files(*catalog, across) : read_store(*catalog, across);
    if (!read) {
      usage_error(context_, read.error());
      return kExitIncomplete;
    }
    Outputs outputs(*catalog, output_.options(context_));
    if (const auto error = output_.open(outputs, *config->today)) {
      return usage_error(context_, *error);
    }
    outputs.begin();
    Results results(outputs, WaiverUse(*catalog, *config));
    RunSummary summary = *read;
    judge_across(across, *catalog, *config, summary, results);
    if (const auto error = outputs.end(summary)) {
      usage_error(context_, *error);
      return kExitIncomplete;
    }
    return exit_code(summary, output_.least());
  }

 private:
  // Opens the store, if one is named.
  std::optional<Error> facts_problem() {
    if (auto error = facts_.reading_problem()) return error;
    if (paths_.empty() == facts_.store.folder.empty()) {
      return Error{"须给出事实文件，或 --store 和 --run",
                   "needed are either files of facts, or --store and --run",
                   {}};
    }
    if (!against_.empty() && facts_.store.folder.empty()) {
      return Error{"--against 须与 --store 同用", "--against goes with --store", {}};
    }
    if (facts_.store.folder.empty()) return std::nullopt;
    Result<store::Database> database = facts_.store.open();
    if (!database) return database.error();
    database_ = *std::move(database);
    return std::nullopt;
  }

  Result<RunSummary> read_files(const Catalog& catalog, AcrossCharts& across) {
    FactsReader reader(catalog, across);
    for (const std::string& path : paths_) {
      if (auto error = reader.read(path)) return *std::move(error);
    }
    if (auto error = facts_.wrong_key(across, reader.key_check())) return *std::move(error);
    return reader.summary();
  }

  Result<RunSummary> read_store(const Catalog& catalog, AcrossCharts& across) {
    parts_.emplace(*database_, catalog);
    for (const std::string& run : facts_.store.runs) {
      if (auto error = parts_->add(facts_.store.folder, run)) return *std::move(error);
    }
    for (const std::string& run : earlier_runs()) {
      if (auto error = parts_->add_earlier(facts_.store.folder, run)) return *std::move(error);
    }
    if (auto error = facts_.wrong_key(across, parts_->key_check())) return *std::move(error);
    if (auto error = parts_->sort()) return *std::move(error);
    across.read_from([this](const auto& visit) { return parts_->read(visit); },
                     parts_->any_earlier());
    return parts_->summary();
  }

  // Those of --against in order of their names, without those that are judged.
  std::vector<std::string> earlier_runs() const {
    const std::vector<std::string>& judged = facts_.store.runs;
    std::set<std::string> runs(against_.begin(), against_.end());
    if (runs.erase("*") > 0) {
      for (const std::string& run : facts_runs(facts_.store.folder)) runs.insert(run);
    }
    for (const std::string& run : judged) runs.erase(run);
    return {runs.begin(), runs.end()};
  }

  std::vector<std::string> paths_, against_;
  ConfigOptions config_;
  CatalogOptions catalog_;
  OutputFlags output_;
  FactsOptions facts_;
  std::optional<store::Database> database_;  // Of the store,
  std::optional<FactsParts> parts_;          // and what is read of it.
};

}  // namespace

std::unique_ptr<Command> make_reduce_command(const Context& context) {
  return std::make_unique<ReduceCommand>(context);
}

}  // namespace emrlint
