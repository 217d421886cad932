// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/ledger_options.h"
#include "ledger/merge.h"

namespace emrlint {
namespace {

// `emrlint merge`: the shards of a run become one result.
class MergeCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "merge", context_.say("合并一次运行的各分片，判定跨病历的检查，发布结果",
                              "bring the shards of a run together, judge the checks across charts, "
                              "publish the run"));
    ledger_.add(*command, context_);
    command->footer(context_.say(
        "示例：\n  emrlint merge --store 存储 --run 2024-03-01 --key 密钥\n"
        "\n退出码：0 已发布；2 用法或配置错误；75 有分片尚未完成，请稍后重试\n",
        "Examples:\n  emrlint merge --store store --run 2024-03-01 --key key\n"
        "\nExit codes: 0 published; 2 usage or configuration error; 75 some shards are "
        "not done, try again later\n"));
    return command;
  }

  int run() override {
    if (ledger_.store.empty() || ledger_.run.empty() || ledger_.key_file.empty()) {
      return usage_error(
          context_, {"需要 --store、--run 和 --key", "needed are --store, --run and --key", {}});
    }
    if (const auto error = ledger_.wrong_run()) return usage_error(context_, *error);
    Result<store::Database> database = ledger_.open_alone();
    if (!database) return usage_error(context_, database.error());
    const Result<ledger::Terms> terms = ledger::read_terms(*database, ledger_.store, ledger_.run);
    if (!terms) return usage_error(context_, terms.error());
    const Result<LedgerSetup> setup = ledger_.load_as_planned(*terms);
    if (!setup) return usage_error(context_, setup.error());
    const ledger::MergeJob job{&setup->config, setup->lenses(), setup->across(), ledger_.store,
                               ledger_.run};
    if (const auto error = ledger::merge(*database, job)) {
      usage_error(context_, *error);
      return kExitRetry;
    }
    return kExitOk;
  }

 private:
  LedgerOptions ledger_;
};

}  // namespace

std::unique_ptr<Command> make_merge_command(const Context& context) {
  return std::make_unique<MergeCommand>(context);
}

}  // namespace emrlint
