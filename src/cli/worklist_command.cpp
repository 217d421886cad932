// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "cli/option_group.h"
#include "cli/review_commands.h"
#include "cli/store_run.h"
#include "cli/table_output.h"
#include "review/work_table.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kShown = 50;  // Of what is for people.

// `emrlint worklist`: which findings are to be worked on first.
class WorklistCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "worklist", context_.say("列出一次运行中待处理的问题，最急的在前",
                                 "list the open findings of a run, the urgent ones first"));
    add_choice(*command);
    output_.add(*command, context_, "text|csv|json");
    command->footer(context_.say(
        "顺序（--sort）：\n"
        "  urgency   "
        "24小时内到期的按时间，然后是必改、建议、提示的问题，同级先列得分低的病历，最后\n"
        "            是以后到期的（默认）\n"
        "  points    单项否决的，然后扣分多的在前（按这次运行的评分表），到期的最后\n"
        "  severity  必改、建议、提示，同级扣分多的在前，到期的最后\n"
        "  score     逐份病历，得分低的在前\n"
        "不含已豁免的，也不含已了结的（不属实、申诉成立、整改已确认）。\n"
        "\n示例：\n"
        "  emrlint worklist --store 存储 --department 心内科\n"
        "  emrlint worklist --store 存储 --state appealed --state modified\n"
        "  emrlint worklist --store 存储 --reviewer 张三 -f csv --output 清单.csv\n",
        "Order (--sort):\n"
        "  urgency   what is due within 24 hours, by time; then errors, warnings and notes, of "
        "each\n"
        "            those of the charts with the least points first; then what is due later: the\n"
        "            default\n"
        "  points    vetoes, then what costs most by the scoring sheet of the run; deadlines last\n"
        "  severity  errors, warnings, notes, of each what costs most first; deadlines last\n"
        "  score     chart by chart, that with the least points first\n"
        "Waived findings are left out, and those that are over (refuted, appeal upheld, "
        "rectified).\n"
        "\nExamples:\n"
        "  emrlint worklist --store store --department cardiology\n"
        "  emrlint worklist --store store --state appealed --state modified\n"
        "  emrlint worklist --store store --reviewer Zhang -f csv --output list.csv\n"));
    return command;
  }

  int run() override {
    if (auto error = read_choice()) return usage_error(context_, *error);
    if (auto error = store_.resolve()) return usage_error(context_, *error);
    Result<store::Database> database = store_.open();
    if (!database) return failed(database.error());
    const Result<review::Reviews> reviews = review::reviews_of(store_.store);
    if (!reviews) return failed(reviews.error());
    const bool people = output_.format == "text" && limit_->empty();
    if (people) query_.limit = kShown + 1;
    Result<std::vector<review::WorkRow>> rows = review::worklist(*database, *reviews, query_);
    if (!rows) return failed(rows.error());
    const bool more = people && rows->size() > kShown;
    if (more) rows->resize(kShown);
    const int status = output_.write(context_, review::work_table(*rows, context_.lang));
    if (more) {
      std::fputs(context_
                     .say("仅列出前50项；其余见 --limit 或 -f csv\n",
                          "these are the first 50; for more see --limit or -f csv\n")
                     .c_str(),
                 stderr);
    }
    return status;
  }

 private:
  void add_choice(CLI::App& command) {
    const std::string group = context_.say("范围", "Choice");
    store_.add(command, context_, group);
    const OptionGroup options(command, context_, group);
    options.add("--department", query_.department, "只看此科室", "only this department", "科室",
                "NAME");
    options.add("--reviewer", query_.reviewer, "只看分给此人的（review assign）",
                "only what was assigned to this person (review assign)", "姓名", "NAME");
    options.add("--chart", query_.chart, "只看此病历", "only this chart", "病历号", "KEY");
    options.add("--check", query_.check, "只看此检查", "only this check", "检查名", "ID");
    options
        .add("--state", states_, "只看这些状态的，可重复；默认所有未了结的",
             "only findings of these states; repeatable; by default all that are not over",
             "new|confirmed|unclear|appealed|modified|rectified|refuted|upheld")
        ->allow_extra_args(false);
    options
        .add("--severity", severity_, "只看此级别及更重的", "only this severity and worse",
             "error|warning|note")
        ->check(CLI::IsMember({"error", "warning", "note"}));
    options
        .add("--sort", sort_, "什么在前；默认 urgency", "what comes first; default urgency",
             "urgency|points|severity|score")
        ->check(CLI::IsMember({"urgency", "points", "severity", "score"}));
    limit_ = options.add("--limit", query_.limit, "最多几条；text 默认50，其余默认全部",
                         "how many; by default 50 as text, else all", "数", "N");
    limit_->check(CLI::Range(1, 100'000'000));
    options.add("--as-of", as_of_, "把此刻当作这个时间（判断是否将到期）",
                "take this as the present time, by which something is due soon", "时间", "TIME");
  }

  std::optional<Error> read_choice() {
    if (sort_ == "points") query_.order = review::WorkOrder::kPoints;
    if (sort_ == "severity") query_.order = review::WorkOrder::kSeverity;
    if (sort_ == "score") query_.order = review::WorkOrder::kScore;
    for (const std::string& word : states_) {
      const std::optional<review::State> state = review::state_from(word);
      if (!state)
        return Error{"--state：没有这个状态：" + word, "--state: no such state: " + word, {}};
      query_.states.push_back(*state);
    }
    if (!severity_.empty()) {
      query_.least = severity_ == "error"     ? Severity::kError
                     : severity_ == "warning" ? Severity::kWarning
                                              : Severity::kNote;
    }
    using std::chrono::system_clock;
    query_.now.earliest = std::chrono::floor<std::chrono::seconds>(system_clock::now());
    if (as_of_.empty()) return std::nullopt;
    const std::optional<Time> time = parse_iso_time(as_of_);
    if (!time) {
      return Error{"--as-of 不是时间：" + as_of_ + "，应写作 2024-03-01T08:00",
                   "--as-of: not a time: " + as_of_ + "; write 2024-03-01T08:00",
                   {}};
    }
    query_.now = *time;
    return std::nullopt;
  }

  int failed(const Error& error) const {
    usage_error(context_, error);
    return kExitIncomplete;
  }

  StoreRun store_;
  TableOutput output_;
  review::WorkQuery query_;
  std::vector<std::string> states_;
  std::string severity_, sort_, as_of_;
  CLI::Option* limit_ = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_worklist_command(const Context& context) {
  return std::make_unique<WorklistCommand>(context);
}

}  // namespace emrlint
