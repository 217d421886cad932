// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_ACROSS_FACTS_H_
#define EMRLINT_LEDGER_ACROSS_FACTS_H_

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/facts_parts.h"
#include "ledger/across_samples.h"
#include "ledger/plan.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// Which facts a night judges: of a chart and a check all of them, where something of the night, or
// something that is gone, may change what is said; of the rest the night before has told. What they
// are judged beside comes along.
class AcrossFacts {
 public:
  // Tables or views `units` and `shard_charts` of the run that is being merged are there.
  AcrossFacts(store::Database& database, std::string store, const Terms& terms)
      : database_(database),
        store_(std::move(store)),
        terms_(terms),
        samples_(database, terms.run) {}

  // Hands the facts to `parts`, sorted; nothing where there are none.
  std::optional<Error> select(FactsParts& parts);
  // Whether some were left out, so that what the night before says of them has to be carried over:
  // the rows of its parts `across` and `across-tallies` for which carried() holds, an expression of
  // SQL over their columns. Then there are views with the prefix "old_" of the run before.
  bool partly() const { return partly_; }
  static std::string carried();

 private:
  std::optional<Error> find_live();
  Result<bool> any_carried();
  Result<std::vector<std::string>> parts_at_hand(const std::string& kind);
  std::optional<Error> make_live_facts(const std::vector<std::string>& paths);
  std::optional<Error> find_fresh();
  std::optional<Error> find_touched();
  std::optional<Error> find_judged();
  std::optional<Error> find_others();
  std::optional<Error> find_told();
  std::optional<Error> make_lines();

  store::Database& database_;
  const std::string store_;
  const Terms& terms_;
  AcrossSamples samples_;
  bool partly_ = false;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_ACROSS_FACTS_H_
