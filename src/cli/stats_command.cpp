// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/review_commands.h"
#include "cli/store_run.h"
#include "cli/table_output.h"
#include "ledger/views.h"
#include "review/statistics.h"
#include "store/runs.h"

namespace emrlint {
namespace {

using review::Counts;
using review::Facet;
using review::Precision;

struct FacetName {
  std::string_view id;
  Facet facet;
  Bilingual text;
};
constexpr FacetName kFacets[] = {
    {"check", Facet::kCheck, {"检查", "check"}},
    {"department", Facet::kDepartment, {"科室", "department"}},
    {"doctor", Facet::kDoctor, {"医师", "doctor"}},
    {"month", Facet::kMonth, {"出院月份", "month of discharge"}},
};

// A share of nothing is none.
Cell share(std::uint64_t part, std::uint64_t of) {
  if (of == 0) return {};
  return Share{static_cast<double>(part) / static_cast<double>(of)};
}

void add_count_columns(Table& table) {
  for (const TableColumn& column :
       {TableColumn{"findings", {"问题", "findings"}}, TableColumn{"pass", {"合格", "pass"}},
        TableColumn{"fail", {"不合格", "fail"}}, TableColumn{"rate", {"不合格率", "rate"}},
        TableColumn{"undecided", {"未判定", "undecided"}}, TableColumn{"due", {"未到期", "due"}}}) {
    table.columns.push_back(column);
  }
}

void add_count_cells(std::vector<Cell>& row, const Counts& counts) {
  for (Cell cell :
       {Cell(counts.findings), Cell(counts.pass), Cell(counts.fail),
        share(counts.fail, counts.judged()), Cell(counts.undecided), Cell(counts.due)}) {
    row.push_back(std::move(cell));
  }
}

// Never a precision without of how many it is.
void add_precision_columns(Table& table) {
  for (const TableColumn& column :
       {TableColumn{"reviewed", {"已审核", "reviewed"}}, TableColumn{"right", {"属实", "right"}},
        TableColumn{"wrong", {"不属实", "wrong"}}, TableColumn{"unclear", {"不能确定", "unclear"}},
        TableColumn{"upheld", {"申诉成立", "upheld"}},
        TableColumn{"precision", {"准确率", "precision"}},
        TableColumn{"low", {"95%下限", "95% low"}}, TableColumn{"high", {"95%上限", "95% high"}}}) {
    table.columns.push_back(column);
  }
}

void add_precision_cells(std::vector<Cell>& row, const Precision& precision) {
  const review::Interval interval = review::wilson(precision.right, precision.reviewed());
  const bool any = precision.reviewed() > 0;
  for (Cell cell :
       {Cell(precision.reviewed()), Cell(precision.right), Cell(precision.wrong),
        Cell(precision.unclear), Cell(precision.upheld),
        share(precision.right, precision.reviewed()), any ? Cell(Share{interval.low}) : Cell(),
        any ? Cell(Share{interval.high}) : Cell()}) {
    row.push_back(std::move(cell));
  }
}

// `emrlint stats`: counts, rates, trends, and how often each check is right.
class StatsCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "stats", context_.say("各科室、医师、检查、月份的数量和比率，逐夜趋势，检查的准确率",
                              "counts and rates by department, doctor, check or month, trends "
                              "over nights, the precision of checks"));
    const std::string group = context_.say("统计", "Statistics");
    store_.add(*command, context_, group);
    command
        ->add_option("--by", by_,
                     context_.say("按什么分列，可重复；默认 check",
                                  "by what, repeatable; default "
                                  "check"))
        ->check(CLI::IsMember({"check", "department", "doctor", "month"}))
        ->option_text("check|department|doctor|month")
        ->group(group)
        ->allow_extra_args(false);
    command
        ->add_flag("--trend", trend_,
                   context_.say("到 --run 为止的逐夜趋势；--by 再分列（医师除外）",
                                "night by night up to --run; with --by in parts (not by doctor)"))
        ->group(group);
    command
        ->add_option("--per", per_,
                     context_.say("--trend：每夜（默认），或每月的最后一夜",
                                  "--trend: every night (default), or the last one of each month"))
        ->check(CLI::IsMember({"night", "month"}))
        ->option_text("night|month")
        ->group(group);
    command
        ->add_option("--last", last_,
                     context_.say("--trend：最近几个；默认全部",
                                  "--trend: the last of these; "
                                  "default all"))
        ->check(CLI::Range(1, 1'000'000))
        ->option_text(context_.say("数", "N"))
        ->group(group);
    command->add_option("--check", check_, context_.say("只看此检查", "only this check"))
        ->option_text(context_.say("检查名", "ID"))
        ->group(group);
    command
        ->add_option("--department", department_,
                     context_.say("--trend：只看此科室", "--trend: only this department"))
        ->option_text(context_.say("科室", "NAME"))
        ->group(group);
    output_.add(*command, context_, "text|csv|json");
    command->footer(context_.say(
        "不合格率 = 不合格 ÷（合格 + 不合格）；未判定的不在内，另列。\n"
        "准确率 = 属实 ÷ 已审核（判为不属实或申诉成立的为不属实），附95%置信区间（Wilson）。\n"
        "\n示例：\n"
        "  emrlint stats --store 存储\n"
        "  emrlint stats --store 存储 --by department --by check -f csv --output 矩阵.csv\n"
        "  emrlint stats --store 存储 --trend --per month --by department\n"
        "  emrlint stats --store 存储 --trend --last 30 --check timeliness-rescue-record-6h\n",
        "rate = fail / (pass + fail); what was undecided is not in it and stands beside it.\n"
        "precision = right / reviewed (refuted, or an appeal upheld, is wrong), with its 95 %\n"
        "interval (Wilson).\n"
        "\nExamples:\n"
        "  emrlint stats --store store\n"
        "  emrlint stats --store store --by department --by check -f csv\n"
        "  emrlint stats --store store --trend --per month --by department\n"
        "  emrlint stats --store store --trend --last 30 --check timeliness-rescue-record-6h\n"));
    return command;
  }

  int run() override {
    if (auto error = store_.resolve()) return usage_error(context_, *error);
    for (const std::string& by : by_) {
      for (const FacetName& name : kFacets) {
        if (by == name.id) facets_.push_back(name);
      }
    }
    if (!trend_ && (last_ > 0 || !department_.empty() || !per_.empty())) {
      return usage_error(context_, {"--per、--last、--department 须与 --trend 同用",
                                    "--per, --last and --department go with --trend",
                                    {}});
    }
    return trend_ ? show_trend() : show_counts();
  }

 private:
  int failed(const Error& error) const {
    usage_error(context_, error);
    return kExitIncomplete;
  }

  std::vector<Facet> facets() const {
    std::vector<Facet> found;
    for (const FacetName& name : facets_) found.push_back(name.facet);
    return found;
  }

  Table empty_table(const char* type) const {
    Table table;
    table.type = type;
    if (trend_) table.columns.push_back({"run", {"运行", "run"}});
    for (const FacetName& name : facets_) table.columns.push_back({name.id, name.text});
    if (!trend_) table.columns.push_back({"charts", {"病历", "charts"}});
    add_count_columns(table);
    return table;
  }

  void add_row(Table& table, const Counts& counts) const {
    std::vector<Cell>& cells = table.rows.emplace_back();
    if (trend_) cells.emplace_back(counts.run);
    for (const std::string& value : counts.values) cells.push_back(told(value));
    if (!trend_) cells.emplace_back(counts.charts);
    add_count_cells(cells, counts);
  }

  int show_counts() {
    if (facets_.empty()) facets_.push_back(kFacets[0]);
    Result<store::Database> database = store_.open();
    if (!database) return failed(database.error());
    const Result<std::vector<Counts>> counts = review::counts(*database, facets(), check_);
    if (!counts) return failed(counts.error());
    if (facets_.size() == 1 && facets_.front().facet == Facet::kCheck) return show_checks(*counts);
    Table table = empty_table("counts");
    for (const Counts& row : *counts) add_row(table, row);
    return output_.write(context_, table);
  }

  // With the precision of each; also of checks that the run does not know any more.
  int show_checks(const std::vector<Counts>& counts) {
    const Result<review::Reviews> reviews = review::reviews_of(store_.store);
    if (!reviews) return failed(reviews.error());
    std::map<std::string, std::pair<Counts, Precision>> checks;
    for (const Counts& row : counts) checks[row.values.front()].first = row;
    for (const Precision& precision : review::precisions(*reviews)) {
      if (check_.empty() || precision.check == check_) checks[precision.check].second = precision;
    }
    Table table = empty_table("check");
    add_precision_columns(table);
    for (auto& [check, row] : checks) {
      row.first.values = {check};
      add_row(table, row.first);
      add_precision_cells(table.rows.back(), row.second);
    }
    return output_.write(context_, table);
  }

  int show_trend() {
    const std::vector<Facet> by = facets();
    if (std::find(by.begin(), by.end(), Facet::kDoctor) != by.end()) {
      return usage_error(context_, {"逐夜总数不分医师：--trend 不能与 --by doctor 同用",
                                    "the totals of nights know no doctors: no --trend by doctor",
                                    {}});
    }
    review::TotalsQuery query{{}, by, department_, check_};
    for (const std::string& run : nights()) {
      const Result<std::vector<std::string>> parts = store::parts_of(store_.store, "totals", run);
      if (!parts) return failed(parts.error());
      query.parts.insert(query.parts.end(), parts->begin(), parts->end());
    }
    Result<store::Database> database = store::Database::open(reading_options());
    if (!database) return failed(database.error());
    const Result<std::vector<Counts>> rows = review::trend(*database, query);
    if (!rows) return failed(rows.error());
    Table table = empty_table("night");
    for (const Counts& row : *rows) add_row(table, row);
    return output_.write(context_, table);
  }

  // The runs of the trend.
  std::vector<std::string> nights() const {
    std::vector<std::string> runs = ledger::counted_runs(store_.store);
    runs.erase(std::upper_bound(runs.begin(), runs.end(), store_.run), runs.end());
    if (per_ == "month") runs = review::last_of_months(runs);
    if (last_ > 0 && runs.size() > last_) {
      runs.erase(runs.begin(), runs.end() - static_cast<std::ptrdiff_t>(last_));
    }
    return runs;
  }

  StoreRun store_;
  TableOutput output_;
  std::vector<std::string> by_;
  std::string check_, department_, per_;
  std::vector<FacetName> facets_;
  bool trend_ = false;
  std::size_t last_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_stats_command(const Context& context) {
  return std::make_unique<StatsCommand>(context);
}

}  // namespace emrlint
