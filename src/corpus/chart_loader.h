// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_CHART_LOADER_H_
#define EMRLINT_CORPUS_CHART_LOADER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corpus/copy_join.h"
#include "corpus/fingerprints.h"
#include "corpus/unit_loader.h"

namespace emrlint {

// A chart that was read again, with its sections as they were indexed.
struct LoadedChart {
  const Batch* batch = nullptr;
  const Chart* chart = nullptr;
  Fingerprinter sections;  // tokens() and texts() of the chart.
};

// Why a chart cannot be looked at.
enum class Lost : std::uint8_t {
  kNot,
  kGone,     // Its file cannot be read any more, or holds no such chart.
  kChanged,  // Its text is not what was indexed.
};

// Reads charts of an index again, a number at a time, and each of them once as long as it is asked
// for in turn.
class ChartLoader {
 public:
  // `jobs` as in IndexOptions.
  ChartLoader(const KeyedHash& key, const GramSettings& grams, const Limits& limits, unsigned jobs);
  ~ChartLoader();

  // Opens the charts of these places, and forgets the ones before that are not among them.
  void load(const std::vector<const SectionPlace*>& places);

  struct Found {
    const LoadedChart* chart = nullptr;  // Null where it is lost.
    Lost lost = Lost::kGone;
  };
  // Of the places of the last load().
  Found find(const SectionPlace& place) const;

  const Fingerprinter& fingerprinter() const { return fingerprinter_; }
  unsigned jobs() const { return loader_.jobs(); }

 private:
  struct Unit;

  void read(Unit& unit) const;

  Fingerprinter fingerprinter_;  // From which the others are made.
  UnitLoader loader_;
  std::map<std::string, std::unique_ptr<Unit>> units_;  // In order of path and line.
};

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_CHART_LOADER_H_
