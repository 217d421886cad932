// SPDX-License-Identifier: Apache-2.0
#include "cli/store_options.h"

namespace emrlint {
namespace {

// With less DuckDB cannot sort.
constexpr std::uint64_t kLeastMemory = 64 * 1024 * 1024;
constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 40;

}  // namespace

void StoreOptions::add(CLI::App& command, const Context& context, const std::string& group) {
  command
      .add_option("--store-memory", memory_,
                  context.say("存储功能（DuckDB）缓冲区的字节数，超过即写入临时文件；默认 "
                              "134217728",
                              "bytes of DuckDB's buffers, beyond which it uses temporary files; "
                              "default 134217728"))
      ->check(CLI::Range(kLeastMemory, kMostMemory))
      ->option_text(context.say("数", "N"))
      ->group(group);
}

void StoreOptions::add_writing(CLI::App& command, const Context& context,
                               const std::string& group) {
  command
      .add_option("--store", folder,
                  context.say("同 --facts，但写入存储文件夹（Parquet 分片），供 emrlint reduce "
                              "--store 判定；需要 --run 和 --facts-key",
                              "as --facts, but into this store (Parquet parts), for emrlint "
                              "reduce --store; needs --run and --facts-key"))
      ->option_text(context.say("文件夹", "DIR"))
      ->group(group);
  command
      .add_option("--run", runs,
                  context.say("本次运行的名称，如 2024-03-01",
                              "how the run is called in the store, such as 2024-03-01"))
      ->option_text(context.say("名称", "NAME"))
      ->group(group)
      ->allow_extra_args(false);
  command
      .add_option("--shard", shard_,
                  context.say("所给路径是本次运行的第几个分片（从0起）和分片总数；默认 0/1",
                              "which part of the run the paths are, from 0, and of how many; "
                              "default 0/1"))
      ->option_text("I/N")
      ->group(group);
  add(command, context, group);
}

void StoreOptions::add_reading(CLI::App& command, const Context& context,
                               const std::string& group) {
  command
      .add_option("--store", folder,
                  context.say("不读文件，而读存储文件夹中的运行，见 --run",
                              "instead of files: the store with the runs of --run"))
      ->option_text(context.say("文件夹", "DIR"))
      ->group(group);
  command
      .add_option("--run", runs,
                  context.say("emrlint check --store 的运行名，可重复：合在一起判定",
                              "a run of emrlint check --store; repeatable: judged together"))
      ->option_text(context.say("名称", "NAME"))
      ->group(group)
      ->allow_extra_args(false);
  add(command, context, group);
}

void StoreOptions::add_copies(CLI::App& command, const Context& context,
                              const std::string& group) {
  command
      .add_option("--store", folder,
                  context.say("所给病历的指纹写入此存储文件夹（Parquet 分片），再比较；不给路径则只"
                              "比较已存的；需要 --run 和 --key",
                              "write fingerprints of the charts into this store (Parquet parts), "
                              "then compare; without paths those that are there; needs --run and "
                              "--key"))
      ->option_text(context.say("文件夹", "DIR"))
      ->group(group);
  command
      .add_option("--run", runs,
                  context.say("运行名，如 2024-03-01；--where 可重复，不给则查所有运行",
                              "the run, such as 2024-03-01; repeatable with --where, which "
                              "without it takes all runs"))
      ->option_text(context.say("名称", "NAME"))
      ->group(group)
      ->allow_extra_args(false);
  command
      .add_option("--shard", shard_,
                  context.say("所给路径是本次运行的第几个分片（从0起）和分片总数：只写入，不比较",
                              "which part of the run the paths are, from 0, and of how many: "
                              "nothing is compared then"))
      ->option_text("I/N")
      ->group(group);
  add(command, context, group);
}

std::optional<Error> StoreOptions::problem(bool written) {
  if (folder.empty() != runs.empty()) {
    return Error{"--store 和 --run 须同时给出", "--store and --run go together", {}};
  }
  if (written && runs.size() > 1) {
    return Error{"--run 只能给一个", "--run: this run has one name", {}};
  }
  for (const std::string& run : runs) {
    if (store::names_run(run)) continue;
    return Error{
        "--run：运行名只能用字母、数字和 - _ .（不以点开头，不超过100个字符），不能是 " + run,
        "--run: a name has letters, digits, \"-\", \"_\" and \".\", 100 at the most, and "
        "does not begin with a dot; not so: " +
            run,
        {}};
  }
  if (shard_.empty()) return std::nullopt;
  const std::optional<store::Shard> parsed = store::parse_shard(shard_);
  if (!parsed) {
    return Error{"--shard：" + shard_ + " 不是分片：两个分片为 0/2 和 1/2",
                 "--shard: " + shard_ + " is no part: of two they are 0/2 and 1/2",
                 {}};
  }
  shard = *parsed;
  if (!folder.empty()) return std::nullopt;
  return Error{"--shard 须与 --store 同用", "--shard goes with --store", {}};
}

Result<store::Database> StoreOptions::open() const {
  store::DatabaseOptions options;
  options.memory = memory_;
  return store::Database::open(options);
}

}  // namespace emrlint
