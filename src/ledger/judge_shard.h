// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_JUDGE_SHARD_H_
#define EMRLINT_LEDGER_JUDGE_SHARD_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "config/config.h"
#include "engine/across.h"
#include "ledger/plan.h"
#include "ledger/recorder.h"
#include "ledger/supervise.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// What a shard is judged with.
struct ShardJob {
  const Config* config = nullptr;
  Lenses lenses;
  AcrossOptions across;  // How facts are written.
  Limits limits;
  std::string store;
  unsigned shard = 0;
};

// Whether all parts of the shard are there.
bool shard_done(const std::string& store, const Terms& terms, unsigned shard);

// Judges the units of a plan, all of one shard, and writes its parts. Units in `failures` (by index
// in the plan) are recorded as such and left alone.
std::optional<Error> judge_shard(store::Database& database, const ShardJob& job, const Plan& plan,
                                 const Failures& failures, Heartbeat& heartbeat);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_JUDGE_SHARD_H_
