// SPDX-License-Identifier: Apache-2.0
#include "cli/facts_options.h"

#include "cli/key_file.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 40;

std::string group_of(const Context& context) {
  return context.say("跨病历的检查", "Checks across charts");
}

}  // namespace

void FactsOptions::add(CLI::App& command, const Context& context) {
  const std::string group = group_of(context);
  command
      .add_option("--facts", path,
                  context.say("不在本次判定跨病历的检查，而把所需的事实写入文件，供 emrlint reduce "
                              "合并各分片后判定",
                              "leave the checks across charts to emrlint reduce: write the facts "
                              "that they need of this part into a file"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group);
  command
      .add_option(
          "--facts-key", key_file_,
          context.say("--facts、--store 所需：密钥文件，人员和证件只以此密钥的散列值写入；各分片须"
                      "相同",
                      "needed by --facts and --store: a file with a secret, under which persons "
                      "and numbers are hashed; the same for all parts"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group);
  store.add_writing(command, context, group);
  add_memory(command, context);
}

void FactsOptions::add_reading(CLI::App& command, const Context& context) {
  command
      .add_option("--facts-key", key_file_,
                  context.say("写这些事实所用的密钥文件：近似的文字须重读病历核对；不给则无法判定",
                              "the file with the secret of these facts: charts are read again to "
                              "compare near copies, which without it stay undecided"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group_of(context));
  store.add_reading(command, context, group_of(context));
  add_memory(command, context);
}

void FactsOptions::add_memory(CLI::App& command, const Context& context) {
  command
      .add_option("--facts-memory", memory,
                  context.say("事实占用内存超过此字节数即写入临时文件；默认 1048576",
                              "bytes of facts in memory, more go to a temporary file; default "
                              "1048576"))
      ->check(CLI::Range(std::uint64_t{1}, kMostMemory))
      ->option_text(context.say("数", "N"))
      ->group(group_of(context));
}

std::optional<Error> FactsOptions::problem() {
  if (auto error = store.problem(true)) return error;
  if (!written()) return std::nullopt;
  if (!path.empty() && !store.folder.empty()) {
    return Error{"--facts 和 --store 只能用一个", "--facts and --store: only one of them", {}};
  }
  if (key_file_.empty()) {
    const std::string option = path.empty() ? "--store" : "--facts";
    return Error{option + " 需要 --facts-key：人员和证件号只能以密钥散列后写入文件",
                 option +
                     " needs --facts-key: persons and their numbers are only written hashed "
                     "under a key",
                 {}};
  }
  return read_key();
}

std::optional<Error> FactsOptions::reading_problem() {
  if (auto error = store.problem(false)) return error;
  if (key_file_.empty()) return std::nullopt;
  return read_key();
}

std::optional<Error> FactsOptions::read_key() {
  Result<std::string> key = read_key_file(key_file_);
  if (!key) return key.error();
  key_ = *std::move(key);
  return std::nullopt;
}

AcrossOptions FactsOptions::options(bool paths) const {
  AcrossOptions options;
  options.memory = memory;
  options.key = key_;
  options.lines.paths = paths || written();
  options.lines.absolute_files = written();
  return options;
}

AcrossOptions FactsOptions::reading_options() const {
  AcrossOptions options = this->options(true);
  options.compare = !key_.empty();
  options.jobs = 0;
  return options;
}

std::optional<Error> FactsOptions::wrong_key(const AcrossCharts& across,
                                             const std::string& key_check) const {
  if (key_.empty() || key_check.empty() || across.key_check() == key_check) return std::nullopt;
  return Error{"--facts-key：这些事实是用另一个密钥写的",
               "--facts-key: these facts are under another key",
               {}};
}

}  // namespace emrlint
