// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/config_options.h"
#include "cli/output_options.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/review_commands.h"
#include "cli/run_options.h"
#include "cli/store_run.h"
#include "config/glob.h"
#include "engine/judge_across.h"
#include "ledger/views.h"
#include "output/json_writer.h"
#include "output/table.h"
#include "review/finding_diff.h"

namespace emrlint {
namespace {

using review::CheckDifference;
using review::CheckDifferences;
using review::Difference;
using review::FindingDifference;

// A folder for one call, readable by nobody else.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    const std::string folder = std::filesystem::temp_directory_path(error).string();
    path = (error ? "/tmp" : folder) + "/emrlint-diff-XXXXXX";
    if (mkdtemp(path.data()) == nullptr) path.clear();
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path;  // Empty where none could be made.
};

// Writes differences as they are found, or keeps some examples of each check for people.
class DifferenceOutput {
 public:
  DifferenceOutput(const Context& context, bool json, std::size_t examples)
      : context_(context), json_(json), examples_(examples), lines_(std::cout) {}

  void add(const FindingDifference& found) {
    ++count_;
    if (json_) return write(found);
    auto& kept = kept_[{found.check, found.kind}];
    if (kept.size() < examples_) kept.push_back(found);
  }

  std::uint64_t count() const { return count_; }

  void finish(const CheckDifferences& checks) {
    const Table table = table_of(checks);
    if (json_) {
      lines_.flush();
      write_json(std::cout, table);
    } else {
      write_for_people(table);
    }
    std::cout.flush();
  }

 private:
  void write(const FindingDifference& found) {
    lines_.begin_object();
    lines_.text("type", review::id(found.kind));
    lines_.text("check", found.check);
    lines_.text("messageId", found.message_id);
    lines_.text("chart", found.chart);
    lines_.text("severity", found.severity);
    if (!found.severity_before.empty()) lines_.text("severityBefore", found.severity_before);
    lines_.text("message", found.message);
    lines_.text("fingerprint", found.fingerprint);
    lines_.text("path", found.path);
    if (found.line > 0) lines_.number("line", found.line);
    lines_.end_object();
    lines_.end_document();
  }

  static Table table_of(const CheckDifferences& checks) {
    Table table;
    table.type = "check";
    table.columns = {{"check", {"检查", "check"}},
                     {"before", {"之前", "before"}},
                     {"after", {"之后", "after"}},
                     {"appears", {"新出现", "appear"}},
                     {"vanishes", {"消失", "vanish"}},
                     {"severity", {"级别改变", "severity"}},
                     {"undecidedBefore", {"未判定之前", "undecided before"}},
                     {"undecidedAfter", {"未判定之后", "after"}}};
    for (const auto& [check, one] : checks) {
      if (!one.any()) continue;
      table.rows.push_back({check, one.before, one.after, one.appears, one.vanishes, one.severity,
                            one.undecided_before, one.undecided_after});
    }
    return table;
  }

  void write_for_people(const Table& table) const {
    if (table.rows.empty()) {
      std::cout << context_.say("没有不同\n", "no difference\n");
      return;
    }
    write_text(std::cout, table, context_.lang);
    for (const auto& [of, found] : kept_) {
      std::cout << "\n" << of.first << context_.say("：", ": ") << title(of.second) << "\n";
      for (const FindingDifference& one : found) std::cout << "  " << line_of(one) << "\n";
    }
  }

  std::string title(Difference kind) const {
    switch (kind) {
      case Difference::kAppears:
        break;
      case Difference::kVanishes:
        return context_.say("消失，例如", "vanish, such as");
      case Difference::kSeverity:
        return context_.say("级别改变，例如", "of another severity, such as");
    }
    return context_.say("新出现，例如", "appear, such as");
  }

  std::string line_of(const FindingDifference& one) const {
    std::string text = one.chart + "  " + one.path;
    if (one.line > 0) text += ":" + std::to_string(one.line);
    text += "  ";
    if (!one.severity_before.empty()) text += one.severity_before + " -> ";
    return text + one.severity + "  " + one.message;
  }

  const Context& context_;
  const bool json_;
  const std::size_t examples_;
  JsonWriter lines_;
  std::uint64_t count_ = 0;
  std::map<std::pair<std::string, Difference>, std::vector<FindingDifference>> kept_;
};

// `emrlint diff`: what other rules, or another night, change.
class DiffCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "diff", context_.say("新规则或新配置上线前后的不同；两次结果的不同",
                             "what new rules or another configuration would change; what is "
                             "different between two runs"));
    run_.add_paths(*command, context_);
    command->get_option("paths")
        ->description(context_.say("病历文件或文件夹；或 emrlint check -f json 的两个文件；或 "
                                   "--store 中的两次运行",
                                   "charts; or two files of emrlint check -f json; or two runs "
                                   "of --store"))
        ->option_text(context_.say("路径或运行...", "PATH or RUN..."));
    add_rules(*command);
    add_output(*command);
    run_.add(*command, context_);
    command->footer(context_.say(
        "示例：\n"
        "  emrlint diff --config 新.toml 病历/                      新配置与现行配置相比\n"
        "  emrlint diff --config 新.toml --against 旧.toml 病历/\n"
        "  emrlint diff --rules 新规则/ 病历/ -f json > 不同.jsonl\n"
        "  emrlint diff 旧.jsonl 新.jsonl\n"
        "  emrlint diff --store 存储 2024-03-01 2024-03-02\n"
        "\n退出码：0 没有不同；1 有；2 用法或配置错误；3 有输入无法读取\n",
        "Examples:\n"
        "  emrlint diff --config new.toml charts/                   beside the present one\n"
        "  emrlint diff --config new.toml --against old.toml charts/\n"
        "  emrlint diff --rules new-rules/ charts/ -f json > diff.jsonl\n"
        "  emrlint diff old.jsonl new.jsonl\n"
        "  emrlint diff --store store 2024-03-01 2024-03-02\n"
        "\nExit codes: 0 no difference; 1 differences; 2 usage or configuration error; 3 some\n"
        "input could not be read\n"));
    return command;
  }

  int run() override {
    std::ios::sync_with_stdio(false);
    DifferenceOutput output(context_, format_ == "json", examples_);
    if (!store_.empty()) return of_runs(output);
    const bool rules = !after_.path.empty() || !before_.path.empty() ||
                       !after_catalog_.rules.empty() || !before_catalog_.rules.empty();
    return rules ? of_rules(output) : of_files(output);
  }

 private:
  void add_rules(CLI::App& command) {
    const std::string group = context_.say("比较什么", "What is compared");
    const auto text = [&](const char* option, std::string& value, const char* zh, const char* en) {
      return command.add_option(option, value, context_.say(zh, en))->group(group);
    };
    const std::string file = context_.say("文件", "FILE"), folder = context_.say("文件夹", "DIR");
    text("--config", after_.path, "新的配置文件", "the new configuration")->option_text(file);
    text("--against", before_.path, "与之比较的配置；默认当前文件夹的 emrlint.toml",
         "the configuration before; by default emrlint.toml of this folder")
        ->option_text(file);
    command
        .add_option("--rules", after_catalog_.rules,
                    context_.say("新的规则文件夹，可重复", "the new rules; repeatable"))
        ->option_text(folder)
        ->group(group)
        ->allow_extra_args(false);
    command
        .add_option("--against-rules", before_catalog_.rules,
                    context_.say("之前的规则文件夹，可重复；默认没有",
                                 "the rules before; repeatable; by default none"))
        ->option_text(folder)
        ->group(group)
        ->allow_extra_args(false);
    command
        .add_option("--select", select_,
                    context_.say("只做这些检查，可用 * 通配，可重复",
                                 "only these checks; * as wildcard, repeatable"))
        ->option_text(context_.say("检查名", "ID"))
        ->group(group)
        ->allow_extra_args(false);
    text("--as-of", after_.as_of, "把此刻当作这个时间", "take this as the present time")
        ->option_text(context_.say("时间", "TIME"));
    text("--store", store_, "比较其中两次运行：先前的、后来的",
         "compare two runs of it, the earlier first")
        ->option_text(folder);
  }

  void add_output(CLI::App& command) {
    const std::string group = context_.say("输出", "Output");
    command
        .add_option("-f,--format", format_,
                    context_.say("给人看（默认），或每行一个JSON对象",
                                 "for people (default), or a JSON object a line"))
        ->check(CLI::IsMember({"text", "json"}))
        ->option_text("text|json")
        ->group(group);
    command
        .add_option("--examples", examples_,
                    context_.say("text：每项检查各举几例；默认3",
                                 "text: so many examples of each check; default 3"))
        ->check(CLI::Range(0, 1'000'000))
        ->option_text(context_.say("数", "N"))
        ->group(group);
  }

  int failed(const Error& error) const {
    usage_error(context_, error);
    return kExitIncomplete;
  }

  review::VisitDifference visitor(DifferenceOutput& output) const {
    return [&output](const FindingDifference& found) { output.add(found); };
  }

  int ended(DifferenceOutput& output, const Result<CheckDifferences>& checks) const {
    if (!checks) return failed(checks.error());
    output.finish(*checks);
    const bool any = std::any_of(checks->begin(), checks->end(),
                                 [](const auto& check) { return check.second.any(); });
    return any ? kExitFindings : kExitOk;
  }

  int of_files(DifferenceOutput& output) const {
    const std::vector<std::string>& files = run_.input.paths;
    if (files.size() != 2) {
      return usage_error(
          context_, {"须给出 --config 或 --rules 和病历，或 emrlint check -f json 的两个文件",
                     "needed are --config or --rules and charts, or two files of emrlint check "
                     "-f json",
                     {}});
    }
    return ended(output, review::diff_files(files[0], files[1], visitor(output)));
  }

  int of_runs(DifferenceOutput& output) const {
    const std::vector<std::string>& runs = run_.input.paths;
    if (runs.size() != 2) {
      return usage_error(context_, {"--store：须给出两次运行的名称", "--store: name two runs", {}});
    }
    Result<store::Database> database = store::Database::open(reading_options());
    if (!database) return failed(database.error());
    for (const bool later : {false, true}) {
      StoreRun run{store_, runs[later ? 1 : 0]};
      if (auto error = run.resolve()) return usage_error(context_, *error);
      const char* const prefix = later ? "after_" : "before_";
      if (auto error = ledger::make_views(*database, store_, run.run, prefix)) {
        return failed(*error);
      }
    }
    return ended(output, review::diff_runs(*database, context_.lang == Lang::kZh, visitor(output)));
  }

  int of_rules(DifferenceOutput& output) {
    if (const auto& paths = run_.input.paths;
        std::find(paths.begin(), paths.end(), "-") != paths.end()) {
      return usage_error(context_, {"病历须读两遍，不能用标准输入",
                                    "charts are read twice here: not from stdin", {}});
    }
    before_.as_of = after_.as_of;
    const TemporaryFolder folder;
    if (folder.path.empty()) {
      return failed({"无法建立临时文件夹", "cannot make a temporary folder", {}});
    }
    const std::string before = folder.path + "/before.jsonl", after = folder.path + "/after.jsonl";
    const std::optional<int> wrong = judge(before_catalog_, before_, before);
    if (wrong) return *wrong;
    const std::optional<int> fault = judge(after_catalog_, after_, after);
    if (fault) return *fault;
    for (const std::string& pattern : select_) {
      if (selected_.count(pattern) > 0) continue;
      return usage_error(context_, {"没有检查名为 " + pattern, "no check is called " + pattern, {}});
    }
    const int status = ended(output, review::diff_files(before, after, visitor(output)));
    return incomplete_ ? kExitIncomplete : status;
  }

  // A check may be known to one side only.
  void note_selected(const Catalog& catalog) {
    for (const std::string& pattern : select_) {
      for (const CatalogEntry& entry : catalog.entries()) {
        if (glob_match(pattern, entry.info.id)) selected_.insert(pattern);
      }
    }
  }

  // Writes the findings of all charts under such rules; the exit code where that failed.
  std::optional<int> judge(const CatalogOptions& rules, const ConfigOptions& options,
                           const std::string& path) {
    const Result<Catalog> catalog = rules.load();
    if (!catalog) return usage_error(context_, catalog.error());
    Result<Config> config = options.load(*catalog);
    if (!config) return usage_error(context_, config.error());
    config->select = select_;
    note_selected(*catalog);
    OutputOptions form;
    form.lang = context_.lang;
    Outputs outputs(*catalog, form);
    if (const auto error = outputs.add("json=" + path)) return failed(*error);
    Inputs inputs = run_.inputs();
    Progress progress(context_, progress_wanted(true));
    run_.options.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
    outputs.begin();
    Results results(outputs, WaiverUse(*catalog, *config));
    AcrossCharts across(*catalog, {});
    RunSummary summary = emrlint::run(inputs, *catalog, *config, run_.options, results, &across);
    judge_across(across, *catalog, *config, summary, results);
    note_skipped(context_, inputs);
    incomplete_ = incomplete_ || exit_code(summary, Severity::kOff) == kExitIncomplete;
    if (const auto error = outputs.end(summary)) return failed(*error);
    return std::nullopt;
  }

  RunFlags run_;
  ConfigOptions before_, after_;
  CatalogOptions before_catalog_, after_catalog_;
  std::string store_, format_ = "text";
  std::vector<std::string> select_;
  std::set<std::string> selected_;  // Of these: those that are a check of either side.
  std::size_t examples_ = 3;
  bool incomplete_ = false;
};

}  // namespace

std::unique_ptr<Command> make_diff_command(const Context& context) {
  return std::make_unique<DiffCommand>(context);
}

}  // namespace emrlint
