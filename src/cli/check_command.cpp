// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/facts_options.h"
#include "cli/output_options.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "engine/facts_file.h"
#include "engine/facts_parts.h"
#include "engine/judge_across.h"

namespace emrlint {
namespace {

constexpr unsigned kMaxJobs = 1024;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40;
constexpr unsigned kMostDepth = 1u << 20;

class CheckCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "check", context_.say("检查病历，报告问题", "check charts and report findings"));
    command
        ->add_option(
            "paths", inputs_.paths,
            context_.say("病历文件或文件夹；- 为标准输入", "chart files or folders; - for stdin"))
        ->required()
        ->option_text(context_.say("路径 ...", "PATH ..."));
    output_.add(*command, context_);
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    add_run_options(*command);
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
    Outputs outputs(*catalog, output_.options(context_));
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
  void add_run_options(CLI::App& command) {
    const std::string group = context_.say("运行", "Run");
    command
        .add_option("-j,--jobs", run_.jobs,
                    context_.say("线程数；0 为全部处理器（默认）",
                                 "threads; 0 for all processors (default)"))
        ->check(CLI::Range(0u, kMaxJobs))
        ->option_text(context_.say("数", "N"))
        ->group(group);
    command
        .add_option("--stdin-filename", inputs_.stdin_filename,
                    context_.say("标准输入在结果中的文件名", "what to call stdin in the results"))
        ->option_text(context_.say("名称", "NAME"))
        ->group(group);
    command
        .add_option("--max-bytes", run_.limits.bytes,
                    context_.say("单个文件解压后的上限，字节",
                                 "most bytes of one file, "
                                 "decompressed"))
        ->check(CLI::Range(std::uint64_t{1}, kMostBytes))
        ->option_text(context_.say("数", "N"))
        ->group(group);
    command
        .add_option("--max-depth", run_.limits.depth,
                    context_.say("嵌套层数上限", "most levels of nesting"))
        ->check(CLI::Range(1u, kMostDepth))
        ->option_text(context_.say("数", "N"))
        ->group(group);
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
    inputs_.limits = run_.limits;
    inputs_.jobs = run_.jobs;
    Inputs inputs(inputs_);
    // Beside results on the same terminal a moving line would only be in the way.
    const bool alone = !outputs.stdout_used() || isatty(STDOUT_FILENO) == 0;
    Progress progress(context_, alone && isatty(STDERR_FILENO) == 1);
    run_.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
    outputs.begin();
    Results results(outputs, WaiverUse(catalog, config));
    AcrossCharts across(catalog, facts_.options(outputs.with_paths()));
    RunSummary summary = emrlint::run(inputs, catalog, config, run_, results, &across);
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
    if (inputs.skipped() > 0) note_skipped(inputs);
    return summary;
  }

  void note_skipped(const Inputs& inputs) const {
    std::string names;
    for (const std::string& name : inputs.skipped_examples()) {
      names += (names.empty() ? "" : ", ") + name;
    }
    std::fprintf(stderr,
                 context_
                     .say("emrlint: 跳过 %llu 个不是病历的文件，如 %s\n",
                          "emrlint: skipped %llu files that are no records, such as %s\n")
                     .c_str(),
                 static_cast<unsigned long long>(inputs.skipped()), names.c_str());
  }

  InputOptions inputs_;
  ConfigOptions config_;
  CatalogOptions catalog_;
  RunOptions run_{.jobs = 0};
  OutputFlags output_;
  FactsOptions facts_;
  std::optional<store::Database> database_;  // Of the store, if one is used.
};

}  // namespace

std::unique_ptr<Command> make_check_command(const Context& context) {
  return std::make_unique<CheckCommand>(context);
}

}  // namespace emrlint
