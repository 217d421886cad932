// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_FIND_COPIES_H_
#define EMRLINT_CORPUS_FIND_COPIES_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/keyed_hash.h"
#include "base/result.h"
#include "corpus/copy_join.h"
#include "corpus/verify_copies.h"
#include "reader/batch.h"
#include "store/duckdb.h"

namespace emrlint {

// What counts as a copy across charts, and what it may cost.
struct FindSettings {
  unsigned least = 128;  // What a passage tells: 64 ideographs or 32 words; see GramSettings::sure.
  std::uint32_t cap = 50;
  std::uint64_t memory = 256 * 1024 * 1024;      // Of the database.
  std::uint64_t chart_bytes = 64 * 1024 * 1024;  // As VerifySettings has it.
  Limits limits;
  unsigned jobs = 1;  // Threads; 0 for as many as the machine has.
};

// A place of a text that was asked for.
struct TextFound {
  CopyPlace place;
  TokenRange text;                // Tokens of the text that stand there.
  std::uint32_t text_tokens = 0;  // All of it.
  Passage passage;
};

// What there is to say, one after the other, in an order that depends on the charts alone.
class CopyReceiver {
 public:
  virtual ~CopyReceiver() = default;
  virtual void add(const TemplateFound& found) = 0;
  virtual void add(const CopyBetween& found) = 0;
  virtual void add(const TextFound& found) = 0;
  virtual void add(const UnverifiedChart& chart) = 0;
};

struct FindCounts {
  JoinCounts join;
  VerifyCounts verify;
  std::uint64_t templates = 0;
  std::uint64_t unverified_charts = 0;
};

// What is written into each part of an index, so that parts under different keys are told apart.
std::string copies_key_check(const KeyedHash& key);

// Finds what charts of a run copied from each other and from the charts of the runs `against`:
// every unbroken passage that tells `least` outside template wording and that no chart itself
// repeats more than JoinSettings::repeats times; edited ones as far as their equal stretches hold
// as many common samples. Templates come first, then copies, then charts that could not be read.
Result<FindCounts> find_copies(store::Database& database, const CopyRuns& runs,
                               const KeyedHash& key, const FindSettings& settings,
                               CopyReceiver& receiver);

// Finds where a text stands in the charts of the runs, in `most` sections: those that hold the most
// of its grams. Of a run of tokens that tells GramSettings::sure(1) no place is missed.
struct WhereCounts {
  std::uint64_t charts = 0, sections = 0;  // That hold a gram of the text.
  std::uint64_t looked_at = 0, places = 0, unverified_charts = 0;
};
Result<WhereCounts> find_text(store::Database& database, const CopyRuns& runs, const KeyedHash& key,
                              std::string_view text, std::uint32_t most,
                              const FindSettings& settings, CopyReceiver& receiver);

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_FIND_COPIES_H_
