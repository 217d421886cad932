// SPDX-License-Identifier: Apache-2.0
#include "cli/run_options.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace emrlint {
namespace {

constexpr unsigned kMaxJobs = 1024;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40;
constexpr unsigned kMostDepth = 1u << 20;

}  // namespace

void RunFlags::add_paths(CLI::App& command, const Context& context) {
  command
      .add_option(
          "paths", input.paths,
          context.say("病历文件或文件夹；- 为标准输入", "chart files or folders; - for stdin"))
      ->required()
      ->option_text(context.say("路径 ...", "PATH ..."));
}

void RunFlags::add(CLI::App& command, const Context& context) {
  const std::string group = context.say("运行", "Run");
  command
      .add_option(
          "-j,--jobs", options.jobs,
          context.say("线程数；0 为全部处理器（默认）", "threads; 0 for all processors (default)"))
      ->check(CLI::Range(0u, kMaxJobs))
      ->option_text(context.say("数", "N"))
      ->group(group);
  command
      .add_option("--stdin-filename", input.stdin_filename,
                  context.say("标准输入在结果中的文件名", "what to call stdin in the results"))
      ->option_text(context.say("名称", "NAME"))
      ->group(group);
  command
      .add_option("--max-bytes", options.limits.bytes,
                  context.say("单个文件解压后的上限，字节", "most bytes of one file, decompressed"))
      ->check(CLI::Range(std::uint64_t{1}, kMostBytes))
      ->option_text(context.say("数", "N"))
      ->group(group);
  command
      .add_option("--max-depth", options.limits.depth,
                  context.say("嵌套层数上限", "most levels of nesting"))
      ->check(CLI::Range(1u, kMostDepth))
      ->option_text(context.say("数", "N"))
      ->group(group);
}

Inputs RunFlags::inputs() const {
  InputOptions whole = input;
  whole.limits = options.limits;
  whole.jobs = options.jobs;
  return Inputs(std::move(whole));
}

bool progress_wanted(bool stdout_used) {
  const bool alone = !stdout_used || isatty(STDOUT_FILENO) == 0;
  return alone && isatty(STDERR_FILENO) == 1;
}

void note_skipped(const Context& context, const Inputs& inputs) {
  if (inputs.skipped() == 0) return;
  std::string names;
  for (const std::string& name : inputs.skipped_examples()) {
    names += (names.empty() ? "" : ", ") + name;
  }
  std::fprintf(stderr,
               context
                   .say("emrlint: 跳过 %llu 个不是病历的文件，如 %s\n",
                        "emrlint: files that are no records, skipped: %llu, such as %s\n")
                   .c_str(),
               static_cast<unsigned long long>(inputs.skipped()), names.c_str());
}

}  // namespace emrlint
