// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <variant>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "engine/run.h"
#include "ledger/worker.h"
#include "output/json_writer.h"
#include "output/sink.h"

namespace emrlint {
namespace {

constexpr int kTimeout = 60;

// Reads charts as lines, writes a result for each: for engines that send records through a process.
class PipeCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "pipe", context_.say("标准输入每行一份病历，标准输出每行一个结果",
                             "a chart a line on stdin, a result a line on stdout"));
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    command
        ->add_option("--timeout", timeout_,
                     context_.say("一份病历最多的秒数，超过则结果为 timeout；默认 60",
                                  "the most seconds for one chart, beyond which its result is "
                                  "\"timeout\"; default 60"))
        ->check(CLI::Range(1, 86'400))
        ->option_text(context_.say("秒", "SECONDS"))
        ->group(context_.say("分片", "Shard"));
    command->footer(context_.say(
        "示例：\n  emrlint pipe --as-of 2024-03-01T06:00 <病历.ndjson >结果.ndjson\n"
        "\n退出码：0 每行都有结果；2 用法或配置错误\n",
        "Examples:\n  emrlint pipe --as-of 2024-03-01T06:00 <charts.ndjson >results.ndjson\n"
        "\nExit codes: 0 each line has its result; 2 usage or configuration error\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    std::ios::sync_with_stdio(false);
    ledger::Worker worker([&](std::string_view line) { return judge(*catalog, *config, line); },
                          std::chrono::seconds(timeout_));
    std::uint64_t number = 0;
    for (std::string line; std::getline(std::cin, line);) {
      ++number;
      if (line.find_first_not_of(" \t\r") == line.npos) continue;
      write(number, worker.ask(line));
    }
    return std::cout ? kExitOk : kExitIncomplete;
  }

 private:
  // In the child: the objects of the JSON lines output, with commas between.
  std::string judge(const Catalog& catalog, const Config& config, std::string_view line) const {
    WorkUnit unit;
    InputFile& file = unit.files.emplace_back();
    file.path = file.uri = "stdin";
    file.text = line;
    file.size = line.size();
    const JudgedUnit judged = judge_unit(std::move(unit), catalog, config, {});
    OutputOptions options;
    options.lang = context_.lang;
    std::ostringstream none;
    std::string text = make_json_sink(none, catalog, options)->render(judged.batch, judged.reports);
    while (text.ends_with('\n')) text.pop_back();
    for (char& c : text) c = c == '\n' ? ',' : c;
    std::ostringstream out;
    JsonWriter json(out);
    json.begin_object();
    json.text("status", judged.batch.charts.empty() ? "unreadable" : "judged");
    json.begin_array("charts");
    for (const ChartReport& report : judged.reports) json.text(report.key);
    json.end_array();
    json.flush();
    // Without its first brace, which stands before the number of the line.
    return std::move(out).str().substr(1) + ",\"results\":[" + text + "]";
  }

  void write(std::uint64_t number, const std::variant<std::string, ledger::Failure>& answer) const {
    std::cout << "{\"line\":" << number << ',';
    if (const auto* const members = std::get_if<std::string>(&answer)) {
      std::cout << *members;
    } else {
      const ledger::Failure& failure = std::get<ledger::Failure>(answer);
      std::cout << "\"status\":\"" << ledger::id(failure.status) << "\",\"detail\":\""
                << failure.detail << "\",\"charts\":[],\"results\":[]";
    }
    std::cout << "}\n" << std::flush;
  }

  ConfigOptions config_;
  CatalogOptions catalog_;
  int timeout_ = kTimeout;
};

}  // namespace

std::unique_ptr<Command> make_pipe_command(const Context& context) {
  return std::make_unique<PipeCommand>(context);
}

}  // namespace emrlint
