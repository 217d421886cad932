// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/ledger_options.h"
#include "cli/plan_run.h"
#include "cli/run_options.h"

namespace emrlint {
namespace {

// `emrlint plan`: what a run that is shared out consists of.
class PlanCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "plan", context_.say("计划一次分片运行：找到病历，分给各分片",
                             "plan a run in shards: find the charts and deal them out"));
    run_.add_paths(*command, context_);
    ledger_.add(*command, context_);
    const std::string group = context_.say("分片", "Shards");
    command
        ->add_option("--shards", plan_.shards,
                     context_.say("分片总数；默认每1000份要检查的病历一个",
                                  "how many shards; by default one for a thousand charts that are "
                                  "to be judged"))
        ->check(CLI::Range(1, 99'999))
        ->option_text("N")
        ->group(group);
    command
        ->add_option("--sheet", sheet_,
                     context_.say("评分表：内置的名称或文件；默认为 [score] sheets 的第一个，"
                                  "没有则不评分",
                                  "a scoring sheet: built-in name or file; by default the first "
                                  "of [score] sheets, if any"))
        ->option_text(context_.say("评分表", "SHEET"))
        ->group(group);
    command
        ->add_flag("--full", plan_.full,
                   context_.say("未改动的病历也重新检查", "judge unchanged charts again, too"))
        ->group(group);
    command->footer(context_.say(
        "示例：\n  emrlint plan --store 存储 --run 2024-03-01 --key 密钥 --as-of 2024-03-01T06:00 "
        "--shards 24 病历/\n",
        "Examples:\n  emrlint plan --store store --run 2024-03-01 --key key --as-of "
        "2024-03-01T06:00 --shards 24 charts/\n"));
    return command;
  }

  int run() override {
    if (ledger_.store.empty() || ledger_.run.empty() || ledger_.key_file.empty()) {
      return usage_error(
          context_, {"需要 --store、--run 和 --key", "needed are --store, --run and --key", {}});
    }
    if (const auto error = ledger_.wrong_run()) return usage_error(context_, *error);
    const Result<LedgerSetup> setup = ledger_.load(sheet_);
    if (!setup) return usage_error(context_, setup.error());
    Result<store::Database> database = ledger_.open();
    if (!database) return usage_error(context_, database.error());
    plan_.input = run_.input;
    const Result<ledger::Plan> plan =
        plan_run(*database, ledger_, *setup, plan_, context_, progress_wanted(false));
    if (!plan) {
      usage_error(context_, plan.error());
      return kExitRetry;
    }
    const auto carried =
        std::count_if(plan->units.begin(), plan->units.end(),
                      [](const ledger::PlannedUnit& unit) { return !unit.origin.empty(); });
    fmt::print(
        stderr, "{}\n",
        fmt::format(fmt::runtime(context_.say(
                        "{} 份病历，其中 {} 份未改动，沿用先前的结果；{} 个分片",
                        "{} charts, {} of them unchanged since they were judged; {} shards")),
                    plan->units.size(), carried, plan->terms.shards));
    return kExitOk;
  }

 private:
  RunFlags run_;
  LedgerOptions ledger_;
  PlanOptions plan_;
  std::string sheet_;
};

}  // namespace

std::unique_ptr<Command> make_plan_command(const Context& context) {
  return std::make_unique<PlanCommand>(context);
}

}  // namespace emrlint
