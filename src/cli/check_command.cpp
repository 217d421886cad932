// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/facts_options.h"
#include "cli/files.h"
#include "cli/output_options.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/run_options.h"
#include "engine/facts_file.h"
#include "engine/facts_parts.h"
#include "engine/judge_across.h"
#include "score/sheet.h"

namespace emrlint {
namespace {

class CheckCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "check", context_.say("检查病历，报告问题", "check charts and report findings"));
    run_.add_paths(*command, context_);
    output_.add(*command, context_);
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    run_.add(*command, context_);
    facts_.add(*command, context_);
    command->footer(context_.say(
        "示例：\n"
        "  emrlint check 病历/                                结果给人看\n"
        "  emrlint check 病历/ -f text -f sarif=结果.sarif    同时存一份 SARIF\n"
        "  emrlint check --as-of 2024-03-01T08:00 在院/       在院病历，看将到期的\n"
        "  emrlint check --select 'periop-*' 病历/            只查围手术期\n"
        "  emrlint check --facts 1.facts --facts-key 密钥 分片1/   分片检查，再用 reduce 合并\n"
        "  emrlint check --store 存储 --run 2024-03-01 --facts-key 密钥 出院/   同上，存入存储\n"
        "  导出程序 | emrlint check --stdin-filename a.json -\n",
        "Examples:\n"
        "  emrlint check charts/                              findings for people\n"
        "  emrlint check charts/ -f text -f sarif=log.sarif   and a SARIF log\n"
        "  emrlint check --as-of 2024-03-01T08:00 ward/       charts of patients still in\n"
        "  emrlint check --select 'periop-*' charts/          surgery only\n"
        "  emrlint check --facts 1.facts --facts-key key shard1/   a part; see emrlint reduce\n"
        "  emrlint check --store store --run 2024-03-01 --facts-key key charts/   into a store\n"
        "  export-chart | emrlint check --stdin-filename a.json -\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    std::ios::sync_with_stdio(false);
    if (const auto error = facts_.problem()) return usage_error(context_, *error);
    if (const auto error = open_store(*catalog)) return usage_error(context_, *error);
    if (const auto error = load_points(*catalog, *config)) return usage_error(context_, *error);
    OutputOptions options = output_.options(context_);
    if (sheet_) options.sheet = &*sheet_;
    Outputs outputs(*catalog, options);
    if (const auto error = output_.open(outputs, *config->today)) {
      return usage_error(context_, *error);
    }
    std::optional<Error> lost;
    const RunSummary summary = check(*catalog, *config, outputs, lost);
    std::optional<Error> error = outputs.end(summary);
    if (!error) error = lost;
    if (!error) return exit_code(summary, output_.least());
    usage_error(context_, *error);
    return kExitIncomplete;
  }

 private:
  // What findings cost, by the first of [score] sheets.
  std::optional<Error> load_points(const Catalog& catalog, const Config& config) {
    if (config.sheets.empty()) return std::nullopt;
    Result<ScoreSheet> sheet = load_sheet(config.sheets.front(), catalog, read_small_file);
    if (!sheet) return sheet.error();
    sheet_ = *std::move(sheet);
    return std::nullopt;
  }

  // Before anything is checked: without DuckDB, or under another key, it would be in vain.
  std::optional<Error> open_store(const Catalog& catalog) {
    if (facts_.store.folder.empty()) return std::nullopt;
    Result<store::Database> database = facts_.store.open();
    if (!database) return database.error();
    database_ = *std::move(database);
    const std::string key = AcrossCharts(catalog, facts_.options(true)).key_check();
    return other_key(*database_, facts_.store.folder, key);
  }

  // `lost` is set when the facts could not be written.
  RunSummary check(const Catalog& catalog, const Config& config, Outputs& outputs,
                   std::optional<Error>& lost) {
    Inputs inputs = run_.inputs();
    Progress progress(context_, progress_wanted(outputs.stdout_used()));
    run_.options.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
    outputs.begin();
    Results results(outputs, WaiverUse(catalog, config));
    AcrossOptions options = facts_.options(outputs.with_paths());
    options.lines.boilerplate = &config.tables().boilerplate();
    options.limits = run_.options.limits;
    options.jobs = run_.options.jobs;
    AcrossCharts across(catalog, options);
    RunSummary summary = emrlint::run(inputs, catalog, config, run_.options, results, &across);
    if (database_) {
      const StoreOptions& store = facts_.store;
      const std::string path = facts_part_path(store.folder, store.runs.front(), store.shard);
      lost = write_facts_part(*database_, path, across, summary);
    } else if (!facts_.path.empty()) {
      lost = write_facts(facts_.path, across, summary);
    } else {
      judge_across(across, catalog, config, summary, results);
    }
    summary.unused_waivers = results.waivers().unused(context_.lang);
    note_skipped(context_, inputs);
    return summary;
  }

  RunFlags run_;
  ConfigOptions config_;
  CatalogOptions catalog_;
  OutputFlags output_;
  FactsOptions facts_;
  std::optional<ScoreSheet> sheet_;          // Of CSV and XLSX, if the configuration names one.
  std::optional<store::Database> database_;  // Of the store, if one is used.
};

}  // namespace

std::unique_ptr<Command> make_check_command(const Context& context) {
  return std::make_unique<CheckCommand>(context);
}

}  // namespace emrlint
