// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_ACROSS_SAMPLES_H_
#define EMRLINT_LEDGER_ACROSS_SAMPLES_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// Samples in more charts than that are wording of templates: engine/near_pairs.
inline constexpr int kTemplateCharts = 50;

// Which texts hold the samples that a night asks for. Each question reads the samples of all parts
// through, so that none need to be in memory together; of those that a template brought into many
// charts it is known that they are, not where.
class AcrossSamples {
 public:
  // There are: `all_rows`, of all parts of facts; `dead_charts` (run, chart), whose rows there hold
  // no more; and of those that hold `live_charts` (run, chart) and, before the first question,
  // `live_facts` (text_id, chart).
  AcrossSamples(store::Database& database, const std::string& run)
      : database_(database), run_(store::sql_text(run)) {}

  // Makes what find_holders() fills: the tables `held_by_few` (run, chart, gram, text_id, number)
  // and `templates` (gram), and a view `held`, of those held by few that are no template.
  std::optional<Error> make_tables();
  // Makes a table of all samples of texts, with the columns of `held_by_few`. `texts` is a table
  // (run, text_id, chart).
  std::optional<Error> take(const std::string& table, const std::string& texts);
  // Who holds the samples in a table, as far as that is not known.
  std::optional<Error> find_holders(const std::string& grams);

 private:
  store::Database& database_;
  const std::string run_;  // The run that is merged, as SQL has it.
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_ACROSS_SAMPLES_H_
