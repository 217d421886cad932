// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "cli/key_file.h"
#include "cli/ledger_options.h"
#include "cli/option_group.h"
#include "cli/plan_run.h"
#include "cli/run_options.h"
#include "cli/step_line.h"
#include "ledger/expire.h"
#include "ledger/merge.h"
#include "ledger/shard_processes.h"
#include "ledger/tables.h"
#include "ledger/views.h"
#include "nightly/report_files.h"
#include "store/runs.h"
#include "store/unfinished.h"

namespace emrlint {
namespace {

// `emrlint nightly`: everything of a night in one call.
class NightlyCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "nightly", context_.say("夜间任务：只检查新增和改动的病历，结果入库，写报告",
                                "the nightly job: judges what is new or changed, keeps the results "
                                "in the store, writes reports"));
    run_.add_paths(*command, context_);
    command->get_option("paths")->required(false);  // [nightly] paths says them as well.
    ledger_.add(*command, context_);
    add_options(*command);
    command->footer(context_.say(
        "示例：\n"
        "  emrlint nightly --config emrlint.toml           按 [nightly] 中的设置\n"
        "  emrlint nightly --store 存储 --reports 报告 --sheet cn-generic-100 病历/\n"
        "  emrlint nightly --config emrlint.toml --full    未改动的也重新检查\n"
        "\n中断后再次运行即继续。退出码：0 完成；2 用法或配置错误；3 完成，但有病历未能评估；\n"
        "75 未完成，请重试\n",
        "Examples:\n"
        "  emrlint nightly --config emrlint.toml           as [nightly] there says\n"
        "  emrlint nightly --store store --reports reports --sheet cn-generic-100 charts/\n"
        "  emrlint nightly --config emrlint.toml --full    unchanged charts, too\n"
        "\nRun again after a break, it goes on where it was. Exit codes: 0 done; 2 usage or\n"
        "configuration error; 3 done, but some charts were not evaluated; 75 not done, try "
        "again\n"));
    return command;
  }

  int run() override {
    if (const auto error = settle_options()) return usage_error(context_, *error);
    if (const auto error = make_key()) return usage_error(context_, *error);
    Result<LedgerSetup> setup = ledger_.load(sheet_);
    if (!setup) return usage_error(context_, setup.error());
    Result<store::Database> database = ledger_.open_alone(jobs_);
    if (!database) return usage_error(context_, database.error());
    name_run(*database, *setup);
    if (const auto error = work(*database, *setup)) {
      usage_error(context_, *error);
      return kExitRetry;
    }
    return report(*setup);
  }

 private:
  void add_options(CLI::App& command) {
    const std::string title = context_.say("夜间任务", "Nightly job");
    const OptionGroup group(command, context_, title);
    group.add("--reports", reports_, "报告写入此文件夹下以运行名命名的文件夹；默认 存储/reports",
              "folder for reports, one below it for each run; by default STORE/reports", "文件夹",
              "DIR");
    group.add("--sheet", sheet_,
              "评分表：内置的名称或文件；默认为 [score] sheets 的第一个，没有则不评分",
              "a scoring sheet: built-in name or file; by default the first of [score] sheets, if "
              "any",
              "评分表", "SHEET");
    group
        .add("--timeout", timeout_, "一份病历最多的秒数，超过则记为未评估；默认 60",
             "the most seconds for one chart, beyond which it is recorded as not evaluated; "
             "default 60",
             "秒", "SECONDS")
        ->check(CLI::Range(1, 86'400));
    group.add("--jobs", jobs_, "同时工作的进程数；0 为全部处理器（默认）",
              "processes at work; 0 for one a processor, the default", "N");
    group
        .add("--shards", plan_.shards, "分片总数；默认每1000份要检查的病历一个",
             "how many shards; by default one for a thousand charts", "N")
        ->check(CLI::Range(1, 99'999));
    group
        .add("--keep", keep_,
             "早于这些天数、且没有其他运行以其为依据的运行连同报告一并删除；默认都保留",
             "runs older than that on which no other rests are removed with their reports; by "
             "default all stay",
             "天数", "DAYS")
        ->check(CLI::Range(1, 36'500));
    command
        .add_flag("--full", plan_.full,
                  context_.say("未改动的病历也重新检查", "judge unchanged charts again, too"))
        ->group(title);
  }

  // What the command line leaves open, [nightly] says.
  std::optional<Error> settle_options() {
    const Result<Catalog> catalog = ledger_.catalog.load();
    if (!catalog) return catalog.error();
    const Result<Config> config = ledger_.config.load(*catalog);
    if (!config) return config.error();
    const NightlySettings& stated = config->nightly;
    const auto fill = [](std::string& value, const std::string& from) {
      if (value.empty()) value = from;
    };
    if (run_.input.paths.empty()) run_.input.paths = stated.paths;
    fill(ledger_.store, stated.store);
    fill(ledger_.key_file, stated.key);
    fill(reports_, stated.reports);
    if (!timeout_) timeout_ = stated.timeout.value_or(60);
    if (!keep_) keep_ = stated.keep;
    if (keep_ && *keep_ < 1) {
      return Error{"[nightly] keep：至少为1天", "[nightly] keep: one day at the least", {}};
    }
    if (ledger_.store.empty() || run_.input.paths.empty()) {
      return Error{"需要病历的路径和存储：写在配置的 [nightly] 中，或用参数和 --store",
                   "needed are paths of charts and a store: in [nightly] of the configuration, or "
                   "as arguments and --store",
                   {}};
    }
    fill(ledger_.key_file, ledger_.store + "/facts.key");
    fill(reports_, ledger_.store + "/reports");
    if (jobs_ == 0) jobs_ = std::max(1u, std::thread::hardware_concurrency());
    return ledger_.wrong_run();
  }

  // The first night makes the key if there is none.
  std::optional<Error> make_key() const {
    std::error_code error;
    if (std::filesystem::exists(ledger_.key_file, error)) return std::nullopt;
    if (auto failed = write_new_key(ledger_.key_file)) return failed;
    fmt::print(
        stderr, "emrlint: {}{}\n",
        context_.say("新建了密钥，请只留在院内：", "made a key; keep it inside the hospital: "),
        ledger_.key_file);
    return std::nullopt;
  }

  // The run that was named or broke off, else a new one that is called after its time.
  void name_run(store::Database& database, const LedgerSetup& setup) {
    if (!ledger_.run.empty()) return;
    std::string name = to_iso(*setup.config.today).substr(0, 16);
    std::replace(name.begin(), name.end(), ':', '-');
    ledger_.run = name;
    if (!ledger_.config.as_of.empty()) return;
    const std::vector<std::string> planned = store::runs_of(ledger_.store, ledger::kPlan.name);
    if (planned.empty() || is_published(planned.back())) return;
    const Result<ledger::Terms> terms = ledger::read_terms(database, ledger_.store, planned.back());
    if (!terms || terms->rules != setup.rules || !recent(*terms, *setup.config.today)) return;
    ledger_.run = planned.back();
    fmt::print(stderr, "emrlint: {}{}\n", context_.say("继续中断的运行 ", "going on with the run "),
               ledger_.run);
  }

  static bool recent(const ledger::Terms& terms, const Time& now) {
    constexpr std::chrono::hours kNight{20};
    const std::optional<Time> then = parse_iso_time(terms.as_of);
    return then && now.earliest - then->earliest < kNight;
  }

  bool is_published(const std::string& run) const {
    const std::vector<std::string> runs = ledger::published_runs(ledger_.store);
    return std::find(runs.begin(), runs.end(), run) != runs.end();
  }

  std::optional<Error> work(store::Database& database, LedgerSetup& setup) {
    const bool shown = progress_wanted(false);
    store::sweep_store(ledger_.store);
    store::sweep(reports_);
    if (!store::parts_of(ledger_.store, ledger::kPlan.name, ledger_.run)) {
      plan_.input = run_.input;
      plan_.input.jobs = jobs_;
      const Result<ledger::Plan> plan = plan_run(database, ledger_, setup, plan_, context_, shown);
      if (!plan) return plan.error();
    }
    const Result<ledger::Terms> terms = ledger::read_terms(database, ledger_.store, ledger_.run);
    if (!terms) return terms.error();
    Result<LedgerSetup> planned = ledger_.load_as_planned(*terms);
    if (!planned) return planned.error();
    setup = *std::move(planned);
    if (is_published(ledger_.run)) return std::nullopt;
    if (auto error = judge(database, *terms, shown)) return error;
    StepLine line(context_, shown, context_.say("合并各分片", "merging"));
    line.update(0);
    const ledger::MergeJob job{&setup.config, setup.lenses(), setup.across(), ledger_.store,
                               ledger_.run};
    return ledger::merge(database, job);
  }

  std::optional<Error> judge(store::Database& database, const ledger::Terms& terms, bool shown) {
    Result<store::Rows> rows =
        database.rows("SELECT count(*) FROM " +
                      ledger::rows_of({store::part_path(ledger_.store, ledger::kPlan.name,
                                                        ledger_.run, {0, 1})}) +
                      " WHERE shard IS NOT NULL");
    if (!rows) return rows.error();
    const std::uint64_t total = rows->next() ? static_cast<std::uint64_t>(rows->integer(0, 0)) : 0;
    std::vector<std::string> arguments = ledger_.arguments();
    arguments.insert(arguments.end(), {"--timeout", std::to_string(*timeout_), "--lang",
                                       context_.lang == Lang::kZh ? "zh" : "en"});
    StepLine line(context_, shown, context_.say("检查病历", "judging charts"), total);
    return ledger::run_shards(ledger_.store, terms, arguments, jobs_,
                              [&line](std::uint64_t units) { line.update(units); });
  }

  int report(const LedgerSetup& setup) const {
    Result<store::Database> database = ledger_.open_alone(jobs_);
    if (!database) return usage_error(context_, database.error());
    const nightly::ReportJob job{ledger_.store,       ledger_.run,      reports_,
                                 setup.catalog.get(), setup.book.get(), context_.lang};
    const Result<nightly::NightNumbers> numbers = nightly::write_reports(*database, job);
    if (!numbers) {
      usage_error(context_, numbers.error());
      return kExitRetry;
    }
    print(*numbers);
    if (const auto error = remove_old_runs(*database, setup)) {
      usage_error(context_, *error);
      return kExitRetry;
    }
    return numbers->incomplete() ? kExitIncomplete : kExitOk;
  }

  // Once this night is done and reported.
  std::optional<Error> remove_old_runs(store::Database& database, const LedgerSetup& setup) const {
    if (!keep_) return std::nullopt;
    const Result<std::vector<std::string>> runs = ledger::superfluous_runs(
        database, ledger_.store, setup.config.today->earliest - std::chrono::days(*keep_));
    if (!runs) return runs.error();
    for (const std::string& run : *runs) {
      if (auto error = ledger::remove_run(ledger_.store, run)) return error;
      std::error_code error;
      std::filesystem::remove_all(std::filesystem::path(reports_) / run, error);
      fmt::print("{}{}\n", context_.say("已删除旧运行 ", "removed the old run "), run);
    }
    return std::nullopt;
  }

  void print(const nightly::NightNumbers& n) const {
    const auto line = [](const std::string& format, auto... values) {
      fmt::print("{}\n", fmt::format(fmt::runtime(format), values...));
    };
    line(context_.say("{}：{} 份病历，今晚检查 {} 份，沿用 {} 份",
                      "{}: charts {}; judged tonight {}, unchanged {}"),
         ledger_.run, n.charts, n.judged, n.units - n.judged - n.not_evaluated());
    if (n.not_evaluated() > 0) {
      line(context_.say("未能评估：{} 份无法读取，{} 份使程序崩溃，{} 份超时",
                        "not evaluated: unreadable {}, crashed {}, timed out {}"),
           n.unreadable, n.crashed, n.timeouts);
    }
    if (n.in_part > 0) {
      line(context_.say("只读取了一部分：{} 份", "read in part only: {}"), n.in_part);
    }
    if (n.broken > 0) {
      line(context_.say("有检查出错：{} 份", "charts on which a check broke: {}"), n.broken);
    }
    line(context_.say("必改 {}，建议 {}，提示 {}；未能判定 {}，即将到期 {}，已豁免 {}",
                      "errors {}, warnings {}, notes {}; undecided {}, due {}, waived {}"),
         n.errors, n.warnings, n.notes, n.undecided, n.due, n.waived);
    line(context_.say("与上次相比：新增 {}，有变化 {}，未变 {}，已消失 {}",
                      "since the last run: new {}, updated {}, unchanged {}, absent {}"),
         n.fresh, n.updated, n.unchanged, n.absent);
    if (n.mean_score) {
      line(context_.say("平均分 {:.1f}（{} 份）", "mean score {:.1f} (charts: {})"), *n.mean_score,
           n.scored);
    }
    line(context_.say("报告：{}", "reports: {}"), reports_ + "/" + ledger_.run);
  }

  RunFlags run_;
  LedgerOptions ledger_;
  PlanOptions plan_;
  std::string sheet_, reports_;
  std::optional<int> timeout_, keep_;
  unsigned jobs_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_nightly_command(const Context& context) {
  return std::make_unique<NightlyCommand>(context);
}

}  // namespace emrlint
