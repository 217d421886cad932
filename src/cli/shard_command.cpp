// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/ledger_options.h"
#include "ledger/judge_shard.h"
#include "ledger/supervise.h"
#include "store/runs.h"

namespace emrlint {
namespace {

constexpr int kTimeout = 60;

// `emrlint shard`: one part of a planned run.
class ShardCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "shard", context_.say("检查一次运行的一个分片，结果写入存储",
                              "judge one shard of a planned run into the store"));
    ledger_.add(*command, context_);
    const std::string group = context_.say("分片", "Shard");
    command
        ->add_option(
            "--shard", shard_,
            context_.say("第几个分片（从0起）和分片总数；只写序号也可。默认取作业阵列的环境变量",
                         "which shard, from 0, and of how many; the index alone will do. "
                         "By default what the job array says"))
        ->option_text("I/N")
        ->group(group);
    command
        ->add_option("--timeout", timeout_,
                     context_.say("一份病历最多的秒数，超过则记为未评估；默认 60",
                                  "the most seconds for one chart, beyond which it is recorded as "
                                  "not evaluated; default 60"))
        ->check(CLI::Range(1, 86'400))
        ->option_text(context_.say("秒", "SECONDS"))
        ->group(group);
    command->add_option("--progress-fd", progress_)->group("");
    command->footer(
        context_.say("示例：\n"
                     "  emrlint plan --store 存储 --run 2024-03-01 --key 密钥 --shards 24 病历/\n"
                     "  emrlint shard --store 存储 --run 2024-03-01 --key 密钥 --shard 3/24\n"
                     "  emrlint merge --store 存储 --run 2024-03-01 --key 密钥\n"
                     "\n退出码：0 已完成（有无问题都是0）；2 用法或配置错误，不必重试；75 请重试\n",
                     "Examples:\n"
                     "  emrlint plan --store store --run 2024-03-01 --key key --shards 24 charts/\n"
                     "  emrlint shard --store store --run 2024-03-01 --key key --shard 3/24\n"
                     "  emrlint merge --store store --run 2024-03-01 --key key\n"
                     "\nExit codes: 0 done, with findings or without; 2 usage or configuration "
                     "error,\ndo not try again; 75 try again\n"));
    return command;
  }

  int run() override {
    if (const auto error = wrong_options()) return usage_error(context_, *error);
    const auto work = [this](const ledger::Failures& failures, ledger::Heartbeat& heartbeat) {
      return judge(failures, heartbeat);
    };
    const int code = ledger::supervise(work, std::chrono::seconds(timeout_),
                                       [this](std::uint64_t done) { tell(done); });
    if (code >= 0) return code;
    usage_error(
        context_,
        {"分片在病历之外中断了两次", "the shard broke off twice, outside of any chart", {}});
    return kExitRetry;
  }

 private:
  std::optional<Error> wrong_options() {
    if (ledger_.store.empty() || ledger_.run.empty() || ledger_.key_file.empty()) {
      return Error{"需要 --store、--run 和 --key", "needed are --store, --run and --key", {}};
    }
    if (auto error = ledger_.wrong_run()) return error;
    for (const char* name : {"SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"}) {
      const char* const value = std::getenv(name);
      if (shard_.empty() && value != nullptr) shard_ = value;
    }
    // The number of shards stands in the plan; given here it must be the same.
    const bool index_only = shard_.find('/') == shard_.npos;
    const auto parsed = store::parse_shard(index_only ? shard_ + "/99999" : shard_);
    if (!parsed) {
      return Error{"--shard 应写作 3/24：" + shard_, "--shard is written 3/24: " + shard_, {}};
    }
    index_ = parsed->index;
    if (!index_only) count_ = parsed->count;
    return std::nullopt;
  }

  // In the child.
  int judge(const ledger::Failures& failures, ledger::Heartbeat& heartbeat) {
    Result<store::Database> database = ledger_.open();
    if (!database) return usage_error(context_, database.error());
    const Result<ledger::Plan> plan =
        ledger::read_plan(*database, ledger_.store, ledger_.run, index_);
    if (!plan) return usage_error(context_, plan.error());
    const ledger::Terms& terms = plan->terms;
    if (index_ >= terms.shards || (count_ && *count_ != terms.shards)) {
      return usage_error(context_, {"这次运行有 " + std::to_string(terms.shards) + " 个分片",
                                    "the run has " + std::to_string(terms.shards) + " shards",
                                    {}});
    }
    if (ledger::shard_done(ledger_.store, terms, index_)) return kExitOk;
    const Result<LedgerSetup> setup = ledger_.load_as_planned(terms);
    if (!setup) return usage_error(context_, setup.error());
    ledger::ShardJob job{&setup->config, setup->lenses(), setup->across(), {},
                         ledger_.store,  index_};
    if (const auto error = ledger::judge_shard(*database, job, *plan, failures, heartbeat)) {
      usage_error(context_, *error);
      return kExitRetry;
    }
    return kExitOk;
  }

  void tell(std::uint64_t done) const {
    if (progress_ < 0) return;
    const std::string line = std::to_string(index_) + " " + std::to_string(done) + "\n";
    (void)!::write(progress_, line.data(), line.size());
  }

  LedgerOptions ledger_;
  std::string shard_;
  unsigned index_ = 0;
  std::optional<unsigned> count_;
  int timeout_ = kTimeout;
  int progress_ = -1;  // Descriptor for "SHARD UNITS" lines.
};

}  // namespace

std::unique_ptr<Command> make_shard_command(const Context& context) {
  return std::make_unique<ShardCommand>(context);
}

}  // namespace emrlint
