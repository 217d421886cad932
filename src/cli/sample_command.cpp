// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/review_commands.h"
#include "cli/store_run.h"
#include "cli/table_output.h"
#include "review/sample.h"

namespace emrlint {
namespace {

using review::SampledStratum;
using review::Stratum;
using Reader = TableColumn::Reader;

struct StratumName {
  std::string_view id;
  Stratum stratum;
  Bilingual text;
};
constexpr StratumName kStrata[] = {
    {"none", Stratum::kNone, {"不分层", "no strata"}},
    {"department", Stratum::kDepartment, {"科室", "department"}},
    {"doctor", Stratum::kDoctor, {"医师", "doctor"}},
    {"disease", Stratum::kDisease, {"主要诊断类目", "category of the principal diagnosis"}},
    {"grade", Stratum::kGrade, {"病历等级", "grade"}},
};

// `emrlint sample`: charts that people are to look at.
class SampleCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "sample", context_.say("分层随机抽取病历供人工质控",
                               "draw charts by chance, stratified, for people to look at"));
    const std::string group = context_.say("抽样", "Sampling");
    store_.add(*command, context_, group);
    CLI::Option* const count = command->add_option(
        "--count", query_.count,
        context_.say("共抽多少份，按各层份数的比例分配（最大余数法），每层至少一份",
                     "how many in all: shared out in proportion to the strata by largest "
                     "remainders, one of each at least"));
    count->check(CLI::Range(1, 100'000'000))->option_text(context_.say("数", "N"))->group(group);
    command
        ->add_option("--ratio", query_.ratio,
                     context_.say("每层抽取的比例，向上取整，如 0.05",
                                  "the part of each stratum, rounded up, such as 0.05"))
        ->check(CLI::Range(1e-9, 1.0))
        ->option_text(context_.say("比例", "R"))
        ->group(group)
        ->excludes(count);
    command
        ->add_option("--by", by_,
                     context_.say("按什么分层；默认不分层",
                                  "what the strata are; by default there are none"))
        ->check(CLI::IsMember({"none", "department", "doctor", "disease", "grade"}))
        ->option_text("none|department|doctor|disease|grade")
        ->group(group);
    command
        ->add_option("--seed", seed_,
                     context_.say("随机种子：同一种子、同一运行抽出同样的病历；默认为运行名",
                                  "the seed: one seed draws the same charts of a run again; by "
                                  "default the name of the run"))
        ->option_text(context_.say("文字", "TEXT"))
        ->group(group);
    output_.add(*command, context_, "text|csv|json");
    command->footer(
        context_.say("示例：\n"
                     "  emrlint sample --store 存储 --ratio 0.05 --by department\n"
                     "  emrlint sample --store 存储 --count 60 --by doctor --seed 三月 -f csv\n",
                     "Examples:\n"
                     "  emrlint sample --store store --ratio 0.05 --by department\n"
                     "  emrlint sample --store store --count 60 --by grade --seed march -f csv\n"));
    return command;
  }

  int run() override {
    if (query_.count == 0 && query_.ratio <= 0) {
      return usage_error(context_, {"须写 --count 或 --ratio", "say --count or --ratio", {}});
    }
    if (auto error = store_.resolve()) return usage_error(context_, *error);
    for (const StratumName& name : kStrata) {
      if (by_ == name.id) query_.by = name.stratum;
    }
    query_.seed = seed_.empty() ? store_.run : seed_;
    Result<store::Database> database = store_.open();
    if (!database) return failed(database.error());
    const Result<std::vector<SampledStratum>> strata = review::sample(*database, query_);
    if (!strata) return failed(strata.error());
    const Table design = design_table(*strata), sizes = strata_table(*strata),
                charts = chart_table(*strata);
    return output_.write(context_, {&design, &sizes, &charts}, statement(*strata));
  }

 private:
  int failed(const Error& error) const {
    usage_error(context_, error);
    return kExitIncomplete;
  }

  Bilingual stratum_title() const { return kStrata[static_cast<std::size_t>(query_.by)].text; }
  static Cell value_cell(const SampledStratum& stratum) { return told(stratum.value); }

  static std::uint64_t all(const std::vector<SampledStratum>& strata) {
    std::uint64_t sum = 0;
    for (const SampledStratum& stratum : strata) sum += stratum.size;
    return sum;
  }
  static std::uint64_t drawn(const std::vector<SampledStratum>& strata) {
    std::uint64_t sum = 0;
    for (const SampledStratum& stratum : strata) sum += stratum.charts.size();
    return sum;
  }

  // How it was drawn, for people.
  std::string statement(const std::vector<SampledStratum>& strata) const {
    const bool layers = query_.by != Stratum::kNone;
    const std::string how =
        query_.ratio > 0
            ? fmt::format(fmt::runtime(context_.say("每层{:g}，向上取整",
                                                    "{:g} of each stratum, "
                                                    "rounded up")),
                          query_.ratio)
            : context_.say("按各层份数比例分配（最大余数法），每层至少一份",
                           "in proportion to the strata by largest remainders, one of each at "
                           "least");
    const std::string title(stratum_title().in(context_.lang));
    return fmt::format(
        fmt::runtime(
            context_.say("抽样：运行 {}，{}，共{}份病历，抽取{}份；{}。\n种子：{}。层内以种子和病"
                         "历号的散列值最小者抽取，与行序无关。\n",
                         "Sample of run {}: {}, {} charts in all, {} drawn; {}.\nSeed: "
                         "{}. Drawn are those with the least hash of seed and chart key "
                         "in each stratum, whatever the order of the rows.\n")),
        store_.run,
        layers ? fmt::format(fmt::runtime(context_.say("按{}分{}层", "strata by {}: {}")), title,
                             strata.size())
               : title,
        all(strata), drawn(strata), how, query_.seed);
  }

  Table design_table(const std::vector<SampledStratum>& strata) const {
    Table table;
    table.type = "design";
    for (const char* id : {"run", "by", "seed", "count", "ratio", "strata", "charts", "drawn"}) {
      table.columns.push_back({id, {id, id}, Reader::kProgram});
    }
    table.rows.push_back({store_.run, by_, query_.seed,
                          query_.ratio > 0 ? Cell() : Cell(query_.count),
                          query_.ratio > 0 ? Cell(query_.ratio) : Cell(), strata.size(),
                          all(strata), drawn(strata)});
    return table;
  }

  Table strata_table(const std::vector<SampledStratum>& strata) const {
    Table table;
    table.type = "stratum";
    table.columns = {{"stratum", stratum_title()},
                     {"charts", {"病历数", "charts"}},
                     {"drawn", {"抽取数", "drawn"}},
                     {"share", {"比例", "share"}}};
    for (const SampledStratum& stratum : strata) {
      const double share =
          static_cast<double>(stratum.charts.size()) / static_cast<double>(stratum.size);
      table.rows.push_back(
          {value_cell(stratum), stratum.size, stratum.charts.size(), Share{share}});
    }
    return table;
  }

  // A chart stands for so many of its stratum.
  Table chart_table(const std::vector<SampledStratum>& strata) const {
    Table table;
    table.type = "chart";
    table.columns = {{"stratum", stratum_title()},
                     {"chart", {"病历", "chart"}},
                     {"department", {"科室", "department"}, Reader::kProgram},
                     {"doctor", {"医师", "doctor"}},
                     {"disease", {"主要诊断类目", "disease"}},
                     {"score", {"得分", "score"}},
                     {"grade", {"等级", "grade"}},
                     {"input", {"文件", "input"}},
                     {"stratumCharts", {"层内病历数", "stratumCharts"}, Reader::kProgram},
                     {"stratumDrawn", {"层内抽取数", "stratumDrawn"}, Reader::kProgram},
                     {"weight", {"权重", "weight"}, Reader::kProgram}};
    for (const SampledStratum& stratum : strata) {
      const std::uint64_t taken = stratum.charts.size();
      for (const review::SampledChart& chart : stratum.charts) {
        table.rows.push_back({value_cell(stratum), chart.chart, chart.department, chart.doctor,
                              chart.disease, chart.score, chart.grade, chart.input, stratum.size,
                              taken,
                              static_cast<double>(stratum.size) / static_cast<double>(taken)});
      }
    }
    return table;
  }

  StoreRun store_;
  TableOutput output_;
  review::SampleQuery query_;
  std::string by_ = "none", seed_;
};

}  // namespace

std::unique_ptr<Command> make_sample_command(const Context& context) {
  return std::make_unique<SampleCommand>(context);
}

}  // namespace emrlint
