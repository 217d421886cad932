// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "engine/run.h"
#include "engine/waivers.h"
#include "output/place.h"

namespace emrlint {
namespace {

constexpr unsigned kMaxJobs = 1024;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40;
constexpr unsigned kMostDepth = 1u << 20;

// What comes of a run: the outputs, and which waivers were of use.
class Results final : public Receiver {
 public:
  Results(Outputs& outputs, WaiverUse waivers) : outputs_(outputs), waivers_(std::move(waivers)) {}

  const WaiverUse& waivers() const { return waivers_; }
  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>& reports) const override {
    return outputs_.render(batch, reports);
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered) override {
    for (const ChartReport& report : reports) waivers_.add(report);
    outputs_.add(batch, reports, rendered);
  }

 private:
  Outputs& outputs_;
  WaiverUse waivers_;
};

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
    add_output_options(*command);
    config_.add(*command, context_);
    catalog_.add(*command, context_);
    add_run_options(*command);
    command->footer(context_.say(
        "示例：\n"
        "  emrlint check 病历/                                结果给人看\n"
        "  emrlint check 病历/ -f text -f sarif=结果.sarif    同时存一份 SARIF\n"
        "  emrlint check --as-of 2024-03-01T08:00 在院/       在院病历，看将到期的\n"
        "  emrlint check --select 'periop-*' 病历/            只查围手术期\n"
        "  导出程序 | emrlint check --stdin-filename a.json -\n",
        "Examples:\n"
        "  emrlint check charts/                              findings for people\n"
        "  emrlint check charts/ -f text -f sarif=log.sarif   and a SARIF log\n"
        "  emrlint check --as-of 2024-03-01T08:00 ward/       charts of patients still in\n"
        "  emrlint check --select 'periop-*' charts/          surgery only\n"
        "  export-chart | emrlint check --stdin-filename a.json -\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    std::ios::sync_with_stdio(false);
    Outputs outputs(*catalog, output_options());
    if (formats_.empty()) formats_.emplace_back("text");
    for (const std::string& format : formats_) {
      if (const auto error = outputs.add(format)) return usage_error(context_, *error);
    }
    if (!waivers_.empty()) {
      const auto error = outputs.add_waivers(waivers_, *config->today);
      if (error) return usage_error(context_, *error);
    }
    const RunSummary summary = check(*catalog, *config, outputs);
    if (const std::optional<Error> error = outputs.end(summary)) {
      usage_error(context_, *error);
      return kExitIncomplete;
    }
    return exit_code(summary, fail_on());
  }

 private:
  void add_output_options(CLI::App& command) {
    const std::string group = context_.say("输出", "Output");
    command
        .add_option("-f,--format", formats_,
                    context_.say("输出格式，可重复；=文件 写入文件，否则写到标准输出",
                                 "form of the output, repeatable; into a file with =FILE, else "
                                 "to stdout"))
        ->option_text(context_.say("text|json|sarif[=文件]", "text|json|sarif[=FILE]"))
        ->group(group)
        ->allow_extra_args(false);  // What follows one is a path.
    command
        .add_option("--snippets", snippets_,
                    context_.say("原文摘录：不显示、遮盖姓名和号码（默认）、全文",
                                 "source text: none, names and numbers masked (default), full"))
        ->check(CLI::IsMember({"none", "masked", "full"}))
        ->option_text("none|masked|full")
        ->group(group);
    command
        .add_flag("--show-undecided", show_undecided_,
                  context_.say("逐项列出未能判定的", "list what could not be judged"))
        ->group(group);
    command
        .add_flag("--show-waived", show_waived_,
                  context_.say("也列出已豁免的", "list waived findings too"))
        ->group(group);
    command
        .add_option("--color", colour_,
                    context_.say("颜色；默认仅在终端",
                                 "colours; by default on "
                                 "a terminal"))
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->option_text("auto|always|never")
        ->group(group);
    command
        .add_option("--fail-on", fail_on_,
                    context_.say("有此级别及以上的问题时退出码为 1；默认 error",
                                 "exit with 1 for findings of this level and above; default error"))
        ->check(CLI::IsMember({"error", "warning", "note", "never"}))
        ->option_text("error|warning|note|never")
        ->group(group);
    command
        .add_option("--write-waivers", waivers_,
                    context_.say("把现有问题写成豁免清单，供逐条核对",
                                 "write the findings as waivers, to be read one by one"))
        ->option_text(context_.say("文件", "FILE"))
        ->group(group);
  }

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

  Severity fail_on() const {
    if (fail_on_ == "never") return Severity::kOff;
    if (fail_on_ == "note") return Severity::kNote;
    return fail_on_ == "warning" ? Severity::kWarning : Severity::kError;
  }

  OutputOptions output_options() const {
    OutputOptions options;
    options.lang = context_.lang;
    options.fail_on = fail_on();
    options.show_undecided = show_undecided_;
    options.show_waived = show_waived_;
    if (snippets_ == "none") options.snippets = Snippets::kNone;
    if (snippets_ == "full") options.snippets = Snippets::kFull;
    options.colour = wants_colour(colour_);
    // A line that the terminal wraps would part the carets from what they stand under.
    options.columns = terminal_columns(options.columns);
    std::error_code error;
    const std::string here = std::filesystem::current_path(error).generic_string();
    if (!error) options.base_uri = uri_reference(here) + (here == "/" ? "" : "/");
    return options;
  }

  RunSummary check(const Catalog& catalog, const Config& config, Outputs& outputs) {
    inputs_.limits = run_.limits;
    inputs_.jobs = run_.jobs;
    Inputs inputs(inputs_);
    // Beside results on the same terminal a moving line would only be in the way.
    const bool alone = !outputs.stdout_used() || isatty(STDOUT_FILENO) == 0;
    Progress progress(context_, alone && isatty(STDERR_FILENO) == 1);
    run_.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
    outputs.begin();
    Results results(outputs, WaiverUse(catalog, config));
    RunSummary summary = emrlint::run(inputs, catalog, config, run_, results);
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
  std::vector<std::string> formats_;
  std::string snippets_ = "masked", colour_ = "auto", fail_on_ = "error", waivers_;
  bool show_undecided_ = false, show_waived_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check_command(const Context& context) {
  return std::make_unique<CheckCommand>(context);
}

}  // namespace emrlint
