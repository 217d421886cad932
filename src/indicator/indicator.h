// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_INDICATOR_INDICATOR_H_
#define EMRLINT_INDICATOR_INDICATOR_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "indicator/chart_fact.h"
#include "indicator/stay_trait.h"
#include "rule/catalog.h"
#include "score/sheet.h"

// Quality indicators as data: checks/indicators/*.toml, and files of a hospital.
namespace emrlint {

// What is counted: the charts, each once, or each thing in them that is judged.
enum class IndicatorUnit : std::uint8_t { kChart, kSubject };
// What the numerator is: what passed, or what failed (rates of defects and of events).
enum class Counted : std::uint8_t { kPass, kFail };
enum class Direction : std::uint8_t { kNone, kHigher, kLower };  // Which rates are better.

// Which subjects of the checks count, where these judge more than the indicator is about.
enum class SubjectFilter : std::uint8_t {
  kAll,
  kConsent,             // Documents of consent.
  kPrincipalDiagnosis,  // The principal diagnosis at discharge.
  kPrincipalProcedure,  // The procedure that the front page marks as principal.
  kSurgery,             // Surgeries.
};

// Outcomes of a check: all of them; of subjects with a detail ("check#detail"); or its failures
// with one message ("check/message"), all other failures counting as passed.
struct IndicatorMatch {
  std::uint32_t check = 0;  // Index into Catalog::entries().
  std::string which;        // Message, or '#' and detail; empty for all.
};

// One indicator. A chart of its population counts
//  - of unit kChart: as failed where a subject failed; else as undecided where one was; else as
//    passed where one passed; else not at all, or as passed (`absent_passes`);
//  - of unit kSubject: with each subject, which passes when all its outcomes do.
struct Indicator {
  std::string id;  // "zb-4": unique among all sets.
  std::uint32_t set = 0;
  std::string article;  // As the source counts: "4", "指标11". Parts of an indicator share it.
  std::string code;     // The source's own, "MER-TL-01"; empty for none.
  SheetText title;
  Direction direction = Direction::kNone;
  std::optional<double> target;  // In units of `per`; at least this, or at most where lower is
                                 // better.
  std::uint32_t per = 100;       // Rates are shown per 100 (%) or per 1000 (‰).
  IndicatorUnit unit = IndicatorUnit::kChart;
  Counted counted = Counted::kPass;
  std::vector<StayTrait> population;    // All of them hold.
  std::vector<IndicatorMatch> matches;  // What is judged,
  std::vector<IndicatorMatch> also;     // and what else of the subjects that `matches` judge.
  SubjectFilter filter = SubjectFilter::kAll;
  std::optional<ChartFact> fact;  // Counted instead of outcomes.
  std::string grade;              // The same: charts that IndicatorBook::sheet gives this grade.
  bool absent_passes = false;     // A whole chart on which nothing is judged counts as passed.
  bool bound = false;             // Checks find what is surely wrong: the true rate is no better.
  SheetText differs;              // What is counted otherwise than the source says; always shown.
  SheetText uncounted;            // Why nothing is counted, if so.

  bool computed() const { return uncounted.zh.empty(); }
};

// The indicators of one source.
struct IndicatorSet {
  std::string id;  // "cn-records-2021"
  SheetText title, description;
  std::string source;   // Key of src/check/sources.def; empty for a hospital's own.
  std::string profile;  // Whose checks it counts.
};

struct IndicatorBook {
  std::vector<IndicatorSet> sets;
  std::vector<Indicator> indicators;  // By set, in the order of the source.
  std::optional<ScoreSheet> sheet;    // Gives the grades that some count; none: these are not
                                      // counted.
};

// The names of the sets that are built in.
std::vector<std::string_view> built_in_indicator_sets();

// The sets named, built-in ones or files; `read_file` gets what is no built-in name. The first
// thing that is wrong is the error, with path, line and column.
using ReadIndicators = std::function<Result<std::string>(const std::string& path)>;
Result<IndicatorBook> load_indicators(const std::vector<std::string>& names, const Catalog& catalog,
                                      const ReadIndicators& read_file);

// Has the sheet give the grades that indicators of the book count, which say so from then on. False
// where it has no such grades, or is for other stays than those in hospital.
bool grade_by(IndicatorBook& book, const ScoreSheet& sheet);

std::string_view id(IndicatorUnit unit);   // "chart"
std::string_view id(Direction direction);  // "higher"

}  // namespace emrlint

#endif  // EMRLINT_INDICATOR_INDICATOR_H_
