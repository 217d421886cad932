// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/copies_across.h"
#include "cli/learn_options.h"
#include "cli/output_options.h"
#include "cli/progress.h"
#include "cli/run_options.h"
#include "cli/terminal.h"
#include "output/copies_sink.h"

namespace emrlint {
namespace {

constexpr unsigned kLeastCharacters = 8;  // What the smallest sampled piece of text holds.
constexpr unsigned kMostCharacters = 100000;
constexpr std::size_t kMostColumns = 160;

// Hands what was rendered on, and counts the charts that were asked for.
class ShownCharts final : public Receiver {
 public:
  ShownCharts(Outputs& outputs, const CopyChoice& choice) : outputs_(outputs), choice_(choice) {}

  std::uint64_t count() const { return count_; }
  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>& reports) const override {
    return outputs_.render(batch, reports);
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered) override {
    for (const ChartReport& report : reports) count_ += choice_.takes_chart(report.key) ? 1 : 0;
    outputs_.add(batch, reports, rendered);
  }

 private:
  Outputs& outputs_;
  const CopyChoice& choice_;
  std::uint64_t count_ = 0;
};

class CopiesCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "copies", context_.say("显示各病历内文书之间复制的文字",
                               "show the text that documents of a chart have in common"));
    run_.add_paths(*command, context_);
    output_.add_forms(*command, context_, "text|json");
    add_choice(*command);
    learn_.add(*command, context_);
    command
        ->add_option("--config", config_.path,
                     context_.say("配置文件（参考表）；默认当前文件夹的 emrlint.toml",
                                  "configuration (tables); by default emrlint.toml of this "
                                  "folder"))
        ->option_text(context_.say("文件", "FILE"))
        ->group(context_.say("模板文字", "Boilerplate"));
    across_.add(*command);
    run_.add(*command, context_);
    command->footer(context_.say(
        "示例：\n"
        "  emrlint copies 病历/                          矩阵，再逐段左右对照\n"
        "  emrlint copies 病历/ --no-passages            只看矩阵\n"
        "  emrlint copies 病历/ --chart ZY0001 --document progress-note\n"
        "  emrlint copies 病历/ --least 100 -f json=复制.jsonl\n"
        "  emrlint copies 病历/ --learn 模板文字.csv     从许多病历归纳模板\n"
        "  emrlint copies --across 病历/                 各病历之间\n"
        "  emrlint copies --store 存储 --run 2024-03-02 --against '*' --key 密钥 出院/\n"
        "  emrlint copies --where 一段话.txt --store 存储 --key 密钥\n",
        "Examples:\n"
        "  emrlint copies charts/                        a matrix, then side by side\n"
        "  emrlint copies charts/ --no-passages          the matrix only\n"
        "  emrlint copies charts/ --chart ZY0001 --document progress-note\n"
        "  emrlint copies charts/ --least 100 -f json=copies.jsonl\n"
        "  emrlint copies charts/ --learn boilerplate.csv   templates of many charts\n"
        "  emrlint copies --across charts/               between the charts\n"
        "  emrlint copies --store store --run 2024-03-02 --against '*' --key k new/\n"
        "  emrlint copies --where passage.txt --store store --key key\n"));
    return command;
  }

  int run() override {
    if (across_.asked()) return across_.run(run_, output_, least_option_->empty() ? 0 : least_);
    const Result<Catalog> catalog = Catalog::built_in();
    if (!catalog) return usage_error(context_, catalog.error());
    Result<Config> config = config_.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    config->select = {""};  // No check: only the charts are wanted.
    std::ios::sync_with_stdio(false);
    if (!learn_.path.empty()) return write_learnt(context_, *catalog, *config, run_, learn_);
    copies_.settings.least = 2 * least_;
    Result<Boilerplate> boilerplate = learn_.stated(config->tables());
    if (!boilerplate) return usage_error(context_, boilerplate.error());
    copies_.boilerplate = &*boilerplate;
    OutputOptions options = output_.options(context_);
    if (isatty(STDOUT_FILENO) == 1) options.columns = terminal_columns(kMostColumns);
    Outputs outputs(*catalog, options, forms());
    if (const auto error = output_.open(outputs, *config->today)) {
      return usage_error(context_, *error);
    }
    if (learn_.wanted && read_again(run_.input.paths)) {
      RunSummary summary;
      learn(context_, *catalog, *config, run_, learn_.settings(), summary).add_to(*boilerplate);
    }
    return show(*catalog, *config, outputs);
  }

 private:
  std::vector<OutputForm> forms() const {
    return {{"text",
             [this](std::ostream& out, const Catalog& catalog, OutputOptions options) {
               return make_copies_text_sink(out, catalog, std::move(options), copies_);
             }},
            {"json", [this](std::ostream& out, const Catalog& catalog, OutputOptions options) {
               return make_copies_json_sink(out, catalog, std::move(options), copies_);
             }}};
  }

  void add_choice(CLI::App& command) {
    const std::string group = context_.say("范围", "Choice");
    command
        .add_option("--chart", copies_.choice.charts,
                    context_.say("只看这些病历（病历号，可用 * 通配），可重复",
                                 "only these charts (number, * as wildcard); repeatable"))
        ->option_text(context_.say("病历号", "KEY"))
        ->group(group)
        ->allow_extra_args(false);
    command
        .add_option("--document", copies_.choice.documents,
                    context_.say("只看这些文书（矩阵中的序号、文书号或类型），可重复",
                                 "only these documents (number in the matrix, id or type); "
                                 "repeatable"))
        ->option_text(context_.say("文书", "DOCUMENT"))
        ->group(group)
        ->allow_extra_args(false);
    least_option_ =
        command.add_option("--least", least_,
                           context_.say("一段至少多少汉字（一个西文词算两个）；默认 32",
                                        "Chinese characters of a passage at least, a Latin word "
                                        "counts as two; default 32"));
    least_option_->check(CLI::Range(kLeastCharacters, kMostCharacters))
        ->option_text(context_.say("数", "N"))
        ->group(group);
    command
        .add_flag("--no-passages{false}", copies_.choice.passages,
                  context_.say("不列出各段", "leave the passages out"))
        ->group(group);
  }

  int show(const Catalog& catalog, const Config& config, Outputs& outputs) {
    Inputs inputs = run_.inputs();
    Progress progress(context_, progress_wanted(outputs.stdout_used()));
    run_.options.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
    outputs.begin();
    ShownCharts charts(outputs, copies_.choice);
    const RunSummary summary = emrlint::run(inputs, catalog, config, run_.options, charts);
    note_skipped(context_, inputs);
    if (const auto error = outputs.end(summary)) {
      usage_error(context_, *error);
      return kExitIncomplete;
    }
    if (charts.count() == 0 && summary.charts > 0) {
      return usage_error(context_,
                         {"没有 --chart 所指的病历", "no chart is what --chart says", {}});
    }
    return exit_code(summary, Severity::kOff);
  }

  RunFlags run_;
  OutputFlags output_;
  ConfigOptions config_;
  LearnFlags learn_;
  CopiesOptions copies_;
  CopiesAcross across_{context_};
  CLI::Option* least_option_ = nullptr;
  unsigned least_ = 32;
};

}  // namespace

std::unique_ptr<Command> make_copies_command(const Context& context) {
  return std::make_unique<CopiesCommand>(context);
}

}  // namespace emrlint
