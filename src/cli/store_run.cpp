// SPDX-License-Identifier: Apache-2.0
#include "cli/store_run.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>
#include <vector>

#include "base/nearest.h"
#include "ledger/views.h"

namespace emrlint {
namespace {

constexpr const char* kLatest = "latest";
constexpr unsigned kMostThreads = 8;

Error unknown_run(const std::string& store, const std::string& run,
                  const std::vector<std::string>& runs) {
  const std::vector<std::string_view> names(runs.begin(), runs.end());
  return {store + "：没有名为 " + run + " 的运行" + did_you_mean_zh(run, names),
          store + ": there is no run " + run + did_you_mean_en(run, names),
          {}};
}

}  // namespace

store::DatabaseOptions reading_options() {
  store::DatabaseOptions options;
  options.threads = std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
  return options;
}

std::optional<Error> store_problem(const std::string& store) {
  std::error_code error;
  if (store.empty()) return Error{"须用 --store 指明存储文件夹", "name the store with --store", {}};
  if (!std::filesystem::is_directory(store, error)) {
    return Error{store + "：没有这个存储文件夹", store + ": there is no such store", {}};
  }
  return std::nullopt;
}

void StoreRun::add(CLI::App& command, const Context& context, const std::string& group) {
  command
      .add_option("--store", store,
                  context.say("存储文件夹：各次运行和审核数据（review.sqlite）所在",
                              "the store: where the runs are, and the review data "
                              "(review.sqlite)"))
      ->option_text(context.say("文件夹", "DIR"))
      ->group(group);
  command
      .add_option("--run", run,
                  context.say("运行名，如 2024-03-01；默认最近一次",
                              "the run, such as 2024-03-01; by default the latest"))
      ->option_text(context.say("名称", "NAME"))
      ->group(group);
}

std::optional<Error> StoreRun::resolve() {
  if (auto error = store_problem(store)) return error;
  const std::vector<std::string> runs = ledger::published_runs(store);
  if (runs.empty()) return Error{store + "：其中没有运行", store + ": there is no run in it", {}};
  if (run == kLatest) run = runs.back();
  if (std::find(runs.begin(), runs.end(), run) == runs.end()) return unknown_run(store, run, runs);
  return std::nullopt;
}

Result<store::Database> StoreRun::open() const {
  Result<store::Database> database = store::Database::open(reading_options());
  if (!database) return database;
  if (auto error = ledger::make_views(*database, store, run)) return *std::move(error);
  return database;
}

}  // namespace emrlint
